package riskmap.render;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Symbolizer;

/**
 * How far what a symbolizer's {@code Geometry} computes may lie outside the box of the feature: a buffer by its distance, a
 * moved copy by its shift, corners and centres not at all. So features beyond the edge of a map whose shown geometry reaches
 * into it are found.
 */
final class GeometryReach {
    /** What these compute lies within the box of their first argument. */
    private static final Set<String> INSIDE = Set.of(
            "boundary", "centroid", "convexhull", "endpoint", "interiorpoint", "simplify", "startpoint", "vertices");

    private GeometryReach() {}

    /** The farthest of all symbolizers, in units of the map's CRS; infinite where it is not known before. */
    static double of(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.symbolizers().stream())
                .mapToDouble(GeometryReach::of)
                .max()
                .orElse(0);
    }

    static double of(Symbolizer symbolizer) {
        Expression computed = DerivedLayer.computed(symbolizer);
        return computed == null ? 0 : of(computed);
    }

    private static double of(Expression expression) {
        if (expression instanceof PropertyName) {
            return 0;
        }
        if (!(expression instanceof Function function)
                || function.getParameters().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        List<Expression> given = function.getParameters();
        double own =
                switch (function.getName().toLowerCase(Locale.ROOT)) {
                    case "buffer" -> given.size() < 2 ? Double.NaN : Math.max(0, number(given.get(1)));
                    case "offset" ->
                        given.size() < 3 ? Double.NaN : Math.hypot(number(given.get(1)), number(given.get(2)));
                    default -> INSIDE.contains(function.getName().toLowerCase(Locale.ROOT)) ? 0 : Double.NaN;
                };
        return Double.isNaN(own) ? Double.POSITIVE_INFINITY : own + of(given.get(0));
    }

    /** NaN for what follows a value. */
    private static double number(Expression expression) {
        Double number = expression instanceof Literal ? expression.evaluate(null, Double.class) : null;
        return number == null ? Double.NaN : number;
    }
}
