package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.risk.model.Ground.cell;
import static riskmap.risk.model.Ground.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Working;

/** Storms, reservoirs, broken dams and hollows in a valley. */
class FloodModelsTest extends ValleyFloods {
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
    void whoseFloodIsNotOnTheMapOrEndsEarlyIsTold() {
        assertThat(english(run(new DamBreakModel(), "distances", "0.5,1")))
                .noneMatch(note -> note.contains("is not on the map") || note.contains("is followed for less"));
        assertThat(english(run(new DamBreakModel(), "distances", "0.5,5")))
                .anyMatch(note -> note.startsWith("The flood of 1 reservoirs is followed for less than 5 km")
                        && note.contains("东山水库 (1.7 km)"));
        Grid north = valley();
        Arrays.fill(north.cells(), 0, 150 * 100, Float.NaN);
        layers.put("dem", new LayerData.Raster(north));
        assertThat(english(run(new DamBreakModel(), "distances", "0.5,5")))
                .anyMatch(note ->
                        note.startsWith("The flood of 1 reservoirs is not on the map") && note.contains("东山水库"));
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
