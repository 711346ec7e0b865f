package riskmap.app.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists in calls of QGIS as scripts and model files write them, {@code [0, 2]}, {@code ['name', 'kind']} or
 * {@code ["a.gpkg|layername=b"]}: here they are the same values with a comma, between layers a semicolon, and an empty list is no
 * value.
 */
final class QgisLists {
    private static final Pattern LIST = Pattern.compile("\\s*[\\[(](.*)[\\])]\\s*", Pattern.DOTALL);
    /** A text in quotes, in which a stroke escapes, or what stands up to the next comma or semicolon. */
    private static final Pattern ITEM = Pattern.compile(
            "\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^,;]*?))\\s*(?:[,;]|$)", Pattern.DOTALL);

    private static final List<String> EXPRESSIONS =
            List.of("EXPRESSION", "FORMULA", "SORT_EXPRESSION", "GROUP_BY", "AGGREGATES", "FIELDS_MAPPING");

    private QgisLists() {}

    /** A call whose lists are written as here; expressions stay as they are. */
    static QgisNames.Call plain(QgisNames.Call call, QgisLines.Line line) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.parameters().forEach((name, text) -> {
            QgisLines.Target target = line.targets().get(name);
            boolean layers = target != null && target.isList();
            parameters.put(name, EXPRESSIONS.contains(name) ? text : plain(text, layers ? ";" : ","));
        });
        return new QgisNames.Call(call.operation(), call.inputs(), parameters);
    }

    /** The values of a list with this between them; a text that is no list as it is. */
    static String plain(String text, String between) {
        Matcher list = LIST.matcher(text);
        if (!list.matches()) {
            return text;
        }
        return items(list.group(1)).stream().collect(Collectors.joining(between));
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        int from = 0;
        while (from < text.length() && item.find(from)) {
            String quoted = item.group(1) != null ? item.group(1) : item.group(2);
            items.add(quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : item.group(3));
            from = item.end();
        }
        if (text.matches("(?s).*[,;]\\s*") && !text.isBlank()) {
            // an empty value at the end
            items.add("");
        }
        return items;
    }
}
