package riskmap.ui.look;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;

/**
 * Views that follow values which outlive them: the language, the values of a form that is shown again. A plain listener
 * would keep each view that ever was, and each would go on changing unseen.
 */
public final class Follow {
    private static final String LISTENERS = "riskmap.follows";

    private Follow() {}

    /** Does something whenever a value changes, as long as the view is there: the view alone keeps what is done. */
    public static void changes(Node view, ObservableValue<?> value, Runnable again) {
        ChangeListener<Object> listener = (property, before, now) -> again.run();
        keep(view, listener);
        value.addListener(new WeakChangeListener<>(listener));
    }

    /** The same for a list. */
    public static void changes(Node view, ObservableList<?> list, Runnable again) {
        ListChangeListener<Object> listener = change -> again.run();
        keep(view, listener);
        list.addListener(new WeakListChangeListener<>(listener));
    }

    @SuppressWarnings("unchecked")
    private static void keep(Node view, Object listener) {
        ((List<Object>) view.getProperties().computeIfAbsent(LISTENERS, key -> new ArrayList<>())).add(listener);
    }
}
