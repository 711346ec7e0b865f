package riskmap.analysis.expression;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.base.RiskMapException;
import riskmap.geo.Measures;

/**
 * What an expression is worked out for.
 *
 * @param feature whose fields it reads; null for none
 * @param rows all of its layer, for aggregates; null where they are not known
 * @param onEllipsoid measures of its CRS; null without one
 */
record Scope(SimpleFeature feature, List<SimpleFeature> rows, Measures onEllipsoid) {
    /** The value of a field in any capitals. */
    Object field(String name) {
        if (feature != null) {
            if (feature.getFeatureType().indexOf(name) >= 0) {
                return feature.getAttribute(name);
            }
            for (var attribute : feature.getFeatureType().getAttributeDescriptors()) {
                if (attribute.getLocalName().equalsIgnoreCase(name)) {
                    return feature.getAttribute(attribute.getLocalName());
                }
            }
        }
        throw RiskMapException.of("analysis.qgis-no-field", name);
    }

    Scope of(SimpleFeature other) {
        return new Scope(other, rows, onEllipsoid);
    }
}
