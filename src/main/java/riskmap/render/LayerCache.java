package riskmap.render;

import org.geotools.api.data.SimpleFeatureSource;

/** What painters have read of layers, packed for drawing, so that a repaint does not go to the file. */
public final class LayerCache {
    /** Forgets a layer, because its features have changed. */
    public void forget(SimpleFeatureSource source) {}

    /** Forgets everything. */
    public void clear() {}
}
