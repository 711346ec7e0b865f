package riskmap.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** JSON of layouts, and the layouts that come with the program (the files in {@code maps/layouts}). */
public final class Layouts {
    private static final List<String> SHIPPED = List.of("one-map-a3", "one-map-a0", "map-a3");
    private static final Map<String, Class<? extends LayoutItem>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("map-frame", LayoutItem.MapFrame.class);
        TYPES.put("inset", LayoutItem.Inset.class);
        TYPES.put("text", LayoutItem.Text.class);
        TYPES.put("legend", LayoutItem.Legend.class);
        TYPES.put("scale-bar", LayoutItem.ScaleBar.class);
        TYPES.put("north-arrow", LayoutItem.NorthArrow.class);
        TYPES.put("table", LayoutItem.ResultTable.class);
        TYPES.put("marginalia", LayoutItem.Marginalia.class);
        TYPES.put("picture", LayoutItem.Picture.class);
        TYPES.put("border", LayoutItem.Border.class);
        TYPES.put("line", LayoutItem.Line.class);
        TYPES.put("stamp", LayoutItem.Stamp.class);
    }

    private Layouts() {}

    /** Names of the layouts that come with the program; the first is the one map. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /** A layout by the name of a shipped one or by the path of a JSON file. */
    public static Layout open(String nameOrFile, Consumer<Message> notes) {
        if (SHIPPED.contains(nameOrFile)) {
            return read(resource(nameOrFile), nameOrFile, notes);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw RiskMapException.of("map.layout-missing", nameOrFile, String.join(", ", SHIPPED));
        }
        try {
            return read(Files.readString(file), file.toString(), notes);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("map.layout-unreadable", nameOrFile), e);
        }
    }

    /** The layout as text; the same layout gives the same text. */
    public static String write(Layout layout) {
        ObjectMapper mapper = Json.mapper("", note -> {});
        ObjectNode result = mapper.createObjectNode();
        result.put("format", "riskmap-layout").put("version", 1).put("name", layout.name());
        result.set("title", mapper.valueToTree(layout.title()));
        result.putObject("page")
                .put("width", layout.page().width())
                .put("height", layout.page().height());
        result.put("background", layout.background());
        ArrayNode items = result.putArray("items");
        for (LayoutItem item : layout.items()) {
            ObjectNode node = items.addObject().put("type", type(item));
            node.setAll((ObjectNode) mapper.valueToTree(item));
        }
        return Json.text(result);
    }

    /**
     * Reads a layout.
     *
     * @param where what the text is called in messages
     * @param notes told of every field that is not known
     * @throws RiskMapException when the text is no layout, saying the place in it
     */
    public static Layout read(String text, String where, Consumer<Message> notes) {
        ObjectNode node = Json.object(text, where);
        MapDocuments.checkFormat(node, "riskmap-layout", where);
        ObjectMapper mapper = Json.mapper(where, notes);
        PageSize page = page(mapper, node.path("page"), where);
        List<LayoutItem> items = new ArrayList<>();
        for (JsonNode item : node.path("items")) {
            items.add(item(mapper, item, where, "items[" + items.size() + "]"));
        }
        String name = node.path("name").asText(where);
        LocalText title = node.hasNonNull("title")
                ? Json.value(mapper, node.get("title"), LocalText.class, where, "title")
                : LocalText.of(name);
        try {
            return new Layout(name, title, page, node.path("background").asText(""), items);
        } catch (RiskMapException e) {
            throw new RiskMapException(Message.of("map.json-value", where, "items", e.userMessage()), e);
        }
    }

    private static LayoutItem item(ObjectMapper mapper, JsonNode node, String where, String place) {
        if (!(node instanceof ObjectNode object)) {
            throw RiskMapException.of("map.json-not-object", where + " " + place);
        }
        JsonNode tag = object.remove("type");
        Class<? extends LayoutItem> type = tag == null ? null : TYPES.get(tag.asText());
        if (type == null) {
            throw RiskMapException.of(
                    "map.json-value",
                    where,
                    place + ".type",
                    Message.of(
                            "map.item-type-unknown",
                            tag == null ? "" : tag.asText(),
                            String.join(", ", TYPES.keySet())));
        }
        if (!object.path("id").isTextual() || !object.path("box").isObject()) {
            throw RiskMapException.of("map.json-value", where, place, Message.of("map.item-incomplete"));
        }
        return Json.value(mapper, object, type, where, place);
    }

    private static PageSize page(ObjectMapper mapper, JsonNode node, String where) {
        try {
            if (node.has("paper")) {
                boolean landscape = "landscape".equals(node.path("orientation").asText("portrait"));
                return PageSize.of(node.get("paper").asText(), landscape);
            }
            if (!node.isObject()) {
                throw RiskMapException.of("map.page-missing");
            }
        } catch (RiskMapException e) {
            throw new RiskMapException(Message.of("map.json-value", where, "page", e.userMessage()), e);
        }
        return Json.value(mapper, node, PageSize.class, where, "page");
    }

    private static String type(LayoutItem item) {
        for (Map.Entry<String, Class<? extends LayoutItem>> entry : TYPES.entrySet()) {
            if (entry.getValue() == item.getClass()) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException(item.getClass().getName());
    }

    private static String resource(String name) {
        try (InputStream stream = Layouts.class.getResourceAsStream("/riskmap/maps/layouts/" + name + ".json")) {
            if (stream == null) {
                throw RiskMapException.of("map.layout-missing", name, String.join(", ", SHIPPED));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("map.layout-unreadable", name), e);
        }
    }
}
