package riskmap.data;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Puntal;

/**
 * What geometry the features of a layer kind have. Lines and polygons are stored as multi-part types, so that survey
 * files with several parts per feature fit without splitting.
 */
public enum GeometryKind {
    /** A table without geometry. */
    NONE(null),
    POINT(Point.class),
    LINE(MultiLineString.class),
    POLYGON(MultiPolygon.class);

    private final Class<? extends Geometry> binding;

    GeometryKind(Class<? extends Geometry> binding) {
        this.binding = binding;
    }

    /** The JTS type of the geometry attribute, null for {@link #NONE}. */
    public Class<? extends Geometry> binding() {
        return binding;
    }

    /** Whether a geometry is of this dimension; null and empty fit every kind. */
    public boolean fits(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return true;
        }
        return this != NONE && geometry.getDimension() == ordinal() - 1;
    }

    /** The kind that holds geometries of a JTS type; for one of any dimension that of polygons. */
    public static GeometryKind of(Class<?> binding) {
        if (Puntal.class.isAssignableFrom(binding)) {
            return POINT;
        }
        return Lineal.class.isAssignableFrom(binding) ? LINE : POLYGON;
    }
}
