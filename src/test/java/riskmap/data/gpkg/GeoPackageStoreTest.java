package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFinder;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.FeatureTypes;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

class GeoPackageStoreTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("测试 #?%41.gpkg");
    }

    @Test
    void everyColumnTypeKeepsItsTypeAndItsValues() throws Exception {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("types");
        builder.add("geom", Point.class, Crs.of(4490));
        builder.add("yes", Boolean.class);
        builder.add("tiny", Byte.class);
        builder.add("small", Short.class);
        builder.add("medium", Integer.class);
        builder.add("big", Long.class);
        builder.add("single", Float.class);
        builder.add("real", Double.class);
        builder.length(4).add("short_text", String.class);
        builder.add("text", String.class);
        builder.add("bytes", byte[].class);
        builder.add("day", LocalDate.class);
        builder.add("moment", Instant.class);
        SimpleFeatureType type = builder.buildFeatureType();
        Object[] values = {
            Samples.wkt("POINT(122.1 37.4)"),
            true,
            (byte) -128,
            (short) 32767,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            0.1f,
            0.1,
            "一二三四",
            "ünï\n'\"",
            new byte[] {0, -1},
            LocalDate.of(2024, 2, 29),
            Instant.parse("1969-12-31T23:59:59.125Z")
        };
        try (GeoPackage gpkg = GeoPackage.create(file())) {
            gpkg.createLayer(type, "类型");
            gpkg.append(
                    "types",
                    Samples.collection(Samples.feature(type, values), Samples.feature(type, new Object[values.length])),
                    Progress.silent());
        }
        try (GeoPackage gpkg = GeoPackage.open(file(), true)) {
            SimpleFeatureType read = gpkg.dataStore().getSchema("types");
            for (int i = 0; i < values.length; i++) {
                assertThat(read.getDescriptor(i).getLocalName())
                        .isEqualTo(type.getDescriptor(i).getLocalName());
                assertThat(read.getDescriptor(i).getType().getBinding())
                        .isEqualTo(type.getDescriptor(i).getType().getBinding());
            }
            assertThat(FeatureTypes.getFieldLength(read.getDescriptor("short_text")))
                    .isEqualTo(4);
            assertThat(Crs.code(read.getCoordinateReferenceSystem())).isEqualTo("EPSG:4490");
            List<SimpleFeature> features = Samples.read(gpkg, "types");
            assertThat(Objects.deepEquals(features.get(0).getAttributes().toArray(), values))
                    .as(features.get(0).toString())
                    .isTrue();
            assertThat(features.get(1).getAttributes()).containsOnlyNulls();
            assertThat(features.get(0).getID()).isEqualTo("types.1");
            assertThat(gpkg.layers().get(0).title()).isEqualTo("类型");
        }
    }

    @Test
    void namesMayBeReservedWordsQuotesOrChinese() throws Exception {
        String[] names = {"select", "图层 \"一\"", "x'; DROP TABLE gpkg_contents; --", "a.b", "rtree_x", " 前后 "};
        try (GeoPackage gpkg = GeoPackage.create(file())) {
            for (String name : names) {
                SimpleFeatureType type = Samples.type(
                        name,
                        "the \"geom\"",
                        Point.class,
                        "order",
                        String.class,
                        "字段 '1'",
                        Integer.class,
                        "fid",
                        Integer.class);
                gpkg.createLayer(type, null);
                SimpleFeatureStore store = (SimpleFeatureStore) gpkg.dataStore().getFeatureSource(name);
                store.addFeatures(
                        Samples.collection(Samples.feature(type, Samples.wkt("POINT(1 2)"), "group by", 7, 9)));
                store.modifyFeatures("字段 '1'", 8, ECQL.toFilter("\"order\" = 'group by'"));
            }
        }
        try (GeoPackage gpkg = GeoPackage.open(file(), true)) {
            assertThat(gpkg.dataStore().getTypeNames()).containsExactly(names);
            for (String name : names) {
                SimpleFeature feature = Samples.read(gpkg, name).get(0);
                assertThat(feature.getAttributes()).endsWith("group by", 8, 9);
                var ff = CommonFactoryFinder.getFilterFactory();
                Query window = new Query(
                        name, ff.bbox(ff.property("the \"geom\""), new ReferencedEnvelope(0, 3, 0, 3, Crs.of(4550))));
                assertThat(gpkg.dataStore().getFeatureSource(name).getCount(window))
                        .isEqualTo(1);
            }
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
        }
    }

    @Test
    void nullEmptyAndMultipartGeometriesStayWhatTheyAre() throws Exception {
        SimpleFeatureType any = Samples.type("any", "geom", Geometry.class);
        SimpleFeatureType multi = Samples.type("multi", "geom", MultiPolygon.class);
        Geometry[] kinds = {
            null,
            Samples.wkt("POLYGON EMPTY"),
            Samples.wkt("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)),((5 5, 6 5, 6 6, 5 5)))"),
            Samples.wkt("GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0, 1 1))"),
            Samples.wkt("POINT Z(1 2 3)")
        };
        try (GeoPackage gpkg = GeoPackage.create(file())) {
            gpkg.createLayer(any, null);
            gpkg.createLayer(multi, null);
            for (Geometry geometry : kinds) {
                gpkg.append("any", Samples.collection(Samples.feature(any, geometry)), Progress.silent());
            }
            Geometry single = Samples.wkt("POLYGON((0 0, 1 0, 1 1, 0 0))");
            gpkg.append("multi", Samples.collection(Samples.feature(multi, single)), Progress.silent());
            assertThatThrownBy(() -> gpkg.append(
                            "multi",
                            Samples.collection(Samples.feature(any, Samples.wkt("POINT(1 2)"))),
                            Progress.silent()))
                    .isInstanceOf(RiskMapException.class);
            List<SimpleFeature> features = Samples.read(gpkg, "any");
            for (int i = 0; i < kinds.length; i++) {
                assertThat(features.get(i).getDefaultGeometry()).isEqualTo(kinds[i]);
            }
            assertThat(((Geometry) features.get(4).getDefaultGeometry())
                            .getCoordinate()
                            .getZ())
                    .isEqualTo(3);
            assertThat(gpkg.layers().get(0).hasZ()).isTrue();
            assertThat(Samples.read(gpkg, "multi").get(0).getDefaultGeometry()).isInstanceOf(MultiPolygon.class);
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
        }
    }

    @Test
    void queriesFilterSortLimitAndPickProperties() throws Exception {
        var ff = CommonFactoryFinder.getFilterFactory();
        try (GeoPackage gpkg = Samples.squares(file(), 500)) {
            SimpleFeatureSource source = gpkg.dataStore().getFeatureSource("square");
            Query query = new Query("square", ECQL.toFilter("n >= 10 AND use = '住宅' AND value < 50"));
            query.setPropertyNames("n");
            query.setSortBy(ff.sort("n", SortOrder.DESCENDING));
            query.setStartIndex(2);
            query.setMaxFeatures(3);
            List<SimpleFeature> page = Samples.read(source, query);
            assertThat(page).extracting(f -> f.getAttribute("n")).containsExactly(192, 189, 186);
            assertThat(page.get(0).getAttributeCount()).isEqualTo(1);
            assertThat(source.getCount(query)).isEqualTo(3);
            query.setFilter(ECQL.toFilter("strToLowerCase(use) = '住宅' AND n < 30"));
            assertThat(Samples.read(source, query))
                    .extracting(f -> f.getAttribute("n"))
                    .containsExactly(21, 18, 15);
            assertThat(source.getCount(query)).isEqualTo(3);
            Query last = new Query("square");
            last.setSortBy(SortBy.REVERSE_ORDER);
            last.setMaxFeatures(1);
            assertThat(Samples.read(source, last).get(0).getID()).isEqualTo("square.500");
            assertThat(source.getCount(Query.ALL)).isEqualTo(500);
            assertThat(source.getCount(new Query("square", ECQL.toFilter("IN ('square.3', 'square.999', 'other.4')"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void extentQueriesFindExactlyWhatIntersects() throws Exception {
        try (GeoPackage gpkg = Samples.squares(file(), 1000)) {
            SimpleFeatureSource source = gpkg.dataStore().getFeatureSource("square");
            // ends within the first and the third column and row: touching counts
            Query query = new Query("square", ECQL.toFilter("BBOX(geom, 420000, 4141000, 420040.125, 4141040.375)"));
            assertThat(Samples.read(source, query))
                    .extracting(f -> f.getAttribute("n"))
                    .containsExactly(0, 1, 2, 100, 101, 102, 200, 201);
            assertThat(source.getCount(query)).isEqualTo(8);
            assertThat(source.getBounds(query))
                    .isEqualTo(new ReferencedEnvelope(420000.125, 420050.125, 4141000.375, 4141050.375, Crs.of(4550)));
            assertThat(source.getBounds())
                    .isEqualTo(new ReferencedEnvelope(420000.125, 421990.125, 4141000.375, 4141190.375, Crs.of(4550)));
            Query circle =
                    new Query("square", ECQL.toFilter("DWITHIN(geom, POINT(420015.125 4141005.375), 5, meters)"));
            assertThat(Samples.read(source, circle))
                    .extracting(f -> f.getAttribute("n"))
                    .containsExactly(0, 1);
            Query away = new Query("square", ECQL.toFilter("DISJOINT(geom, POINT(420005 4141005))"));
            assertThat(source.getCount(away)).isEqualTo(1000 - 142 - 1);
        }
    }

    @Test
    void aRectangleInAnotherReferenceSystemIsBroughtIntoTheLayers() throws Exception {
        try (GeoPackage gpkg = Samples.squares(file(), 10)) {
            var toDegrees = Crs.transform(Crs.of(4550), Crs.of(4490));
            double[] corners = {420_000, 4_141_000, 420_035, 4_141_012};
            toDegrees.apply(corners, 2);
            var box = CommonFactoryFinder.getFilterFactory()
                    .bbox(
                            CommonFactoryFinder.getFilterFactory().property("geom"),
                            new ReferencedEnvelope(corners[0], corners[2], corners[1], corners[3], Crs.of(4490)));
            SimpleFeatureSource source = gpkg.dataStore().getFeatureSource("square");
            assertThat(Samples.read(source, new Query("square", box)))
                    .extracting(f -> f.getAttribute("n"))
                    .containsExactly(0, 1);
        }
    }

    @Test
    void tablesWithoutGeometryAreLayersToo() throws Exception {
        SimpleFeatureType type = Samples.type("impact", "town", String.class, "people", Long.class);
        try (GeoPackage gpkg = GeoPackage.create(file())) {
            gpkg.createLayer(type, "影响");
            gpkg.append("impact", Samples.collection(Samples.feature(type, "孙家疃街道", 12_000L)), Progress.silent());
            assertThat(gpkg.layers().get(0).kind()).isEqualTo(GeoPackageLayer.Kind.ATTRIBUTES);
            assertThat(Samples.read(gpkg, "impact").get(0).getAttributes()).containsExactly("孙家疃街道", 12_000L);
            assertThat(gpkg.dataStore().getSchema("impact").getGeometryDescriptor())
                    .isNull();
            assertThat(gpkg.dataStore().getFeatureSource("impact").getBounds().isEmpty())
                    .isTrue();
        }
    }

    @Test
    void layersAreDroppedWithAllThatMentionsThem() throws Exception {
        try (GeoPackage gpkg = Samples.squares(file(), 10)) {
            gpkg.putStyle(LayerStyle.of("square", "默认", "<StyledLayerDescriptor/>"));
            gpkg.dataStore().removeSchema("square");
            assertThat(gpkg.dataStore().getTypeNames()).isEmpty();
            assertThat(gpkg.styles()).isEmpty();
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
            SimpleFeatureType again = Samples.type("square", "geom", Polygon.class);
            gpkg.createLayer(again, null);
            assertThat(Samples.read(gpkg, "square")).isEmpty();
            assertThatThrownBy(() -> gpkg.createLayer(again, null)).isInstanceOf(RiskMapException.class);
            assertThatThrownBy(() -> gpkg.dataStore().getFeatureSource("nowhere"))
                    .isNotNull();
        }
    }

    @Test
    void geoToolsFindsTheStoreByItsParameters() throws Exception {
        Samples.squares(file(), 3).close();
        DataStore store = DataStoreFinder.getDataStore(
                Map.of("dbtype", "geopkg", "database", file().toFile(), "read_only", true));
        try {
            assertThat(store).isInstanceOf(GeoPackageDataStore.class);
            assertThat(store.getFeatureSource("square").getCount(Query.ALL)).isEqualTo(3);
            assertThat(store.getFeatureSource("square")).isNotInstanceOf(SimpleFeatureStore.class);
        } finally {
            store.dispose();
        }
    }

    @Test
    void documentsAndStylesAreKept() {
        try (GeoPackage gpkg = GeoPackage.create(file())) {
            gpkg.putDocument("map", "{\"a\":1}");
            gpkg.putDocument("map", "{\"a\":2}");
            gpkg.putDocument("run:2", "{}");
            gpkg.putDocument("run:1", "{}");
            gpkg.putDocument("run%", "{}");
            gpkg.putStyle(LayerStyle.of("square", "旧", "<old/>"));
            gpkg.putStyle(LayerStyle.of("square", "新", "<new/>"));
            gpkg.putStyle(LayerStyle.of("square", "新", "<newer/>"));
        }
        try (GeoPackage gpkg = GeoPackage.open(file(), false)) {
            assertThat(gpkg.document("map")).contains("{\"a\":2}");
            assertThat(gpkg.document("none")).isEmpty();
            assertThat(gpkg.documents("run:")).containsExactly("run:1", "run:2");
            gpkg.removeDocument("run:1");
            assertThat(gpkg.documents("")).containsExactly("map", "run%", "run:2");
            assertThat(gpkg.defaultStyle("square").orElseThrow().sld()).isEqualTo("<newer/>");
            assertThat(gpkg.styles()).hasSize(2);
            gpkg.removeStyle("square", "新");
            assertThat(gpkg.style("square", "新")).isEmpty();
            assertThat(gpkg.layers()).isEmpty();
        }
    }

    @Test
    void aTableOfArraysHoldsWhatTheFeaturesHold() throws Exception {
        try (GeoPackage gpkg = Samples.squares(file(), 50)) {
            SimpleFeatureSource source = gpkg.dataStore().getFeatureSource("square");
            Query query = new Query("square", ECQL.toFilter("n > 10"));
            for (FeatureTable table : List.of(
                    FeatureTable.of(source, query, Progress.silent()),
                    FeatureTable.of(source.getFeatures(query), Progress.silent()))) {
                assertThat(table.size()).isEqualTo(39);
                assertThat(table.id(0)).isEqualTo("square.12");
                assertThat(table.doubles("value")[1]).isEqualTo(3.0);
                assertThat(table.strings("use")[0]).isNull();
                assertThat(table.geometries()[2]).isNull();
                assertThat(table.geometries()[0].getArea()).isEqualTo(100);
                assertThat(table.value(0, "n")).isEqualTo(11);
            }
        }
    }

    @Test
    void aCopyHoldsTheSame() throws Exception {
        Path copy = folder.resolve("copy.gpkg");
        try (GeoPackage gpkg = Samples.squares(file(), 50)) {
            gpkg.copyTo(copy, Progress.silent());
            assertThatThrownBy(() -> gpkg.copyTo(copy, Progress.silent())).isInstanceOf(RiskMapException.class);
        }
        try (GeoPackage gpkg = GeoPackage.open(copy, true)) {
            assertThat(Samples.read(gpkg, "square")).hasSize(50);
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
        }
    }
}
