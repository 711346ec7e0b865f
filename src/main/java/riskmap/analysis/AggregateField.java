package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.util.Converters;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * A field that says something of each group of rows: {@code name = function(expression)}, such as
 * {@code people = sum(people)} or {@code villages:text = concatenate(name, '、')}. Types that can be asked for are
 * {@code integer}, {@code decimal}, {@code text} and {@code date}; else it is that of what comes out.
 *
 * @param name of the field
 * @param type asked for, empty for none
 * @param function of {@link #FURTHER} or a statistic of {@link FieldSummary}
 * @param expression of a row
 * @param between what stands between texts put after each other
 */
record AggregateField(String name, String type, String function, String expression, String between) {
    /** The standard deviation of a sample: that of the values by n − 1, none of a single one. */
    private static final String SAMPLE = "stddev_sample";
    /** Functions that are no statistics of {@link FieldSummary}: the value of the first or last row, or all of them. */
    private static final List<String> FURTHER =
            List.of("first", "last", "concatenate", "concatenate_unique", "array", SAMPLE);

    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern TYPED = Pattern.compile("(.*):\\s*(integer|decimal|text|date)", Pattern.DOTALL);

    /** The fields of a text, with semicolons between them; none of a blank one. */
    static List<AggregateField> read(String text) {
        List<AggregateField> fields = new ArrayList<>();
        for (String part : TopLevel.split(text == null ? "" : text, ';')) {
            if (!part.isEmpty()) {
                fields.add(one(part));
            }
        }
        return fields;
    }

    private static AggregateField one(String text) {
        int equals = TopLevel.split(text, '=').get(0).length();
        equals = text.indexOf('=', equals);
        Matcher call = CALL.matcher(equals < 0 ? "" : text.substring(equals + 1).strip());
        if (!call.matches()) {
            throw RiskMapException.of("analysis.aggregate-not-read", text);
        }
        String name = text.substring(0, equals).strip();
        Matcher typed = TYPED.matcher(name);
        String type = typed.matches() ? typed.group(2) : "";
        name = typed.matches() ? typed.group(1).strip() : name;
        String plain = TopLevel.unquoted(name, '"');
        name = plain == null ? name : plain;
        String function = call.group(1).toLowerCase(java.util.Locale.ROOT);
        Set<String> known = new HashSet<>(FieldSummary.names());
        known.addAll(FURTHER);
        if (!known.contains(function)) {
            NameList all = NameList.of(known.stream().sorted().toList());
            throw RiskMapException.of("analysis.statistic-unknown", call.group(1), all);
        }
        List<String> arguments = TopLevel.split(call.group(2), ',');
        String between = ",";
        String last = between(arguments.get(arguments.size() - 1));
        if (function.startsWith("concatenate") && arguments.size() > 1 && last != null) {
            between = last;
            arguments = arguments.subList(0, arguments.size() - 1);
        }
        String expression = String.join(",", arguments);
        if (name.isEmpty() || expression.isBlank()) {
            throw RiskMapException.of("analysis.aggregate-not-read", text);
        }
        return new AggregateField(name, type, function, expression, between);
    }

    /** What is put between texts: a text in quotation marks, or marks such as 、 as they are; else null. */
    private static String between(String argument) {
        String quoted = TopLevel.unquoted(argument, '\'');
        boolean marks = !argument.isEmpty() && argument.codePoints().allMatch(AggregateField::isMark);
        return quoted == null && marks ? argument : quoted;
    }

    private static boolean isMark(int letter) {
        return !Character.isLetterOrDigit(letter) && "'\"()_".indexOf(letter) < 0;
    }

    /**
     * The field of a layer, by the values of its expression.
     *
     * @param binding class of what it holds
     * @param of what it says of rows
     */
    record Worked(Class<?> binding, Function<int[], Object> of) {}

    /** What the field says of rows that have these values. */
    Worked worked(Object[] values, SimpleFeatureType layer) {
        Worked natural =
                switch (function) {
                    case "first" -> new Worked(common(values, layer), rows -> values[rows[0]]);
                    case "last" -> new Worked(common(values, layer), rows -> values[rows[rows.length - 1]]);
                    case "concatenate", "concatenate_unique" ->
                        new Worked(String.class, rows -> concatenated(values, rows));
                    case "array" -> new Worked(String.class, rows -> array(values, rows));
                    case SAMPLE -> sample(values);
                    default -> statistic(values, function);
                };
        Class<?> asked =
                switch (type) {
                    case "integer" -> Long.class;
                    case "decimal" -> Double.class;
                    case "text" -> String.class;
                    case "date" -> java.time.LocalDate.class;
                    default -> natural.binding();
                };
        return new Worked(asked, rows -> fit(natural.of().apply(rows), asked));
    }

    private Worked sample(Object[] values) {
        Worked all = statistic(values, "stddev");
        Worked count = statistic(values, "count");
        return new Worked(Double.class, rows -> {
            long n = (Long) count.of().apply(rows);
            return n < 2 ? null : Double.valueOf((Double) all.of().apply(rows) * Math.sqrt((double) n / (n - 1)));
        });
    }

    private Worked statistic(Object[] values, String function) {
        FieldSummary summary = FieldSummary.of(values);
        int at = summary.columns().indexOf(function);
        if (at < 0 && Arrays.stream(values).noneMatch(Objects::nonNull)) {
            return new Worked(String.class, rows -> null);
        } else if (at < 0 && (function.equals("majority") || function.equals("minority"))) {
            return new Worked(String.class, rows -> mostOrLeast(values, rows, function.equals("majority")));
        } else if (at < 0) {
            throw RiskMapException.of(
                    "analysis.aggregate-of-others", function, expression, NameList.of(summary.columns()));
        }
        FieldSummary only = summary.only(List.of(function));
        return new Worked(only.binding(function), rows -> only.of(rows).get(0));
    }

    /** The text that most rows have, or the fewest; of several the first by its letters; null where none has any. */
    private static String mostOrLeast(Object[] values, int[] rows, boolean most) {
        Map<String, Integer> times = new TreeMap<>();
        for (int row : rows) {
            if (values[row] != null) {
                times.merge(values[row].toString(), 1, Integer::sum);
            }
        }
        String found = null;
        for (Map.Entry<String, Integer> each : times.entrySet()) {
            int other = found == null ? 0 : times.get(found);
            if (found == null || (most ? each.getValue() > other : each.getValue() < other)) {
                found = each.getKey();
            }
        }
        return found;
    }

    private Class<?> common(Object[] values, SimpleFeatureType layer) {
        String plain = TopLevel.unquoted(expression, '"');
        String field = FieldNames.there(plain == null ? expression : plain, layer);
        if (field != null) {
            return layer.getDescriptor(field).getType().getBinding();
        }
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (Object value : values) {
            if (value != null) {
                classes.add(value.getClass());
            }
        }
        boolean numbers = classes.stream().allMatch(Number.class::isAssignableFrom);
        return classes.size() == 1
                ? classes.iterator().next()
                : numbers && !classes.isEmpty() ? Double.class : String.class;
    }

    /** As QGIS has it, a row without a value is an empty text among others, and what comes out empty is none. */
    private String concatenated(Object[] values, int[] rows) {
        var texts = Arrays.stream(rows).mapToObj(row -> written(values[row]));
        String all = (function.endsWith("unique") ? texts.distinct() : texts).collect(Collectors.joining(between));
        return all.isEmpty() ? null : all;
    }

    /** As the text of a JSON array. */
    private static String array(Object[] values, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> values[row])
                .map(value -> value == null || value instanceof Number || value instanceof Boolean
                        ? value == null ? "null" : written(value)
                        : '"' + written(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** A value as text: 7.0 is 7. */
    private static String written(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return value == null ? "" : value.toString();
    }

    private Object fit(Object value, Class<?> asked) {
        if (value == null || asked.isInstance(value)) {
            return value;
        } else if (asked == String.class) {
            return written(value);
        }
        Object fitting = asked == Long.class && value instanceof Number number
                ? whole(number.doubleValue())
                : Converters.convert(value, asked);
        if (fitting == null) {
            throw RiskMapException.of(
                    "analysis.aggregate-type", name, value, type.isEmpty() ? asked.getSimpleName() : type);
        }
        return fitting;
    }

    /** Half and more is rounded away from zero, as QGIS does. */
    private static Long whole(double number) {
        return Math.abs(number) < 9e15 ? (Long) (Math.round(Math.abs(number)) * (number < 0 ? -1 : 1)) : null;
    }
}
