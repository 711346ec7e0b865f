package riskmap.edit.check;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The areas of a layer in sets that agree in some fields: only areas of one set should fit together. */
final class AreaSets {
    private AreaSets() {}

    /** The indices of the rows that are areas, set by set in the order of the first of each. */
    static Collection<BitSet> of(LayerRows rows, List<String> by) {
        Map<List<Object>, BitSet> sets = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.shape(i) != null && rows.shape(i).getDimension() == 2) {
                int row = i;
                // not List.of: a field may be empty
                List<Object> key = Arrays.asList(
                        by.stream().map(column -> rows.value(row, column)).toArray());
                sets.computeIfAbsent(key, none -> new BitSet()).set(i);
            }
        }
        return sets.values();
    }
}
