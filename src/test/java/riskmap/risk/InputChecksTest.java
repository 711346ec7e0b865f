package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class InputChecksTest {
    private final Map<String, LayerData> layers = new HashMap<>();

    private InputChecks checks() {
        return new InputChecks(new Inputs(layers), ParameterValues.of(List.of(), Map.of()), Progress.silent());
    }

    private static List<String> said(InputChecks checks) {
        return checks.findings().stream()
                .map(finding -> finding.message().text(Language.ENGLISH))
                .toList();
    }

    private static Grid dem(double west, double metres) {
        Grid grid = Grid.filled(
                GridGeometry.covering(new Envelope(west, west + 1000, 4_140_000, 4_141_000), 10, Crs.of("EPSG:4550")),
                0);
        for (int i = 0; i < grid.cells().length; i++) {
            grid.cells()[i] = (float) (metres + i % 100);
        }
        return grid;
    }

    private void reservoirs(Object... levels) {
        layers.put(
                "reservoir",
                Layers.of(
                                "reservoir",
                                Polygon.class,
                                "name:String",
                                "flood_limit_level_m:Double",
                                "design_level_m:Double",
                                "crest_level_m:Double")
                        .row(
                                "POLYGON((410100 4140100, 410300 4140100, 410300 4140300, 410100 4140300, 410100"
                                        + " 4140100))",
                                "东山水库",
                                levels[0],
                                levels[1],
                                levels[2])
                        .data());
    }

    @Test
    void contradictingLevelsAreToldByNameOfTheReservoir() {
        reservoirs(52.5, 51.0, 55.0);
        InputChecks checks = checks().ascending("reservoir", "flood_limit_level_m", "design_level_m", "crest_level_m");
        assertThat(said(checks)).singleElement().satisfies(text -> assertThat(text)
                .contains("东山水库", "Flood limit level 52.5", "Design flood level 51"));
        assertThatThrownBy(checks::require)
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("risk.check-levels");
    }

    @Test
    void aNumberBeyondAllNumbersIsNoAmount() {
        reservoirs(52.5, Double.POSITIVE_INFINITY, 55.0);
        InputChecks checks = checks().notNegative("reservoir", "flood_limit_level_m", "design_level_m");
        assertThat(said(checks)).singleElement().satisfies(text -> assertThat(text)
                .contains("Design flood level", "1 infinite values", "东山水库"));
        assertThatThrownBy(checks::require).hasMessageContaining("risk.check-infinite");
    }

    @Test
    void aNumberTooLargeToBeTrueIsToldBeforeSumsRunOver() {
        reservoirs(52.5, 4.6e18, 55.0);
        InputChecks checks = checks().notNegative("reservoir", "flood_limit_level_m", "design_level_m");
        assertThat(said(checks)).singleElement().satisfies(text -> assertThat(text)
                .contains("Design flood level", "1 values too large", "东山水库"));
        assertThatThrownBy(checks::require).hasMessageContaining("risk.check-huge");
    }

    /** Half as large again at 37° N: no total of areas and no circle of metres would be right. */
    @Test
    void metresOfTheWebsMapsAreNotTakenForThoseOfTheGround() {
        layers.put(
                "town",
                Layers.of("town", Crs.of("EPSG:3857"), Polygon.class, "name:String")
                        .row("POLYGON((13569000 4480000, 13570000 4480000, 13570000 4481000, 13569000 4480000))", "甲镇")
                        .data());
        InputChecks checks = checks().projected("town");
        assertThat(said(checks)).singleElement().satisfies(text -> assertThat(text)
                .contains("Mercator", "EPSG:4550"));
        assertThatThrownBy(checks::require).hasMessageContaining("risk.check-stretched");
    }

    @Test
    void aGapBetweenLevelsIsNoContradiction() {
        reservoirs(52.5, null, 55.0);
        InputChecks checks = checks().ascending("reservoir", "flood_limit_level_m", "design_level_m", "crest_level_m");
        assertThat(checks.findings()).isEmpty();
        checks.require();
    }

    @Test
    void groundInFeetIsFoundOutByTheCrestsOfTheReservoirs() {
        reservoirs(50.0, 52.0, 55.0);
        layers.put("dem", new LayerData.Raster(dem(410_000, 0)));
        assertThat(checks().elevation().findings()).isEmpty();
        layers.put("dem", new LayerData.Raster(dem(410_000, 55 * 3.2808 - 20)));
        assertThat(said(checks().elevation())).singleElement().satisfies(text -> assertThat(text)
                .contains("feet"));
    }

    @Test
    void holesInsideTheGroundAreToldButNotTheSeaAroundIt() {
        Grid dem = dem(410_000, 10);
        for (int row = 0; row < 100; row++) {
            dem.set(0, row, Float.NaN);
        }
        layers.put("dem", new LayerData.Raster(dem));
        assertThat(checks().elevation().findings()).isEmpty();
        dem.set(40, 50, Float.NaN);
        InputChecks few = checks().elevation();
        few.require();
        assertThat(said(few)).singleElement().satisfies(text -> assertThat(text).contains("has 1 cells"));
        for (int row = 20; row < 40; row++) {
            for (int column = 20; column < 40; column++) {
                dem.set(column, row, Float.NaN);
            }
        }
        assertThatThrownBy(checks().elevation()::require).hasMessageContaining("risk.check-voids");
    }

    @Test
    void heightsNoGroundHasAreRefused() {
        layers.put("dem", new LayerData.Raster(dem(410_000, 20_000)));
        assertThatThrownBy(checks().elevation()::require).hasMessageContaining("risk.check-heights");
    }

    @Test
    void degreesAndMissingCrsAreRefused() {
        Grid metres = dem(410_000, 0);
        GridGeometry there = metres.geometry();
        for (String code : new String[] {"EPSG:4490", null}) {
            GridGeometry other = new GridGeometry(
                    there.width(), there.height(), 122, 37, 0.0001, 0.0001, code == null ? null : Crs.of(code));
            layers.put("dem", new LayerData.Raster(new Grid(other, metres.cells())));
            assertThatThrownBy(checks().elevation()::require)
                    .hasMessageContaining(code == null ? "risk.check-no-crs" : "risk.check-degrees");
        }
    }

    @Test
    void ofDegreesItSaysWhichZoneAndWhichToolHelp() {
        layers.put(
                "town",
                Layers.of("town", Crs.of("EPSG:4490"), Polygon.class, "name:String")
                        .row("POLYGON((104 30.5, 104.2 30.5, 104.2 30.8, 104 30.8, 104 30.5))", "锦江")
                        .data());
        assertThat(said(checks().projected("town"))).singleElement().satisfies(text -> assertThat(text)
                .contains("bring it to EPSG:4544 with the tool “Reproject” (reproject) first"));
        GridGeometry cells = new GridGeometry(10, 10, 116.2, 39.9, 0.001, 0.001, Crs.of("EPSG:4490"));
        layers.put("dem", new LayerData.Raster(Grid.filled(cells, 50)));
        assertThat(said(checks().elevation())).singleElement().satisfies(text -> assertThat(text)
                .contains("bring it to EPSG:4548 with the tool “Resample” (resample) first"));
    }

    @Test
    void layersThatShareNoGroundAreRefused() {
        reservoirs(50.0, 52.0, 55.0);
        layers.put("dem", new LayerData.Raster(dem(410_000, 0)));
        assertThat(checks().overlap("dem", "reservoir").findings()).isEmpty();
        layers.put("dem", new LayerData.Raster(dem(510_000, 0)));
        assertThatThrownBy(checks().overlap("dem", "reservoir")::require).hasMessageContaining("risk.check-no-overlap");
    }

    @Test
    void emptyLayersAndNegativeQuantitiesAreRefusedTogether() {
        layers.put("town", Layers.of("town", Polygon.class, "name:String").data());
        layers.put(
                "hazardous_site",
                Layers.of("hazardous_site", Point.class, "name:String", "quantity_t:Double")
                        .row("POINT(1 1)", "油库", -3.0)
                        .row("POINT(1 1)", "液氨站", 5.0)
                        .data());
        InputChecks checks = checks().notEmpty("town").notNegative("hazardous_site", "quantity_t");
        assertThat(said(checks)).hasSize(2).last().satisfies(text -> assertThat(text)
                .contains("油库 −3")
                .doesNotContain("液氨站"));
        assertThatThrownBy(checks::require).isInstanceOfSatisfying(RiskMapException.class, e -> assertThat(
                        e.userMessage().text(Language.ENGLISH))
                .contains("“Towns and sub-districts” is empty", "negative", "correct them"));
    }

    @Test
    void weightsThatDoNotSumAndBreaksThatDoNotAscendAreRefused() {
        Parameter weights = Parameter.of("risk.combined", "weights", Parameter.Type.WEIGHTS, "a=0.5,b=0.4");
        Parameter breaks = Parameter.of("risk.combined", "breaks", Parameter.Type.NUMBERS, "1,3,2");
        ParameterValues values = ParameterValues.of(List.of(weights, breaks), Map.of());
        InputChecks checks = new InputChecks(new Inputs(Map.of()), values, Progress.silent())
                .sumsToOne("weights")
                .ascendingNumbers("breaks");
        assertThat(said(checks)).hasSize(2).first().satisfies(text -> assertThat(text)
                .contains("0.9"));
    }

    @Test
    void theCombinedModelSaysBeforeItStartsThatItsWeightsOrBreaksAreNoGood() {
        assertThat(before("combined", Map.of("weights", "flood=0,geohazard=0"))).contains("risk.check-all-zero");
        assertThat(before("combined", Map.of("breaks", "0.5,0.2"))).contains("risk.breaks-wrong");
        assertThat(before("combined", Map.of("weights", "food=1"))).contains("risk.weight-unknown");
        assertThat(before("combined", Map.of("components", "hazard=0,exposure=1")))
                .containsExactly("risk.hazard-weight-zero");
        assertThat(before("combined", Map.of("components", "hazard=0,exposure=0")))
                .containsExactly("risk.check-all-zero");
        assertThat(before("combined", Map.of())).isEmpty();
    }

    /** Slopes, distances and areas of feet would be taken for those of metres. */
    @Test
    void aReferenceSystemInFeetKeepsTheRunFromStarting() {
        CoordinateReferenceSystem feet = Crs.of("EPSG:2227");
        layers.put(
                "town",
                Layers.of("town", feet, Polygon.class, "name:String")
                        .row(
                                "POLYGON((6000000 2000000, 6010000 2000000, 6010000 2010000, 6000000 2010000, 6000000 2000000))",
                                "甲")
                        .data());
        layers.put(
                "dem",
                new LayerData.Raster(
                        Grid.filled(GridGeometry.covering(new Envelope(6e6, 6.01e6, 2e6, 2.01e6), 100, feet), 50)));
        assertThat(before("combined", Map.of())).contains("risk.check-not-metres");
        assertThat(said(checks().projected("town").elevation()))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("EPSG:2227").doesNotContain("risk."));
    }

    /** It was told when the run had begun. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "combined",
                "lookout-view",
                "fire-danger",
                "fire-facilities",
                "geohazard-susceptibility",
                "geohazard-warning",
                "combination"
            })
    void cellsTooSmallForTheAreaAreToldBeforeTheRun(String model) {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(
                                "POLYGON((400000 4100000, 499000 4100000, 499000 4200000, 400000 4200000, 400000 4100000))",
                                "甲")
                        .data());
        String least = "5";
        Map<String, String> factor = model.equals("combination") ? Map.of("factors", "a = presence(river)") : Map.of();
        Map<String, String> small = new HashMap<>(factor);
        small.put("cell-size", least);
        assertThat(before(model, small)).doesNotContain("risk.cells-too-many");
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(
                                "POLYGON((400000 4100000, 500100 4100000, 500100 4200000, 400000 4200000, 400000 4100000))",
                                "甲")
                        .data());
        assertThat(before(model, small)).contains("risk.cells-too-many");
        assertThat(before(model, factor)).doesNotContain("risk.cells-too-many");
    }

    @Test
    void theCombinedModelLooksAtItsGroundAndTownsFirst() {
        layers.put("town", Layers.of("town", Polygon.class, "name:String").data());
        layers.put("dem", new LayerData.Raster(dem(410_000, 20_000)));
        assertThat(before("combined", Map.of())).contains("risk.check-empty", "risk.check-heights");
    }

    @Test
    void aReservoirThatIsNotThereIsToldBeforeTheFloodIsComputed() {
        reservoirs(50.0, 52.0, 55.0);
        assertThat(before("inundation", Map.of("water", "reservoir", "reservoir", "没有")))
                .contains("risk.reservoir-unknown");
        assertThat(before("inundation", Map.of("water", "reservoir"))).isEmpty();
    }

    @Test
    void textsAreNotSummed() {
        layers.put(
                "building",
                Layers.of("building", Point.class, "name:String", "floors:Integer")
                        .row("POINT(1 1)", "甲", 3)
                        .data());
        assertThat(said(checks().hasNumbers("building", "floors"))).isEmpty();
        assertThat(said(checks().hasNumbers("building", "name"))).hasSize(1);
    }

    private List<String> before(String id, Map<String, String> given) {
        RiskModel model = RiskModels.byId(id);
        InputChecks checks =
                new InputChecks(new Inputs(layers), ParameterValues.of(model.parameters(), given), Progress.silent());
        model.check(checks);
        return checks.findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().key())
                .toList();
    }
}
