package riskmap.render;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;

/** Which features lie under a point of the target. */
public final class HitTest {
    private HitTest() {}

    /**
     * A feature that was hit.
     *
     * @param layerId id of its layer
     * @param feature the feature
     */
    public record Hit(String layerId, SimpleFeature feature) {}

    /** The features at a target position within a tolerance in target units, topmost first, at most {@code limit}. */
    public static List<Hit> at(
            List<PaintLayer> layers, Viewport viewport, double x, double y, double tolerance, int limit) {
        throw new UnsupportedOperationException();
    }
}
