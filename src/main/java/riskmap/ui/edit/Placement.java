package riskmap.ui.edit;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import riskmap.edit.sketch.AngleLock;
import riskmap.edit.sketch.Sketch;
import riskmap.geo.snap.Snap;

/**
 * Where a vertex goes when the user clicks here.
 *
 * @param point in map coordinates, at the snapped place and as the aids allow
 * @param snap what it snapped to, null for nothing
 */
record Placement(Coordinate point, Snap snap) {
    /** A snapped vertex counts as on the held direction when it is this near to it, map units. */
    private static final double ON_RAY = 1e-6;

    /**
     * Places the pointer.
     *
     * @param raw where the pointer is
     * @param found what it would snap to
     * @param shift whether right angles are asked for with the key
     */
    static Placement of(Coordinate raw, Optional<Snap> found, Sketch sketch, DrawingAids aids, boolean shift) {
        Coordinate last = sketch.last().orElse(null);
        Coordinate snapped = found.map(Snap::point).orElse(raw);
        Optional<AngleLock> lock = last == null ? Optional.empty() : aids.lock(sketch, shift);
        double length = last == null ? Double.NaN : aids.lengthOrAny();
        if (lock.isEmpty()) {
            return Double.isNaN(length)
                    ? new Placement(snapped.copy(), found.orElse(null))
                    : new Placement(AngleLock.withLength(last, snapped, length), null);
        }
        Coordinate held = lock.get().apply(last, snapped, length);
        if (held.distance(snapped) <= ON_RAY) {
            return new Placement(snapped.copy(), found.orElse(null));
        }
        if (found.isPresent() && Double.isNaN(length) && found.get().edge() != null) {
            LineSegment edge = found.get().edge();
            Optional<Coordinate> met = lock.get().meeting(last, raw, edge);
            if (met.isPresent()) {
                return new Placement(met.get(), found.get());
            }
        }
        return new Placement(held, null);
    }
}
