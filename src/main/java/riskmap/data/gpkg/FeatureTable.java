package riskmap.data.gpkg;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import riskmap.base.Progress;

/**
 * The rows of a layer as arrays, one per column: what hot loops work on instead of features. Rows stand in the order
 * they were read.
 */
public final class FeatureTable {
    private static final int CHECK = 4096;

    private final SimpleFeatureType type;
    private final ValueColumn[] columns;
    /** The ids, where they are not made of the layer and {@code keys}. */
    private Object[] ids;

    private String layer;
    private long[] keys;
    /** The geometries, as long as all of them are plain points: their column is then empty. */
    private double[] points;

    private final int geometryAt;

    private int size;

    private FeatureTable(SimpleFeatureType type) {
        this.type = type;
        this.columns = new ValueColumn[type.getAttributeCount()];
        Arrays.setAll(columns, i -> new ValueColumn(1024));
        this.geometryAt = type.getGeometryDescriptor() == null
                ? -1
                : type.indexOf(type.getGeometryDescriptor().getLocalName());
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
        result.ids = new Object[1024];
        try (SimpleFeatureIterator iterator = features.features()) {
            while (iterator.hasNext()) {
                result.add(iterator.next(), progress);
            }
        }
        return result;
    }

    static FeatureTable of(RowReader reader, Progress progress) {
        FeatureTable result = new FeatureTable(reader.getFeatureType());
        result.ids = new Object[1024];
        while (reader.hasNext()) {
            result.add(reader.next(), progress);
        }
        return result;
    }

    private void add(SimpleFeature feature, Progress progress) {
        grow(progress);
        for (int i = 0; i < columns.length; i++) {
            columns[i].put(size, feature.getAttribute(i));
        }
        ids[size++] = feature.getID();
    }

    /** Reads from an open cursor whose plan leaves nothing of the filter to GeoTools. */
    static FeatureTable of(RowPlan plan, RowCursor cursor, Progress progress) throws SQLException {
        FeatureTable result = new FeatureTable(plan.resultType());
        result.layer = plan.table().name();
        result.keys = new long[1024];
        boolean maybePoints = result.geometryAt >= 0
                && result.type.getGeometryDescriptor().getType().getBinding() == Point.class;
        result.points = maybePoints ? new double[2 * 1024] : null;
        Object[] row = new Object[plan.readType().getAttributeCount()];
        int toSkip = plan.skip();
        cursor.givePoints(maybePoints);
        while (result.size < plan.most() && cursor.next()) {
            if (toSkip-- > 0) {
                continue;
            }
            result.grow(progress);
            cursor.values(row);
            if (result.points != null && !result.pack(cursor.point(), (Geometry) row[result.geometryAt])) {
                result.unpack();
                cursor.givePoints(false);
            }
            for (int i = 0; i < result.columns.length; i++) {
                if (i != result.geometryAt || result.points == null) {
                    result.columns[i].put(result.size, row[i]);
                }
            }
            result.keys[result.size++] = cursor.key();
        }
        result.points = result.points == null ? null : Arrays.copyOf(result.points, 2 * result.size);
        return result;
    }

    /**
     * Keeps the next row's geometry as coordinates; false where it is no plain point.
     *
     * @param plain its coordinates where they are known, else null
     */
    private boolean pack(double[] plain, Geometry geometry) {
        double x = Double.NaN;
        double y = Double.NaN;
        if (plain != null) {
            x = plain[0];
            y = plain[1];
        } else if (geometry != null) {
            CoordinateSequence at = geometry instanceof Point point ? point.getCoordinateSequence() : null;
            if (at == null || at.size() != 1 || at.getDimension() != 2 || Double.isNaN(at.getX(0))) {
                return false;
            }
            x = at.getX(0);
            y = at.getY(0);
        }
        points[2 * size] = x;
        points[2 * size + 1] = y;
        return true;
    }

    /** Makes points of the coordinates kept so far: not all geometries are plain ones. */
    private void unpack() {
        for (int row = 0; row < size; row++) {
            columns[geometryAt].put(row, point(row));
        }
        points = null;
    }

    /** The points of a layer, which are its only column. */
    static FeatureTable of(PackedPoints packed, SimpleFeatureType layerType, String layer) {
        String column = layerType.getGeometryDescriptor().getLocalName();
        FeatureTable result = new FeatureTable(SimpleFeatureTypeBuilder.retype(layerType, List.of(column)));
        result.layer = layer;
        result.keys = packed.keys();
        result.points = packed.xy();
        result.size = packed.keys().length;
        return result;
    }

    /**
     * Rows that were computed, of a geometry and a number each.
     *
     * @param type geometry, then number
     * @param keys of the rows, told in their ids
     * @param points x and y of each row, null where there are shapes
     */
    public static FeatureTable of(
            SimpleFeatureType type, long[] keys, double[] points, Geometry[] shapes, double[] numbers) {
        FeatureTable result = new FeatureTable(type);
        result.layer = type.getTypeName();
        result.keys = keys;
        result.points = points;
        result.size = keys.length;
        for (ValueColumn column : result.columns) {
            column.grow(keys.length);
        }
        for (int row = 0; row < keys.length; row++) {
            if (shapes != null) {
                result.columns[0].put(row, shapes[row]);
            }
            result.columns[1].put(row, numbers[row]);
        }
        return result;
    }

    /** The rows of several tables of one layer, one after the other. */
    static FeatureTable joined(List<FeatureTable> parts) {
        FeatureTable result = new FeatureTable(parts.get(0).type);
        int rows = parts.stream().mapToInt(part -> part.size).sum();
        result.layer = parts.get(0).layer;
        result.keys = new long[rows];
        boolean allPoints = parts.stream().allMatch(part -> part.points != null);
        result.points = allPoints ? new double[2 * rows] : null;
        for (ValueColumn column : result.columns) {
            column.grow(rows);
        }
        for (FeatureTable part : parts) {
            if (part.points != null && !allPoints) {
                part.unpack();
            }
            System.arraycopy(part.keys, 0, result.keys, result.size, part.size);
            if (allPoints) {
                System.arraycopy(part.points, 0, result.points, 2 * result.size, 2 * part.size);
            }
            for (int i = 0; i < result.columns.length; i++) {
                if (i != result.geometryAt || !allPoints) {
                    result.columns[i].putAll(result.size, part.columns[i], part.size);
                }
            }
            result.size += part.size;
        }
        return result;
    }

    private void grow(Progress progress) {
        if (size % CHECK == 0) {
            progress.check();
        }
        if (size == (ids == null ? keys.length : ids.length)) {
            ids = ids == null ? null : Arrays.copyOf(ids, 2 * size);
            keys = keys == null ? null : Arrays.copyOf(keys, 2 * size);
            points = points == null ? null : Arrays.copyOf(points, 4 * size);
            for (ValueColumn column : columns) {
                column.grow(2 * size);
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
        return ids == null ? FeatureIds.of(layer, keys[row]) : ids[row].toString();
    }

    /** The geometries, row by row; null where a row has none. */
    public Geometry[] geometries() {
        Geometry[] result = new Geometry[size];
        for (int i = 0; i < size && geometryAt >= 0; i++) {
            result[i] = points == null ? (Geometry) columns[geometryAt].get(i) : point(i);
        }
        return result;
    }

    /** x and y of the points, row by row, NaN where a row has none; null unless they are held like that. */
    public double[] points() {
        return points;
    }

    /** Whether all columns but that of the geometry hold numbers or nothing: they then take a few bytes a row. */
    public boolean isOfNumbers() {
        return IntStream.range(0, columns.length).allMatch(at -> at == geometryAt || columns[at].isOfNumbers());
    }

    private Geometry point(int row) {
        double[] one = {points[2 * row], points[2 * row + 1]};
        return Double.isNaN(one[0])
                ? null
                : GeometryBlobReader.FACTORY.createPoint(new PackedCoordinateSequence.Double(one, 2, 0));
    }

    /** A value as a feature would give it. */
    public Object value(int row, String column) {
        return value(row, index(column));
    }

    /** A value as a feature would give it, by the place of its column. */
    public Object value(int row, int column) {
        return points != null && column == geometryAt ? point(row) : columns[column].get(row);
    }

    /** A column as numbers; NaN where a value is null or no number. */
    public double[] doubles(String column) {
        int at = index(column);
        double[] result = new double[size];
        for (int i = 0; i < size; i++) {
            result[i] = at == geometryAt ? Double.NaN : columns[at].number(i);
        }
        return result;
    }

    /** The rows whose value in a column is there but no number: SQLite lets texts stand among numbers. */
    public int[] notNumbers(String column) {
        int at = index(column);
        return at == geometryAt
                ? new int[0]
                : IntStream.range(0, size).filter(columns[at]::isOther).toArray();
    }

    /** A column as text; null where a value is null. */
    public String[] strings(String column) {
        int at = index(column);
        String[] result = new String[size];
        for (int i = 0; i < size; i++) {
            Object value = value(i, at);
            result[i] = value == null ? null : value.toString();
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
