package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;

/** What can happen at a site does not depend on which of its dangers the survey names, and where formulas end is told. */
class SiteHazardsTest {
    private static final Layers TOWNS = Layers.of("town", Polygon.class, "name:String", "population:Integer")
            .row("POLYGON((0 0, 1000 0, 1000 1000, 0 1000, 0 0))", "镇", 1000);

    private static RiskResult run(RiskModel model, Inputs inputs, Map<String, String> given) {
        return model.run(inputs, ParameterValues.of(model.parameters(), given), Progress.silent());
    }

    private static RiskResult sites(String substance, String hazardClass) {
        Layers site = Layers.of(
                        "hazardous_site",
                        Point.class,
                        "name:String",
                        "substance:String",
                        "hazard_class:String",
                        "quantity_t:Double",
                        "storage:String")
                .row("POINT(500 500)", "一厂", substance, hazardClass, 5.0, "tank");
        return run(
                new HazardousSitesModel(),
                new Inputs(Map.of("town", TOWNS.data(), "hazardous_site", site.data())),
                Map.of("cell-size", "200"));
    }

    private static List<String> scenarios(RiskResult result) {
        Table table = result.tables().stream()
                .filter(each -> each.id().equals("consequences"))
                .findFirst()
                .orElseThrow();
        return table.rows().stream()
                .map(row -> row.get(1) instanceof Message message ? message.key() : String.valueOf(row.get(1)))
                .toList();
    }

    @Test
    void aPoisonousGasDriftsWhicheverOfItsDangersTheSurveyNames() {
        assertThat(scenarios(sites("硫化氢", "flammable_gas")))
                .contains("risk.scenario-toxic-cloud", "risk.scenario-vapour-cloud");
        assertThat(scenarios(sites("液氯", "oxidizer"))).containsExactly("risk.scenario-toxic-cloud");
        assertThat(scenarios(sites("液氯", "toxic_gas"))).containsExactly("risk.scenario-toxic-cloud");
        assertThat(scenarios(sites("液化石油气", "flammable_gas"))).doesNotContain("risk.scenario-toxic-cloud");
    }

    private static List<InputChecks.Finding> found(RiskModel model, Map<String, LayerData> layers) {
        return InputChecks.of(
                        model, new Inputs(layers), ParameterValues.of(model.parameters(), Map.of()), Progress.silent())
                .findings()
                .stream()
                .filter(finding -> finding.fatal() && finding.message().key().equals("risk.check-no-overlap"))
                .toList();
    }

    @Test
    void aSiteBesideTheDistrictThatReachesItCountsAndOneFarAwayIsAMistake() {
        for (int east : new int[] {1500, 30_000}) {
            Layers site = Layers.of("hazardous_site", Point.class, "name:String", "quantity_t:Double")
                    .row("POINT(" + east + " 500)", "邻县一厂", 5.0);
            assertThat(found(new HazardousSitesModel(), Map.of("town", TOWNS.data(), "hazardous_site", site.data())))
                    .hasSize(east > 20_000 ? 1 : 0);
        }
    }

    @Test
    void aShelterBesideTheHousesIsInReachAndOneFarAwayIsAMistake() {
        LayerData houses = Layers.of("building", Point.class, "people:Integer")
                .row("POINT(500 500)", 10)
                .data();
        for (int east : new int[] {800, 30_000}) {
            LayerData shelter = Layers.of(
                            "shelter", Point.class, "name:String", "kind:String", "capacity_people:Integer")
                    .row("POINT(" + east + " 500)", "一小", "emergency", 50)
                    .data();
            assertThat(found(new ShelterAllocationModel(), Map.of("building", houses, "shelter", shelter)))
                    .hasSize(east > 20_000 ? 1 : 0);
        }
    }

    @Test
    void aPoisonTakenForAnAcidIsTold() {
        assertThat(sites("液氯", "corrosive").notes())
                .anySatisfy(note -> assertThat(note.text(Language.CHINESE)).contains("腐蚀品", "一厂"));
        assertThat(sites("盐酸", "corrosive").notes())
                .noneMatch(note -> note.key().equals("risk.note-corrosive-poison"));
    }

    @Test
    void aSingleAccidentTooTellsThatACloudReachesFartherThanItsFormulasWereMeasured() {
        Inputs inputs = new Inputs(Map.of("town", TOWNS.data()));
        RiskResult heavy = run(new AccidentModel(), inputs, Map.of("x", "500", "y", "500", "substance", "液氯"));
        assertThat(heavy.notes())
                .anySatisfy(note -> assertThat(note.text(Language.CHINESE)).contains("超出 10 km"));
        assertThat(heavy.notes()).noneMatch(note -> note.key().equals("risk.note-beyond-curves"));
        RiskResult light = run(new AccidentModel(), inputs, Map.of("x", "500", "y", "500", "substance", "液氨"));
        assertThat(light.notes()).noneMatch(note -> note.key().equals("risk.note-beyond"));
    }

    @Test
    void aReleaseTooGreatForTheCurvesOfDenseGasIsTold() {
        Inputs inputs = new Inputs(Map.of("town", TOWNS.data()));
        Map<String, String> given = Map.of(
                "x", "500", "y", "500", "substance", "液氯", "wind-speed", "0.5", "amount", "2000", "pressure", "0");
        assertThat(run(new AccidentModel(), inputs, given).notes())
                .anyMatch(note -> note.key().equals("risk.note-beyond-curves"));
    }
}
