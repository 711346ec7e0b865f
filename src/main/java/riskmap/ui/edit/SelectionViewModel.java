package riskmap.ui.edit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The selected features, by table and key: one selection for the map, the attribute tables and the forms. Belongs to the
 * window's thread; knows no toolkit.
 *
 * <p>Every change makes a new value, so a listener of {@link #all()} hears of each exactly once, and a value once taken
 * never changes.
 */
public final class SelectionViewModel {
    private final ReadOnlyObjectWrapper<Map<String, Set<Long>>> all = new ReadOnlyObjectWrapper<>(Map.of());

    /** Table → selected keys, tables in alphabetical order, none of them empty. Immutable. */
    public ReadOnlyObjectProperty<Map<String, Set<Long>>> all() {
        return all.getReadOnlyProperty();
    }

    /** The selected keys of a table, in the order they were selected. */
    public Set<Long> of(String layer) {
        return layer == null ? Set.of() : all.get().getOrDefault(layer, Set.of());
    }

    public boolean isEmpty() {
        return all.get().isEmpty();
    }

    /** How many features are selected, over all tables. */
    public int size() {
        return all.get().values().stream().mapToInt(Set::size).sum();
    }

    /** Selects exactly these of a table; other tables keep their selection. */
    public void set(String layer, Collection<Long> fids) {
        put(layer, new LinkedHashSet<>(fids));
    }

    /** Selects exactly these of a table and nothing of any other. */
    public void only(String layer, Collection<Long> fids) {
        replace(Map.of(layer, new LinkedHashSet<>(fids)));
    }

    /** Selects exactly these, table by table. */
    public void replaceAll(Map<String, ? extends Collection<Long>> fids) {
        Map<String, Set<Long>> wanted = new LinkedHashMap<>();
        fids.forEach((layer, keys) -> wanted.put(layer, new LinkedHashSet<>(keys)));
        replace(wanted);
    }

    /** Selects these besides what is selected. */
    public void add(String layer, Collection<Long> fids) {
        Set<Long> changed = new LinkedHashSet<>(of(layer));
        changed.addAll(fids);
        put(layer, changed);
    }

    /** Takes these out of the selection. */
    public void remove(String layer, Collection<Long> fids) {
        Set<Long> changed = new LinkedHashSet<>(of(layer));
        changed.removeAll(fids instanceof Set ? fids : Set.copyOf(fids));
        put(layer, changed);
    }

    /** Selects what of these was not selected, and the other way round. */
    public void toggle(String layer, Collection<Long> fids) {
        Set<Long> changed = new LinkedHashSet<>(of(layer));
        fids.forEach(fid -> {
            if (!changed.remove(fid)) {
                changed.add(fid);
            }
        });
        put(layer, changed);
    }

    /** Selects nothing of a table. */
    public void clear(String layer) {
        put(layer, Set.of());
    }

    /** Selects nothing at all. */
    public void clear() {
        replace(Map.of());
    }

    private void put(String layer, Set<Long> fids) {
        Map<String, Set<Long>> changed = new LinkedHashMap<>(all.get());
        changed.put(layer, fids);
        replace(changed);
    }

    private void replace(Map<String, Set<Long>> wanted) {
        Map<String, Set<Long>> sorted = new TreeMap<>();
        wanted.forEach((layer, fids) -> {
            if (!fids.isEmpty()) {
                sorted.put(layer, Collections.unmodifiableSet(fids));
            }
        });
        if (!sorted.equals(all.get())) {
            all.set(Collections.unmodifiableMap(sorted));
        }
    }
}
