package riskmap.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import riskmap.base.Progress;

/**
 * Which rules of a style each row fulfils, at whatever scale: worked out once per style, so that a repaint asks no
 * filter. Rows that fulfil the same rules share a combination.
 */
final class RuleMatches {
    /** More different attribute values than this are not worth remembering. */
    private static final int REMEMBERED = 20_000;

    private final int[] combination;
    private final List<BitSet> combinations = new ArrayList<>();
    /** Worked out when it is first asked for. */
    private SymbolReach reach;

    private RuleMatches(int[] combination) {
        this.combination = combination;
    }

    static List<Rule> rules(Style style) {
        List<Rule> rules = new ArrayList<>();
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            rules.addAll(part.rules());
        }
        return rules;
    }

    static RuleMatches of(PackedLayer layer, Style style, Filter filter, Progress progress) {
        RuleMatches result = new RuleMatches(new int[layer.size()]);
        List<Rule> rules = rules(style);
        Set<String> names = new java.util.TreeSet<>(StyleAttributes.of(filter).names());
        boolean usesIds = usesIds(rules, filter);
        for (Rule rule : rules) {
            if (rule.getFilter() != null) {
                names.addAll(StyleAttributes.of(rule.getFilter()).names());
            }
        }
        boolean remember = !usesIds && layer.columnNames().containsAll(names);
        Object[][] columns = names.stream()
                .sorted()
                .filter(layer.columnNames()::contains)
                .map(layer::column)
                .toArray(Object[][]::new);
        Map<Object, Integer> remembered = new HashMap<>();
        Map<BitSet, Integer> known = new HashMap<>();
        FeatureCursor cursor = new FeatureCursor(layer);
        for (int row = 0; row < layer.size(); row++) {
            if ((row & 0xFFF) == 0) {
                progress.check();
            }
            if (layer.dimension(row) == 0) {
                continue;
            }
            if (remember && columns.length == 0 && !known.isEmpty()) {
                // nothing tells rows apart, and the first combination has the number 0
                continue;
            }
            Object key = remember ? key(columns, row) : null;
            Integer index = key == null ? null : remembered.get(key);
            if (index == null) {
                cursor.at(row);
                if (usesIds) {
                    cursor.identify();
                }
                index = result.index(evaluate(rules, filter, cursor), known);
                if (key != null && remembered.size() < REMEMBERED) {
                    remembered.put(key, index);
                }
            }
            result.combination[row] = index;
        }
        return result;
    }

    private static boolean usesIds(List<Rule> rules, Filter filter) {
        return StyleAttributes.of(filter).usesIds()
                || rules.stream()
                        .anyMatch(rule -> rule.getFilter() != null
                                && StyleAttributes.of(rule.getFilter()).usesIds());
    }

    /** The matches after an edit: only the rows that it touched are asked again. */
    RuleMatches after(LayerPatch.Patched patched, Style style, Filter filter) {
        PackedLayer layer = patched.layer();
        RuleMatches result =
                new RuleMatches(LayerPatch.spread(combination, new int[layer.size()], 1, patched.insertedAt()));
        result.combinations.addAll(combinations);
        synchronized (this) {
            result.reach = reach == null ? null : reach.and(rules(style), layer, patched.touched());
        }
        Map<BitSet, Integer> known = new HashMap<>();
        for (int i = 0; i < combinations.size(); i++) {
            known.put(combinations.get(i), i);
        }
        List<Rule> rules = rules(style);
        boolean usesIds = usesIds(rules, filter);
        FeatureCursor cursor = new FeatureCursor(layer);
        for (int row : patched.touched()) {
            if (layer.dimension(row) == 0) {
                continue;
            }
            cursor.at(row);
            if (usesIds) {
                cursor.identify();
            }
            result.combination[row] = result.index(evaluate(rules, filter, cursor), known);
        }
        return result;
    }

    private static Object key(Object[][] columns, int row) {
        if (columns.length == 1) {
            return columns[0][row] == null ? "" : columns[0][row];
        }
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i][row];
        }
        return Arrays.asList(values);
    }

    private int index(BitSet matched, Map<BitSet, Integer> known) {
        return known.computeIfAbsent(matched, key -> {
            combinations.add(key);
            return combinations.size() - 1;
        });
    }

    private static BitSet evaluate(List<Rule> rules, Filter filter, FeatureCursor feature) {
        BitSet matched = new BitSet(rules.size() + 1);
        if (!filter.evaluate(feature)) {
            // the bit after the last rule says that the row is left out altogether
            matched.set(rules.size());
            return matched;
        }
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!rule.isElseFilter()
                    && (rule.getFilter() == null || rule.getFilter().evaluate(feature))) {
                matched.set(i);
            }
        }
        return matched;
    }

    /** How far what the rules draw may lie outside the rows of the layer they were asked for. */
    synchronized SymbolReach reach(List<Rule> rules, PackedLayer layer) {
        if (reach == null) {
            reach = SymbolReach.of(rules, layer);
        }
        return reach;
    }

    /** The combination of a row. */
    int combination(int row) {
        return combination[row];
    }

    /** Bit i is set when rule i of {@link #rules} is fulfilled; the bit after the last means left out. */
    List<BitSet> combinations() {
        return combinations;
    }
}
