package riskmap.analysis.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.factory.CommonFactoryFinder;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** The functions of QGIS's expressions that there are here; one that lacks an argument's value has none itself. */
final class Functions {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    /** Those that ECQL has here by the same name and with the same meaning. */
    private static final List<String> SHARED = List.of(
            "left",
            "right",
            "substr",
            "upper",
            "lower",
            "trim",
            "strpos",
            "lpad",
            "rpad",
            "regexp_match",
            "regexp_replace",
            "regexp_substr",
            "log10",
            "ln",
            "year",
            "month",
            "day");

    private static final int ANY = 100;
    private static final Map<String, Known> ALL = new HashMap<>();

    private Functions() {}

    /** What a function makes of its arguments. */
    interface Work {
        Object of(List<Object> arguments);
    }

    private record Known(int least, int most, boolean nulls, Work work) {}

    static {
        NumberFunctions.all();
        TextFunctions.all();
        ShapeFunctions.all();
    }

    /** A function that has no value where one of its arguments has none. */
    static void add(String name, int least, int most, Work work) {
        ALL.put(name, new Known(least, most, false, work));
    }

    /** A function that is asked where an argument has no value, too. */
    static void addAsked(String name, int least, Work work) {
        ALL.put(name, new Known(least, ANY, true, work));
    }

    /**
     * A call.
     *
     * @param plain the arguments in their order
     * @param named those given by name
     * @throws RiskMapException when there is no such function, or one with fewer or more arguments
     */
    static Node call(String name, List<Node> plain, Map<String, Node> named) {
        if (name.equals("if") && plain.size() == 3) {
            return scope -> Boolean.TRUE.equals(Values.truth(plain.get(0).of(scope)))
                    ? plain.get(1).of(scope)
                    : plain.get(2).of(scope);
        }
        if (name.equals("attribute") && plain.size() == 1) {
            return scope -> {
                Object field = plain.get(0).of(scope);
                return field == null ? null : scope.field(Values.text(field));
            };
        }
        if (Aggregates.knows(name, plain, named)) {
            return Aggregates.call(name, plain, named);
        }
        if (SHARED.contains(name)) {
            Shared.check(name, plain.size());
            return scope -> new Shared(name).of(values(plain, scope));
        }
        Known known = ALL.get(name);
        if (known == null) {
            throw RiskMapException.of("analysis.function-unknown", name);
        }
        if (plain.size() < known.least() || plain.size() > known.most()) {
            throw RiskMapException.of("analysis.qgis-arguments", name, plain.size());
        }
        return scope -> {
            List<Object> values = values(plain, scope);
            return !known.nulls() && values.contains(null) ? null : worked(name, known.work(), values);
        };
    }

    private static Object worked(String name, Work work, List<Object> values) {
        try {
            return work.of(values);
        } catch (RiskMapException inWords) {
            throw inWords;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | ArithmeticException e) {
            throw new RiskMapException(Message.of("analysis.qgis-function-failed", name, Values.shown(values)), e);
        }
    }

    private static List<Object> values(List<Node> arguments, Scope scope) {
        List<Object> values = new ArrayList<>();
        arguments.forEach(one -> values.add(one.of(scope)));
        return values;
    }

    /** A function that conditions in ECQL have too. */
    private record Shared(String name) implements Work {
        @Override
        public Object of(List<Object> arguments) {
            Expression[] literals = arguments.stream().map(FILTERS::literal).toArray(Expression[]::new);
            return arguments.contains(null)
                    ? null
                    : FILTERS.function(name, literals).evaluate(null);
        }

        /** Makes a call of so many arguments, which refuses a wrong number. */
        static void check(String name, int arguments) {
            Expression[] empty = new Expression[arguments];
            java.util.Arrays.fill(empty, FILTERS.literal("x"));
            try {
                Function made = FILTERS.function(name, empty);
                if (made == null) {
                    throw RiskMapException.of("analysis.function-unknown", name);
                }
            } catch (IllegalArgumentException e) {
                throw new RiskMapException(Message.of("analysis.qgis-arguments", name, arguments), e);
            }
        }
    }

    /** An item of a list, from 0, from the end below 0; null beyond. */
    static Object item(Object list, Object index) {
        if (!(list instanceof List<?> items) || index == null) {
            return null;
        }
        long at = Values.whole(index);
        long from = at < 0 ? items.size() + at : at;
        return from < 0 || from >= items.size() ? null : items.get((int) from);
    }
}
