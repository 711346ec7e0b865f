package riskmap.data.gpkg;

import java.io.IOException;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.store.ContentFeatureSource;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;

/**
 * Takes the rows of a layer one after the other, without a feature for each: painters pack a million of them and keep
 * none.
 */
public interface RowSink {
    /**
     * A row.
     *
     * @param key the number in its feature id
     * @param geometry null where it has none
     * @param values the attributes that the query asked for, in its order, the geometry among them; reused by the next row
     */
    void row(long key, Geometry geometry, Object[] values);

    /** A row of which only its plain point was asked for; NaN where it has none. */
    void point(long key, double x, double y);

    /** A row of which only its shape was asked for; reused by the next row. */
    void shape(long key, PlainShape shape);

    /**
     * Hands over what a query has.
     *
     * @return false, with nothing handed over, where the source is no GeoPackage or SQL cannot decide the filter
     */
    static boolean read(SimpleFeatureSource source, Query query, RowSink sink, Progress progress) throws IOException {
        return source instanceof ContentFeatureSource own
                && own.getDataStore() instanceof GeoPackageDataStore store
                && source.getSchema().getGeometryDescriptor() != null
                && store.read(query, source, sink, progress);
    }

    /** About how many rows a layer has, without counting them: its greatest key; 0 for a view and where there is no file. */
    static long about(SimpleFeatureSource source) {
        return source instanceof ContentFeatureSource own && own.getDataStore() instanceof GeoPackageDataStore store
                ? store.about(source)
                : 0;
    }
}
