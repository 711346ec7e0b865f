package riskmap.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.Translated;
import riskmap.data.Table;
import riskmap.data.Title;
import riskmap.risk.Chart;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.Working;

/**
 * A recorded run: where its numbers come from, its tables and notes. Kept in the project under {@code run:ID} as JSON;
 * texts are kept as keys, so that the record reads in any language.
 *
 * @param provenance model, parameters, inputs, outputs, proofs
 * @param tables result tables
 * @param notes what the user was told
 * @param zones names of the layers that hold its main layer, such as the risk zones
 * @param workings the computation with its numbers
 * @param charts tables worth drawing
 */
public record RunRecord(
        Provenance provenance,
        List<Table> tables,
        List<Message> notes,
        List<String> zones,
        List<Working> workings,
        List<Chart> charts) {
    /** Prefix of the keys of run records in a project. */
    public static final String PREFIX = "run:";

    private static final String FORMAT = "riskmap-run";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public RunRecord {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
        zones = List.copyOf(zones);
        workings = List.copyOf(workings);
        charts = List.copyOf(charts);
    }

    /** The same record with its zones in further layers too. */
    RunRecord withZones(List<String> further) {
        Set<String> all = new TreeSet<>(zones);
        all.addAll(further);
        return new RunRecord(provenance, tables, notes, List.copyOf(all), workings, charts);
    }

    /** The names of the layers that hold what it made: its main layer as it is called, others as they always are. */
    public Set<String> layers() {
        Set<String> names = new TreeSet<>(zones);
        String usual = RiskModels.all().stream()
                .filter(model -> model.id().equals(provenance.model()))
                .findFirst()
                .flatMap(RiskModel::mainLayer)
                .orElse("");
        provenance.outputs().stream()
                .map(Provenance.Content::name)
                .filter(name -> !name.equals(usual))
                .forEach(names::add);
        return names;
    }

    /** The same record after another run has taken over a layer. */
    RunRecord withoutZones(String taken) {
        return new RunRecord(
                provenance,
                tables,
                notes,
                zones.stream().filter(name -> !name.equals(taken)).toList(),
                workings,
                charts);
    }

    /** The record as text; the same record gives the same text. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", 1);
        root.set("provenance", JSON.valueToTree(provenance));
        ArrayNode tableNodes = root.putArray("tables");
        tables.forEach(table -> tableNodes.add(table(table)));
        ArrayNode noteNodes = root.putArray("notes");
        notes.forEach(note -> noteNodes.add(value(note)));
        ArrayNode zoneNodes = root.putArray("zones");
        zones.forEach(zoneNodes::add);
        ArrayNode workingNodes = root.putArray("workings");
        workings.forEach(working -> workingNodes.add(working(working)));
        root.set("charts", JSON.valueToTree(charts));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws RiskMapException when the text is no run record
     */
    public static RunRecord fromJson(String text, String runId) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!FORMAT.equals(root.path("format").asText())) {
                throw RiskMapException.of("app.run-record-wrong", runId);
            }
            Provenance provenance = JSON.treeToValue(root.path("provenance"), Provenance.class);
            List<Table> tables = new ArrayList<>();
            root.path("tables").forEach(node -> tables.add(table(node)));
            List<Message> notes = new ArrayList<>();
            root.path("notes").forEach(node -> notes.add((Message) value(node)));
            List<String> zones = new ArrayList<>();
            root.path("zones").forEach(node -> zones.add(node.asText()));
            List<Working> workings = new ArrayList<>();
            root.path("workings").forEach(node -> workings.add(working(node)));
            List<Chart> charts = new ArrayList<>();
            for (JsonNode node : root.path("charts")) {
                charts.add(JSON.treeToValue(node, Chart.class));
            }
            // records of the first version know no other name
            List<String> names = root.has("zones") ? zones : List.of(RiskRuns.ZONES);
            return new RunRecord(provenance, tables, notes, names, workings, charts);
        } catch (JsonProcessingException | RuntimeException e) {
            if (e instanceof RiskMapException known) {
                throw known;
            }
            throw new RiskMapException(Message.of("app.run-record-wrong", runId), e);
        }
    }

    /** The table with this id, if there is one. */
    public java.util.Optional<Table> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    private static ObjectNode working(Working working) {
        ObjectNode node = JSON.createObjectNode()
                .put("subject", working.subject())
                .put("formula", working.formula())
                .put("filled", working.filled())
                .put("value", working.value())
                .put("unit", working.unit());
        node.set("quantity", value(working.quantity()));
        return node;
    }

    private static Working working(JsonNode node) {
        return new Working(
                node.path("subject").asText(),
                (Message) value(node.path("quantity")),
                node.path("formula").asText(),
                node.path("filled").asText(),
                node.path("value").asText(),
                node.path("unit").asText());
    }

    private static ObjectNode table(Table table) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", table.id());
        node.set("title", value(table.title()));
        ArrayNode columns = node.putArray("columns");
        for (Table.Column column : table.columns()) {
            columns.addObject()
                    .put("key", column.key())
                    .put("unit", column.unit())
                    .put("decimals", column.decimals())
                    .set("title", value(column.title()));
        }
        ArrayNode rows = node.putArray("rows");
        for (List<Object> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cells.add(value(cell)));
        }
        return node;
    }

    private static Table table(JsonNode node) {
        List<Table.Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("columns")) {
            columns.add(new Table.Column(
                    column.path("key").asText(),
                    (Message) value(column.path("title")),
                    column.path("unit").asText(),
                    column.path("decimals").asInt()));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode row : node.path("rows")) {
            List<Object> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(value(cell)));
            rows.add(java.util.Collections.unmodifiableList(cells));
        }
        return new Table(node.path("id").asText(), (Message) value(node.path("title")), columns, rows);
    }

    private static JsonNode value(Object value) {
        if (value instanceof Message message) {
            ObjectNode node = JSON.createObjectNode().put("text", message.key());
            ArrayNode arguments = node.putArray("with");
            message.arguments().forEach(argument -> arguments.add(value(argument)));
            return node;
        }
        if (value instanceof Translated said) {
            return JSON.createObjectNode().put("zh", said.in(Language.CHINESE)).put("en", said.in(Language.ENGLISH));
        }
        return JSON.valueToTree(value);
    }

    private static Object value(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isObject() && node.has("zh")) {
            return new Title(node.path("zh").asText(), node.path("en").asText());
        }
        if (node.isObject()) {
            List<Object> arguments = new ArrayList<>();
            node.path("with").forEach(argument -> arguments.add(value(argument)));
            return new Message(node.path("text").asText(), arguments);
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return number.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }
}
