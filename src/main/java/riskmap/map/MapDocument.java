package riskmap.map;

import java.util.List;

/**
 * A map: which layers, in what order, how shown. Immutable; saved as JSON in the project.
 *
 * @param title what the map is called
 * @param crs authority code of the map's CRS, such as EPSG:4550
 * @param extent minX, minY, maxX, maxY in that CRS, or an empty list for all layers
 * @param layers from the bottom up
 */
public record MapDocument(String title, String crs, List<Double> extent, List<MapLayer> layers) {
    public MapDocument {
        extent = List.copyOf(extent);
        layers = List.copyOf(layers);
    }

    /** The same map with other layers. */
    public MapDocument withLayers(List<MapLayer> changed) {
        return new MapDocument(title, crs, extent, changed);
    }
}
