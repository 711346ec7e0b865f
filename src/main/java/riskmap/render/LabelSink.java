package riskmap.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Collects what the layers want to have labelled, and what labels must keep off. */
final class LabelSink {
    /** Nobody reads more; they would be tried one by one. */
    private static final int MAX = 60_000;

    private final List<Label> labels = new ArrayList<>();
    private final List<Rectangle2D> obstacles = new ArrayList<>();
    private long layerOrder;

    /** Labels from now on come from the layer below the last one. */
    void nextLayer() {
        layerOrder += 1L << 32;
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
