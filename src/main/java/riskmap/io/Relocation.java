package riskmap.io;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.Gcj02;
import riskmap.geo.overlay.Repair;

/**
 * The way of a geometry from a source into a layer: GCJ-02 taken off, degrees checked, moved to the layer's CRS,
 * repaired. What is changed or lost is counted with its place in the source.
 */
final class Relocation {
    private static final double GREATEST_LONGITUDE = 360;
    private static final double GREATEST_LATITUDE = 90;

    private final boolean geographic;
    private final CrsTransform unshift;
    private final CrsTransform transform;
    private final ImportLog log;

    /**
     * Prepares the way.
     *
     * @param layer name of the source, for messages
     * @param from CRS of the source, null when unknown
     * @param gcj02 whether its degrees are GCJ-02
     * @param to CRS of the layer
     * @throws RiskMapException when the source has no CRS, or no way leads from one to the other
     */
    Relocation(
            String layer, CoordinateReferenceSystem from, boolean gcj02, CoordinateReferenceSystem to, ImportLog log) {
        this.log = log;
        CoordinateReferenceSystem source = gcj02 ? Crs.of(4326) : from;
        if (source == null) {
            throw RiskMapException.of("io.crs-missing", layer);
        }
        if (gcj02 && from != null && !Crs.isGeographic(from)) {
            throw RiskMapException.of("io.gcj02-projected", layer, Crs.title(from));
        }
        geographic = Crs.isGeographic(source);
        if (gcj02) {
            log.crs(Message.of("io.crs-by-user-gcj02"));
        }
        unshift = gcj02 ? Gcj02.toWgs84() : null;
        transform = Crs.transform(source, to);
    }

    /** The geometry in the layer's CRS, null where there is none or nothing was left of it. */
    Geometry apply(Geometry geometry, Place place) {
        if (geometry == null || geometry.isEmpty()) {
            return geometry;
        }
        if (geographic && !isOnEarth(geometry, place)) {
            return null;
        }
        Geometry moved = unshift == null ? geometry : unshift.apply(geometry);
        moved = transform.apply(moved);
        Repair.Result result = Repair.apply(moved);
        if (result.changed()) {
            Place where = Double.isFinite(result.x()) ? place.at(result.x(), result.y()) : place;
            Message what =
                    result.geometry() == null ? Message.of("io.geometry-lost", result.problem()) : result.description();
            log.repaired(what, where);
        }
        return result.geometry();
    }

    private boolean isOnEarth(Geometry geometry, Place place) {
        Envelope box = geometry.getEnvelopeInternal();
        double latitude = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        double longitude = Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX()));
        if (latitude > GREATEST_LATITUDE || longitude > GREATEST_LONGITUDE) {
            boolean exchanged = latitude <= GREATEST_LONGITUDE && longitude <= GREATEST_LATITUDE;
            log.repaired(
                    Message.of(exchanged ? "io.degrees-exchanged" : "io.degrees-out-of-range"),
                    place.at(box.getMinX(), box.getMinY()));
            return false;
        }
        if (geometry instanceof Point point && point.getX() == 0 && point.getY() == 0) {
            log.notice(Message.of("io.degrees-zero"), place.at(0, 0));
        }
        return true;
    }
}
