package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.io.FeatureStream;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/** {@code riskmap run} from published files to files, read back and held against the numbers their own tests state. */
class RunCommandTest {
    private static final Path CHECKS = Path.of("../shared/data/checks");
    private static final Path RASTERS = CHECKS.resolve("raster");
    private static final Path GENERIC = CHECKS.resolve("hazard/classified_generic_polygon.shp");
    private static final Path VOLCANO = CHECKS.resolve("hazard/volcano_krb.shp");
    private static final Path FLOOD = CHECKS.resolve("hazard/flood_multipart_polygons.shp");
    private static final Path BUILDINGS = CHECKS.resolve("exposure/buildings.shp");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void publishedDataIsThere() {
        assumeTrue(Files.exists(CHECKS), "published data not there: " + CHECKS);
        Language.use(Language.ENGLISH);
    }

    @org.junit.jupiter.api.AfterEach
    void chineseAgain() {
        Language.use(Language.CHINESE);
    }

    @Test
    void buildingsByHazardZone() throws IOException {
        Path file = folder.resolve("结果.gpkg");
        run("count-in-zones", "zones=" + GENERIC, "features=" + BUILDINGS, file + "#按致灾区");
        assertThat(counts(file, "按致灾区", "h_zone"))
                .containsOnly(
                        Map.entry("High Hazard Zone", 11L),
                        Map.entry("Medium Hazard Zone", 161L),
                        Map.entry("Low Hazard Zone", 2L));
        assertThat(out.toString()).contains("inside 174 + outside 7 + without geometry 0 = layer total 181");
        run("count-in-zones", "zones=" + VOLCANO, "features=" + BUILDINGS, file + "#按火山区");
        assertThat(counts(file, "按火山区", "KRB"))
                .containsOnly(
                        Map.entry("Kawasan Rawan Bencana III", 11L),
                        Map.entry("Kawasan Rawan Bencana II", 161L),
                        Map.entry("Kawasan Rawan Bencana I", 2L));
        assertThat(((VectorFormat) Formats.reading(file)).layers(file, ReadOptions.standard()))
                .containsExactly("按致灾区", "按火山区");
    }

    @Test
    void buildingPointsByHazardZoneAsATable() throws IOException {
        Path file = folder.resolve("table.csv");
        run(
                "summarise-by-zone",
                "zones=" + GENERIC,
                "features=" + CHECKS.resolve("exposure/building-points.shp"),
                file.toString(),
                "class=h_zone");
        Map<String, Long> counts = counts(file, "table", "class");
        assertThat(counts).containsEntry("High Hazard Zone", 12L).containsEntry("Medium Hazard Zone", 172L);
        assertThat(counts)
                .containsEntry("Low Hazard Zone", 3L)
                .containsValue(11L)
                .containsValue(198L);
    }

    @Test
    void buildingsFloodedInTheExtentOfTheFlood() throws IOException {
        Path file = folder.resolve("flood.gpkg");
        run("select", "features=" + BUILDINGS, "", file + "#extent", "where=BBOX(geom, " + extent(FLOOD) + ")");
        assertThat(read(file, "extent")).hasSize(176);
        run("select", "features=" + FLOOD, "", file + "#prone", "where=FLOODPRONE = 'YES'");
        Path joined = folder.resolve("joined.geojson");
        run(
                "spatial-join",
                "features=" + file + "#extent",
                "areas=" + file + "#prone",
                joined.toString(),
                "rule=intersects");
        assertThat(read(joined, "").stream().filter(row -> "YES".equals(row.getAttribute("FLOODPRONE"))))
                .hasSize(33);
    }

    @Test
    void roadsSplitAtTheFloodAndCountedInSingleParts() throws IOException {
        Path file = folder.resolve("roads.gpkg");
        run(
                "select",
                "features=" + CHECKS.resolve("exposure/roads.shp"),
                "",
                file + "#extent",
                "where=BBOX(geom, " + extent(FLOOD) + ")");
        run("select", "features=" + FLOOD, "", file + "#prone", "where=FLOODPRONE = 'YES'");
        run("clip", "features=" + file + "#extent", "areas=" + file + "#prone", file + "#flooded");
        run("multipart-to-singleparts", "features=" + file + "#flooded", "", file + "#parts");
        assertThat(read(file, "parts")).hasSize(69);
    }

    @Test
    void populationSplitByTheShareOfTheArea() throws IOException {
        Path file = folder.resolve("people.csv");
        run(
                "count-in-zones",
                "zones=" + GENERIC,
                "features=" + CHECKS.resolve("exposure/census.shp"),
                file.toString(),
                "rule=area-share",
                "sum=population");
        Map<Object, Double> people = new HashMap<>();
        read(file, "")
                .forEach(zone -> people.put(
                        zone.getAttribute("h_zone"), ((Number) zone.getAttribute("sum_population")).doubleValue()));
        assertThat(people.get("High Hazard Zone")).isCloseTo(7271.431538053051, within(1e-8));
        assertThat(people.get("Medium Hazard Zone")).isCloseTo(72852.05080801852, within(1e-8));
        assertThat(people.get("Low Hazard Zone")).isCloseTo(11459.170311153292, within(1e-8));
        assertThat(out.toString()).contains("without geometry 1 = layer total 4");
    }

    @Test
    void buildingsInADepthOfOneMetre() throws IOException {
        Path file = folder.resolve("depth.gpkg");
        String depths = "raster=" + CHECKS.resolve("hazard/continuous_flood_20_20.asc");
        for (var each :
                Map.of("bilinear", 64, "nearest", 78, "nearest-within", 77).entrySet()) {
            String layer = file + "#" + each.getKey();
            run("sample-raster", "features=" + BUILDINGS, depths, layer, "method=" + each.getKey(), "name=depth");
            run("select", "features=" + layer, "", layer + "_deep", "where=depth >= 1.0");
            assertThat(read(file, each.getKey() + "_deep")).hasSize(each.getValue());
        }
        // the centroid of one building lies between the outermost centres and the edge
        assertThat(read(file, "nearest-within"))
                .filteredOn(row -> row.getAttribute("depth") == null)
                .hasSize(1);
        List<SimpleFeature> all = read(file, "bilinear");
        assertThat(all).filteredOn(row -> row.getAttribute("depth") == null).hasSize(1);
        assertThat(all)
                .filteredOn(row -> row.getAttribute("depth") instanceof Number depth && depth.doubleValue() < 1)
                .hasSize(116);
    }

    @Test
    void zonalStatisticsOfRasters() throws IOException {
        String slope = "raster=" + RASTERS.resolve("rasterstats/slope.tif");
        String plots = "zones=" + RASTERS.resolve("rasterstats/polygons.shp");
        Path file = folder.resolve("zones.gpkg");
        run("zonal-statistics", plots, slope, file + "#centre");
        assertThat(numbers(read(file, "centre"), "count")).containsExactly(75.0, 50.0);
        assertThat(numbers(read(file, "centre"), "mean").get(0)).isCloseTo(14.66, within(0.005));
        run("zonal-statistics", plots, slope, file + "#touched", "rule=all-touched");
        assertThat(numbers(read(file, "touched"), "count")).containsExactly(95.0, 73.0);

        Path table = folder.resolve("dem.csv");
        run(
                "zonal-statistics",
                "zones=" + RASTERS.resolve("zonal/zonal_stats.shp"),
                "raster=" + RASTERS.resolve("zonal/dem.tif"),
                table.toString());
        List<SimpleFeature> zones = read(table, "");
        assertThat(numbers(zones, "count")).containsExactly(24890.0, 14940.0);
        assertThat(numbers(zones, "sum").get(0)).isCloseTo(3498496.427818, within(1e-5));
        assertThat(numbers(zones, "sum").get(1)).isCloseTo(2569446.541069, within(1e-5));
        assertThat(numbers(zones, "mean").get(0)).isCloseTo(140.558314, within(1e-6));
        assertThat(numbers(zones, "mean").get(1)).isCloseTo(171.984374, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slope", "aspect"})
    void slopeAndAspectOfATerrain(String operation) throws IOException {
        Path file = folder.resolve("坡度/" + operation + ".tif");
        run(operation, "elevation=" + RASTERS.resolve("terrain/dem.tif"), "", file.toString());
        Grid made = grid(file);
        Grid published = grid(RASTERS.resolve("terrain/" + operation + ".tif"));
        int width = made.geometry().width();
        int height = made.geometry().height();
        assertThat(List.of(width, height)).containsExactly(285, 256);
        float limit = operation.equals("slope") ? 1e-5f : 1e-4f;
        int different = 0;
        for (int row = 1; row < height - 1; row++) {
            for (int column = 1; column < width - 1; column++) {
                int cell = row * width + column;
                // a NaN in one of them is a difference too
                different += Math.abs(made.cells()[cell] - published.cells()[cell]) <= limit ? 0 : 1;
            }
        }
        assertThat(different).isZero();
    }

    @Test
    void whatCannotWorkIsOneLineAndLeavesNothing() throws IOException {
        String dem = "elevation=" + RASTERS.resolve("terrain/dem.tif");
        String zones = "zones=" + VOLCANO;
        String buildings = "features=" + BUILDINGS;
        Path file = folder.resolve("new/x.gpkg");
        assertThat(failure("count-in-zones", zones, "features=" + folder.resolve("none.shp"), file.toString()))
                .contains("none.shp");
        assertThat(failure("count-in-zones", zones, dem.replace("elevation", "features"), file.toString()))
                .contains("features", "raster");
        assertThat(failure("slope", "elevation=" + BUILDINGS, "", folder + "/x.tif"))
                .contains("elevation");
        assertThat(failure("count-in-zones", zones, buildings, file.toString(), "sum=nofield"))
                .contains("nofield", "AMENITY");
        assertThat(failure("slope", dem, "", file.toString())).contains("x.gpkg", ".tif");
        assertThat(failure("count-in-zones", zones, buildings, folder + "/x.tif"))
                .contains("x.tif", ".gpkg");
        assertThat(failure("count-in-zones", zones, buildings, folder + "/x.xyz"))
                .contains("x.xyz");
        assertThat(failure("count-in-zones", zones, buildings, folder.toString()))
                .contains("folder");
        assertThat(failure("slope", dem, "", BUILDINGS + "/new/x.tif")).contains("x.tif");
        // on a datum that GeoJSON, which is WGS 84 always, cannot be reached from: found while writing
        assertThat(failure(
                        "zonal-statistics",
                        "zones=" + RASTERS.resolve("rasterstats/polygons.shp"),
                        "raster=" + RASTERS.resolve("rasterstats/slope.tif"),
                        folder + "/new/deep/x.geojson"))
                .contains("WGS 84");
    }

    @Test
    void aLayerThatIsThereIsNotReplaced() throws IOException {
        Path file = folder.resolve("r.gpkg");
        run("select", "features=" + VOLCANO, "", file + "#a", "where=KRB LIKE '%III'");
        run("select", "features=" + VOLCANO, "", file + "#b", "where=1 = 1");
        byte[] before = Files.readAllBytes(file);
        assertThat(failure("count-in-zones", "zones=" + VOLCANO, "features=" + BUILDINGS, file + "#a"))
                .contains("already", "“a”");
        assertThat(failure("count-in-zones", "zones=" + file, "features=" + BUILDINGS, folder + "/x.csv"))
                .contains("a, b");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(read(file, "a")).hasSize(1);
    }

    private void run(String operation, String first, String second, String target, String... parameters) {
        assertThat(call(operation, first, second, target, parameters))
                .as(err.toString())
                .isZero();
    }

    /** Runs a tool that must fail: the last line on stderr is the reason, and no new file appears. */
    private String failure(String operation, String first, String second, String target, String... parameters)
            throws IOException {
        List<Path> before = files();
        assertThat(call(operation, first, second, target, parameters)).isEqualTo(1);
        assertThat(files()).as("files left behind").isEqualTo(before);
        assertThat(err.toString()).doesNotContain("\tat ").doesNotContain("Exception");
        List<String> lines = err.toString().strip().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private int call(String operation, String first, String second, String target, String... parameters) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("run", operation, "--language", "en"));
        for (String input : List.of(first, second)) {
            if (!input.isEmpty()) {
                arguments.addAll(List.of("--in", input));
            }
        }
        for (String parameter : parameters) {
            arguments.addAll(List.of("-p", parameter));
        }
        arguments.addAll(List.of("--out", target));
        return CommandLineDoor.run(
                arguments.toArray(String[]::new), window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** The bounding box of a layer as ECQL has it. */
    private static String extent(Path file) throws IOException {
        Envelope box = new Envelope();
        for (SimpleFeature zone : read(file, "")) {
            box.expandToInclude((Envelope) new org.geotools.geometry.jts.ReferencedEnvelope(zone.getBounds()));
        }
        return box.getMinX() + ", " + box.getMinY() + ", " + box.getMaxX() + ", " + box.getMaxY();
    }

    /** Of its GeoKeys only the parameters say which projection it is. */
    @Test
    void aProjectionDefinedInTheRasterItselfIsUnderstood() throws IOException {
        Grid dem = grid(RASTERS.resolve("terrain/dem.tif"));
        double[] corner = {dem.geometry().minX(), dem.geometry().maxY()};
        Crs.transform(dem.geometry().crs(), Crs.of(4326)).apply(corner, 1);
        assertThat(corner[0]).isCloseTo(6.92662117335131, within(1e-6));
        assertThat(corner[1]).isCloseTo(44.9812661221527, within(1e-6));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static Map<String, Long> counts(Path file, String layer, String column) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (SimpleFeature row : read(file, layer)) {
            counts.put((String) row.getAttribute(column), ((Number) row.getAttribute("count")).longValue());
        }
        return counts;
    }

    private static List<Double> numbers(List<SimpleFeature> rows, String column) {
        return rows.stream()
                .map(row -> ((Number) row.getAttribute(column)).doubleValue())
                .toList();
    }

    private static List<SimpleFeature> read(Path file, String layer) throws IOException {
        VectorFormat format = (VectorFormat) Formats.reading(file);
        List<SimpleFeature> features = new ArrayList<>();
        try (FeatureStream stream = format.read(file, layer, ReadOptions.standard(), new ImportLog())) {
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                features.add(feature);
            }
        }
        return features;
    }

    private static Grid grid(Path file) throws IOException {
        return ((GridFormat) Formats.reading(file))
                .read(file, ReadOptions.standard(), new ImportLog(), Progress.silent());
    }
}
