package riskmap.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

/** A project of 8 × 8 km for tests of the window: four towns, 400 buildings, a flood zone, three shelters. */
final class SmallProject {
    static final double WEST = 500_000;
    static final double SOUTH = 4_140_000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private SmallProject() {}

    static Path write(Path folder) {
        Path file = folder.resolve("试验区.gpkg");
        try (Workspace workspace = Workspace.create(file, "试验区", "EPSG:4550")) {
            add(workspace, "town", towns());
            add(
                    workspace,
                    "flood_zone",
                    List.of(feature(
                            box(1_500, 0, 2_500, 8_000),
                            Map.of("name", "试验河淹没区", "depth_m", 1.4, "return_period_years", 50))));
            add(workspace, "building", buildings());
            add(workspace, "shelter", shelters());
            workspace.updateMap(empty -> new MapDocument(
                    "试验区",
                    "EPSG:4550",
                    List.of(),
                    List.of(
                            layer("town", "承灾体"),
                            layer("flood_zone", "致灾因子"),
                            layer("building", "承灾体"),
                            layer("shelter", "减灾能力"))));
        }
        return file;
    }

    /** Adds reservoirs of these names to a project. */
    static void addReservoirs(Path file, List<String> names) {
        try (Workspace workspace = Workspace.open(file, false, Progress.silent())) {
            List<Values> reservoirs = new ArrayList<>();
            for (String name : names) {
                Point place = GEOMETRY.createPoint(new Coordinate(WEST + 900 * reservoirs.size(), SOUTH));
                reservoirs.add(feature(place, Map.of("name", name)));
            }
            add(workspace, "reservoir", reservoirs);
            workspace.updateMap(
                    map -> map.withLayers(Stream.concat(map.layers().stream(), Stream.of(layer("reservoir", "致灾因子")))
                            .toList()));
        }
    }

    /** Adds zones of the second, third and fourth level of risk side by side, and none of the first. */
    static void addRiskZones(Workspace workspace) {
        List<Values> zones = new ArrayList<>();
        for (int level = 2; level <= 4; level++) {
            zones.add(feature(box(2_600 * (level - 2), 0, 2_600 * (level - 1), 8_000), Map.of("level", level)));
        }
        add(workspace, "risk_zone", zones);
    }

    private record Values(Geometry geometry, Map<String, Object> fields) {}

    private static MapLayer layer(String kind, String group) {
        return new MapLayer(
                kind, Catalogue.standard().kind(kind).title().chinese(), group, "#" + kind, "", "", true, 1);
    }

    private static void add(Workspace workspace, String kind, List<Values> rows) {
        LayerKind known = Catalogue.standard().kind(kind);
        SimpleFeatureType type = known.featureType(kind, Crs.of("EPSG:4550"));
        workspace.store().createLayer(type, known.title().chinese());
        List<SimpleFeature> features = new ArrayList<>();
        for (Values row : rows) {
            SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
            builder.set(LayerKind.GEOMETRY, row.geometry());
            row.fields().forEach((field, value) -> {
                if (type.getDescriptor(field) != null) {
                    builder.set(field, value);
                }
            });
            features.add(builder.buildFeature(null));
        }
        workspace.store().append(kind, new ListFeatureCollection(type, features), Progress.silent());
    }

    private static List<Values> towns() {
        List<Values> towns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double x = i % 2 * 4_000;
            double y = i / 2 * 4_000;
            towns.add(feature(
                    box(x, y, x + 4_000, y + 4_000),
                    Map.of("name", "试验" + "甲乙丙丁".charAt(i) + "镇", "code", "37100200" + i, "population", 10_000 + i)));
        }
        return towns;
    }

    private static List<Values> buildings() {
        List<Values> buildings = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double x = 200 + i % 20 * 390;
            double y = 200 + i / 20 * 390;
            buildings.add(feature(
                    box(x, y, x + 120, y + 90),
                    Map.of("name", "房屋" + i, "floors", 1 + i % 9, "people", 5 + i % 60, "address", "试验路" + i + "号")));
        }
        return buildings;
    }

    private static List<Values> shelters() {
        List<Values> shelters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shelters.add(feature(
                    GEOMETRY.createPoint(new Coordinate(WEST + 1_000 + i * 2_900, SOUTH + 1_300 + i * 2_500)),
                    Map.of("name", "避难场所" + i, "area_m2", 5_000.0, "capacity_people", 800)));
        }
        return shelters;
    }

    private static Values feature(Geometry geometry, Map<String, Object> fields) {
        return new Values(geometry, fields);
    }

    private static Geometry box(double minX, double minY, double maxX, double maxY) {
        return GEOMETRY.createMultiPolygon(new Polygon[] {
            (Polygon) GEOMETRY.toGeometry(new Envelope(WEST + minX, WEST + maxX, SOUTH + minY, SOUTH + maxY))
        });
    }
}
