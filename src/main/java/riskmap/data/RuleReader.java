package riskmap.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the quality rules of a layer kind. */
final class RuleReader {
    private static final Set<String> NOT_SETTINGS = Set.of("key", "type", "zh", "en", "help_zh", "help_en", "severity");

    private RuleReader() {}

    static List<QualityRule> rules(JsonNode nodes, String file) {
        List<QualityRule> rules = new ArrayList<>();
        for (JsonNode node : nodes) {
            rules.add(rule(node, file));
        }
        return rules;
    }

    private static QualityRule rule(JsonNode node, String file) {
        String type = node.path("type").asText(QualityRule.HOLDS);
        Map<String, String> settings = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> {
            if (!NOT_SETTINGS.contains(entry.getKey())) {
                settings.put(entry.getKey(), setting(entry.getValue()));
            }
        });
        if (type.equals(QualityRule.HOLDS)) {
            CatalogueReader.text(node, QualityRule.HOLDS, file);
        }
        Title title = CatalogueReader.title(node, file);
        Title help = node.has("help_zh")
                ? new Title(CatalogueReader.text(node, "help_zh", file), CatalogueReader.text(node, "help_en", file))
                : title;
        QualityRule.Severity severity = node.has("severity")
                ? CatalogueReader.choice(
                        QualityRule.Severity.class, node.path("severity").asText(), file)
                : QualityRule.Severity.ERROR;
        return new QualityRule(CatalogueReader.text(node, "key", file), type, settings, title, help, severity);
    }

    private static String setting(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(",", parts);
    }
}
