package riskmap.risk.model.impact;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/**
 * Sizes on the ground, in metres and square metres: in the plane of a projected CRS, on the ellipsoid ({@link Measures}) of
 * one in degrees and of Web Mercator, whose metres are none of the ground.
 */
final class GroundSize {
    private final Measures ellipsoid;
    /** To the degrees of the ellipsoid; null where shapes are in these. */
    private final CrsTransform toDegrees;

    private GroundSize(Measures ellipsoid, CrsTransform toDegrees) {
        this.ellipsoid = ellipsoid;
        this.toDegrees = toDegrees;
    }

    /** Sizes of what has coordinates in a CRS; an unknown one is taken for metres. */
    static GroundSize in(CoordinateReferenceSystem crs) {
        if (Crs.isWebMercator(crs)) {
            CoordinateReferenceSystem degrees = Crs.geographic(crs);
            return new GroundSize(Measures.on(degrees), Crs.transform(crs, degrees));
        }
        return new GroundSize(crs != null && Crs.isGeographic(crs) ? Measures.on(crs) : null, null);
    }

    boolean isOnEllipsoid() {
        return ellipsoid != null;
    }

    /** Area in square metres. */
    double area(Geometry shape) {
        return ellipsoid == null ? shape.getArea() : ellipsoid.area(inDegrees(shape));
    }

    /** Length of lines in metres. */
    double length(Geometry shape) {
        return ellipsoid == null ? shape.getLength() : ellipsoid.length(inDegrees(shape));
    }

    private Geometry inDegrees(Geometry shape) {
        return toDegrees == null ? shape : toDegrees.apply(shape);
    }
}
