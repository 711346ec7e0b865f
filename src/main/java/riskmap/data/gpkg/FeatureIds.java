package riskmap.data.gpkg;

import java.util.StringJoiner;
import org.geotools.api.filter.Id;

/** Feature ids: {@code layer.key}, as GeoTools' own stores make them. */
final class FeatureIds {
    private FeatureIds() {}

    static String of(String layer, long key) {
        return layer + "." + key;
    }

    /** The key in an id of this layer (or a bare number); null in any other. */
    static Long key(String layer, String id) {
        String digits = id.startsWith(layer + ".") ? id.substring(layer.length() + 1) : id;
        if (digits.isEmpty() || digits.length() > 19) {
            return null;
        }
        try {
            long key = Long.parseLong(digits);
            return digits.equals(Long.toString(key)) ? key : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static ExactSql.Part condition(LayerTable table, Id filter) {
        StringJoiner keys = new StringJoiner(",", "[", "]");
        for (Object id : filter.getIDs()) {
            String text = String.valueOf(id);
            Long key = text.startsWith(table.name() + ".") ? key(table.name(), text) : null;
            if (key != null) {
                keys.add(key.toString());
            }
        }
        return ExactSql.Part.of("(" + table.sqlKey() + " IN (SELECT value FROM json_each(?)))", keys.toString());
    }
}
