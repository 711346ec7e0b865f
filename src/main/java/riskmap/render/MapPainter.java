package riskmap.render;

import java.awt.Graphics2D;
import java.util.List;
import riskmap.base.Progress;

/**
 * Paints layers into a {@link Graphics2D}: the same for screen, image and page. Safe to use from several threads; keeps
 * what it read of the layers in its {@link LayerCache}.
 */
public final class MapPainter {
    private final LayerCache cache;

    /** A painter with a cache of its own. */
    public MapPainter() {
        this(new LayerCache());
    }

    public MapPainter(LayerCache cache) {
        this.cache = cache;
    }

    public LayerCache cache() {
        return cache;
    }

    /**
     * Paints layers from the bottom up, then the labels of all of them.
     *
     * @param layers from the bottom up
     * @param viewport what part of the world goes where on the target
     * @param graphics painted in target units from (0, 0); its state is left as it was
     * @param progress asked often whether to stop
     */
    public void paint(List<PaintLayer> layers, Viewport viewport, Graphics2D graphics, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
