package riskmap.geo.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.VertexPlace;

/**
 * Spikes: vertices where a boundary or line goes out and comes back on nearly the same way, a slip of the pointer or a
 * leftover of an overlay.
 */
public final class Spikes {
    private Spikes() {}

    /**
     * A spike.
     *
     * @param vertex where its tip stands in the geometry
     * @param place where its tip is
     * @param degrees the angle at the tip
     * @param width how far apart its sides are at the nearer of its feet
     */
    public record Spike(VertexPlace vertex, Coordinate place, double degrees, double width) {}

    /**
     * The vertices with an angle below the given one whose sides are nowhere farther apart than the width.
     *
     * @param maxDegrees the largest angle of a spike, such as 5
     * @param maxWidth the largest width of a spike, map units
     */
    public static List<Spike> find(Geometry geometry, double maxDegrees, double maxWidth) {
        List<Spike> found = new ArrayList<>();
        if (geometry == null || geometry.getDimension() < 1) {
            return found;
        }
        Paths.forEach(geometry, (path, part, ring) -> {
            boolean closed = path[0].equals2D(path[path.length - 1]);
            int distinct = closed ? path.length - 1 : path.length;
            for (int i = closed ? 0 : 1; i < (closed ? distinct : distinct - 1); i++) {
                Coordinate before = path[(i + distinct - 1) % distinct];
                Coordinate after = path[(i + 1) % distinct];
                Spike spike = spike(new VertexPlace(part, ring, i), before, path[i], after);
                if (spike != null && spike.degrees() < maxDegrees && spike.width() <= maxWidth) {
                    found.add(spike);
                }
            }
        });
        return found;
    }

    /** The geometry without its spikes, and those that only show when others are gone; null when nothing is left. */
    public static Geometry removed(Geometry geometry, double maxDegrees, double maxWidth) {
        Geometry current = geometry;
        List<Spike> spikes = find(current, maxDegrees, maxWidth);
        while (!spikes.isEmpty()) {
            VertexPlace tip = spikes.get(0).vertex();
            current = Paths.map(
                    current,
                    (path, part, ring) -> part == tip.part() && ring == tip.ring() ? without(path, tip.index()) : path);
            current = Duplicates.withoutRepeated(current, 0);
            spikes = find(current, maxDegrees, maxWidth);
        }
        return current.isEmpty() ? null : current;
    }

    private static Spike spike(VertexPlace vertex, Coordinate before, Coordinate tip, Coordinate after) {
        if (before.equals2D(tip) || after.equals2D(tip)) {
            return null;
        }
        double degrees = Math.toDegrees(Angle.angleBetween(before, tip, after));
        boolean beforeNearer = before.distance(tip) <= after.distance(tip);
        double width = beforeNearer
                ? Distance.pointToSegment(before, tip, after)
                : Distance.pointToSegment(after, tip, before);
        return new Spike(vertex, tip, degrees, width);
    }

    private static Coordinate[] without(Coordinate[] path, int index) {
        boolean closed = path[0].equals2D(path[path.length - 1]);
        List<Coordinate> kept = new ArrayList<>();
        for (int i = 0; i < (closed ? path.length - 1 : path.length); i++) {
            if (i != index) {
                kept.add(path[i]);
            }
        }
        if (closed && !kept.isEmpty()) {
            kept.add(kept.get(0).copy());
        }
        return kept.toArray(Coordinate[]::new);
    }
}
