package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;

/** Coping capacity, comparison of scenarios and the single accident on small districts whose numbers are known. */
class TownModelsTest {
    private static final String WEST = "POLYGON((0 0, 1000 0, 1000 1000, 0 1000, 0 0))";
    private static final String EAST = "POLYGON((1000 0, 2000 0, 2000 1000, 1000 1000, 1000 0))";

    private static Layers towns() {
        return Layers.of("town", Polygon.class, "name:String", "population:Integer")
                .row(WEST, "西镇", 1000)
                .row(EAST, "东镇", 2000);
    }

    @Test
    void whatATownHasIsToldPerHeadAndBesideTheTargets() {
        Inputs inputs = new Inputs(Map.of(
                "town", towns().data(),
                "building",
                        Layers.of("building", Point.class, "people:Integer")
                                .row("POINT(100 100)", 60)
                                .row("POINT(900 900)", 40)
                                .row("POINT(1900 500)", 500)
                                .data(),
                "shelter",
                        Layers.of(
                                        "shelter",
                                        Point.class,
                                        "name:String",
                                        "kind:String",
                                        "area_m2:Double",
                                        "capacity_people:Integer")
                                // 300 m² at 2 m² a head are 150 places, 200 are stated
                                .row("POINT(500 100)", "一", "fixed_short", 300.0, 200)
                                .data(),
                "hospital",
                        Layers.of("hospital", Point.class, "beds:Integer")
                                .row("POINT(1500 500)", 12)
                                .data(),
                "supply_store",
                        Layers.of("supply_store", Point.class, "code:String")
                                .row("POINT(500 500)", "A1")
                                .data(),
                "supply_stock",
                        Layers.of("supply_stock", null, "store_code:String", "item:String", "quantity:Double")
                                .row("A1", "棉被", 25.0)
                                .row("X9", "棉被", 99.0)
                                .data(),
                "fire_lane",
                        Layers.of("fire_lane", LineString.class, "state:String")
                                .row("LINESTRING(0 0, 0 7000)", "built")
                                .row("LINESTRING(0 0, 0 3500)", "building")
                                .data()));
        RiskResult result = run(new CopingCapacityModel(), inputs, Map.of("relief-per-head", "棉被=1"));
        Table ranking = table(result, "capacity-ranking");
        List<Object> east = ranking.rows().get(0);
        List<Object> west = ranking.rows().get(1);
        assertThat(east.get(1)).isEqualTo("东镇");
        assertThat(east.subList(4, 9)).containsExactly(0.0, 0.0, 6.0, 0.0, 0.0);
        // all 100 people of the west within 1000 m; 25 quilts for 100 displaced
        assertThat(west.subList(4, 9)).containsExactly(0.15, 1.0, 0.0, 0.0, 0.25);
        assertThat((Double) west.get(3)).isCloseTo((0.15 / 0.3 + 1 + 0 + 0 + 0.25) / 5, within(1e-12));
        List<Object> lane = table(result, "plan-progress").rows().get(0);
        assertThat(lane.subList(2, 6)).containsExactly(21.0, 7.0, 3.5, 100 * 7.0 / 21);
        Geometry served = (Geometry) Layers.list(result.layers().get(1)).get(0).getDefaultGeometry();
        assertThat(served.getArea()).isCloseTo(Math.PI * 1e6, within(2e3));
        assertThat(result.notes()).anyMatch(note -> note.key().equals("risk.note-stock-lost"));
    }

    @Test
    void aTownWithoutPeopleIsNamedBeforeTheRunAndBesideTheScores() {
        Inputs inputs = new Inputs(Map.of(
                "town",
                Layers.of("town", Polygon.class, "name:String", "population:Integer")
                        .row(WEST, "西镇", 0)
                        .row(EAST, "东镇", null)
                        .row("POLYGON((2000 0, 3000 0, 3000 1000, 2000 1000, 2000 0))", "南镇", 5)
                        .data()));
        CopingCapacityModel model = new CopingCapacityModel();
        InputChecks checks =
                new InputChecks(inputs, ParameterValues.of(model.parameters(), Map.of()), Progress.silent());
        model.check(checks);
        assertThat(checks.findings()).anySatisfy(finding -> {
            assertThat(finding.message().text(Language.CHINESE))
                    .contains("西镇、东镇。")
                    .doesNotContain("南镇");
            assertThat(finding.input()).isEqualTo("town");
        });
        assertThat(run(model, inputs, Map.of()).notes())
                .anyMatch(note -> note.text(Language.CHINESE).contains("西镇、东镇。"));
    }

    @Test
    void aFireLaneKeptInDegreesIsCountedInTheKilometresItHas() {
        Inputs inputs = new Inputs(Map.of(
                "town",
                        Layers.of("town", Polygon.class, "name:String", "population:Integer")
                                .row("POLYGON((500000 0, 502000 0, 502000 8000, 500000 8000, 500000 0))", "西镇", 1000)
                                .data(),
                "fire_lane",
                        Layers.of("fire_lane", Crs.of("EPSG:4490"), LineString.class, "state:String")
                                // on the equator's central meridian a degree to the north is 110.574 km
                                .row("LINESTRING(123 0, 123 0.05)", "built")
                                .row("LINESTRING(123 0, 123 0.01)", "building")
                                .data()));
        RiskResult result = run(new CopingCapacityModel(), inputs, Map.of());
        List<Object> lane = table(result, "plan-progress").rows().get(0);
        assertThat((Double) lane.get(3)).isCloseTo(110.574 * 0.05, within(0.001));
        assertThat((Double) lane.get(4)).isCloseTo(110.574 * 0.01, within(0.001));
        assertThat((Double) lane.get(5)).isCloseTo(100 * 110.574 * 0.05 / 21, within(0.01));
    }

    @Test
    void twoScenariosDifferByGroundAndPeopleAndByTown() {
        Inputs inputs = new Inputs(Map.of(
                "town", towns().data(),
                // overlapping zones: the greater level counts
                "a",
                        Layers.of("a", Polygon.class, "level:Integer")
                                .row("POLYGON((0 0, 1500 0, 1500 1000, 0 1000, 0 0))", 2)
                                .row("POLYGON((0 0, 500 0, 500 1000, 0 1000, 0 0))", 4)
                                .data(),
                "b",
                        Layers.of("b", Polygon.class, "level:Integer")
                                .row("POLYGON((0 0, 2000 0, 2000 500, 0 500, 0 0))", 2)
                                .data(),
                "building",
                        Layers.of("building", Point.class, "people:Integer")
                                .row("POINT(100 100)", 5)
                                .row("POINT(1900 100)", 7)
                                .row("POINT(700 100)", 11)
                                .row(null, 13)
                                .row("POINT(9000 100)", 17)
                                .data()));
        RiskResult result = run(new ComparisonModel(), inputs, Map.of("first", "a", "second", "b"));
        Table summary = table(result, "difference");
        assertThat(summary.rows().get(0).subList(1, 4)).containsExactly(1.0, 1L, 5L);
        assertThat(summary.rows().get(1).subList(1, 4)).containsExactly(0.25, 1L, 7L);
        assertThat(summary.rows().get(2).subList(1, 4)).containsExactly(0.5, 1L, 11L);
        assertThat(result.conservation()).allMatch(Conservation::holds);
        assertThat(result.conservation().get(1).outside()).isEqualByComparingTo("17");
        assertThat(result.conservation().get(1).withoutGeometry()).isEqualByComparingTo("13");
        Table byTown = table(result, "difference-by-town");
        assertThat(byTown.rows().get(0).subList(1, 3)).containsExactly(0.75, 0.0);
        assertThat(byTown.rows().get(1).subList(1, 3)).containsExactly(0.25, 0.25);
        double higher = 0;
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            higher +=
                    "higher".equals(zone.getAttribute("change")) ? ((Geometry) zone.getDefaultGeometry()).getArea() : 0;
        }
        assertThat(higher).isCloseTo(1e6, within(1e-6));
        // one town by hand: its largest zone, and the ground that is higher
        assertThat(result.workings())
                .extracting(line -> line.filled() + " = " + line.value())
                .hasSize(2)
                .contains("0.25 + 0.25 + 0.25 = 0.75")
                .first()
                .isIn("4 − 2 = 2", "4 − 0 = 4", "2 − 0 = 2");
    }

    @Test
    void anAccidentReachesAsFarAsThePublishedFormulasAndPlumesGoDownwind() {
        Inputs inputs = new Inputs(Map.of("town", towns().data()));
        Map<String, String> given = Map.of(
                "x", "500",
                "y", "500",
                "substance", "液化石油气",
                "amount", "10",
                "storage", "warehouse",
                "overpressure-limits", "1,2,5,9");
        Table reach = table(run(new AccidentModel(), inputs, given), "consequences");
        // 10 t of LPG, yield 0.04: 254, 412 and 941 m to 9, 5 and 2 kPa
        assertThat((Double) reach.rows().get(0).get(4)).isCloseTo(254, within(0.5));
        assertThat((Double) reach.rows().get(0).get(5)).isCloseTo(412, within(0.5));
        assertThat((Double) reach.rows().get(0).get(6)).isCloseTo(941, within(0.5));

        RiskResult gas = run(
                new AccidentModel(),
                inputs,
                Map.of("x", "500", "y", "500", "substance", "液氨", "wind-direction", "given", "wind-from", "270"));
        List<SimpleFeature> plumes = Layers.list(gas.layers().get(0));
        assertThat(plumes).hasSize(4);
        // wind from the west: the cloud lies in the east, each lower limit farther
        double last = Double.POSITIVE_INFINITY;
        for (SimpleFeature plume : plumes) {
            var extent = ((Geometry) plume.getDefaultGeometry()).getEnvelopeInternal();
            assertThat(extent.getMaxX() - 500)
                    .isGreaterThan(5 * (500 - extent.getMinX()))
                    .isLessThan(last);
            last = extent.getMaxX() - 500;
        }
        Table winds = table(gas, "reach-by-wind-3");
        assertThat(winds.rows()).hasSize(5).allSatisfy(row -> assertThat((Double) row.get(6))
                .as("stable air carries gas farther than unstable")
                .isGreaterThan((Double) row.get(1)));
    }

    @Test
    void aHeavyGasReachesAsFarInStableAirAsInUnstableAndIsToldSoButNotALightOne() {
        Inputs inputs = new Inputs(Map.of("town", towns().data()));
        RiskResult heavy = run(new AccidentModel(), inputs, Map.of("x", "500", "y", "500", "substance", "液氯"));
        assertThat(table(heavy, "reach-by-wind-3").rows()).isNotEmpty().allSatisfy(row -> assertThat(row.get(6))
                .isEqualTo(row.get(1)));
        assertThat(heavy.notes()).anyMatch(note -> note.key().equals("risk.note-dense-gas"));
        RiskResult light = run(new AccidentModel(), inputs, Map.of("x", "500", "y", "500", "substance", "液氨"));
        assertThat(light.notes()).isNotEmpty().noneMatch(note -> note.key().equals("risk.note-dense-gas"));
    }

    @Test
    void anAccidentThatCannotBeIsSaidBeforeTheRun() {
        InputChecks checks = new InputChecks(
                SampleDistrict.inputs(1),
                values(new AccidentModel(), Map.of("substance", "水", "x", "1", "toxic-limits", "0.5,0.1,1")),
                Progress.silent());
        new AccidentModel().check(checks);
        assertThat(checks.findings().stream().map(finding -> finding.message().key()))
                .contains("risk.check-substance", "risk.check-coordinates", "risk.check-not-ascending");
    }

    @Test
    void anAccidentIsNeverPutAtASiteOfSeveralThatNobodyNamed() {
        Inputs two = new Inputs(Map.of(
                "hazardous_site",
                Layers.of("hazardous_site", Point.class, "name:String")
                        .row("POINT(500 500)", "化工公司")
                        .row("POINT(900 500)", "冷藏公司")
                        .data()));
        InputChecks checks = new InputChecks(two, values(new AccidentModel(), Map.of()), Progress.silent());
        new AccidentModel().check(checks);
        assertThat(checks.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.input()).isEqualTo("site");
            assertThat(finding.message().text(Language.CHINESE)).contains("化工公司", "冷藏公司", "点选");
        });
        assertThat(Layers.list(run(new AccidentModel(), two, Map.of()).layers().get(0)))
                .isEmpty();
        assertThat(Layers.list(run(new AccidentModel(), two, Map.of("site", "冷藏公司"))
                        .layers()
                        .get(0)))
                .isNotEmpty();
    }

    private static Inputs sites(String... places) {
        Layers sites = Layers.of(
                "hazardous_site",
                Point.class,
                "name:String",
                "substance:String",
                "quantity_t:Double",
                "storage:String");
        for (String place : places) {
            sites = sites.row("POINT(" + place + " 500)", "罐区" + place, "液化石油气", 50.0, "pressure_tank");
        }
        return new Inputs(Map.of("town", towns().data(), "hazardous_site", sites.data()));
    }

    @Test
    void sitesThatReachEachOtherAreToldAndTheRisksOfAllAddUp() {
        Map<String, String> given = Map.of("cell-size", "50");
        RiskResult both = run(new HazardousSitesModel(), sites("500", "560", "90500"), given);
        Table domino = table(both, "domino");
        assertThat(domino.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(0)).isNotEqualTo(row.get(1));
            assertThat(List.of(row.get(0), row.get(1))).doesNotContain("罐区90500");
            assertThat((Double) row.get(3)).isEqualTo(60).isLessThanOrEqualTo((Double) row.get(4));
        });
        assertThat(domino.rows()).extracting(row -> row.get(0)).contains("罐区500", "罐区560");
        float[] first = risk(run(new HazardousSitesModel(), sites("500"), given));
        float[] second = risk(run(new HazardousSitesModel(), sites("560"), given));
        float[] sum = risk(both);
        double most = 0;
        for (int cell = 0; cell < sum.length; cell++) {
            assertThat((double) sum[cell]).isCloseTo(first[cell] + second[cell], within(1e-6 * (1e-9 + sum[cell])));
            most = Math.max(most, sum[cell]);
        }
        assertThat(most).isPositive();
    }

    private static float[] risk(RiskResult result) {
        return result.grids().get(0).grid().cells();
    }

    private static RiskResult run(RiskModel model, Inputs inputs, Map<String, String> given) {
        return model.run(inputs, values(model, given), Progress.silent());
    }

    private static ParameterValues values(RiskModel model, Map<String, String> given) {
        return ParameterValues.of(model.parameters(), new HashMap<>(given));
    }

    private static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
