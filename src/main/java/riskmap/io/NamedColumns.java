package riskmap.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;

/**
 * The schema of a layer whose columns a first pass found by name: the geometry first, then each column by its
 * kind. A column without a name gets one, which is said.
 */
public final class NamedColumns {
    private static final String GEOMETRY = "geom";

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<ValueKind> kinds = new ArrayList<>();
    private final Rows rows;

    public NamedColumns(
            String layer,
            Set<String> geometryTypes,
            CoordinateReferenceSystem crs,
            Map<String, ValueKind> found,
            ImportLog log) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(layer);
        String geometry = ColumnNames.unique(GEOMETRY, found.keySet());
        builder.add(geometry, GeometryTypes.binding(geometryTypes), crs);
        builder.setDefaultGeometry(geometry);
        kinds.add(ValueKind.NOTHING);
        ColumnNames names = new ColumnNames(List.of(geometry));
        found.forEach((column, kind) -> {
            String unique = names.take(column.isBlank() ? "column_" + kinds.size() : column);
            if (column.isBlank()) {
                log.notice(Message.of("io.column-unnamed", Integer.toString(kinds.size()), unique));
            }
            columns.put(column, kinds.size());
            kinds.add(kind);
            builder.nillable(true).add(unique, kind.binding());
        });
        rows = new Rows(builder.buildFeatureType());
    }

    public SimpleFeatureType type() {
        return rows.type();
    }

    /** The index of a column and so of its value, −1 for one that is not there. */
    public int index(String column) {
        return columns.getOrDefault(column, -1);
    }

    public ValueKind kind(int index) {
        return kinds.get(index);
    }

    public Object[] values() {
        return new Object[rows.size()];
    }

    /** The geometry as the layer's type wants it. */
    public Geometry promoted(Geometry geometry) {
        return Multi.promote(
                geometry, rows.type().getGeometryDescriptor().getType().getBinding());
    }

    /** A feature of texts by name. */
    public SimpleFeature feature(Geometry geometry, Map<String, String> texts, long number) {
        Object[] values = values();
        values[0] = promoted(geometry);
        texts.forEach((column, text) -> {
            int index = columns.get(column);
            values[index] = kinds.get(index).value(text);
        });
        return rows.feature(values, number);
    }

    public SimpleFeature feature(Object[] values, long number) {
        return rows.feature(values, number);
    }
}
