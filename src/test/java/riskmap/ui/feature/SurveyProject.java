package riskmap.ui.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;

/** A project for tests of forms and tables: three hazardous sites, thirty buildings, a table of supplies. */
public final class SurveyProject {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private SurveyProject() {}

    /** Writes it into a folder. */
    public static Path write(Path folder) {
        Path file = folder.resolve("调查.gpkg");
        try (Workspace workspace = Workspace.create(file, "调查", "EPSG:4550")) {
            add(workspace, "hazardous_site", sites());
            add(workspace, "building", buildings());
            add(workspace, "supply_stock", stock());
        }
        return file;
    }

    private static void add(Workspace workspace, String kind, List<Map<String, Object>> rows) {
        LayerKind known = Catalogue.standard().kind(kind);
        SimpleFeatureType type = known.featureType(kind, Crs.of("EPSG:4550"));
        workspace.store().createLayer(type, known.title().chinese());
        List<SimpleFeature> features = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
            row.forEach(builder::set);
            builder.set(
                    "uuid",
                    UUID.nameUUIDFromBytes(row.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .toString());
            features.add(builder.buildFeature(null));
        }
        workspace.store().append(kind, new ListFeatureCollection(type, features), Progress.silent());
    }

    private static List<Map<String, Object>> sites() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("geom", GEOMETRY.createPoint(new Coordinate(500_000 + 100 * i, 4_140_000)));
            row.put("name", "化工厂" + (i + 1));
            row.put("site_type", i == 0 ? "production" : "storage");
            row.put("substance", "液氨");
            row.put("quantity_t", 10.0 + i);
            row.put("storage", "tank");
            row.put("major_hazard", false);
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> buildings() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            double x = 500_000 + 50 * i;
            Geometry box = GEOMETRY.toGeometry(new Envelope(x, x + 20, 4_141_000, 4_141_010));
            row.put("geom", GEOMETRY.createMultiPolygon(new Polygon[] {(Polygon) box}));
            row.put("floors", 1L + i % 6);
            row.put("structure", i % 2 == 0 ? "brick_concrete" : "steel");
            row.put("use", "residential");
            row.put("people", 5L + i);
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> stock() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String item : List.of("帐篷", "棉被", "救生衣")) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("store_code", "S1");
            row.put("group", "relief");
            row.put("item", item);
            row.put("quantity", 100.0);
            row.put("unit", "件");
            rows.add(row);
        }
        return rows;
    }
}
