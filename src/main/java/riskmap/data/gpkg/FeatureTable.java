package riskmap.data.gpkg;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;

/**
 * The rows of a layer as arrays, one per column: what hot loops work on instead of features. Rows stand in the order
 * they were read.
 */
public final class FeatureTable {
    private static final int CHECK = 4096;

    private final SimpleFeatureType type;
    private final Object[][] columns;
    private Object[] ids = new Object[1024];
    private int size;

    private FeatureTable(SimpleFeatureType type) {
        this.type = type;
        this.columns = new Object[type.getAttributeCount()][1024];
    }

    /** Reads what a query has; straight from the file, without a feature for each row, where the source is a GeoPackage. */
    public static FeatureTable of(SimpleFeatureSource source, Query query, Progress progress) {
        if (source.getDataStore() instanceof GeoPackageDataStore store) {
            return store.read(query, source, progress);
        }
        try {
            return of(source.getFeatures(query), progress);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads a collection of features. */
    public static FeatureTable of(SimpleFeatureCollection features, Progress progress) {
        FeatureTable result = new FeatureTable(features.getSchema());
        try (SimpleFeatureIterator iterator = features.features()) {
            while (iterator.hasNext()) {
                result.add(iterator.next(), progress);
            }
        }
        return result;
    }

    static FeatureTable of(RowReader reader, Progress progress) {
        FeatureTable result = new FeatureTable(reader.getFeatureType());
        while (reader.hasNext()) {
            result.add(reader.next(), progress);
        }
        return result;
    }

    private void add(SimpleFeature feature, Progress progress) {
        grow(progress);
        for (int i = 0; i < columns.length; i++) {
            columns[i][size] = feature.getAttribute(i);
        }
        ids[size++] = feature.getID();
    }

    /** Reads from an open cursor whose plan leaves nothing of the filter to GeoTools. */
    static FeatureTable of(RowPlan plan, RowCursor cursor, Progress progress) throws SQLException {
        FeatureTable result = new FeatureTable(plan.resultType());
        Object[] row = new Object[plan.readType().getAttributeCount()];
        int toSkip = plan.skip();
        while (result.size < plan.most() && cursor.next()) {
            if (toSkip-- > 0) {
                continue;
            }
            result.grow(progress);
            cursor.values(row);
            for (int i = 0; i < result.columns.length; i++) {
                result.columns[i][result.size] = row[i];
            }
            result.ids[result.size++] = new RowId(plan.table().name(), cursor.key());
        }
        return result;
    }

    private void grow(Progress progress) {
        if (size % CHECK == 0) {
            progress.check();
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], 2 * size);
            }
        }
    }

    /** Whether a plan can be read into a table without features. */
    static boolean canRead(RowPlan plan) {
        return plan.filter().rest() == Filter.INCLUDE;
    }

    /** The type whose attributes are the columns. */
    public SimpleFeatureType type() {
        return type;
    }

    /** How many rows. */
    public int size() {
        return size;
    }

    /** The feature id of a row: {@code layer.key}. */
    public String id(int row) {
        return ids[row].toString();
    }

    /** The geometries, row by row; null where a row has none. */
    public Geometry[] geometries() {
        Geometry[] result = new Geometry[size];
        int column = type.getGeometryDescriptor() == null
                ? -1
                : type.indexOf(type.getGeometryDescriptor().getLocalName());
        for (int i = 0; i < size && column >= 0; i++) {
            result[i] = (Geometry) columns[column][i];
        }
        return result;
    }

    /** A value as a feature would give it. */
    public Object value(int row, String column) {
        return columns[index(column)][row];
    }

    /** A column as numbers; NaN where a value is null or no number. */
    public double[] doubles(String column) {
        Object[] values = columns[index(column)];
        double[] result = new double[size];
        for (int i = 0; i < size; i++) {
            result[i] = values[i] instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return result;
    }

    /** A column as text; null where a value is null. */
    public String[] strings(String column) {
        Object[] values = columns[index(column)];
        String[] result = new String[size];
        for (int i = 0; i < size; i++) {
            result[i] = values[i] == null ? null : values[i].toString();
        }
        return result;
    }

    private int index(String column) {
        int index = type.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(column);
        }
        return index;
    }
}
