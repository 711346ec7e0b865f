package riskmap.print;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * What stands for the fields in texts of a layout: {@code {title}}, {@code {date}}, {@code {scale}}. A field that is
 * known but has nothing to say gives the empty string; one that is not known is an error that names the item.
 */
public final class Fields {
    private static final Pattern FIELD = Pattern.compile("\\{([a-z][a-z0-9.-]*)}");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** No fields. */
    public Fields() {}

    /** A copy. */
    public Fields(Fields other) {
        values.putAll(other.values);
    }

    /** Sets a field; null for nothing to say. */
    public Fields put(String name, String value) {
        values.put(name, value == null ? "" : value);
        return this;
    }

    /** The field's value; the empty string when it has none. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The text with its fields filled in; {@code item} is named when a field is not known. */
    public String fill(String text, String item) {
        Matcher matcher = FIELD.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(known(matcher.group(1), item)));
        }
        return matcher.appendTail(result).toString();
    }

    /** The value of a field that must be known. */
    String known(String name, String item) {
        String value = values.get(name);
        if (value == null) {
            throw RiskMapException.of("print.field-unknown", item, name, NameList.of(new TreeSet<>(values.keySet())));
        }
        return value;
    }
}
