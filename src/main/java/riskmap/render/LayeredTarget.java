package riskmap.render;

/**
 * A {@code Graphics2D} that keeps map layers apart, such as a PDF page with layers a reader can switch off. The painter
 * asks {@code graphics instanceof LayeredTarget} and wraps what it paints of each layer; labels are a layer
 * {@link #LABELS} of their own.
 */
public interface LayeredTarget {
    /** Id of the layer that holds the labels of all layers. */
    String LABELS = "labels";

    /**
     * What is painted from now on belongs to this layer. Not nested.
     *
     * @param id the map layer's id, or {@link #LABELS}
     * @param opacity of the layer as a whole: overlaps inside it do not show through; the painter need not paint it to
     *     an image of its own
     */
    void beginLayer(String id, double opacity);

    /** The layer ends. */
    void endLayer();

    /** What is painted from now on is mixed as a whole with what lies below it. Inside a layer or not, not nested. */
    void beginBlend(Blend blend);

    /** What is mixed as a whole ends. */
    void endBlend();
}
