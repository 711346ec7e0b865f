package riskmap.analysis.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.base.RiskMapException;

/**
 * Functions of all rows of the layer: {@code sum("people", group_by:="town", filter:="kind" = 'x')}. What is worked out for
 * a group is kept for its other rows.
 */
final class Aggregates {
    private static final List<String> NAMES = List.of(
            "sum",
            "count",
            "count_distinct",
            "count_missing",
            "minimum",
            "maximum",
            "mean",
            "median",
            "stdev",
            "range",
            "concatenate",
            "concatenate_unique",
            "array_agg",
            "collect");
    private static final List<String> POSITIONS =
            List.of("expression", "group_by", "filter", "concatenator", "order_by");

    private Aggregates() {}

    static boolean knows(String name, List<Node> plain, Map<String, Node> named) {
        boolean ofThisLayer = name.equals("aggregate") && plain.size() >= 3;
        return NAMES.contains(name) && !plain.isEmpty() || ofThisLayer;
    }

    static Node call(String name, List<Node> plain, Map<String, Node> named) {
        Map<String, Node> given = new HashMap<>(named);
        if (name.equals("aggregate")) {
            List<String> places = List.of("layer", "aggregate", "expression", "filter", "concatenator", "order_by");
            for (int i = 0; i < Math.min(plain.size(), places.size()); i++) {
                if (!named.containsValue(plain.get(i))) {
                    given.putIfAbsent(places.get(i), plain.get(i));
                }
            }
        } else {
            for (int i = 0; i < Math.min(plain.size(), POSITIONS.size()); i++) {
                if (!named.containsValue(plain.get(i))) {
                    given.putIfAbsent(POSITIONS.get(i), plain.get(i));
                }
            }
        }
        Node expression = given.get("expression");
        if (expression == null) {
            throw RiskMapException.of("analysis.qgis-arguments", name, plain.size());
        }
        Map<Object, Object> known = new ConcurrentHashMap<>();
        Object none = new Object();
        return scope -> {
            if (scope.rows() == null) {
                throw RiskMapException.of("analysis.qgis-no-layer", name);
            }
            String function = name.equals("aggregate") ? function(given, scope) : name;
            Object group = given.containsKey("group_by") ? given.get("group_by").of(scope) : null;
            Object key = group == null ? none : Values.text(group);
            Object made = known.computeIfAbsent(key, any -> {
                Object value = worked(function, given, scope, group);
                return value == null ? none : value;
            });
            return made == none ? null : made;
        };
    }

    /** The function of {@code aggregate}, whose layer must be this one. */
    private static String function(Map<String, Node> given, Scope scope) {
        Object layer = given.get("layer").of(scope);
        String own = scope.feature().getFeatureType().getTypeName();
        if (layer == null || !Values.text(layer).equals(own)) {
            throw RiskMapException.of("analysis.qgis-other-layer", layer == null ? "NULL" : Values.text(layer), own);
        }
        String function = Values.text(given.get("aggregate").of(scope));
        function = switch (function) {
            case "min" -> "minimum";
            case "max" -> "maximum";
            default -> function;
        };
        if (!NAMES.contains(function)) {
            throw RiskMapException.of("analysis.function-unknown", function);
        }
        return function;
    }

    private static Object worked(String function, Map<String, Node> given, Scope scope, Object group) {
        List<Scope> rows = new ArrayList<>();
        for (SimpleFeature feature : scope.rows()) {
            Scope row = scope.of(feature);
            Object own = given.containsKey("group_by") ? given.get("group_by").of(row) : null;
            boolean same = own == null || group == null ? own == group : Values.equal(own, group);
            boolean taken = !given.containsKey("filter")
                    || Boolean.TRUE.equals(Values.truth(given.get("filter").of(row)));
            if (same && taken) {
                rows.add(row);
            }
        }
        Node order = given.get("order_by");
        if (order != null) {
            rows.sort(Comparator.comparing(order::of, Comparator.nullsFirst(Values::compare)));
        }
        List<Object> all =
                rows.stream().map(given.get("expression")::of).collect(Collectors.toCollection(ArrayList::new));
        String between = given.containsKey("concatenator")
                ? Values.text(given.get("concatenator").of(scope))
                : "";
        return of(function, all, between);
    }

    private static Object of(String function, List<Object> all, String between) {
        List<Object> there = all.stream().filter(Objects::nonNull).toList();
        var texts = all.stream().map(one -> one == null ? "" : Values.text(one));
        return switch (function) {
            case "count" -> (long) there.size();
            case "count_distinct" -> there.stream().map(Values::text).distinct().count();
            case "count_missing" -> (long) (all.size() - there.size());
            case "minimum" -> there.stream().min(Values::compare).orElse(null);
            case "maximum" -> there.stream().max(Values::compare).orElse(null);
            case "concatenate" -> orNone(texts.collect(Collectors.joining(between)));
            case "concatenate_unique" -> orNone(texts.distinct().collect(Collectors.joining(between)));
            case "array_agg" -> all;
            case "collect" -> ShapeFunctions.collected(all);
            default ->
                numbers(
                        function,
                        there.stream().mapToDouble(Values::number).sorted().toArray());
        };
    }

    /** What comes out empty is none, as in QGIS. */
    private static String orNone(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Object numbers(String function, double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            // as in QGIS the sum of nothing is 0, any other number of it none
            return function.equals("sum") ? (Object) 0.0 : null;
        }
        double sum = java.util.Arrays.stream(sorted).sum();
        double mean = sum / n;
        return switch (function) {
            case "sum" -> sum;
            case "mean" -> mean;
            case "range" -> sorted[n - 1] - sorted[0];
            case "median" -> n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
            default ->
                Math.sqrt(java.util.Arrays.stream(sorted)
                                .map(one -> (one - mean) * (one - mean))
                                .sum()
                        / n);
        };
    }
}
