package riskmap.app.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * A query kept in the project under a name: a condition on a layer, and the cross-table of what meets it.
 *
 * @param name what it is called; unique in the project
 * @param layer name of the layer
 * @param where ECQL condition, empty for all features
 * @param cross its cross-table, if it has one
 * @param inReports whether reports show its cross-table
 */
public record SavedQuery(String name, String layer, String where, Optional<CrossSpec> cross, boolean inReports) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public SavedQuery {
        name = name.strip();
        where = where.strip();
    }

    /** The same query under another name. */
    public SavedQuery named(String other) {
        return new SavedQuery(other, layer, where, cross, inReports);
    }

    /** The same query shown in reports, or not. */
    public SavedQuery inReports(boolean shown) {
        return new SavedQuery(name, layer, where, cross, shown);
    }

    String toJson() {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", name);
        node.put("layer", layer);
        node.put("where", where);
        node.put("inReports", inReports);
        cross.ifPresent(table -> {
            ObjectNode made = node.putObject("cross");
            made.put("rows", table.rows().text());
            table.columns().ifPresent(side -> made.put("columns", side.text()));
            table.third().ifPresent(side -> made.put("third", side.text()));
            ArrayNode measures = made.putArray("measures");
            table.measures().forEach(measure -> measures.add(measure.text()));
        });
        return node.toPrettyString();
    }

    static SavedQuery fromJson(String json, String key) {
        try {
            JsonNode node = JSON.readTree(json);
            Optional<CrossSpec> cross = Optional.empty();
            if (node.path("cross").isObject()) {
                JsonNode made = node.get("cross");
                List<String> measures = new ArrayList<>();
                made.path("measures").forEach(measure -> measures.add(measure.asText()));
                cross = Optional.of(CrossSpec.of(
                        made.path("rows").asText(),
                        made.path("columns").asText(),
                        made.path("third").asText(),
                        measures));
            }
            return new SavedQuery(
                    node.path("name").asText(),
                    node.path("layer").asText(),
                    node.path("where").asText(),
                    cross,
                    node.path("inReports").asBoolean());
        } catch (JsonProcessingException e) {
            throw new RiskMapException(Message.of("app.query-unreadable", key), e);
        }
    }
}
