package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Working;
import riskmap.risk.Workings;

/** Floods in a valley that can be computed by hand: 1 km wide, 2 km long, its floor falls 10 m to the south. */
class FloodModelsTest {
    private static final double X = 410_000;
    private static final double Y = 4_140_000;

    private final Map<String, LayerData> layers = new HashMap<>();

    FloodModelsTest() {
        layers.put("dem", new LayerData.Raster(valley()));
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 1000), "下村镇")
                        .row(box(0, 1000, 1000, 2000), "上村镇")
                        .data());
        layers.put(
                "river",
                Layers.of("river", LineString.class, "name:String")
                        .row("LINESTRING(" + at(505, 1995) + ", " + at(505, 5) + ")", "清河")
                        .data());
        layers.put(
                "building",
                Layers.of("building", Polygon.class, "people:Integer", "floors:Integer", "floor_area_m2:Double")
                        .row(box(540, 300, 550, 310), 4, 2, null)
                        .row(box(900, 300, 910, 310), 7, 1, null)
                        .row(box(520, 1500, 530, 1510), 10, 1, 300.0)
                        .row(null, 3, 1, null)
                        .data());
        layers.put(
                "reservoir",
                SampleSurvey.reservoirs()
                        .row(
                                box(450, 1700, 560, 1800),
                                "东山水库",
                                100.0,
                                60.0,
                                12.0,
                                26.0,
                                27.0,
                                28.0,
                                29.0,
                                10.0,
                                26.0,
                                3.2)
                        .row(
                                box(450, 1900, 560, 1950),
                                "无坝高水库",
                                100.0,
                                60.0,
                                null,
                                26.0,
                                27.0,
                                28.0,
                                29.0,
                                10.0,
                                26.0,
                                3.2)
                        .data());
    }

    /** Floor of 10 m at the south end to 20 m at the north, walls that rise 1 m in 20. */
    private static Grid valley() {
        Grid grid =
                Grid.filled(GridGeometry.covering(new Envelope(X, X + 1000, Y, Y + 2000), 10, Crs.of("EPSG:4550")), 0);
        for (int row = 0; row < 200; row++) {
            for (int column = 0; column < 100; column++) {
                grid.set(column, row, (float) (20 - 0.05 * row + 0.5 * Math.abs(column - 50)));
            }
        }
        return grid;
    }

    private static String at(double east, double north) {
        return (X + east) + " " + (Y + north);
    }

    private static String box(double west, double south, double east, double north) {
        return "POLYGON((" + at(west, south) + ", " + at(east, south) + ", " + at(east, north) + ", " + at(west, north)
                + ", " + at(west, south) + "))";
    }

    private RiskResult run(RiskModel model, String... given) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return model.run(new Inputs(layers), ParameterValues.of(model.parameters(), values), Progress.silent());
    }

    private static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Object cell(Table table, int row, String column) {
        return table.rows()
                .get(row)
                .get(table.columns().stream().map(Table.Column::key).toList().indexOf(column));
    }

    @Test
    void aRiverRisesOverItsValleyByTheStage() {
        RiskResult result = run(new InundationModel(), "stage", "2", "minimum-zone-area", "0");
        Grid depths = result.grids().get(0).grid();
        // three cells off the river the ground lies 1.5 m above it, but flows down the slope diagonally: a little less
        assertThat((double) depths.get(50, 100)).isEqualTo(2);
        assertThat((double) depths.get(53, 100)).isCloseTo(0.65, within(0.16));
        assertThat(depths.get(60, 100)).isNaN();
        assertThat(result.layers().get(0).size()).isPositive();
        double area = 0;
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            area += ((Geometry) zone.getDefaultGeometry()).getArea();
            assertThat(zone.getAttribute("town")).isIn("下村镇", "上村镇");
            assertThat(zone.getAttribute("water")).isEqualTo("河流");
        }
        int wet = 0;
        for (float depth : depths.cells()) {
            wet += depth > 0 ? 1 : 0;
        }
        assertThat(area).isCloseTo(wet * 100.0, within(1e-3));
    }

    @Test
    void whereZonesAndCellsDifferItIsSaidByHowMuch() {
        String whole = run(new InundationModel(), "stage", "2", "minimum-zone-area", "0")
                .notes()
                .toString();
        assertThat(whole).doesNotContain("note-zones-and-cells");
        RiskResult sieved = run(new InundationModel(), "stage", "2", "minimum-zone-area", "60000");
        Table areas = table(sieved, "flood-areas");
        double zones = 0;
        for (int town = 0; town < areas.rows().size(); town++) {
            zones += (double) cell(areas, town, "area_km2");
        }
        Table classes = table(sieved, "depth-classes");
        double cells = (double) cell(classes, 0, "exceeded_km2");
        assertThat(zones).isNotCloseTo(cells, within(0.001));
        assertThat(english(sieved))
                .contains(Message.of("risk.note-zones-and-cells", Workings.shown(zones), Workings.shown(cells))
                        .text(Language.ENGLISH));
    }

    @Test
    void withoutALayerOfTheSeaItIsSaidHowMuchOfTheFloodMayBeSea() {
        String sea = "There is no layer of the sea";
        assertThat(english(run(new InundationModel(), "stage", "2"))).noneMatch(note -> note.startsWith(sea));
        Grid low = valley();
        // the 100 southern rows of the valley's floor lie at 0 m or lower
        for (int cell = 0; cell < low.cells().length; cell++) {
            low.cells()[cell] -= 15;
        }
        layers.put("dem", new LayerData.Raster(low));
        assertThat(english(run(new InundationModel(), "stage", "2"))).anyMatch(note -> note.startsWith(sea));
        layers.put("sea", Layers.of("sea", Polygon.class, "name:String").data());
        assertThat(english(run(new InundationModel(), "stage", "2"))).noneMatch(note -> note.startsWith(sea));
    }

    @Test
    void waterOutsideTheTownsIsNoFloodOfTheDistrict() {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 1000), "下村镇")
                        .data());
        RiskResult result = run(new InundationModel(), "stage", "2", "minimum-zone-area", "0");
        double zones = (double) cell(table(result, "flood-areas"), 0, "area_km2");
        assertThat(zones).isPositive();
        assertThat((double) cell(table(result, "depth-classes"), 0, "exceeded_km2"))
                .isCloseTo(zones, within(1e-9));
        Grid depths = result.grids().get(0).grid();
        assertThat((double) depths.get(50, 150)).isEqualTo(2);
        assertThat(depths.get(50, 50)).as("north of the town").isNaN();
        assertThat(english(result))
                .anyMatch(note -> note.startsWith("Outside the towns another"))
                .noneMatch(note -> note.startsWith("Zones of depth cover"));
    }

    @Test
    void aTownWithoutElevationIsNotSaidToBeDry() {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 2000), "有高程镇")
                        .row(box(5000, 0, 6000, 2000), "无高程镇")
                        .row(box(700, 2000, 1000, 2400), "界外镇")
                        .data());
        Table areas = table(run(new InundationModel(), "stage", "2"), "flood-areas");
        assertThat((double) cell(areas, 0, "area_km2")).isPositive();
        assertThat(areas.rows().get(1)).containsExactly("无高程镇", null, null, null, null, null, null);
        RiskModel model = new InundationModel();
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        assertThat(InputChecks.of(model, new Inputs(layers), values, Progress.silent())
                        .findings())
                .noneMatch(InputChecks.Finding::fatal)
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .anyMatch(text -> text.startsWith("2 个镇街没有完整的高程") && text.contains("无高程镇 0%、界外镇 0%"));
    }

    private static List<String> english(RiskResult result) {
        return result.notes().stream().map(note -> note.text(Language.ENGLISH)).toList();
    }

    @Test
    void whoStandsInTheWaterIsCountedByTownAndNothingIsLost() {
        RiskResult result = run(new InundationModel(), "stage", "3");
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        Conservation people = result.conservation().stream()
                .filter(proof -> proof.measure().equals("people"))
                .findFirst()
                .orElseThrow();
        assertThat(people.total()).isEqualByComparingTo("24");
        assertThat(people.withoutGeometry()).isEqualByComparingTo("3");
        Table damage = table(result, "flood-damage");
        assertThat(cell(damage, 0, "wet_buildings")).isEqualTo(1L);
        assertThat(cell(damage, 0, "floor_area")).isEqualTo(200.0);
        assertThat(cell(damage, 1, "people")).isEqualTo(10.0);
        // two metres and more: 40 % of 300 m² at 1500 a m²
        assertThat((double) cell(damage, 1, "loss")).isCloseTo(18, within(0.01));
    }

    @Test
    void insideIsWhoStandsInTheWaterAndNotWhoLivesInTheTowns() {
        RiskResult result = run(new InundationModel(), "stage", "3");
        Table byDepth = table(result, "zones-by-level");
        int people = byDepth.columns().stream().map(Table.Column::key).toList().indexOf("building_people");
        double inWater = byDepth.rows().stream()
                .takeWhile(row -> !Message.of("risk.no-zone").equals(row.get(0)))
                .mapToDouble(row -> ((Number) row.get(people)).doubleValue())
                .sum();
        Conservation proof = result.conservation().stream()
                .filter(each -> each.measure().equals("people"))
                .findFirst()
                .orElseThrow();
        assertThat(inWater).isPositive().isLessThan(proof.total().doubleValue());
        assertThat(proof.inside()).isEqualByComparingTo(String.valueOf(inWater));
        assertThat(proof.holds()).isTrue();
    }

    @Test
    void aReservoirSpreadsBehindItsDamOnly() {
        RiskResult result =
                run(new InundationModel(), "water", "reservoir", "reservoir", "东山水库", "reservoir-level", "crest");
        Grid depths = result.grids().get(0).grid();
        // ground of 19.4 m at its upper end under a crest of 29 m; nothing below the dam
        assertThat((double) depths.get(50, 12)).isCloseTo(29 - 19.4, within(0.01));
        for (int row = 40; row < 200; row++) {
            assertThat(depths.get(50, row)).as("row " + row).isNaN();
        }
    }

    /** The sea ends within a row of cells whose centres are land: what stands on them stands in the water. */
    @Test
    void theSeaCoversLowConnectedGround() {
        layers.put(
                "sea",
                Layers.of("sea", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 13), "海")
                        .data());
        Grid depths = run(new InundationModel(), "water", "sea", "sea-level", "12")
                .grids()
                .get(0)
                .grid();
        assertThat((double) depths.get(50, 190)).isCloseTo(12 - 10.5, within(1e-3));
        assertThat((double) depths.get(50, 198)).isPositive();
        assertThat(depths.get(50, 199)).isNaN();
        assertThat(depths.get(50, 150)).isNaN();
        assertThat(depths.get(90, 190)).isNaN();
    }

    @Test
    void theHistogramOfDepthsHasTheClassesOfTheRunAndTheExceedanceFineSteps() {
        RiskResult result = run(new InundationModel(), "stage", "2", "depth-breaks", "0.5,1.25");
        Grid depths = result.grids().get(0).grid();
        Table classes = table(result, "depth-classes");
        double[] from = {Double.MIN_VALUE, 0.5, 1.25};
        assertThat(classes.rows()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            double reached = ground(depths, from[i]);
            double deeper = i == 2 ? 0 : ground(depths, from[i + 1]);
            assertThat((double) cell(classes, i, "area_km2")).isPositive().isCloseTo(reached - deeper, within(1e-9));
            assertThat((double) cell(classes, i, "exceeded_km2")).isCloseTo(reached, within(1e-9));
        }
        assertThat(classes.rows())
                .extracting(row -> row.get(0))
                .containsExactly(
                        Message.of("risk.depth-between", "0", "0.5"),
                        Message.of("risk.depth-between", "0.5", "1.25"),
                        Message.of("risk.depth-from", "1.25"));
        Table exceedance = table(result, "depth-exceedance");
        assertThat(exceedance.rows()).hasSize(20);
        for (int step = 0; step < exceedance.rows().size(); step++) {
            double depth = (double) cell(exceedance, step, "depth_from");
            assertThat((double) cell(exceedance, step, "exceeded_km2"))
                    .as("from %s m", depth)
                    .isCloseTo(ground(depths, Math.max(Double.MIN_VALUE, depth)), within(1e-9));
        }
    }

    /** km² at least so deep. */
    private static double ground(Grid depths, double least) {
        long cells = 0;
        for (float depth : depths.cells()) {
            cells += depth >= least ? 1 : 0;
        }
        return cells * depths.geometry().cellArea() / 1e6;
    }

    @Test
    void rainThatFillsAReservoirIsThePublishedInverse() {
        // free storage of 18×10⁴ m³ on 3.2 km² with CN 80 holds 106.88 mm of rain
        layers.put(
                "reservoir_curve",
                Layers.of(
                                "reservoir_curve",
                                null,
                                "reservoir:String",
                                "level_m:Double",
                                "storage_10k_m3:Double",
                                "discharge_m3s:Double")
                        .row("东山水库", 17.0, 0.0, 0.0)
                        .row("东山水库", 26.0, 60.0, 0.0)
                        .row("东山水库", 28.0, 78.0, 20.0)
                        .row("东山水库", 29.0, 90.0, 60.0)
                        .data());
        RiskResult result = run(new RainCapacityModel());
        Table table = table(result, "rain-capacity");
        assertThat(table.rows()).hasSize(1);
        assertThat((double) cell(table, 0, "rain_check")).isCloseTo(106.88, within(0.005));
        assertThat((double) cell(table, 0, "rain_limit")).isZero();
        assertThat(result.notes())
                .extracting(note -> note.text(Language.CHINESE))
                .anyMatch(note -> note.contains("无坝高水库"))
                .noneMatch(note -> note.contains("假定"));
        assertThat(result.workings())
                .extracting(Working::text)
                .anyMatch(line -> line.contains("(780000 − 600000)/(1000 × 3.2) = 56.25 mm"));
    }

    @Test
    void aStormRaisesAReservoirLevelByLevel() {
        RiskResult result = run(new ReservoirFloodModel(), "rain", "500", "above-limit", "-1");
        Table floods = table(result, "reservoir-floods");
        double toLimit = (double) cell(floods, 0, "hours_limit");
        double toDesign = (double) cell(floods, 0, "hours_design");
        double toCheck = (double) cell(floods, 0, "hours_check");
        assertThat(toLimit).isPositive().isLessThan(toDesign);
        assertThat(toDesign).isLessThan(toCheck);
        assertThat((double) cell(floods, 0, "peak_level")).isGreaterThan(28);
        assertThat(Layers.list(result.layers().get(0)).get(0).getAttribute("level"))
                .isEqualTo(4L);
        assertThat(cell(table(run(new ReservoirFloodModel(), "rain", "5"), "reservoir-floods"), 0, "peak_outflow"))
                .isEqualTo(0.0);
        assertThat(run(new ReservoirFloodModel(), "hourly-rain", "10,60,80,50")
                        .notes()
                        .get(0)
                        .arguments())
                .first()
                .satisfies(total -> assertThat((Double) total).isCloseTo(200, within(1e-9)));
    }

    @Test
    void aBrokenDamGivesARangeThatShrinksDownstream() {
        RiskResult result = run(new DamBreakModel());
        Table peaks = table(result, "dam-break");
        double peak = (double) cell(peaks, 0, "peak");
        assertThat((double) cell(peaks, 0, "peak_high") / peak).isCloseTo(Math.pow(10, 0.4), within(1e-9));
        assertThat(peak / (double) cell(peaks, 0, "peak_low")).isCloseTo(Math.pow(10, 0.4), within(1e-9));
        Table downstream = table(result, "dam-break-downstream");
        double before = peak;
        for (int row = 0; row < downstream.rows().size(); row++) {
            double here = (double) cell(downstream, row, "peak");
            assertThat(here).isLessThan(before);
            before = here;
        }
    }

    @Test
    void theFloodOfABrokenDamStandsBelowItAndHigherForAHigherPeak() {
        float[] low = run(new DamBreakModel(), "flood-peak", "low")
                .grids()
                .get(0)
                .grid()
                .cells();
        RiskResult result = run(new DamBreakModel(), "flood-peak", "high");
        float[] high = result.grids().get(0).grid().cells();
        int wet = 0;
        for (int cell = 0; cell < low.length; cell++) {
            assertThat(Float.isNaN(low[cell]) || high[cell] > low[cell]).isTrue();
            wet += high[cell] > 0 ? 1 : 0;
            // the ground that drains into the reservoir from above stays dry
            assertThat(cell / 100 < 20 && high[cell] > 0).isFalse();
        }
        assertThat(wet).isPositive();
        assertThat(low[100 * 100 + 50]).isPositive();
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
    }

    @Test
    void aHollowFillsWithTheRunoffOfItsCatchmentLessWhatDrainsTake() {
        Grid dem = valley();
        for (int row = 95; row < 105; row++) {
            for (int column = 45; column < 55; column++) {
                dem.set(column, row, 5);
            }
        }
        layers.put("dem", new LayerData.Raster(dem));
        RiskResult none = run(new WaterloggingModel(), "near-buildings", "0", "drainage", "200");
        assertThat(table(none, "low-places").rows()).isEmpty();
        RiskResult result = run(new WaterloggingModel(), "near-buildings", "0");
        Table places = table(result, "low-places");
        assertThat(places.rows()).hasSize(1);
        double catchment = (double) cell(places, 0, "catchment");
        double runoff = new riskmap.risk.flood.CurveNumber(92, 0.2).runoff(100) - 45;
        assertThat((double) cell(places, 0, "water_m3")).isCloseTo(runoff * catchment * 1000, within(1e-3));
        // a flat bottom of a hundred cells of 100 m² below walls
        assertThat((double) cell(places, 0, "depth")).isCloseTo(runoff * catchment * 1000 / 10_000, within(1e-3));
    }

    @Test
    void contradictingLevelsAreRefusedByName() {
        layers.put(
                "reservoir",
                Layers.of(
                                "reservoir",
                                Polygon.class,
                                "name:String",
                                "flood_limit_level_m:Double",
                                "design_level_m:Double",
                                "capacity_10k_m3:Double")
                        .row(box(450, 1700, 560, 1800), "东山水库", 28.0, 27.0, -3.0)
                        .data());
        for (RiskModel model : List.of(
                new RainCapacityModel(), new ReservoirFloodModel(), new DamBreakModel(), new InundationModel())) {
            InputChecks checks = new InputChecks(
                    new Inputs(layers), ParameterValues.of(model.parameters(), Map.of()), Progress.silent());
            model.check(checks);
            assertThat(checks.findings())
                    .as(model.id())
                    .filteredOn(InputChecks.Finding::fatal)
                    .extracting(finding -> finding.message().text(Language.CHINESE))
                    .anyMatch(text -> text.contains("东山水库") && text.contains("28"));
        }
    }

    @Test
    void aReservoirThatDoesNotExistIsNamedWithThoseThatDo() {
        RiskModel model = new RainCapacityModel();
        InputChecks checks = new InputChecks(
                new Inputs(layers),
                ParameterValues.of(model.parameters(), Map.of("reservoir", "西山水库")),
                Progress.silent());
        model.check(checks);
        assertThat(checks.findings())
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("西山水库", "东山水库"));
    }
}
