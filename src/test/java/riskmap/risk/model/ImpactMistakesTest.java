package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.InputChecks;

/** What is wrong in layers of any name: it is found as it is in those of the catalogue. */
class ImpactMistakesTest {
    private static final String WEST = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String EAST = "POLYGON((10 0, 20 0, 20 10, 10 10, 10 0))";

    private static Inputs inputs(Layers wards, String first, String second) {
        return new Inputs(Map.of(
                "house",
                Layers.of("house", Point.class, "people:Integer")
                        .row("POINT(2 5)", 10)
                        .row("POINT(12 5)", 20)
                        .data(),
                "danger",
                Layers.of("danger", Polygon.class, "kind:String")
                        .row(WEST, first)
                        .row(EAST, second)
                        .data(),
                "ward",
                wards.data()));
    }

    private static Layers wards(Object west, double people) {
        return Layers.of("ward", Polygon.class, "title:String", "people:Double")
                .row(WEST, west, 100.0)
                .row(EAST, "东", people);
    }

    private static ParameterValues values(String... more) {
        Map<String, String> given = new java.util.HashMap<>(Map.of(
                "exposure", "house", "zones", "danger", "zone-field", "kind", "towns", "ward", "town-field", "title"));
        given.put("population-field", "people");
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return ParameterValues.of(new ImpactModel().parameters(), given);
    }

    private static List<String> found(Layers wards) {
        return InputChecks.of(new ImpactModel(), inputs(wards, "高", "低"), values(), Progress.silent())
                .findings()
                .stream()
                .map(finding -> finding.input() + " " + finding.message().key())
                .toList();
    }

    @Test
    void townsOfOneNameOrNoneAreToldWhateverTheirLayerIsCalled() {
        assertThat(found(wards("西", 200))).isEmpty();
        assertThat(found(wards("东", 200))).containsExactly("ward risk.check-towns-alike");
        assertThat(found(wards(null, 200))).containsExactly("ward risk.check-towns-nameless");
    }

    @Test
    void peopleThatAreNoAmountKeepARunFromStarting() {
        assertThat(found(wards("西", -3))).singleElement().asString().startsWith("ward risk.");
        assertThat(found(wards("西", Double.POSITIVE_INFINITY)))
                .singleElement()
                .asString()
                .startsWith("ward risk.");
    }

    @Test
    void aBlankBehindTheNameOfAClassMakesNoOtherClass() {
        ParameterValues values = values("displaced", "高=0.5");
        List<Table> tables = new ImpactModel()
                .run(inputs(wards("西", 200), "高 ", "高"), values, Progress.silent())
                .tables();
        Table zones = tables.get(0);
        assertThat(zones.rows().get(0).subList(0, 3)).containsExactly("高", 2L, 30L);
        Table displaced = tables.stream()
                .filter(table -> table.id().startsWith("impact-displaced"))
                .findFirst()
                .orElseThrow();
        assertThat(displaced.rows().get(0).toString()).contains("15");
    }
}
