package riskmap.data;

import org.geotools.api.data.SimpleFeatureSource;
import riskmap.geo.Grid;

/** What a layer holds: features or a raster. */
public sealed interface LayerData {
    /** Features behind GeoTools' seam. */
    record Features(SimpleFeatureSource source) implements LayerData {}

    /** A raster in memory. */
    record Raster(Grid grid) implements LayerData {}
}
