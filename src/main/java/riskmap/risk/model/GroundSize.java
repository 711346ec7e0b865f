package riskmap.risk.model;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.Crs;
import riskmap.geo.Measures;

/**
 * Sizes on the ground, in metres and square metres: in the plane of a projected CRS, on the ellipsoid ({@link Measures}) of
 * one in degrees.
 */
final class GroundSize {
    private final Measures ellipsoid;

    private GroundSize(Measures ellipsoid) {
        this.ellipsoid = ellipsoid;
    }

    /** Sizes of what has coordinates in a CRS; an unknown one is taken for metres. */
    static GroundSize in(CoordinateReferenceSystem crs) {
        return new GroundSize(crs != null && Crs.isGeographic(crs) ? Measures.on(crs) : null);
    }

    boolean isOnEllipsoid() {
        return ellipsoid != null;
    }

    /** Area in square metres. */
    double area(Geometry shape) {
        return ellipsoid == null ? shape.getArea() : ellipsoid.area(shape);
    }

    /** Length of lines in metres. */
    double length(Geometry shape) {
        return ellipsoid == null ? shape.getLength() : ellipsoid.length(shape);
    }
}
