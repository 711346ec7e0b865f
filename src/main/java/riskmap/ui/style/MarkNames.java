package riskmap.ui.style;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import riskmap.base.Message;
import riskmap.ui.look.Texts;

/** What the markers are called on the screen; a drawing of the user's own by the name of its file. */
final class MarkNames {
    /** The well-known shapes. */
    static final List<String> SHAPES = List.of(
            "circle",
            "square",
            "triangle",
            "diamond",
            "pentagon",
            "hexagon",
            "star",
            "cross",
            "x",
            "arrow",
            "shape://vertline",
            "shape://horline",
            "shape://dot");

    private MarkNames() {}

    static ObservableStringValue title(String name) {
        Message title = message(name);
        return title.exists() ? Texts.of(title) : new ReadOnlyStringWrapper(plain(name));
    }

    static Message message(String name) {
        return Message.of("ui.mark-" + plain(name).replace('_', '-'));
    }

    private static String plain(String name) {
        return name.replaceFirst("^symbols/(.*?)(?:-print)?\\.svg$", "$1").replaceFirst("^shape://", "");
    }
}
