package riskmap.ui.feature;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** What was typed into forms and not stored, while the user looks at something else. */
final class FormDrafts {
    private final Map<Key, Map<String, String>> drafts = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper elsewhere = new ReadOnlyIntegerWrapper();

    /** Whose form it is. */
    record Key(String layer, List<Long> fids) {}

    /** How many forms other than the one at hand hold something. */
    ReadOnlyIntegerProperty elsewhere() {
        return elsewhere.getReadOnlyProperty();
    }

    void keep(Key key, Map<String, String> typed) {
        drafts.put(key, typed);
    }

    Map<String, String> of(Key key) {
        return drafts.getOrDefault(key, Map.of());
    }

    void remove(Key key) {
        drafts.remove(key);
    }

    /** Rows are gone, and what was typed for them with them. */
    void removeAll(String layer, Collection<Long> fids) {
        drafts.keySet().removeIf(key -> key.layer().equals(layer) && fids.containsAll(key.fids()));
    }

    void clear() {
        drafts.clear();
    }

    Optional<Key> first() {
        return drafts.keySet().stream().findFirst();
    }

    /** Counts anew, with this form at hand. */
    void count(Key now) {
        elsewhere.set(
                (int) drafts.keySet().stream().filter(key -> !key.equals(now)).count());
    }
}
