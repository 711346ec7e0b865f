package riskmap.data.gpkg;

import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;

/** The rows of a layer as arrays, one per column: what hot loops work on instead of features. */
public final class FeatureTable {
    private FeatureTable() {}

    /** Reads a collection; straight from the file where it is one of this store's. */
    public static FeatureTable of(SimpleFeatureCollection features, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** The type whose attributes are the columns. */
    public SimpleFeatureType type() {
        throw new UnsupportedOperationException();
    }

    /** How many rows. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** The feature id of a row: {@code layer.fid}. */
    public String id(int row) {
        throw new UnsupportedOperationException();
    }

    /** The geometries, row by row; null where a row has none. */
    public Geometry[] geometries() {
        throw new UnsupportedOperationException();
    }

    /** A value as a feature would give it. */
    public Object value(int row, String column) {
        throw new UnsupportedOperationException();
    }

    /** A column as numbers; NaN where a value is null or no number. */
    public double[] doubles(String column) {
        throw new UnsupportedOperationException();
    }

    /** A column as text; null where a value is null. */
    public String[] strings(String column) {
        throw new UnsupportedOperationException();
    }
}
