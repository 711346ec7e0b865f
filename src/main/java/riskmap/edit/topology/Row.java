package riskmap.edit.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.RowChange;
import riskmap.geo.shape.Form;

/**
 * A feature as an edit finds it.
 *
 * @param layer name of its table
 * @param fid its key
 * @param column name of its geometry column
 * @param type the layer's geometry class, such as MultiPolygon
 * @param values all columns, geometry included
 */
public record Row(String layer, long fid, String column, Class<?> type, Map<String, Object> values) {
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The row of a feature whose type is named as its table. */
    public static Row of(SimpleFeature feature) {
        GeometryDescriptor geometry = feature.getFeatureType().getGeometryDescriptor();
        Map<String, Object> values = new LinkedHashMap<>();
        feature.getFeatureType()
                .getAttributeDescriptors()
                .forEach(column -> values.put(column.getLocalName(), feature.getAttribute(column.getLocalName())));
        return new Row(
                feature.getFeatureType().getTypeName(),
                RowChange.key(feature),
                geometry.getLocalName(),
                geometry.getType().getBinding(),
                values);
    }

    /** Its geometry, null when it has none. */
    public Geometry geometry() {
        return (Geometry) values.get(column);
    }

    /** What it covers; null envelope when it has no geometry. */
    public Envelope extent() {
        return geometry() == null ? new Envelope() : geometry().getEnvelopeInternal();
    }

    /** The form its geometry is kept in. */
    public Form form() {
        return Form.of(type, geometry());
    }

    /** Whether both are the same row of the same table, whatever they hold. */
    public boolean is(Row other) {
        return fid == other.fid && layer.equals(other.layer);
    }

    /** The row with another geometry. */
    public Row with(Geometry geometry) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(column, geometry);
        return new Row(layer, fid, column, type, changed);
    }
}
