package riskmap.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/**
 * Fills what every new row of a survey layer has and nobody should have to type: {@code uuid}, {@code source},
 * {@code surveyor}, {@code surveyed_on}, where the layer has the column and the row does not bring a value.
 */
final class RowFilling {
    /** Rows with a uuid made here: nobody else has it, so nobody need be asked. */
    private final Set<String> made = new HashSet<>();

    /** The same step with the fields filled. */
    Changes fill(Changes changes, Author author, LocalDate today, Function<String, SimpleFeatureType> schemas) {
        List<RowChange> rows = new ArrayList<>(changes.rows().size());
        for (RowChange row : changes.rows()) {
            rows.add(row.isAdded() ? filled(row, author, today, schemas.apply(row.layer())) : row);
        }
        return new Changes(changes.name(), rows);
    }

    Set<String> made() {
        return made;
    }

    private RowChange filled(RowChange row, Author author, LocalDate today, SimpleFeatureType type) {
        Map<String, Object> values = new LinkedHashMap<>(row.after());
        if (isOpen(type, values, UniqueIds.COLUMN, String.class)) {
            String uuid = UUID.randomUUID().toString();
            made.add(uuid);
            values.put(UniqueIds.COLUMN, uuid);
        }
        if (isOpen(type, values, "source", String.class) && !author.source().isBlank()) {
            values.put("source", author.source());
        }
        if (isOpen(type, values, "surveyor", String.class) && !author.user().isBlank()) {
            values.put("surveyor", author.user());
        }
        if (isOpen(type, values, "surveyed_on", LocalDate.class)) {
            values.put("surveyed_on", today);
        }
        return RowChange.added(row.layer(), row.fid(), values);
    }

    private static boolean isOpen(SimpleFeatureType type, Map<String, Object> values, String column, Class<?> binding) {
        AttributeDescriptor there = type.getDescriptor(column);
        Object value = values.get(column);
        boolean blank = value == null || value instanceof String text && text.isBlank();
        return blank && there != null && there.getType().getBinding() == binding;
    }
}
