package riskmap.app.importing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.io.Place;

/**
 * Rows that an import turned away, kept in a layer {@code <layer>_rejected}: all columns of the source as they were, the
 * geometry where there was one, why, and where in the source. Corrected there, they can be imported again.
 */
final class RejectedRows {
    /** What the layer is called behind the name of the one the rows were meant for. */
    static final String SUFFIX = "_rejected";

    static final String REASON = "reject_reason";
    static final String PLACE = "reject_place";

    private final List<Row> rows = new ArrayList<>();

    /** A row that was turned away. */
    private record Row(SimpleFeature source, Geometry geometry, Message reason, Place place) {}

    void add(SimpleFeature source, Geometry geometry, Message reason, Place place) {
        rows.add(new Row(source, geometry, reason, place));
    }

    int size() {
        return rows.size();
    }

    /** Keeps the rows in the project; the name of the layer they are in, null when there are none. */
    String store(Workspace workspace, String layer, CoordinateReferenceSystem crs, Progress progress) {
        if (rows.isEmpty()) {
            return null;
        }
        String name = layer + SUFFIX;
        List<String> taken = workspace.layers();
        for (int i = 2; taken.contains(name); i++) {
            name = layer + SUFFIX + "_" + i;
        }
        List<AttributeDescriptor> columns = columns();
        SimpleFeatureType type = type(name, crs, columns);
        Iterator<SimpleFeature> features =
                rows.stream().map(row -> feature(type, columns, row)).iterator();
        workspace
                .store()
                .addLayer(type, Message.of("app.import-rejected-title", layer).text(), features, rows.size(), progress);
        return name;
    }

    private SimpleFeatureType type(String name, CoordinateReferenceSystem crs, List<AttributeDescriptor> columns) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        if (rows.stream().anyMatch(row -> row.geometry() != null)) {
            builder.add("geom", Geometry.class, crs);
            builder.setDefaultGeometry("geom");
        }
        builder.add(REASON, String.class);
        builder.add(PLACE, String.class);
        for (AttributeDescriptor column : columns) {
            builder.nillable(true).add(column(column), column.getType().getBinding());
        }
        return builder.buildFeatureType();
    }

    /** Those of the source; of the layer too where rows were turned away after they were mapped. */
    private List<AttributeDescriptor> columns() {
        Map<String, AttributeDescriptor> columns = new LinkedHashMap<>();
        rows.stream().map(row -> row.source().getFeatureType()).distinct().forEach(type -> {
            for (AttributeDescriptor column : type.getAttributeDescriptors()) {
                if (!(column instanceof GeometryDescriptor)) {
                    columns.putIfAbsent(column.getLocalName(), column);
                }
            }
        });
        return List.copyOf(columns.values());
    }

    /** A table's key and our own columns keep their names. */
    private static String column(AttributeDescriptor column) {
        String name = column.getLocalName();
        boolean taken = List.of("fid", "ogc_fid", "rowid", "geom", REASON, PLACE)
                .contains(name.toLowerCase(java.util.Locale.ROOT));
        return taken ? name + "_2" : name;
    }

    private static SimpleFeature feature(SimpleFeatureType type, List<AttributeDescriptor> columns, Row row) {
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
        if (type.getGeometryDescriptor() != null) {
            builder.add(row.geometry());
        }
        builder.add(row.reason().text());
        builder.add(row.place().message().text());
        for (AttributeDescriptor column : columns) {
            builder.add(
                    row.source().getFeatureType().getDescriptor(column.getLocalName()) == null
                            ? null
                            : row.source().getAttribute(column.getLocalName()));
        }
        return builder.buildFeature(null);
    }
}
