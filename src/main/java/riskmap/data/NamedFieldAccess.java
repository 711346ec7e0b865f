package riskmap.data;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.filter.expression.PropertyAccessor;
import org.geotools.filter.expression.PropertyAccessorFactory;
import org.geotools.util.factory.Hints;

/**
 * Fields under any name in conditions, styles and calculations. GeoTools itself finds only names that could be names of XML
 * elements; {@code 2020年人口}, {@code 面积(km2)} or {@code a name} it takes for empty, in silence. Registered as a service.
 */
public final class NamedFieldAccess implements PropertyAccessorFactory {
    private static final PropertyAccessor ACCESS = new Access();

    @Override
    public PropertyAccessor createPropertyAccessor(Class<?> type, String name, Class<?> target, Hints hints) {
        boolean fields = SimpleFeature.class.isAssignableFrom(type) || SimpleFeatureType.class.isAssignableFrom(type);
        return fields && name != null && !name.isEmpty() ? ACCESS : null;
    }

    private static final class Access implements PropertyAccessor {
        @Override
        public boolean canHandle(Object of, String name, Class<?> target) {
            SimpleFeatureType type = of instanceof SimpleFeature feature
                    ? feature.getFeatureType()
                    : of instanceof SimpleFeatureType schema ? schema : null;
            return type != null && type.getDescriptor(name) != null;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Object of, String name, Class<T> target) {
            return (T)
                    (of instanceof SimpleFeature feature
                            ? feature.getAttribute(name)
                            : ((SimpleFeatureType) of).getDescriptor(name));
        }

        @Override
        public <T> void set(Object of, String name, T value, Class<T> target) {
            ((SimpleFeature) of).setAttribute(name, value);
        }
    }
}
