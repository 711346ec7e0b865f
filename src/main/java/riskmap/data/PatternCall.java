package riskmap.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.FunctionExpressionImpl;

/** The functions {@code strMatches} and {@code strReplace} in bounded time; no value where the text has none. */
final class PatternCall extends FunctionExpressionImpl {
    private final boolean replacing;

    PatternCall(Function plain) {
        super(plain.getFunctionName());
        setParameters(plain.getParameters());
        setFallbackValue(plain.getFallbackValue());
        replacing = plain.getName().toLowerCase(Locale.ROOT).equals("strreplace");
    }

    /** Whether this is one of them, and not bounded yet. */
    static boolean replaces(Function function) {
        String name = function.getName().toLowerCase(Locale.ROOT);
        int arguments = function.getParameters().size();
        return !(function instanceof PatternCall)
                && (name.equals("strmatches") && arguments == 2 || name.equals("strreplace") && arguments == 4);
    }

    @Override
    public Object evaluate(Object feature) {
        List<Expression> arguments = getParameters();
        String text = arguments.get(0).evaluate(feature, String.class);
        String pattern = arguments.get(1).evaluate(feature, String.class);
        if (text == null || pattern == null) {
            return replacing ? null : Boolean.FALSE;
        }
        if (!replacing) {
            return BoundedPattern.of(pattern).apply(text, Matcher::matches);
        }
        String by = arguments.get(2).evaluate(feature, String.class);
        boolean all = Boolean.TRUE.equals(arguments.get(3).evaluate(feature, Boolean.class));
        return by == null
                ? null
                : BoundedPattern.of(pattern)
                        .apply(text, matcher -> all ? matcher.replaceAll(by) : matcher.replaceFirst(by));
    }
}
