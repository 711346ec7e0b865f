package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;

/** Other programs read what is written here, and what they write is read here. Needs GDAL; is skipped without. */
class GeoPackageInteropTest {
    private static final Map<String, List<String>> SHAPES = Map.of(
            "Point", List.of("POINT(1 2)"),
            "LineString", List.of("LINESTRING(0 0, 1 1, 2 0)"),
            "Polygon", List.of("POLYGON((0 0, 9 0, 9 9, 0 9, 0 0),(1 1, 2 1, 2 2, 1 1))"),
            "MultiPoint", List.of("MULTIPOINT((1 2),(3 4))"),
            "MultiLineString", List.of("MULTILINESTRING((0 0, 1 1),(2 2, 3 3))"),
            "MultiPolygon",
                    List.of("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)),((5 5, 6 5, 6 6, 5 5)))", "MULTIPOLYGON EMPTY"),
            "GeometryCollection", List.of("GEOMETRYCOLLECTION(MULTIPOINT((1 2)))"),
            "Geometry", List.of("POINT(1 2)", "LINESTRING(0 0, 1 1)", "POINT Z(1 2 3)"));
    private static final List<Class<? extends Geometry>> KINDS = List.of(
            Point.class,
            LineString.class,
            Polygon.class,
            MultiPoint.class,
            MultiLineString.class,
            MultiPolygon.class,
            GeometryCollection.class,
            Geometry.class);

    @TempDir
    Path folder;

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? output.strip() : "failed: " + output;
    }

    private static void needs(String program) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program);
    }

    /** One layer per geometry type with all column types; the validator of GDAL 3.6 looks for the empty flag in bit 3, not 4. */
    private Path everything(boolean withEmptyGeometry) throws Exception {
        Path file = folder.resolve("all.gpkg");
        try (GeoPackage gpkg = GeoPackage.create(file)) {
            for (Class<? extends Geometry> kind : KINDS) {
                String name = kind.getSimpleName() + " \"层'";
                SimpleFeatureType type = Samples.type(
                        name,
                        "geom",
                        kind,
                        "select",
                        String.class,
                        "n",
                        Integer.class,
                        "l",
                        Long.class,
                        "b",
                        Boolean.class,
                        "s",
                        Short.class,
                        "t",
                        Byte.class,
                        "f",
                        Float.class,
                        "d",
                        Double.class,
                        "day",
                        LocalDate.class,
                        "moment",
                        Instant.class,
                        "bytes",
                        byte[].class);
                gpkg.createLayer(type, "标题 " + kind.getSimpleName());
                List<SimpleFeature> features = new ArrayList<>();
                for (String wkt : SHAPES.get(kind.getSimpleName())) {
                    if (wkt.contains("EMPTY") && !withEmptyGeometry) {
                        continue;
                    }
                    features.add(Samples.feature(
                            type,
                            Samples.wkt(wkt),
                            "中文",
                            1,
                            1L << 40,
                            true,
                            (short) 2,
                            (byte) 3,
                            0.5f,
                            0.1,
                            LocalDate.of(2024, 6, 1),
                            Instant.parse("2024-06-01T00:00:00.5Z"),
                            new byte[] {1, 2}));
                }
                features.add(Samples.feature(type, new Object[type.getAttributeCount()]));
                gpkg.append(name, Samples.collection(features.toArray(new SimpleFeature[0])), Progress.silent());
            }
            SimpleFeatureType table = Samples.type("表", "town", String.class, "people", Long.class);
            gpkg.createLayer(table, null);
            gpkg.append("表", Samples.collection(Samples.feature(table, "孙家疃", 5L)), Progress.silent());
            gpkg.putStyle(LayerStyle.of("表", "a", "<sld/>"));
            gpkg.putDocument("map", "{}");
        }
        return file;
    }

    private static String validate(Path file) throws Exception {
        assumeTrue(run("/usr/bin/python3", "-c", "import osgeo_utils.samples.validate_gpkg")
                .isEmpty());
        return run(
                "/usr/bin/python3",
                "-m",
                "osgeo_utils.samples.validate_gpkg",
                "-k",
                "--extra",
                "--warning-as-error",
                file.toString());
    }

    @Test
    void thePublicValidatorFindsNothing() throws Exception {
        needs("python3");
        Path file = everything(false);
        assertThat(validate(file)).isEmpty();
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
            for (String name : gpkg.dataStore().getTypeNames()) {
                SimpleFeatureStore store = (SimpleFeatureStore) gpkg.dataStore().getFeatureSource(name);
                store.addFeatures(Samples.collection(Samples.read(gpkg, name).get(0)));
                store.removeFeatures(ECQL.toFilter("IN ('" + name.replace("'", "''") + ".1')"));
            }
            gpkg.dataStore().removeSchema("Point \"层'");
        }
        assertThat(validate(file)).isEmpty();
        Path empty = folder.resolve("empty.gpkg");
        GeoPackage.create(empty).close();
        assertThat(validate(empty)).isEmpty();
    }

    @Test
    void gdalSeesTheSameFeatures() throws Exception {
        needs("ogrinfo");
        Path file = everything(true);
        String listing = run("/usr/bin/ogrinfo", "-al", "-ro", file.toString());
        assertThat(listing).contains("MultiPolygon \"层'").contains("POLYGON ((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1))");
        assertThat(listing).contains("select (String) = 中文").contains("day (Date) = 2024/06/01");
        assertThat(listing)
                .contains("moment (DateTime) = 2024/06/01 00:00:00.500+00")
                .contains("POINT Z (1 2 3)");
        assertThat(listing)
                .contains("ID[\"EPSG\",4550]")
                .doesNotContain("Warning")
                .doesNotContain("ERROR");
        assertThat(run("/usr/bin/ogrinfo", "-so", "-ro", file.toString(), "MultiPolygon \"层'"))
                .contains("Geometry: Multi Polygon")
                .contains("Feature Count: 3")
                .contains("Extent: (0.000000, 0.000000) - (6.000000, 6.000000)");
    }

    @Test
    void whatGdalWritesReadsBackTheSame() throws Exception {
        needs("ogr2ogr");
        Path file = everything(true);
        Path copy = folder.resolve("gdal.gpkg");
        assertThat(run("/usr/bin/ogr2ogr", "-f", "GPKG", "-preserve_fid", copy.toString(), file.toString()))
                .isEmpty();
        try (GeoPackage ours = GeoPackage.open(file, true);
                GeoPackage theirs = GeoPackage.open(copy, false)) {
            for (String name : ours.dataStore().getTypeNames()) {
                List<SimpleFeature> expected = Samples.read(ours, name);
                List<SimpleFeature> found = Samples.read(theirs, name);
                assertThat(found).hasSameSizeAs(expected);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(found.get(i).getID()).isEqualTo(expected.get(i).getID());
                    for (var attribute : expected.get(i).getFeatureType().getAttributeDescriptors()) {
                        Object one = expected.get(i).getAttribute(attribute.getLocalName());
                        Object other = found.get(i).getAttribute(attribute.getLocalName());
                        // GDAL has no byte: it makes it the next wider type
                        boolean same = one instanceof Number number
                                ? number.doubleValue() == ((Number) other).doubleValue()
                                : java.util.Objects.deepEquals(one, other);
                        assertThat(same)
                                .as(name + "." + attribute.getLocalName() + " " + one + " " + other)
                                .isTrue();
                    }
                }
                assertThat(theirs.dataStore().getFeatureSource(name)).as(name).isInstanceOf(SimpleFeatureStore.class);
                ((SimpleFeatureStore) theirs.dataStore().getFeatureSource(name))
                        .addFeatures(Samples.collection(found.get(0)));
            }
            assertThat(theirs.verify(Progress.silent())).isEmpty();
        }
    }
}
