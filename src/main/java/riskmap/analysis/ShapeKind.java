package riskmap.analysis;

import org.geotools.api.feature.simple.SimpleFeatureType;
import org.locationtech.jts.geom.Geometry;

/** What the rows of a layer are on the map. */
public enum ShapeKind {
    POINTS,
    LINES,
    AREAS,
    /** Nothing: a table. */
    NONE;

    /** What a layer holds; null for one that may hold shapes of any kind. */
    public static ShapeKind of(SimpleFeatureType type) {
        Class<? extends Geometry> binding = OutputRows.geometryType(type);
        int dimension = binding == null ? -1 : OutputRows.dimension(binding);
        return binding == null ? NONE : dimension < 0 ? null : values()[dimension];
    }
}
