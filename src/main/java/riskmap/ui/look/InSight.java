package riskmap.ui.look;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Scrolls so that what is worked at is in sight. */
public final class InSight {
    /** Pixels left above what is scrolled to. */
    private static final double ABOVE = 6;

    private InSight() {}

    /**
     * Shows the title of a row with its field when the keyboard comes to it. The toolkit scrolls only so far that the field
     * is seen: on the way back, and wherever a field stands high, its title would lie above the edge.
     */
    static void followRows(Scene scene) {
        scene.focusOwnerProperty().addListener((property, before, now) -> {
            // a press of the mouse must not move what is pressed
            if (now != null && now.isFocusVisible()) {
                Platform.runLater(() -> showRow(now));
            }
        });
    }

    private static void showRow(Node field) {
        Node row = row(field);
        ScrollPane pane = around(row);
        if (pane == null || row == field || !field.isFocused()) {
            return;
        }
        double top = within(pane, row).getMinY();
        boolean fits =
                within(pane, field).getMaxY() - top <= pane.getViewportBounds().getHeight();
        if (fits && top < pane.getVvalue() * hidden(pane)) {
            toTop(pane, row);
        }
    }

    /** Puts a field, with its title where it has one, at the top of what is seen of the form. */
    public static void toTop(Node field) {
        ScrollPane pane = around(field);
        if (pane != null) {
            // what was told a moment ago has its room only now
            pane.applyCss();
            pane.layout();
            toTop(pane, row(field));
        }
    }

    private static void toTop(ScrollPane pane, Node node) {
        double hidden = hidden(pane);
        if (hidden > 0) {
            pane.setVvalue(Math.max(0, Math.min(1, (within(pane, node).getMinY() - ABOVE) / hidden)));
        }
    }

    /** The row of a form that a node stands in; the node itself outside of forms. */
    private static Node row(Node node) {
        Node at = node;
        while (at != null && !at.getStyleClass().contains("form-row")) {
            at = at.getParent();
        }
        return at == null ? node : at;
    }

    /** The scroll pane that a node lies in, null for none. */
    private static ScrollPane around(Node node) {
        Node at = node.getParent();
        while (at != null && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        return (ScrollPane) at;
    }

    private static double hidden(ScrollPane pane) {
        return pane.getContent().getBoundsInLocal().getHeight()
                - pane.getViewportBounds().getHeight();
    }

    private static Bounds within(ScrollPane pane, Node node) {
        return pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    }
}
