package riskmap.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * JSON of map documents: {@code {"format": "riskmap-map", "version": 1, "title", "crs", "extent", "layers": […]}}. What
 * is left out has a default (a layer is visible and opaque); what is not known is reported and left out.
 */
public final class MapDocuments {
    private static final int VERSION = 1;

    private MapDocuments() {}

    /** The document as text; the same document gives the same text. */
    public static String write(MapDocument document) {
        ObjectNode node = Json.mapper("", note -> {}).valueToTree(document);
        ObjectNode result = node.objectNode();
        result.put("format", "riskmap-map").put("version", VERSION);
        result.setAll(node);
        return Json.text(result);
    }

    /**
     * Reads a document.
     *
     * @param where what the text is called in messages, such as the project's file name
     * @param notes told of every field that is not known
     * @throws RiskMapException when the text is no map document, saying the place in it
     */
    public static MapDocument read(String text, String where, Consumer<Message> notes) {
        ObjectNode node = Json.object(text, where);
        checkFormat(node, "riskmap-map", where);
        defaults(node, "title", "").putIfAbsent("extent", node.arrayNode());
        if (node.path("layers").isArray()) {
            ArrayNode layers = (ArrayNode) node.get("layers");
            for (JsonNode layer : layers) {
                if (layer instanceof ObjectNode object) {
                    layerDefaults(object);
                }
            }
        } else {
            node.putIfAbsent("layers", node.arrayNode());
        }
        ObjectMapper mapper = Json.mapper(where, notes);
        MapDocument document = Json.value(mapper, node, MapDocument.class, where, "");
        check(document, where);
        return document;
    }

    /** Takes format and version off; a newer version than this program knows is refused. */
    static void checkFormat(ObjectNode node, String format, String where) {
        JsonNode written = node.remove("format");
        JsonNode version = node.remove("version");
        if (written != null && !format.equals(written.asText())) {
            throw RiskMapException.of("map.json-format", where, format, written.asText());
        }
        if (version != null && version.asInt(0) > VERSION) {
            throw RiskMapException.of("map.json-version", where, version.asText());
        }
    }

    private static void check(MapDocument document, String where) {
        if (document.crs() == null || document.crs().isBlank()) {
            throw RiskMapException.of("map.json-value", where, "crs", Message.of("map.crs-missing"));
        }
        int extent = document.extent().size();
        if (extent != 0 && extent != 4) {
            throw RiskMapException.of("map.json-value", where, "extent", Message.of("map.extent-numbers"));
        }
        java.util.Set<String> ids = new java.util.HashSet<>();
        for (int i = 0; i < document.layers().size(); i++) {
            MapLayer layer = document.layers().get(i);
            String place = "layers[" + i + "]";
            if (layer.id() == null || layer.source() == null) {
                throw RiskMapException.of("map.json-value", where, place, Message.of("map.layer-incomplete"));
            }
            if (!ids.add(layer.id())) {
                throw RiskMapException.of(
                        "map.json-value", where, place + ".id", Message.of("map.item-twice", layer.id()));
            }
            if (!(layer.opacity() >= 0 && layer.opacity() <= 1)) {
                throw RiskMapException.of(
                        "map.json-value", where, place + ".opacity", Message.of("map.opacity-invalid"));
            }
        }
    }

    private static void layerDefaults(ObjectNode layer) {
        for (String field : new String[] {"group", "style", "filter"}) {
            defaults(layer, field, "");
        }
        if (layer.path("id").isTextual()) {
            defaults(layer, "title", layer.get("id").textValue());
        }
        if (!layer.has("visible")) {
            layer.put("visible", true);
        }
        if (!layer.has("opacity")) {
            layer.put("opacity", 1.0);
        }
    }

    private static ObjectNode defaults(ObjectNode node, String field, String value) {
        if (!node.hasNonNull(field)) {
            node.put(field, value);
        }
        return node;
    }
}
