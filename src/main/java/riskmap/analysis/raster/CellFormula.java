package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas over rasters as the calculators of QGIS and of gdal write them, in those of our raster calculator: comparisons
 * that are numbers, {@code and} and {@code or}, powers, and functions by the names of QGIS and of NumPy.
 *
 * <p>Example: {@code A * (A > 150) + B ** 2} is {@code (a * greaterThan(a, 150) + pow(b, 2))}.
 */
public final class CellFormula {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)|([A-Za-z_][\\w.]*)|(\\*\\*|<=|>=|==|!=|<>|[-+*/^()<>=,&|]))");
    /** What has no word here and is nothing that our own formulas do not have. */
    private static final Pattern FOREIGN = Pattern.compile(
            "[<>=^&|]|!=|\\*\\*|\\b[A-E]\\b|(?i)\\b(and|or|ln|log10|if|where|maximum|minimum|power|fabs|absolute|logical_\\w+)\\b");

    private static final Map<String, String> COMPARED = Map.of(
            "<", "lessThan",
            "<=", "lessEqualThan",
            ">", "greaterThan",
            ">=", "greaterEqualThan",
            "=", "equalTo",
            "==", "equalTo",
            "!=", "notEqualTo",
            "<>", "notEqualTo");
    /** What is true or false, of two of which Python makes one by bits. */
    private static final Pattern TRUTH =
            Pattern.compile("^(less|lessEqual|greater|greaterEqual)Than\\(|^(\\(|max\\()?(equalTo|notEqualTo)\\(");

    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("ln", "log(%s)"),
            Map.entry("log10", "(log(%s) / 2.302585092994046)"),
            Map.entry("if", "if_then_else(%s, %s, %s)"),
            Map.entry("where", "if_then_else(%s, %s, %s)"),
            Map.entry("maximum", "max(%s, %s)"),
            Map.entry("minimum", "min(%s, %s)"),
            Map.entry("power", "pow(%s, %s)"),
            Map.entry("fabs", "abs(%s)"),
            Map.entry("absolute", "abs(%s)"),
            Map.entry("logical_and", both("%s", "%s")),
            Map.entry("logical_or", either("%s", "%s")),
            Map.entry("logical_not", "equalTo(%s, 0)"));

    private final List<String> tokens = new ArrayList<>();
    private final boolean numpy;
    private int at;

    private CellFormula(boolean numpy) {
        this.numpy = numpy;
    }

    /**
     * The formula in our words; one of other words than the calculator has, or that the two read in different ways, is left
     * as it is, to be refused so.
     *
     * @param numpy whether it is one of gdal's calculator, in Python; else one of QGIS's
     */
    public static String plain(String formula, boolean numpy) {
        if (!FOREIGN.matcher(formula).find()) {
            return formula;
        }
        CellFormula reader = new CellFormula(numpy);
        Matcher matcher = TOKEN.matcher(formula.strip());
        while (matcher.regionStart() < matcher.regionEnd() && matcher.lookingAt()) {
            reader.tokens.add(matcher.group().strip());
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        try {
            String made = reader.condition();
            boolean whole = matcher.regionStart() == matcher.regionEnd() && reader.at == reader.tokens.size();
            return whole ? made : formula;
        } catch (IllegalArgumentException unread) {
            return formula;
        }
    }

    private static String both(String one, String other) {
        return "(notEqualTo(" + one + ", 0) * notEqualTo(" + other + ", 0))";
    }

    private static String either(String one, String other) {
        return "max(notEqualTo(" + one + ", 0), notEqualTo(" + other + ", 0))";
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean take(String... wanted) {
        return take(List.of(wanted));
    }

    private boolean take(List<String> wanted) {
        boolean is = wanted.contains(peek().toLowerCase(Locale.ROOT));
        at += is ? 1 : 0;
        return is;
    }

    /** Conditions joined by one of the two words: which of both goes first is not the same everywhere. */
    private String condition() {
        String left = comparison();
        String joined = "";
        while (take(numpy ? List.of("&", "|") : List.of("and", "or"))) {
            String word = tokens.get(at - 1).toLowerCase(Locale.ROOT);
            String right = comparison();
            boolean bits = numpy
                    && !(TRUTH.matcher(left).find() && TRUTH.matcher(right).find());
            if (bits || !joined.isEmpty() && !joined.equals(word)) {
                throw new IllegalArgumentException(word);
            }
            joined = word;
            left = word.equals("and") || word.equals("&") ? both(left, right) : either(left, right);
        }
        return left;
    }

    private String comparison() {
        String left = sum();
        String function = COMPARED.get(peek());
        if (function == null) {
            return left;
        }
        at++;
        String made = function + "(" + left + ", " + sum() + ")";
        // in Python & goes before a comparison
        boolean unclear = numpy && at < tokens.size() && !")".equals(tokens.get(at)) && !",".equals(tokens.get(at));
        if (COMPARED.containsKey(peek()) || unclear) {
            throw new IllegalArgumentException("what goes first");
        }
        return made;
    }

    private String sum() {
        return chain(this::product, "+", "-");
    }

    private String product() {
        return chain(this::signed, "*", "/");
    }

    private String chain(Supplier<String> part, String one, String other) {
        String left = part.get();
        while (take(one, other)) {
            String sign = tokens.get(at - 1);
            left = "(" + left + " " + sign + " " + part.get() + ")";
        }
        return left;
    }

    private String signed() {
        if (!take("-", "+")) {
            return power();
        }
        String sign = tokens.get(at - 1);
        String value = one();
        // the sign or the power first: the one in QGIS, the other in Python
        if (peek().equals("^") || peek().equals("**")) {
            throw new IllegalArgumentException(peek());
        }
        return sign.equals("-") ? "(0 - " + value + ")" : value;
    }

    private String power() {
        String base = one();
        if (!take(numpy ? "**" : "^")) {
            return base;
        }
        String made = "pow(" + base + ", " + (take("-") ? "(0 - " + one() + ")" : one()) + ")";
        if (peek().equals("^") || peek().equals("**")) {
            throw new IllegalArgumentException("a power of a power");
        }
        return made;
    }

    private String one() {
        String token = peek();
        at++;
        if (token.equals("(")) {
            String inner = condition();
            end();
            return inner;
        }
        if (!token.matches("[\\w.]+")) {
            throw new IllegalArgumentException(token);
        }
        if (Character.isDigit(token.charAt(0)) || token.startsWith(".")) {
            return token.startsWith(".") ? "0" + token : token.replaceFirst("\\.$", ".0");
        }
        if (!take("(")) {
            return numpy && token.matches("[A-E]") ? token.toLowerCase(Locale.ROOT) : token;
        }
        return called(token.replaceFirst("^(numpy|np)\\.", ""));
    }

    private String called(String function) {
        List<String> given = new ArrayList<>();
        do {
            given.add(condition());
        } while (take(","));
        end();
        String call = CALLED.get(function.toLowerCase(Locale.ROOT));
        if (call == null) {
            return function + "(" + String.join(", ", given) + ")";
        }
        if (call.split("%s", -1).length - 1 != given.size()) {
            throw new IllegalArgumentException(function);
        }
        return call.formatted(given.toArray());
    }

    private void end() {
        if (!take(")")) {
            throw new IllegalArgumentException(peek());
        }
    }
}
