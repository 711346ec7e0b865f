package riskmap.ui.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of the selection that is there when something is selected. */
public enum SelectionMode {
    /** Only what was found is selected. */
    NEW,
    /** What was found is selected besides. */
    ADD,
    /** What was found is selected no more. */
    REMOVE,
    /** Of the selection that is left which was found. */
    WITHIN;

    /** The selection after this. */
    Map<String, Set<Long>> of(Map<String, Set<Long>> before, Map<String, ? extends Collection<Long>> found) {
        Map<String, Set<Long>> result = new LinkedHashMap<>();
        if (this == ADD || this == REMOVE) {
            before.forEach((layer, fids) -> result.put(layer, new LinkedHashSet<>(fids)));
        }
        found.forEach((layer, fids) -> {
            Set<Long> now = result.computeIfAbsent(layer, table -> new LinkedHashSet<>());
            switch (this) {
                case NEW, ADD -> now.addAll(fids);
                case REMOVE -> now.removeAll(Set.copyOf(fids));
                case WITHIN -> {
                    now.addAll(before.getOrDefault(layer, Set.of()));
                    now.retainAll(Set.copyOf(fids));
                }
            }
        });
        return result;
    }

    /** The mode that the keys held ask for: Shift adds, Shift and Ctrl select within; else this one. */
    SelectionMode with(boolean shift, boolean control) {
        return shift && control ? WITHIN : shift ? ADD : this;
    }

    static List<SelectionMode> all() {
        return List.of(values());
    }
}
