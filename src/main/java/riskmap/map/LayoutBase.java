package riskmap.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * Layouts made from others. A layout file with {@code "extends": "other"} has everything the other has; items of the same
 * id change the fields they give, others are added at the end, and ids in {@code "remove"} are left out. With
 * {@code "enlarge": 2.83} every length of the other is multiplied first, letters and lines included, and map signs by
 * {@code "signs"}.
 */
final class LayoutBase {
    /** Fields that are lengths on the page, wherever they stand. */
    private static final Set<String> LENGTHS =
            Set.of("x", "y", "width", "height", "size", "minimumSize", "radius", "dash");

    private LayoutBase() {}

    /** What a layout that extends another is, written out. */
    static ObjectNode merged(ObjectNode base, ObjectNode changes, String where) {
        ObjectNode result = base.deepCopy();
        if (changes.path("enlarge").isNumber()) {
            double factor = changes.get("enlarge").asDouble();
            if (!(factor >= 0.1 && factor <= 20)) {
                throw RiskMapException.of("map.enlarge-invalid", where, "" + factor);
            }
            enlarge(result, factor, changes.path("signs").asDouble(factor));
        }
        for (String field : new String[] {"name", "title", "page", "background", "atlas", "format", "version"}) {
            if (changes.has(field)) {
                result.set(field, changes.get(field));
            }
        }
        Map<String, JsonNode> items = new LinkedHashMap<>();
        result.path("items").forEach(item -> items.put(item.path("id").asText(), item));
        for (JsonNode id : changes.path("remove")) {
            if (items.remove(id.asText()) == null) {
                throw RiskMapException.of(
                        "map.remove-unknown", where, id.asText(), NameList.of(new TreeSet<>(items.keySet())));
            }
        }
        for (JsonNode item : changes.path("items")) {
            JsonNode known = items.get(item.path("id").asText());
            if (known instanceof ObjectNode object && item instanceof ObjectNode changed) {
                object.setAll(changed);
            } else {
                items.put(item.path("id").asText(), item);
            }
        }
        ArrayNode all = result.putArray("items");
        items.values().forEach(all::add);
        return result;
    }

    private static void enlarge(ObjectNode layout, double factor, double signs) {
        for (JsonNode item : layout.path("items")) {
            if (item instanceof ObjectNode object) {
                lengths(object, factor);
                if (object.path("type").asText().equals("map-frame")) {
                    double now = object.path("magnification").asDouble(1);
                    object.put("magnification", (now == 0 ? 1 : now) * signs);
                }
            }
        }
    }

    private static void lengths(JsonNode node, double factor) {
        if (node instanceof ArrayNode array) {
            array.forEach(child -> lengths(child, factor));
            return;
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.deepCopy().fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode value = object.get(field.getKey());
            if (!LENGTHS.contains(field.getKey())) {
                lengths(value, factor);
            } else if (value.isNumber()) {
                object.put(field.getKey(), rounded(value.asDouble() * factor));
            } else if (value instanceof ArrayNode dash) {
                for (int i = 0; i < dash.size(); i++) {
                    dash.set(i, rounded(dash.get(i).asDouble() * factor));
                }
            }
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
