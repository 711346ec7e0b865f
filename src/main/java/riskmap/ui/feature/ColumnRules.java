package riskmap.ui.feature;

import java.util.List;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.feature.FeatureTypes;
import riskmap.data.Field;
import riskmap.data.FieldType;
import riskmap.data.Title;

/** Fields for columns that the catalogue does not know: their name, type and length are all there is to say. */
final class ColumnRules {
    private ColumnRules() {}

    static Field of(AttributeDescriptor column) {
        String name = column.getLocalName();
        Class<?> binding = column.getType().getBinding();
        FieldType type = FieldType.of(binding);
        int length = type == FieldType.TEXT ? Math.max(0, FeatureTypes.getFieldLength(column)) : 0;
        Double most = greatest(binding);
        Double least = most == null ? null : -most - 1;
        Title title = new Title(name, name);
        return new Field(
                name,
                title,
                type,
                "",
                length,
                !column.isNillable(),
                null,
                least,
                most,
                List.of(),
                null,
                new Title("字段", "Fields"),
                null);
    }

    /** Greatest number of a column; a conditional expression would unbox its null. */
    private static Double greatest(Class<?> binding) {
        if (binding == Byte.class) {
            return 127.0;
        }
        return binding == Short.class ? Double.valueOf(32_767) : null;
    }
}
