package riskmap.data;

import org.geotools.api.data.SimpleFeatureSource;
import riskmap.geo.Grid;
import riskmap.geo.GridGeometry;

/** What a layer holds: features or a raster, of which sometimes only where its cells lie is wanted. */
public sealed interface LayerData {
    /** Features behind GeoTools' seam. */
    record Features(SimpleFeatureSource source) implements LayerData {}

    /** A raster in memory. */
    record Raster(Grid grid) implements LayerData {}

    /** Where the cells of a raster lie, without what is in them. */
    record Lattice(GridGeometry geometry) implements LayerData {}
}
