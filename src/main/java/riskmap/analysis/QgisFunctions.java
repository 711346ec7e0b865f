package riskmap.analysis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.feature.type.Name;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.feature.NameImpl;
import org.geotools.filter.FunctionExpressionImpl;
import org.geotools.filter.FunctionFactory;
import org.geotools.filter.capability.FunctionNameImpl;
import org.geotools.util.Converters;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.RiskMapException;
import riskmap.data.BoundedPattern;

/**
 * Functions that QGIS's expressions have and ECQL has not, by the names they have there: they work in every condition and
 * calculation. Places in a text count from 1; where an argument has no value there is none of the function, but for
 * {@code coalesce}, {@code concat} and {@code nullif}.
 */
public final class QgisFunctions implements FunctionFactory {
    /** What a function makes of its arguments. */
    private interface Work {
        Object of(List<Object> arguments);
    }

    /**
     * A function.
     *
     * @param least number of arguments there must be
     * @param most number there may be
     * @param nulls whether it is asked where an argument has no value
     */
    private record Known(int least, int most, boolean nulls, Work work) {}

    private static final int ANY = 100;
    /** A text is filled up to so many characters at most: a slip of the pen must not fill the memory, row by row. */
    private static final int WIDEST = 10_000;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Functions that are there already and take a pattern second. */
    private static final Set<String> BY_PATTERN = Set.of("strMatches", "strReplace");

    private static final Map<String, Known> ALL = new LinkedHashMap<>();

    static {
        add("left", 2, 2, a -> left(text(a, 0), whole(a, 1)));
        add("right", 2, 2, a -> right(text(a, 0), whole(a, 1)));
        add("substr", 2, 3, a -> substr(text(a, 0), whole(a, 1), a.size() > 2 ? whole(a, 2) : null));
        add("upper", 1, 1, a -> text(a, 0).toUpperCase(Locale.ROOT));
        add("lower", 1, 1, a -> text(a, 0).toLowerCase(Locale.ROOT));
        add("trim", 1, 1, a -> text(a, 0).strip());
        add("length", 1, 1, a -> a.get(0) instanceof Geometry shape ? shape.getLength() : (Object) points(text(a, 0)));
        add("strpos", 2, 2, a -> place(text(a, 0), text(a, 0).indexOf(text(a, 1))));
        add("replace", 3, 3, a -> text(a, 0).replace(text(a, 1), text(a, 2)));
        add("lpad", 3, 3, a -> pad(text(a, 0), whole(a, 1), text(a, 2), true));
        add("rpad", 3, 3, a -> pad(text(a, 0), whole(a, 1), text(a, 2), false));
        add(
                "regexp_match",
                2,
                2,
                a -> place(
                        text(a, 0),
                        BoundedPattern.of(text(a, 1)).apply(text(a, 0), found -> found.find() ? found.start() : -1)));
        add("regexp_replace", 3, 3, a -> {
            String by = text(a, 2).replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
            return BoundedPattern.of(text(a, 1)).apply(text(a, 0), found -> found.replaceAll(by));
        });
        add("regexp_substr", 2, 2, a -> BoundedPattern.of(text(a, 1))
                .apply(text(a, 0), found -> found.find() ? found.group(Math.min(1, found.groupCount())) : ""));
        add(
                "to_int",
                1,
                1,
                a -> a.get(0) instanceof Number number
                        ? (Object) (number instanceof Long ? number.longValue() : Math.round(number.doubleValue()))
                        : Converters.convert(text(a, 0).strip(), Long.class));
        add("to_real", 1, 1, a -> Converters.convert(a.get(0), Double.class));
        add("to_string", 1, 1, a -> text(a, 0));
        add("ln", 1, 1, a -> Math.log(number(a, 0)));
        add("log10", 1, 1, a -> Math.log10(number(a, 0)));
        add("year", 1, 1, a -> part(a.get(0), ChronoField.YEAR));
        add("month", 1, 1, a -> part(a.get(0), ChronoField.MONTH_OF_YEAR));
        add("day", 1, 1, a -> part(a.get(0), ChronoField.DAY_OF_MONTH));
        ALL.put("coalesce", new Known(1, ANY, true, a -> a.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null)));
        ALL.put("concat", new Known(1, ANY, true, a -> {
            StringBuilder all = new StringBuilder();
            a.stream().filter(Objects::nonNull).forEach(one -> all.append(text(List.of(one), 0)));
            return all.toString();
        }));
        ALL.put("nullif", new Known(2, 2, true, a -> same(a.get(0), a.get(1)) ? null : a.get(0)));
    }

    private static void add(String name, int least, int most, Work work) {
        ALL.put(name, new Known(least, most, false, work));
    }

    /** The names of the functions. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    @Override
    public List<FunctionName> getFunctionNames() {
        List<FunctionName> names = new ArrayList<>();
        ALL.forEach((name, known) -> names.add(name(name, known)));
        return names;
    }

    @Override
    public Function function(String name, List<Expression> arguments, Literal fallback) {
        return function(new NameImpl(name), arguments, fallback);
    }

    @Override
    public Function function(Name name, List<Expression> arguments, Literal fallback) {
        String plain = name.getLocalPart().toLowerCase(Locale.ROOT);
        Known known = ALL.get(plain);
        if (known == null) {
            return null;
        }
        Call call = new Call(plain, known);
        if (arguments != null) {
            call.setParameters(arguments);
        }
        call.setFallbackValue(fallback);
        return call;
    }

    private static FunctionName name(String name, Known known) {
        return new FunctionNameImpl(
                name,
                FunctionNameImpl.parameter("result", Object.class),
                FunctionNameImpl.parameter("value", Object.class, known.least(), known.most()));
    }

    /** A call of a function in an expression. */
    private static final class Call extends FunctionExpressionImpl {
        private final Known known;

        Call(String name, Known known) {
            super(QgisFunctions.name(name, known));
            this.known = known;
        }

        @Override
        public void setParameters(List<Expression> arguments) {
            if (arguments.size() < known.least() || arguments.size() > known.most()) {
                throw new IllegalArgumentException(
                        getName() + ": " + known.least() + "–" + known.most() + " ≠ " + arguments.size());
            }
            super.setParameters(arguments);
        }

        @Override
        public Object evaluate(Object feature) {
            List<Object> values = new ArrayList<>();
            for (Expression argument : getParameters()) {
                Object value = argument.evaluate(feature);
                if (value == null && !known.nulls()) {
                    return null;
                }
                values.add(value);
            }
            return known.work().of(values);
        }
    }

    /** An argument as a text; whole numbers without a point. */
    private static String text(List<Object> arguments, int i) {
        Object value = arguments.get(i);
        if (value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15) {
            return Long.toString(real.longValue());
        }
        return value.toString();
    }

    private static double number(List<Object> arguments, int i) {
        Double number = Converters.convert(arguments.get(i), Double.class);
        return number == null ? Double.NaN : number;
    }

    private static int whole(List<Object> arguments, int i) {
        return (int) Math.round(number(arguments, i));
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Number a && other instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : Objects.equals(one, other);
    }

    /** How many characters a text has, those outside the basic plane once. */
    private static long points(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Where a place in a text is, counted from 1; 0 for none. */
    private static long place(String text, int at) {
        return at < 0 ? 0 : text.codePointCount(0, at) + 1L;
    }

    /** From the one character to before the other. */
    private static String between(String text, long from, long to) {
        long all = points(text);
        int first = text.offsetByCodePoints(0, (int) Math.max(0, Math.min(all, from)));
        int last = text.offsetByCodePoints(0, (int) Math.max(0, Math.min(all, to)));
        return first < last ? text.substring(first, last) : "";
    }

    private static String left(String text, int count) {
        return count < 0 ? between(text, 0, points(text) + count) : between(text, 0, count);
    }

    private static String right(String text, int count) {
        long all = points(text);
        return count < 0 ? between(text, -count, all) : between(text, all - count, all);
    }

    /** A start below 0 counts from the end; a length below 0 is what is left out at the end. */
    private static String substr(String text, int start, Integer length) {
        long all = points(text);
        long from = start > 0 ? start - 1 : start < 0 ? Math.max(0, all + start) : 0;
        return between(text, from, length == null ? all : length < 0 ? all + length : from + length);
    }

    /** A text of that many characters, filled up, or cut. */
    private static String pad(String text, int width, String fill, boolean before) {
        if (width > WIDEST) {
            throw RiskMapException.of("analysis.pad-too-wide", width, WIDEST);
        }
        long missing = width - points(text);
        if (missing <= 0 || fill.isEmpty()) {
            return between(text, 0, width);
        }
        String more = between(fill.repeat((int) missing), 0, missing);
        return before ? more + text : text + more;
    }

    /** The part of a date, or of a text that begins with one; null where there is none. */
    private static Object part(Object date, ChronoField field) {
        if (date instanceof Date moment && date.getClass() == Date.class) {
            return (long) LocalDateTime.ofInstant(moment.toInstant(), ZoneId.systemDefault())
                    .get(field);
        }
        Matcher day = DAY.matcher(date.toString());
        try {
            return day.lookingAt() ? (Object) LocalDate.parse(day.group()).getLong(field) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** Says what is wrong with a pattern that is written out, before any row is read. */
    static void checkPattern(Function function) {
        boolean matches = function instanceof Call && function.getName().startsWith("regexp_")
                || BY_PATTERN.contains(function.getName());
        if (matches && function.getParameters().get(1) instanceof Literal written) {
            BoundedPattern.of(String.valueOf(written.getValue()));
        }
    }
}
