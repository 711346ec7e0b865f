package riskmap.analysis.expression;

import static riskmap.analysis.expression.Values.number;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/** Functions of numbers, lists, and of what is there. */
final class NumberFunctions {
    private NumberFunctions() {}

    static void all() {
        real("sqrt", Math::sqrt);
        real("exp", Math::exp);
        real("sin", Math::sin);
        real("cos", Math::cos);
        real("tan", Math::tan);
        real("asin", Math::asin);
        real("acos", Math::acos);
        real("atan", Math::atan);
        real("degrees", Math::toDegrees);
        real("radians", Math::toRadians);
        Functions.add("atan2", 2, 2, a -> Math.atan2(number(a.get(0)), number(a.get(1))));
        Functions.add("log", 2, 2, a -> finite(Math.log(number(a.get(1))) / Math.log(number(a.get(0)))));
        Functions.add("pi", 0, 0, a -> Math.PI);
        Functions.add(
                "abs",
                1,
                1,
                a -> Values.isWhole(a.get(0))
                        ? (Object) Math.abs(Values.whole(a.get(0)))
                        : (Object) Math.abs(number(a.get(0))));
        Functions.add("floor", 1, 1, a -> Math.floor(number(a.get(0))));
        Functions.add("ceil", 1, 1, a -> Math.ceil(number(a.get(0))));
        Functions.add("round", 1, 2, NumberFunctions::round);
        Functions.addAsked("min", 1, a -> best(a, -1));
        Functions.addAsked("max", 1, a -> best(a, 1));
        Functions.add("clamp", 3, 3, a -> Math.max(number(a.get(0)), Math.min(number(a.get(1)), number(a.get(2)))));
        Functions.add("scale_linear", 5, 5, a -> {
            double share = (number(a.get(0)) - number(a.get(1))) / (number(a.get(2)) - number(a.get(1)));
            return number(a.get(3)) + Math.max(0, Math.min(1, share)) * (number(a.get(4)) - number(a.get(3)));
        });
        Functions.add("to_int", 1, 1, a -> Values.whole(a.get(0)));
        Functions.add("to_real", 1, 1, a -> number(a.get(0)));
        Functions.addAsked(
                "coalesce",
                1,
                a -> a.stream().filter(Objects::nonNull).findFirst().orElse(null));
        Functions.addAsked(
                "nullif",
                2,
                a -> a.get(0) != null && a.get(1) != null && Values.equal(a.get(0), a.get(1)) ? null : a.get(0));
        Functions.addAsked("array", 0, java.util.ArrayList::new);
        Functions.add("array_length", 1, 1, a -> (long) list(a.get(0)).size());
        Functions.add("array_get", 2, 2, a -> Functions.item(a.get(0), a.get(1)));
        Functions.add("array_first", 1, 1, a -> Functions.item(a.get(0), 0L));
        Functions.add("array_last", 1, 1, a -> Functions.item(a.get(0), -1L));
        Functions.add("array_contains", 2, 2, a -> list(a.get(0)).stream()
                .anyMatch(one -> one != null && Values.equal(one, a.get(1))));
        Functions.add("array_sum", 1, 1, a -> list(a.get(0)).stream()
                .filter(Objects::nonNull)
                .mapToDouble(Values::number)
                .sum());
        Functions.addAsked(
                "is_empty_or_null",
                1,
                a -> Values.truth(a.get(0)) == null
                        || a.get(0) instanceof org.locationtech.jts.geom.Geometry shape && shape.isEmpty());
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List<?> ? (List<Object>) value : List.of(value);
    }

    private static void real(String name, DoubleUnaryOperator of) {
        Functions.add(name, 1, 1, a -> finite(of.applyAsDouble(number(a.get(0)))));
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }

    /** To a whole number, or so many digits after the point. */
    private static Object round(List<Object> a) {
        double value = number(a.get(0));
        if (a.size() < 2 || Values.whole(a.get(1)) == 0) {
            return Values.round(value);
        }
        double times = Math.pow(10, Values.whole(a.get(1)));
        return Math.signum(value) * Math.floor(Math.abs(value) * times + 0.5) / times;
    }

    private static Object best(List<Object> all, int sign) {
        return all.stream()
                .filter(Objects::nonNull)
                .map(Values::number)
                .max((one, other) -> sign * Double.compare(one, other))
                .orElse(null);
    }
}
