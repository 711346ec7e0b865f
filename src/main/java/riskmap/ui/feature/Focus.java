package riskmap.ui.feature;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Moves the keyboard from one control to the next, where a control would keep the Tab key for itself. */
final class Focus {
    private Focus() {}

    /** Goes to the next control that can take the keyboard, or to the one before; round at the ends. */
    static void move(Node from, boolean forward) {
        List<Node> stops = new ArrayList<>();
        collect(from.getScene().getRoot(), from, stops);
        int at = stops.indexOf(from);
        int next = Math.floorMod(at + (forward ? 1 : -1), stops.size());
        stops.get(next).requestFocus();
    }

    private static void collect(Node node, Node always, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node == always || node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent group) {
            group.getChildrenUnmodifiable().forEach(child -> collect(child, always, stops));
        }
    }
}
