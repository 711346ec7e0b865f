package riskmap.analysis;

import java.util.Locale;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;

/** What the rows of a layer are on the map. */
public enum ShapeKind {
    POINTS,
    LINES,
    AREAS,
    /** Nothing: a table. */
    NONE;

    /** What such layers hold, in words. */
    public Message title() {
        return Message.of("analysis.shape-" + name().toLowerCase(Locale.ROOT));
    }

    /** What a layer holds; null for one that may hold shapes of any kind. */
    public static ShapeKind of(SimpleFeatureType type) {
        Class<? extends Geometry> binding = OutputRows.geometryType(type);
        int dimension = binding == null ? -1 : OutputRows.dimension(binding);
        return binding == null ? NONE : dimension < 0 ? null : values()[dimension];
    }
}
