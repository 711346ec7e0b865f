package riskmap.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.text.cql2.CQLException;
import riskmap.base.RiskMapException;
import riskmap.data.Ecql;

/**
 * Reads OGC expressions. Only functions that compute a value from values are let in, and property names are names, not
 * paths: an opened style never reaches code, files or the network.
 */
final class ExpressionReader {
    static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    /** Functions that only compute: no environment, no class access, no regular expressions, no rendering. */
    static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "abs_2",
            "abs_3",
            "abs_4",
            "area",
            "between",
            "boundary",
            "buffer",
            "Categorize",
            "ceil",
            "centroid",
            "Concatenate",
            "convexHull",
            "dateFormat",
            "double2bool",
            "endPoint",
            "equalTo",
            "exp",
            "floor",
            "geometryType",
            "geomLength",
            "greaterEqualThan",
            "greaterThan",
            "if_then_else",
            "in",
            "in2",
            "in3",
            "in4",
            "in5",
            "in6",
            "in7",
            "in8",
            "in9",
            "in10",
            "int2bbool",
            "int2ddouble",
            "interiorPoint",
            "Interpolate",
            "isEmpty",
            "isNull",
            "lessEqualThan",
            "lessThan",
            "log",
            "max",
            "max_2",
            "max_3",
            "max_4",
            "min",
            "min_2",
            "min_3",
            "min_4",
            "modulo",
            "not",
            "notEqualTo",
            "numberFormat",
            "numberFormat2",
            "numPoints",
            "offset",
            "parseBoolean",
            "parseDouble",
            "parseInt",
            "parseLong",
            "pow",
            "Recode",
            "rint",
            "round",
            "roundDouble",
            "round_2",
            "sqrt",
            "startPoint",
            "strAbbreviate",
            "strCapitalize",
            "strConcat",
            "strDefaultIfBlank",
            "strEndsWith",
            "strEqualsIgnoreCase",
            "strIndexOf",
            "strLastIndexOf",
            "strLength",
            "strPosition",
            "strStartsWith",
            "strSubstring",
            "strSubstringStart",
            "strToLowerCase",
            "strToUpperCase",
            "strTrim",
            "strTrim2",
            "vertices");

    /** Functions of text that QGIS writes by its own names. */
    private static final Map<String, String> AS_QGIS_CALLS =
            Map.of("upper", "strToUpperCase", "lower", "strToLowerCase", "length", "strLength", "trim", "strTrim");

    /** Letters of any script, digits and the punctuation of column names; a dotted name has no parentheses. */
    private static final Pattern PROPERTY = Pattern.compile("[\\p{L}\\p{N}_ .\\-%·（）、]+|[\\p{L}\\p{N}_ \\-%·()]+");

    /** Capitals make no difference to GeoTools, which calls itself {@code Area} what it finds as {@code area}. */
    private static final Set<String> LET_IN =
            FUNCTIONS.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{([^}]*)\\}");

    /** What SE 1.1 functions give for a value that they cannot take. */
    static final String FALLBACK = "fallbackValue";

    private final SldNotes notes;

    ExpressionReader(SldNotes notes) {
        this.notes = notes;
    }

    /** An expression given by an element such as {@code ogc:PropertyName}; the null literal for one not understood. */
    Expression expression(SldElement element) {
        return switch (element.name()) {
            case "Literal" -> literal(rawText(element));
            case "PropertyName", "ValueReference" -> property(element, element.text());
            case "Add", "Sub", "Mul", "Div" -> arithmetic(element);
            case "Function" -> function(element, element.attribute("name"));
            case "Categorize", "Interpolate", "Recode", "Concatenate" -> symbologyFunction(element);
            case "ChangeCase" ->
                text(element, "toLower".equals(element.attribute("direction")) ? "strToLowerCase" : "strToUpperCase");
            case "StringLength" -> text(element, "strLength");
            case "Trim" -> trimmed(element);
            case "FormatNumber" ->
                FILTERS.function("numberFormat", part(element, "Pattern"), part(element, "NumericValue"));
            default -> {
                notes.unknown(element);
                yield FILTERS.literal(null);
            }
        };
    }

    /**
     * A parameter's value: text, an expression, or both mixed, which are joined; null when the element is missing. Line
     * breaks and the blanks beside them only set the document out, but those in {@code CDATA} count.
     */
    Expression value(SldElement element) {
        if (element == null) {
            return null;
        }
        List<Expression> parts = new ArrayList<>();
        List<Object> content = element.content();
        for (int i = 0; i < content.size(); i++) {
            Object part = content.get(i);
            if (part instanceof SldElement child) {
                parts.add(expression(child));
            } else if (part instanceof String text) {
                parts.addAll(template(element, words(text, i > 0, i + 1 < content.size())));
            } else if (part instanceof SldElement.Exact exact) {
                parts.addAll(template(element, exact.text()));
            }
        }
        return joined(parts);
    }

    /** Text as it is meant: blanks beside another part on the same line are one, all others only set the document out. */
    private static String words(String text, boolean after, boolean before) {
        String words = text.strip();
        if (words.isEmpty()) {
            return after && before && !text.isEmpty() && text.indexOf('\n') < 0 ? " " : "";
        }
        String leading = text.substring(0, text.indexOf(words));
        String trailing = text.substring(leading.length() + words.length());
        boolean first = after && !leading.isEmpty() && leading.indexOf('\n') < 0;
        boolean last = before && !trailing.isEmpty() && trailing.indexOf('\n') < 0;
        return (first ? " " : "") + words + (last ? " " : "");
    }

    /** A parameter's value of a kind: null when the element is missing or its value, which is reported, is not of it. */
    Expression value(SldElement element, ValueKind kind) {
        if (element == null) {
            return null;
        }
        String parameter = element.attribute("name") == null ? element.name() : element.attribute("name");
        return kind.checked(value(element), element, parameter, notes);
    }

    private static Expression joined(List<Expression> parts) {
        if (parts.isEmpty()) {
            return FILTERS.literal("");
        }
        return parts.size() == 1 ? parts.get(0) : FILTERS.function("Concatenate", parts.toArray(new Expression[0]));
    }

    /** Text with {@code ${…}} in it, GeoServer's short form for a property or an expression in ECQL. */
    private List<Expression> template(SldElement element, String text) {
        List<Expression> parts = new ArrayList<>();
        Matcher matcher = TEMPLATE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                parts.add(literal(text.substring(from, matcher.start())));
            }
            parts.add(computed(element, matcher.group(1).strip()));
            from = matcher.end();
        }
        if (from < text.length()) {
            parts.add(literal(text.substring(from)));
        }
        return parts;
    }

    private Expression computed(SldElement element, String text) {
        int call = text.indexOf('(');
        if (PROPERTY.matcher(text).matches() && (call < 0 || !isLetIn(text.substring(0, call)))) {
            return property(element, text);
        }
        try {
            Expression expression = Ecql.expression(text);
            if (OnlyComputing.is(expression, ExpressionReader::isLetIn, PROPERTY)) {
                return expression;
            }
        } catch (CQLException | RiskMapException noExpression) {
            // it may be a name with a prefix, else it is refused
        }
        return property(element, text);
    }

    Expression property(SldElement element, String path) {
        String name = path.contains(":") && !path.contains("/") ? path.substring(path.lastIndexOf(':') + 1) : path;
        if (!PROPERTY.matcher(name).matches()) {
            notes.refused(element, path);
            return FILTERS.literal(null);
        }
        return FILTERS.property(name);
    }

    /** A number where the text is the number's own spelling, otherwise the text, so that it writes back unchanged. */
    static Expression literal(String text) {
        try {
            if (text.equals(Long.toString(Long.parseLong(text)))) {
                return FILTERS.literal(Long.parseLong(text));
            }
        } catch (NumberFormatException notWhole) {
            // tried as a decimal below
        }
        try {
            if (text.equals(Double.toString(Double.parseDouble(text)))) {
                return FILTERS.literal(Double.parseDouble(text));
            }
        } catch (NumberFormatException notNumber) {
            // it is text
        }
        return FILTERS.literal(text);
    }

    private static String rawText(SldElement element) {
        StringBuilder result = new StringBuilder();
        for (Object part : element.content()) {
            if (part instanceof String text) {
                result.append(text);
            } else if (part instanceof SldElement.Exact exact) {
                result.append(exact.text());
            }
        }
        String text = result.toString();
        boolean number = ((Literal) literal(text.strip())).getValue() instanceof Number;
        // blanks within a line are part of a word such as “ km”; a broken line only sets the document out
        return text.isBlank() || !number && text.indexOf('\n') < 0 ? text : text.strip();
    }

    private Expression arithmetic(SldElement element) {
        List<SldElement> operands = element.elements();
        if (operands.size() != 2) {
            notes.unknown(element);
            return FILTERS.literal(null);
        }
        Expression a = expression(operands.get(0));
        Expression b = expression(operands.get(1));
        return switch (element.name()) {
            case "Add" -> FILTERS.add(a, b);
            case "Sub" -> FILTERS.subtract(a, b);
            case "Mul" -> FILTERS.multiply(a, b);
            default -> FILTERS.divide(a, b);
        };
    }

    private static boolean isLetIn(String function) {
        return LET_IN.contains(function.toLowerCase(Locale.ROOT));
    }

    private Expression function(SldElement element, String called) {
        String name = called == null ? null : AS_QGIS_CALLS.getOrDefault(called, called);
        if (name == null || !isLetIn(name)) {
            element.ignore();
            notes.refused(element, "Function " + name);
            return FILTERS.literal(null);
        }
        Expression[] arguments =
                element.elements().stream().map(this::expression).toArray(Expression[]::new);
        try {
            return FILTERS.function(name, arguments);
        } catch (RuntimeException unusable) {
            notes.refused(element, "Function " + name);
            return FILTERS.literal(null);
        }
    }

    /** A function of SE 1.1 of one text. */
    private Expression text(SldElement element, String function) {
        return FILTERS.function(function, part(element, "StringValue"));
    }

    /** SE 1.1: blanks, or another character, are taken from the beginning where nothing is said. */
    private Expression trimmed(SldElement element) {
        String side = element.attribute("stripOffPosition");
        String what = element.attribute("stripOffChar");
        return FILTERS.function(
                "strTrim2",
                part(element, "StringValue"),
                FILTERS.literal(side == null ? "leading" : side),
                FILTERS.literal(what == null ? " " : what));
    }

    private Expression part(SldElement element, String name) {
        Expression value = value(element.element(name));
        return value == null ? FILTERS.literal(null) : value;
    }

    /** SE 1.1 writes some functions as elements; their children become the function's arguments in order. */
    private Expression symbologyFunction(SldElement element) {
        List<Expression> arguments = new ArrayList<>();
        for (SldElement child : element.elements()) {
            switch (child.name()) {
                case "LookupValue", "Value", "Threshold", "StringValue" -> arguments.add(value(child));
                case "MapItem", "InterpolationPoint" -> child.elements().forEach(part -> arguments.add(value(part)));
                default -> arguments.add(expression(child));
            }
        }
        // the schema of the standard spells the first one with two h
        for (String option : List.of("thresholdsBelongTo", "threshholdsBelongTo", "mode", "method")) {
            if (element.attribute(option) != null) {
                arguments.add(FILTERS.literal(element.attribute(option)));
            }
        }
        if (element.attribute(FALLBACK) != null) {
            notes.unknown(element, FALLBACK);
        }
        return FILTERS.function(element.name(), arguments.toArray(new Expression[0]));
    }
}
