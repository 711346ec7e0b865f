package riskmap.ui.identify;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.LayerKind;
import riskmap.ui.feature.FieldText;
import riskmap.ui.feature.LayerText;

/**
 * A feature found at a place.
 *
 * @param layerId the map layer it belongs to
 * @param id the feature's id
 * @param name what it is called
 * @param geometry its geometry in the map's CRS, null for none
 * @param values its fields that have a value
 */
public record Found(String layerId, String id, String name, Geometry geometry, List<Value> values) {
    /** A field and its value. */
    public record Value(FieldText field, Object value) {}

    public Found {
        values = List.copyOf(values);
    }

    static Found of(String layerId, SimpleFeature feature, LayerKind kind, Geometry inMap) {
        List<Value> values = new ArrayList<>();
        for (FieldText field : LayerText.of(feature.getFeatureType(), kind).fields()) {
            Object value = feature.getAttribute(field.name());
            if (value != null && !value.toString().isBlank()) {
                values.add(new Value(field, value));
            }
        }
        return new Found(layerId, feature.getID(), LayerText.name(feature), inMap, values);
    }
}
