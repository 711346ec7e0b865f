package riskmap.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.geotools.api.style.FeatureTypeStyle;

/**
 * The order in which the features of a feature-type style are drawn, where it names one: GeoServer's vendor option
 * {@code sortBy}, such as {@code level, built_on D}. Features that lack a value come first, ascending or not; features of
 * equal values keep the order of the rules.
 *
 * @param keys what they go by, the weightiest first
 */
record DrawOrder(List<Key> keys) {
    private static final String OPTION = "sortBy";

    /** A field and whether its greatest values are drawn first. */
    record Key(String field, boolean descending) {}

    /** The order of a feature-type style; without keys where it names none. */
    static DrawOrder of(FeatureTypeStyle part) {
        List<Key> keys = new ArrayList<>();
        String option = part.getOptions().getOrDefault(OPTION, "");
        for (String wish : option.split(",")) {
            String[] words = wish.strip().split("\\s+");
            if (!words[0].isEmpty()) {
                keys.add(new Key(words[0], words.length > 1 && words[1].equalsIgnoreCase("D")));
            }
        }
        return new DrawOrder(List.copyOf(keys));
    }

    /**
     * The rows of several rules, group after group in this order; one group where it names no field of the layer.
     *
     * @param rules the rows of each rule
     * @return per group the rows of each rule
     */
    List<List<IntList>> groups(PackedLayer layer, List<IntList> rules) {
        List<Key> known = keys.stream()
                .filter(key -> layer.columnNames().contains(key.field()))
                .toList();
        if (known.isEmpty()) {
            return List.of(rules);
        }
        TreeMap<Object[], List<IntList>> groups = new TreeMap<>(comparator(known));
        for (int rule = 0; rule < rules.size(); rule++) {
            IntList rows = rules.get(rule);
            for (int i = 0; i < rows.size(); i++) {
                int row = rows.get(i);
                Object[] values =
                        known.stream().map(key -> layer.value(key.field(), row)).toArray();
                groups.computeIfAbsent(values, absent -> empty(rules.size()))
                        .get(rule)
                        .add(row);
            }
        }
        return List.copyOf(groups.values());
    }

    private static List<IntList> empty(int count) {
        List<IntList> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(new IntList());
        }
        return result;
    }

    private static Comparator<Object[]> comparator(List<Key> keys) {
        return (one, other) -> {
            for (int i = 0; i < one.length; i++) {
                int order = compare(one[i], other[i], keys.get(i).descending());
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int compare(Object one, Object other, boolean descending) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        int order;
        if (one instanceof Number a && other instanceof Number b) {
            order = Double.compare(a.doubleValue(), b.doubleValue());
        } else {
            order = one.toString().compareTo(other.toString());
        }
        return descending ? -order : order;
    }
}
