package riskmap.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/** The kinds of layout items: the word that stands for each in files, new ones, and changed copies. */
public final class LayoutItems {
    private static final Map<String, Class<? extends LayoutItem>> TYPES = new LinkedHashMap<>();
    private static final ObjectMapper JSON = Json.mapper("", note -> {});

    static {
        TYPES.put("map-frame", LayoutItem.MapFrame.class);
        TYPES.put("inset", LayoutItem.Inset.class);
        TYPES.put("text", LayoutItem.Text.class);
        TYPES.put("legend", LayoutItem.Legend.class);
        TYPES.put("scale-bar", LayoutItem.ScaleBar.class);
        TYPES.put("north-arrow", LayoutItem.NorthArrow.class);
        TYPES.put("table", LayoutItem.ResultTable.class);
        TYPES.put("chart", LayoutItem.Chart.class);
        TYPES.put("marginalia", LayoutItem.Marginalia.class);
        TYPES.put("signatures", LayoutItem.Signatures.class);
        TYPES.put("picture", LayoutItem.Picture.class);
        TYPES.put("border", LayoutItem.Border.class);
        TYPES.put("line", LayoutItem.Line.class);
        TYPES.put("stamp", LayoutItem.Stamp.class);
    }

    private LayoutItems() {}

    /** The words for the kinds, in the order in which they are offered. */
    public static List<String> kinds() {
        return List.copyOf(TYPES.keySet());
    }

    /** The word for the kind of an item. */
    public static String kind(LayoutItem item) {
        for (Map.Entry<String, Class<? extends LayoutItem>> entry : TYPES.entrySet()) {
            if (entry.getValue() == item.getClass()) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException(item.getClass().getName());
    }

    /** An item as JSON, with its kind first. */
    static ObjectNode write(LayoutItem item) {
        ObjectNode node = JSON.createObjectNode().put("type", kind(item));
        node.setAll((ObjectNode) JSON.valueToTree(item));
        return node;
    }

    /** The item that a JSON object stands for. */
    static LayoutItem read(ObjectMapper mapper, JsonNode node, String where, String place) {
        if (!(node instanceof ObjectNode given)) {
            throw RiskMapException.of("map.json-not-object", where + " " + place);
        }
        ObjectNode object = given.deepCopy();
        JsonNode tag = object.remove("type");
        Class<? extends LayoutItem> type = tag == null ? null : TYPES.get(tag.asText());
        if (type == null) {
            throw RiskMapException.of(
                    "map.json-value",
                    where,
                    place + ".type",
                    Message.of("map.item-type-unknown", tag == null ? "" : tag.asText(), NameList.of(TYPES.keySet())));
        }
        if (!object.path("id").isTextual() || !object.path("box").isObject()) {
            throw RiskMapException.of("map.json-value", where, place, Message.of("map.item-incomplete"));
        }
        return Json.value(mapper, object, type, where, place);
    }

    /** The same item in another box. */
    public static LayoutItem withBox(LayoutItem item, Box box) {
        return with(item, "box", box);
    }

    /** The same item under another id. */
    public static LayoutItem withId(LayoutItem item, String id) {
        return with(item, "id", id);
    }

    /**
     * The same item with another value of a field.
     *
     * @param field name of the record component
     * @param value what it becomes; null for the usual value
     * @throws RiskMapException when the value is not allowed, saying why
     */
    public static LayoutItem with(LayoutItem item, String field, Object value) {
        ObjectNode node = write(item);
        if (!node.has(field)) {
            throw new IllegalArgumentException(kind(item) + " " + field);
        }
        if (value == null) {
            node.remove(field);
        } else {
            node.set(field, JSON.valueToTree(value));
        }
        return read(JSON, node, item.id(), field);
    }

    /**
     * A new item.
     *
     * @param frame id of the map frame that it speaks of, where it speaks of one
     * @param table id of the table that it shows, where it shows one
     */
    public static LayoutItem of(String kind, String id, Box box, String frame, String table) {
        return switch (kind) {
            case "map-frame" -> LayoutItem.MapFrame.of(id, box);
            case "inset" ->
                new LayoutItem.Inset(id, box, frame, List.of(73.0, 18.0, 135.0, 54.0), null, null, null, null, null);
            case "text" -> new LayoutItem.Text(id, box, LocalText.of("{title}"), null);
            case "legend" ->
                new LayoutItem.Legend(
                        id, box, frame, new LocalText("图例", "Legend"), 0, true, null, null, null, null, 0);
            case "scale-bar" -> new LayoutItem.ScaleBar(id, box, frame, null);
            case "north-arrow" -> new LayoutItem.NorthArrow(id, box, frame, null, null);
            case "table" -> new LayoutItem.ResultTable(id, box, table, LocalText.EMPTY, null, true, false, null, 0);
            case "chart" ->
                new LayoutItem.Chart(id, box, table, LocalText.EMPTY, null, null, null, null, 0, false, null);
            case "marginalia" ->
                new LayoutItem.Marginalia(id, box, List.of("crs", "sources", "survey-dates", "maker", "date"), 1, null);
            case "signatures" ->
                new LayoutItem.Signatures(
                        id,
                        box,
                        List.of(
                                new LocalText("编制", "Prepared by"),
                                new LocalText("审核", "Checked by"),
                                new LocalText("批准", "Approved by")),
                        0,
                        null);
            case "picture" -> new LayoutItem.Picture(id, box, "");
            case "border" -> new LayoutItem.Border(id, box, "", new LineStyle(null, 0.3, null), 0);
            case "line" -> new LayoutItem.Line(id, box, null);
            case "stamp" -> new LayoutItem.Stamp(id, box, LocalText.of("{classification}"), null);
            default -> throw RiskMapException.of("map.item-type-unknown", kind, NameList.of(kinds()));
        };
    }
}
