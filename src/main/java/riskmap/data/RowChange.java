package riskmap.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;

/**
 * What an edit does to one row: column → value before and after. A changed row names only the columns that differ; an
 * added one has no values before, a removed one none after. Values are those of the layer's schema, geometry included
 * under its column's name; null is a value.
 *
 * @param layer name of the table
 * @param fid key of the row; chosen when the edit is made, so that undo and redo bring back the same row
 * @param before values before, or null for an added row
 * @param after values after, or null for a removed row
 */
public record RowChange(String layer, long fid, Map<String, Object> before, Map<String, Object> after) {
    public RowChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("neither before nor after");
        }
        before = before == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = after == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** A new row. */
    public static RowChange added(String layer, long fid, Map<String, Object> values) {
        return new RowChange(layer, fid, null, values);
    }

    /** A row taken away: all its values, so that undo brings it back whole. */
    public static RowChange removed(String layer, SimpleFeature feature) {
        return new RowChange(layer, key(feature), values(feature), null);
    }

    /** One column of a row. */
    public static RowChange changed(String layer, long fid, String column, Object before, Object after) {
        Map<String, Object> was = new LinkedHashMap<>();
        was.put(column, before);
        Map<String, Object> is = new LinkedHashMap<>();
        is.put(column, after);
        return new RowChange(layer, fid, was, is);
    }

    /** Columns of a row: those of {@code after} that differ from what the feature holds. */
    public static RowChange changed(String layer, SimpleFeature feature, Map<String, Object> after) {
        Map<String, Object> was = new LinkedHashMap<>();
        Map<String, Object> is = new LinkedHashMap<>();
        after.forEach((column, value) -> {
            Object held = feature.getAttribute(column);
            if (!same(held, value)) {
                was.put(column, held);
                is.put(column, value);
            }
        });
        return new RowChange(layer, key(feature), was, is);
    }

    public boolean isAdded() {
        return before == null;
    }

    public boolean isRemoved() {
        return after == null;
    }

    /** What takes this back. */
    public RowChange inverse() {
        return new RowChange(layer, fid, after, before);
    }

    /** Whether two values are the same to the bit; geometries coordinate by coordinate, Z and M too. */
    public static boolean same(Object a, Object b) {
        if (a instanceof Geometry one && b instanceof Geometry other) {
            return ExactGeometry.same(one, other);
        }
        return Objects.deepEquals(a, b);
    }

    /** The key in a feature's id, {@code layer.key}. */
    public static long key(SimpleFeature feature) {
        String id = feature.getID();
        return Long.parseLong(id.substring(id.lastIndexOf('.') + 1));
    }

    private static Map<String, Object> values(SimpleFeature feature) {
        Map<String, Object> values = new LinkedHashMap<>();
        feature.getFeatureType()
                .getAttributeDescriptors()
                .forEach(column -> values.put(column.getLocalName(), feature.getAttribute(column.getLocalName())));
        return values;
    }
}
