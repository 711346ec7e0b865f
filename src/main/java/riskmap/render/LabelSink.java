package riskmap.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Collects what a layer wants to have labelled, and what labels must keep off. */
final class LabelSink {
    /** Nobody reads more; they would be tried one by one. */
    static final int MAX = 60_000;

    private final List<Label> labels = new ArrayList<>();
    private final List<Rectangle2D> obstacles = new ArrayList<>();
    private final long layerOrder;

    /** @param layersAbove how many layers lie over this one: their labels come first */
    LabelSink(int layersAbove) {
        layerOrder = (long) layersAbove << 32;
    }

    void label(String text, TextLook look, double priority, PackedLayer layer, int row) {
        if (labels.size() < MAX) {
            labels.add(new Label(text, look, priority, layerOrder + row, layer, row));
        }
    }

    void obstacle(Rectangle2D box) {
        if (obstacles.size() < MAX) {
            obstacles.add(box);
        }
    }

    List<Label> labels() {
        return labels;
    }

    List<Rectangle2D> obstacles() {
        return obstacles;
    }
}
