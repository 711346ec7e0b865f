package riskmap.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Parts of a split pane that come and go; each finds its old share of the room again. */
final class Panels {
    private final SplitPane pane;
    private final List<Part> parts = new ArrayList<>();

    private record Part(Node node, double share, BooleanBinding shown) {}

    Panels(SplitPane pane) {
        this.pane = pane;
    }

    /**
     * Adds a part to the end.
     *
     * @param share of the pane's length, 0 for the part that takes what is left
     * @param shown whether it is there
     */
    void add(Node node, double share, BooleanBinding shown) {
        parts.add(new Part(node, share, shown));
        SplitPane.setResizableWithParent(node, share == 0);
        shown.addListener(property -> lay());
    }

    /** Puts the parts that are to be seen into the pane. */
    void lay() {
        List<Part> seen = parts.stream().filter(part -> part.shown().get()).toList();
        ObservableList<Node> items = pane.getItems();
        List<Node> nodes = seen.stream().map(Part::node).toList();
        if (items.equals(nodes)) {
            return;
        }
        items.setAll(nodes);
        double taken = seen.stream().mapToDouble(Part::share).sum();
        double position = 0;
        double[] dividers = new double[Math.max(0, seen.size() - 1)];
        for (int i = 0; i < dividers.length; i++) {
            double share = seen.get(i).share();
            position += share == 0 ? 1 - taken : share;
            dividers[i] = position;
        }
        pane.setDividerPositions(dividers);
    }
}
