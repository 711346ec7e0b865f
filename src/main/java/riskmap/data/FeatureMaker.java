package riskmap.data;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeType;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureImpl;

/**
 * Makes features of one type out of values. Values that are what their attributes hold are taken as they are; where one is
 * not, all go through GeoTools' builder, which converts what can be converted and takes ten times as long.
 */
public final class FeatureMaker {
    private final SimpleFeatureType type;
    private final Class<?>[] bindings;

    /** @param type of the features */
    public FeatureMaker(SimpleFeatureType type) {
        this.type = type;
        this.bindings = type.getTypes().stream().map(AttributeType::getBinding).toArray(Class<?>[]::new);
    }

    /** A feature; the values are not copied. */
    public SimpleFeature feature(Object[] values, FeatureId id) {
        boolean fits = values.length == bindings.length;
        for (int i = 0; fits && i < values.length; i++) {
            fits = values[i] == null ? type.getDescriptor(i).isNillable() : bindings[i].isInstance(values[i]);
        }
        return fits
                ? new SimpleFeatureImpl(values, type, id, false)
                : SimpleFeatureBuilder.build(type, values, id.getID());
    }
}
