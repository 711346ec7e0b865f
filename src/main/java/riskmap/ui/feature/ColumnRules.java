package riskmap.ui.feature;

import java.time.Instant;
import java.util.Date;
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
        FieldType type = type(binding);
        int length = type == FieldType.TEXT ? Math.max(0, FeatureTypes.getFieldLength(column)) : 0;
        Double most = binding == Byte.class ? 127.0 : binding == Short.class ? 32_767.0 : null;
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

    private static FieldType type(Class<?> binding) {
        if (binding == Boolean.class) {
            return FieldType.BOOLEAN;
        }
        if (binding == java.time.LocalDate.class || java.sql.Date.class.isAssignableFrom(binding)) {
            return FieldType.DATE;
        }
        if (binding == Instant.class || Date.class.isAssignableFrom(binding)) {
            return FieldType.DATETIME;
        }
        if (binding == Double.class || binding == Float.class || binding == java.math.BigDecimal.class) {
            return FieldType.DECIMAL;
        }
        return Number.class.isAssignableFrom(binding) ? FieldType.INTEGER : FieldType.TEXT;
    }
}
