package riskmap.ui.canvas;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.render.PaintLayer;

/**
 * What the map view paints.
 *
 * @param layers visible layers from the bottom up, ready to paint
 */
public record MapContent(List<PaintLayer> layers) {
    /** Nothing at all. */
    public static final MapContent EMPTY = new MapContent(List.of());

    public MapContent {
        layers = List.copyOf(layers);
    }

    /**
     * Geometries to be set off from the rest, in map CRS.
     *
     * @param selected drawn as the selection
     * @param pointedAt drawn as what the user points at
     */
    public record Highlight(List<Geometry> selected, List<Geometry> pointedAt) {
        /** Nothing set off. */
        public static final Highlight NONE = new Highlight(List.of(), List.of());

        public Highlight {
            selected = List.copyOf(selected);
            pointedAt = List.copyOf(pointedAt);
        }

        boolean isEmpty() {
            return selected.isEmpty() && pointedAt.isEmpty();
        }
    }
}
