package riskmap.app.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What QGIS's aggregate asks for, as it is written here: its list of fields, JSON or as Python writes it, as
 * {@code "people":integer=sum(people);…}, its expression for groups as it is.
 */
final class QgisAggregates {
    private static final Pattern PYTHON = Pattern.compile("(:\\s*)(None|True|False)(?=\\s*[,}])");
    private static final Map<String, String> FUNCTIONS = Map.of(
            "first_value", "first",
            "last_value", "last",
            "minimum", "min",
            "maximum", "max",
            "stdev", "stddev_sample",
            "count_distinct", "unique",
            "count_missing", "empty",
            "array_agg", "array");
    private static final int DECIMAL = 6;
    /** Types of fields as Qt numbers them; others are as they come out. */
    private static final Map<Integer, String> TYPES =
            Map.of(2, ":integer", 3, ":integer", 4, ":integer", 5, ":integer", 6, ":decimal", 10, ":text", 14, ":date");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private QgisAggregates() {}

    /**
     * Puts ours in place of QGIS's two parameters, rows counted as ids has it; a list that cannot be read stays, to be
     * refused as it is.
     */
    static void plain(Map<String, String> given, UnaryOperator<String> ids) {
        String by = given.remove("GROUP_BY");
        if (by != null && !by.strip().equalsIgnoreCase("NULL")) {
            given.put("by", QgisExpression.ecql(ids.apply(by)));
        }
        String list = given.remove("AGGREGATES");
        if (list != null) {
            // within a group QGIS counts them anew: those of the layer are no nearer to that for being less by one
            given.put("fields", fields(list));
        }
    }

    /** Puts ours in place of the fields of “refactor fields”. */
    static void newFields(Map<String, String> given, UnaryOperator<String> ids) {
        given.computeIfPresent("FIELDS_MAPPING", (key, list) -> {
            JsonNode read = read(list);
            if (read == null) {
                return list;
            }
            List<String> fields = new ArrayList<>();
            for (JsonNode field : read) {
                String type = TYPES.getOrDefault(field.path("type").asInt(), "");
                String expression = ids.apply(field.path("expression").asText());
                String value = type.isEmpty()
                        ? QgisExpression.ecql(expression)
                        : QgisExpression.ecql(rounded(expression, field), type.substring(1));
                fields.add(quoted(field) + type + '=' + value);
            }
            return String.join(";", fields);
        });
    }

    /** Decimal numbers with the places the field has there. */
    private static String rounded(String expression, JsonNode field) {
        int places = field.path("precision").asInt();
        return field.path("type").asInt() == DECIMAL && places > 0
                ? "round(" + expression + ", " + places + ")"
                : expression;
    }

    private static String quoted(JsonNode field) {
        return '"' + field.path("name").asText().replace("\"", "\"\"") + '"';
    }

    /** The list; null where it cannot be read. */
    private static JsonNode read(String list) {
        JsonNode read;
        try {
            read = JSON.readTree(PYTHON.matcher(list)
                    .replaceAll(found -> found.group(1)
                            + (found.group(2).equals("None")
                                    ? "null"
                                    : found.group(2).toLowerCase(java.util.Locale.ROOT))));
        } catch (JsonProcessingException e) {
            return null;
        }
        return read == null || !read.isArray() ? null : read;
    }

    private static String fields(String list) {
        JsonNode read = read(list);
        if (read == null) {
            return list;
        }
        List<String> fields = new ArrayList<>();
        for (JsonNode field : read) {
            String function = field.path("aggregate").asText();
            String between = function.startsWith("concatenate")
                    ? ",'" + field.path("delimiter").asText().replace("'", "''") + "'"
                    : "";
            fields.add(quoted(field)
                    + TYPES.getOrDefault(field.path("type").asInt(), "")
                    + '='
                    + FUNCTIONS.getOrDefault(function, function)
                    + '('
                    + QgisExpression.ecql(field.path("input").asText())
                    + between
                    + ')');
        }
        return String.join(";", fields);
    }
}
