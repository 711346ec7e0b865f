package riskmap.geo;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.crs.Crs;

/**
 * Sizes on the ground, in metres and square metres: in the plane where coordinates are metres of the ground, else, of
 * degrees, Web Mercator and feet, on the ellipsoid ({@link Measures}).
 */
public final class GroundSize {
    private final Measures ellipsoid;

    private GroundSize(Measures ellipsoid) {
        this.ellipsoid = ellipsoid;
    }

    /** Sizes of what has coordinates in a CRS; an unknown one is taken for metres. */
    public static GroundSize in(CoordinateReferenceSystem crs) {
        return new GroundSize(Crs.isInGroundMetres(crs) ? null : Measures.on(crs));
    }

    public boolean isOnEllipsoid() {
        return ellipsoid != null;
    }

    /** Area in square metres. */
    public double area(Geometry shape) {
        return ellipsoid == null ? shape.getArea() : ellipsoid.area(shape);
    }

    /** Length of lines in metres. */
    public double length(Geometry shape) {
        return ellipsoid == null ? shape.getLength() : ellipsoid.length(shape);
    }
}
