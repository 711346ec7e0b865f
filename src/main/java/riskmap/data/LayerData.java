package riskmap.data;

import java.util.function.Supplier;
import org.geotools.api.data.SimpleFeatureSource;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** What a layer holds: features or a raster, of which sometimes only where its cells lie is wanted. */
public sealed interface LayerData {
    /** Features behind GeoTools' seam. */
    record Features(SimpleFeatureSource source) implements LayerData {}

    /** A raster in memory. */
    record Raster(Grid grid) implements LayerData {}

    /** A raster that is being read while the features beside it are: asking for it waits for it. */
    record RasterToCome(Supplier<Grid> reading) implements LayerData {}

    /** Where the cells of a raster lie, without what is in them. */
    record Lattice(GridGeometry geometry) implements LayerData {}
}
