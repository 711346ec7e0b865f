package riskmap.data.gpkg;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.util.factory.Hints;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;

/**
 * The rows of a layer whose geometry's extent meets a window (in the layer's CRS), in the layer's order, and what the
 * layer has besides. The rows left out are neither decoded nor, where there is a sound spatial index, read.
 *
 * @param rows the rows; all of them where the source is no GeoPackage
 * @param layerSize how many rows the layer has
 * @param withoutGeometry how many of those have no geometry, or an empty one
 */
public record WindowRows(FeatureTable rows, int layerSize, int withoutGeometry) {
    /** In the hints of a query: rows whose extent does not meet this envelope are not asked for. */
    static final Hints.Key WINDOW = new Hints.Key(Envelope.class);

    /** Reads what meets a window. */
    public static WindowRows read(SimpleFeatureSource source, Envelope window, Progress progress) {
        if (source.getDataStore() instanceof GeoPackageDataStore store
                && source.getSchema().getGeometryDescriptor() != null) {
            return store.read(window, source, progress);
        }
        try {
            FeatureTable all = FeatureTable.of(source.getFeatures(Query.ALL), progress);
            return of(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table that holds the whole layer. */
    static WindowRows of(FeatureTable all) {
        int without = 0;
        for (var geometry : all.geometries()) {
            without += geometry == null || geometry.isEmpty() ? 1 : 0;
        }
        return new WindowRows(all, all.size(), without);
    }
}
