package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Sampling;
import riskmap.io.FeatureStream;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/** Published data of InaSAFE 3.5.0 with the numbers that its own tests state; skipped where the data is not there. */
class PublishedChecksTest {
    private static final Path CHECKS = Path.of("../shared/data/checks");

    @BeforeEach
    void dataIsThere() {
        assumeTrue(Files.exists(CHECKS), "published data not there: " + CHECKS);
    }

    @Test
    void buildingsByHazardZoneOfTheirCentroid() {
        Map<String, Long> counts = summarise(
                "hazard/classified_generic_polygon.shp", "exposure/buildings.shp", "h_zone", "centroid-within");
        assertThat(byName(counts, "High")).isEqualTo(11);
        assertThat(byName(counts, "Medium")).isEqualTo(161);
        assertThat(byName(counts, "Low")).isEqualTo(2);
        assertThat(counts.get("outside")).isEqualTo(7);
        assertThat(counts.get("total")).isEqualTo(181);
    }

    @Test
    void buildingsThatIntersectAHazardZoneCountInEach() {
        Map<String, Long> counts =
                summarise("hazard/classified_generic_polygon.shp", "exposure/buildings.shp", "h_zone", "intersects");
        assertThat(byName(counts, "High")).isEqualTo(14);
        assertThat(byName(counts, "Medium")).isEqualTo(163);
        assertThat(byName(counts, "Low")).isEqualTo(2);
    }

    @Test
    void buildingPointsByHazardZone() {
        Map<String, Long> counts = summarise(
                "hazard/classified_generic_polygon.shp", "exposure/building-points.shp", "h_zone", "centroid-within");
        assertThat(byName(counts, "High")).isEqualTo(12);
        assertThat(byName(counts, "Medium")).isEqualTo(172);
        assertThat(byName(counts, "Low")).isEqualTo(3);
        assertThat(counts.get("outside")).isEqualTo(11);
    }

    @Test
    void buildingsByVolcanoZone() {
        Map<String, Long> counts =
                summarise("hazard/volcano_krb.shp", "exposure/buildings.shp", "KRB", "centroid-within");
        assertThat(byName(counts, "Kawasan Rawan Bencana III")).isEqualTo(11);
        assertThat(byName(counts, "Kawasan Rawan Bencana II")).isEqualTo(161);
        assertThat(byName(counts, "Kawasan Rawan Bencana I")).isEqualTo(2);
        assertThat(counts.get("outside")).isEqualTo(7);
    }

    @Test
    void buildingsFloodedInTheExtentOfTheFlood() throws IOException {
        SimpleFeatureCollection flood = read("hazard/flood_multipart_polygons.shp");
        Output.Features inExtent = select(read("exposure/buildings.shp"), "BBOX(geom, " + box(flood) + ")");
        Output.Features prone = select(flood, "FLOODPRONE = 'YES'");
        assertThat(inExtent.features().size()).isEqualTo(176);
        Output.Features joined = (Output.Features) run(
                "spatial-join",
                Map.of("features", inExtent.features(), "areas", prone.features()),
                Map.of("rule", "intersects"));
        long flooded = Layers.list(joined.features()).stream()
                .filter(row -> "YES".equals(row.getAttribute("FLOODPRONE")))
                .count();
        assertThat(flooded).isEqualTo(33);
    }

    @Test
    void roadsSplitAtTheFloodBoundary() throws IOException {
        SimpleFeatureCollection flood = read("hazard/flood_multipart_polygons.shp");
        Output.Features prone = select(flood, "FLOODPRONE = 'YES'");
        Output.Features inExtent = select(read("exposure/roads.shp"), "BBOX(geom, " + box(flood) + ")");
        Output.Features clipped = (Output.Features)
                run("clip", Map.of("features", inExtent.features(), "areas", prone.features()), Map.of());
        int parts = Layers.list(clipped.features()).stream()
                .mapToInt(road -> ((org.locationtech.jts.geom.Geometry) road.getDefaultGeometry()).getNumGeometries())
                .sum();
        assertThat(parts).isEqualTo(69);
    }

    /** The same three numbers from the pieces of an overlay whose amounts are shared out. */
    @Test
    void peopleOfThePiecesOfWards() {
        Output.Features pieces = (Output.Features) run(
                "intersection",
                Map.of(
                        "features", read("exposure/census.shp"),
                        "areas", read("hazard/classified_generic_polygon.shp")),
                Map.of("amounts", "population"));
        Map<String, Double> people = new HashMap<>();
        Layers.rows(pieces)
                .forEach(row -> people.merge(
                        row.getAttribute("h_zone").toString(),
                        ((Number) row.getAttribute("population")).doubleValue(),
                        Double::sum));
        assertThat(sum(people, "High")).isCloseTo(7271.431538053051, within(1e-6));
        assertThat(sum(people, "Medium")).isCloseTo(72852.05080801852, within(1e-6));
        assertThat(sum(people, "Low")).isCloseTo(11459.170311153292, within(1e-6));
    }

    @Test
    void populationSplitByShareOfArea() {
        Output.Rows rows = (Output.Rows) run(
                "summarise-by-zone",
                Map.of(
                        "zones", read("hazard/classified_generic_polygon.shp"),
                        "features", read("exposure/census.shp")),
                Map.of("class", "h_zone", "rule", "area-share", "sum", "population"));
        Map<String, Double> people = new HashMap<>();
        rows.table().rows().forEach(row -> people.put(row.get(0).toString(), ((Number) row.get(2)).doubleValue()));
        assertThat(sum(people, "High")).isCloseTo(7271.431538053051, within(1e-6));
        assertThat(sum(people, "Medium")).isCloseTo(72852.05080801852, within(1e-6));
        assertThat(sum(people, "Low")).isCloseTo(11459.170311153292, within(1e-6));
        assertThat(rows.table().rows().get(rows.table().rows().size() - 2).get(1))
                .as("the ward without geometry, apart")
                .isEqualTo(1L);
    }

    @Test
    void floodDepthAtTheCentroids() throws IOException {
        Grid depth = ((LayerData.Raster) depth()).grid();
        int[] bilinear = new int[3];
        int nearest = 0;
        for (SimpleFeature building : Layers.list(read("exposure/buildings.shp"))) {
            var centre = ((org.locationtech.jts.geom.Geometry) building.getDefaultGeometry()).getCentroid();
            float value = Sampling.at(depth, Sampling.Method.BILINEAR_WITHIN, centre.getX(), centre.getY());
            bilinear[Float.isNaN(value) ? 2 : value >= 1 ? 0 : 1]++;
            nearest += Sampling.at(depth, Sampling.Method.NEAREST, centre.getX(), centre.getY()) >= 1 ? 1 : 0;
        }
        assertThat(bilinear[0]).isEqualTo(64);
        assertThat(bilinear[1]).isEqualTo(116);
        assertThat(bilinear[2]).as("in the outer half of a rim cell").isEqualTo(1);
        assertThat(nearest).isEqualTo(78);
    }

    /** Areas of the classes of the flood depth. */
    private static Output areasOf(String... classes) throws IOException {
        Output classified = Layers.run("reclassify-by-table", Map.of("raster", depth()), classes);
        return Layers.run("polygonize", Map.of("raster", new LayerData.Raster(((Output.Raster) classified).grid())));
    }

    /** InaSAFE's test of reclassify_polygonize: (−∞, 0.2], (0.2, 1], (1, 1.3] and (1.3, ∞) as areas of one class each. */
    @Test
    void classesOfTheFloodDepthAsAreas() throws IOException {
        Output areas = areasOf("table", "-1e30,0.2,1;0.2,1,2;1,1.3,10;1.3,1e30,11", "bounds", "upper");
        Map<Object, Long> counts = new HashMap<>();
        Layers.column(areas, "value").forEach(value -> counts.merge(((Number) value).intValue(), 1L, Long::sum));
        assertThat(counts).isEqualTo(Map.of(1, 20L, 2, 1L, 10, 20L, 11, 20L));
    }

    /** InaSAFE's test of flood_raster_road: parts of roads that lie in cells at least 1 m deep. */
    @Test
    void roadsSplitAtTheEdgesOfDeepWater() throws IOException {
        Output areas = areasOf("table", "1,1e30,1", "bounds", "lower", "others", "none");
        Output.Features wet = (Output.Features) run(
                "clip",
                Map.of("features", read("exposure/roads.shp"), "areas", ((Output.Features) areas).features()),
                Map.of());
        Output parts = Layers.run(
                "multipart-to-singleparts",
                Map.of("features", new LayerData.Features(DataUtilities.source(wet.features()))));
        assertThat(Layers.rows(parts)).hasSize(182);
    }

    private static LayerData depth() throws IOException {
        Path file = CHECKS.resolve("hazard/continuous_flood_20_20.asc");
        return new LayerData.Raster(((GridFormat) Formats.reading(file))
                .read(file, ReadOptions.standard(), new ImportLog(), Progress.silent()));
    }

    private static Map<String, Long> summarise(String zones, String features, String field, String rule) {
        Output.Rows rows = (Output.Rows) run(
                "summarise-by-zone",
                Map.of("zones", read(zones), "features", read(features)),
                Map.of("class", field, "rule", rule));
        Map<String, Long> counts = new HashMap<>();
        int size = rows.table().rows().size();
        for (int i = 0; i < size; i++) {
            List<Object> row = rows.table().rows().get(i);
            String name = i == size - 1
                    ? "total"
                    : i == size - 3 ? "outside" : row.get(0).toString();
            counts.put(name, ((Number) row.get(1)).longValue());
        }
        return counts;
    }

    private static long byName(Map<String, Long> counts, String name) {
        return counts.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), name))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static double sum(Map<String, Double> sums, String name) {
        return sums.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), name))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static boolean matches(String name, String wanted) {
        return name.equalsIgnoreCase(wanted) || name.toLowerCase().startsWith(wanted.toLowerCase() + " ");
    }

    private static Output.Features select(SimpleFeatureCollection features, String where) {
        return (Output.Features) run("select", Map.of("features", features), Map.of("where", where));
    }

    private static String box(SimpleFeatureCollection features) {
        Envelope box = features.getBounds();
        return box.getMinX() + ", " + box.getMinY() + ", " + box.getMaxX() + ", " + box.getMaxY();
    }

    private static Output run(String id, Map<String, SimpleFeatureCollection> layers, Map<String, String> given) {
        Map<String, LayerData> inputs = new HashMap<>();
        layers.forEach((name, layer) -> inputs.put(name, new LayerData.Features(DataUtilities.source(layer))));
        Operation operation = Operations.byId(id);
        return operation.run(new Inputs(inputs), ParameterValues.of(operation.parameters(), given), Progress.silent());
    }

    private static SimpleFeatureCollection read(String name) {
        Path file = CHECKS.resolve(name);
        VectorFormat format = (VectorFormat) Formats.reading(file);
        List<SimpleFeature> features = new ArrayList<>();
        try (FeatureStream stream = format.read(file, "", ReadOptions.standard(), new ImportLog())) {
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                features.add(feature);
            }
            return new ListFeatureCollection(stream.type(), features);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
