package riskmap.ui.layers;

/** What the layer tree asks of the rest of the window. */
public interface LayerActions {
    /** Shows a layer as a whole on the map. */
    void zoomTo(String layerId);

    /** Opens the attribute table of a layer. */
    void openTable(String layerId);

    /** Opens the symbology editor of a layer. */
    void editStyle(String layerId);
}
