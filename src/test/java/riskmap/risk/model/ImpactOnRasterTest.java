package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** Roads, houses, fields and people on a raster of depths: InaSAFE's raster hazards with and without aggregation areas. */
class ImpactOnRasterTest {
    private static final ImpactModel MODEL = new ImpactModel();

    /** A column of cells 100 m wide for each depth: dry, 0.6 m, 1.2 m, unknown, 2 m. */
    private final Map<String, LayerData> layers = new HashMap<>();

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void depths() {
        layers.put("depth", new LayerData.Raster(depths("EPSG:4550", 400_000)));
        layers.put(
                "road",
                Layers.of("road", LineString.class, "name:String")
                        .row("LINESTRING(400050 4100050, 400450 4100050)", "横路")
                        .row("LINESTRING(400150 4100000, 400150 4100080)", "支路")
                        .data());
        layers.put(
                "building",
                Layers.of("building", Polygon.class, "people:Integer")
                        .row(
                                "POLYGON((400190 4100010, 400230 4100010, 400230 4100020, 400190 4100020, 400190 4100010))",
                                8)
                        .row(
                                "POLYGON((400010 4100010, 400020 4100010, 400020 4100020, 400010 4100020, 400010 4100010))",
                                5)
                        .data());
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(
                                "POLYGON((400000 4100000, 400200 4100000, 400200 4100100, 400000 4100100, 400000 4100000))",
                                "西镇")
                        .row(
                                "POLYGON((400200 4100000, 400500 4100000, 400500 4100100, 400200 4100100, 400200 4100000))",
                                "东镇")
                        .data());
        given.putAll(Map.of("zones", "depth", "breaks", "0.5,1,2", "fields", "", "towns", ""));
    }

    private static Grid depths(String crs, double west) {
        float[] columns = {0, 0.6f, 1.2f, Float.NaN, 2};
        float[] cells = new float[500];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = columns[cell % 50 / 10];
        }
        return new Grid(
                GridGeometry.covering(new Envelope(west, west + 500, 4_100_000, 4_100_100), 10, Crs.of(crs)), cells);
    }

    private RiskResult run(String exposure, String rule) {
        given.putAll(Map.of("exposure", exposure, "rule", rule));
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        assertThat(InputChecks.of(MODEL, new Inputs(layers), values, Progress.silent())
                        .findings())
                .noneMatch(InputChecks.Finding::fatal);
        RiskResult result = MODEL.run(new Inputs(layers), values, Progress.silent());
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        return result;
    }

    /** The values of a column by class, from the highest down, then of no class. */
    private static List<Double> byClass(RiskResult result, int column) {
        return result.tables().stream()
                .filter(table -> table.id().equals("impact-by-zone"))
                .findFirst()
                .orElseThrow()
                .rows()
                .subList(0, 4)
                .stream()
                .map(row -> Math.round(1e6 * ((Number) row.get(column)).doubleValue()) / 1e6)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "town"})
    void lengthsOfRoadsAreSharedOutToTheClassesOfDepth(String towns) {
        given.put("towns", towns);
        RiskResult result = run("road", "length-share");
        assertThat(byClass(result, 2)).containsExactly(0.05, 0.1, 0.18, 0.15);
        if (!towns.isEmpty()) {
            assertThat(result.tables().stream()
                            .filter(table -> table.id().equals("impact-by-town"))
                            .findFirst()
                            .orElseThrow()
                            .rows()
                            .toString())
                    .contains("西镇, [0.5, 1)", "东镇, ≥ 2");
        }
    }

    @Test
    void aHouseOnTheBorderOfTwoDepthsCountsByTheRule() {
        given.put("fields", "people");
        assertThat(byClass(run("building", "intersects"), 2)).containsExactly(0.0, 8.0, 8.0, 5.0);
        assertThat(byClass(run("building", "intersects-highest"), 2)).containsExactly(0.0, 8.0, 0.0, 5.0);
        assertThat(byClass(run("building", "area-share"), 2)).containsExactly(0.0, 6.0, 2.0, 5.0);
        assertThat(byClass(run("building", "centroid-within"), 2)).containsExactly(0.0, 8.0, 0.0, 5.0);
        assertThat(byClass(run("building", "nearest"), 2)).containsExactly(0.0, 8.0, 0.0, 5.0);
    }

    /** Between the outermost centres and the edge, by 5 m here, no four cells lie around a place. */
    @ParameterizedTest
    @CsvSource({"nearest, 2", "nearest-within, 1", "bilinear, 1"})
    void aPlaceInTheOuterHalfCellCountsByTheRule(String rule, double deepest) {
        layers.put(
                "school",
                Layers.of("school", Point.class, "students:Integer")
                        .row("POINT(400497 4100050)", 30)
                        .row("POINT(400494 4100050)", 7)
                        .data());
        given.put("fields", "");
        assertThat(byClass(run("school", rule), 1)).containsExactly(deepest, 0.0, 0.0, 2 - deepest);
    }

    @Test
    void placesCountWhereTheyAre() {
        layers.put(
                "school",
                Layers.of("school", Point.class, "students:Integer")
                        .row("POINT(400450 4100050)", 30)
                        .row("POINT(400350 4100050)", 7)
                        .data());
        given.put("fields", "students");
        assertThat(byClass(run("school", "intersects"), 2)).containsExactly(30.0, 0.0, 0.0, 7.0);
    }

    /** Cells of people of 40 m lie across the borders of the classes: each is shared out. */
    @Test
    void cellsOfPeopleAreSharedOutToClassesOfCells() {
        GridGeometry coarse =
                GridGeometry.covering(new Envelope(400_000, 400_480, 4_100_000, 4_100_080), 40, Crs.of("EPSG:4550"));
        layers.put("population_grid", new LayerData.Raster(Grid.filled(coarse, 4)));
        given.put("fields", "people");
        // 0.0025 people on a square metre: 80 m of the last column, three of 100 m, and without a class two of 100 m
        assertThat(byClass(run("population_grid", "area-share"), 2)).containsExactly(16.0, 20.0, 20.0, 40.0);
    }

    /** The depths in the zone of the neighbouring meridian; lengths stay those of the roads. */
    @Test
    void aRasterInAnotherReferenceSystemIsBroughtToTheRoads() {
        var there = Crs.transform(Crs.of("EPSG:4550"), Crs.of("EPSG:4549"));
        double[] corner = {400_000, 4_100_000};
        there.apply(corner, 1);
        GridGeometry around = GridGeometry.covering(
                new Envelope(corner[0] - 500, corner[0] + 1500, corner[1] - 500, corner[1] + 1500),
                100,
                Crs.of("EPSG:4549"));
        layers.put("depth", new LayerData.Raster(Grid.filled(around, 0.6f)));
        assertThat(byClass(run("road", "length-share"), 2).get(2)).isCloseTo(0.48, within(1e-6));
    }
}
