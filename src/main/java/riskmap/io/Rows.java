package riskmap.io;

import java.util.HashMap;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.filter.identity.FeatureIdImpl;

/** Makes features of one type without looking up and converting each value again. */
public final class Rows {
    private final SimpleFeatureType type;
    private final Map<String, Integer> index = new HashMap<>();

    public Rows(SimpleFeatureType type) {
        this.type = type;
        for (int i = 0; i < type.getAttributeCount(); i++) {
            index.put(type.getDescriptor(i).getLocalName(), i);
        }
        // as GeoTools' own index has it: the default geometry under the name null
        if (type.getGeometryDescriptor() != null) {
            index.put(null, index.get(type.getGeometryDescriptor().getLocalName()));
        }
    }

    public SimpleFeatureType type() {
        return type;
    }

    public int size() {
        return type.getAttributeCount();
    }

    /** A feature whose values are in this array, in the order of the type. */
    public SimpleFeature feature(Object[] values, long number) {
        return new SimpleFeatureImpl(values, type, new FeatureIdImpl(type.getTypeName() + "." + number), false, index);
    }
}
