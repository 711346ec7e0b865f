package riskmap.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.map.LocalText;

/** The JSON of a template; what is not known or not what it should be is an error that says the place. */
final class TemplateReader {
    private static final Set<String> TOP =
            Set.of("format", "version", "name", "label", "issuer", "issue", "title", "models", "fields", "sections");
    private static final Set<String> SECTION =
            Set.of("type", "title", "texts", "tables", "columns", "kinds", "measures", "levels", "limit");
    private static final Set<String> FIELD = Set.of("key", "title", "value");

    private final String where;

    TemplateReader(String where) {
        this.where = where;
    }

    ReportTemplate template(JsonNode root) {
        known(root, TOP, "");
        List<ReportTemplate.Setting> fields = new ArrayList<>();
        for (JsonNode node : root.path("fields")) {
            String place = "fields[" + fields.size() + "]";
            known(node, FIELD, place);
            String key = node.path("key").asText();
            if (!key.matches("[a-z][a-z0-9-]*")) {
                throw wrong(place + ".key", key);
            }
            fields.add(new ReportTemplate.Setting(
                    key, text(node.path("title"), place + ".title"), text(node.path("value"), place + ".value")));
        }
        List<SectionSpec> sections = new ArrayList<>();
        for (JsonNode node : root.path("sections")) {
            sections.add(section(node, "sections[" + sections.size() + "]"));
        }
        if (sections.isEmpty()) {
            throw wrong("sections", "");
        }
        return new ReportTemplate(
                root.path("name").asText(where),
                text(root.path("label"), "label"),
                text(root.path("issuer"), "issuer"),
                text(root.path("issue"), "issue"),
                text(root.path("title"), "title"),
                names(root.path("models"), "models"),
                fields,
                sections);
    }

    private SectionSpec section(JsonNode node, String place) {
        known(node, SECTION, place);
        String type = node.path("type").asText();
        if (!ReportTemplates.types().contains(type)) {
            throw RiskMapException.of(
                    "report.section-unknown", where, place, type, NameList.of(ReportTemplates.types()));
        }
        Map<Integer, List<LocalText>> levels = new TreeMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> each = node.path("levels").fields(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> level = each.next();
            if (!level.getKey().matches("[1-4]")) {
                throw wrong(place + ".levels", level.getKey());
            }
            levels.put(Integer.valueOf(level.getKey()), texts(level.getValue(), place + ".levels." + level.getKey()));
        }
        return new SectionSpec(
                type,
                text(node.path("title"), place + ".title"),
                texts(node.path("texts"), place + ".texts"),
                names(node.path("tables"), place + ".tables"),
                names(node.path("columns"), place + ".columns"),
                names(node.path("kinds"), place + ".kinds"),
                names(node.path("measures"), place + ".measures"),
                levels,
                node.path("limit").asInt(0));
    }

    private void known(JsonNode node, Set<String> names, String place) {
        for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
            String name = each.next();
            if (!names.contains(name)) {
                throw RiskMapException.of(
                        "report.template-entry",
                        where,
                        place.isEmpty() ? name : place + "." + name,
                        NameList.of(new TreeSet<>(names)));
            }
        }
    }

    private List<String> names(JsonNode node, String place) {
        List<String> result = new ArrayList<>();
        for (JsonNode each : node) {
            if (!each.isTextual()) {
                throw wrong(place, each.toString());
            }
            result.add(each.textValue());
        }
        return result;
    }

    private List<LocalText> texts(JsonNode node, String place) {
        List<LocalText> result = new ArrayList<>();
        for (JsonNode each : node) {
            result.add(text(each, place + "[" + result.size() + "]"));
        }
        return result;
    }

    private LocalText text(JsonNode node, String place) {
        if (node.isMissingNode() || node.isNull()) {
            return LocalText.EMPTY;
        }
        if (node.isTextual()) {
            return LocalText.of(node.textValue());
        }
        if (!node.path("zh").isTextual() || !node.path("en").isTextual()) {
            throw wrong(place, node.toString());
        }
        return new LocalText(node.get("zh").textValue(), node.get("en").textValue());
    }

    private RiskMapException wrong(String place, String value) {
        return RiskMapException.of("report.template-value", where, place, value);
    }
}
