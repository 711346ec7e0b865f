package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** Displaced people by the share of each class, and what they need in a week: unrounded, so that all adds up. */
class ImpactDisplacedTest {
    private static final ImpactModel MODEL = new ImpactModel();
    private final Map<String, LayerData> layers = new HashMap<>(Map.of(
            "zone",
            Layers.of("zone", Polygon.class, "kind:String")
                    .row("POLYGON((0 0,100 0,100 100,0 100,0 0))", "high")
                    .row("POLYGON((100 0,200 0,200 100,100 100,100 0))", "low")
                    .data(),
            "people",
            Layers.of("people", Point.class, "people:Integer")
                    .row("POINT(50 50)", 200)
                    .row("POINT(150 50)", 101)
                    .row("POINT(500 50)", 70)
                    .data(),
            "town",
            Layers.of("town", Polygon.class, "name:String")
                    .row("POLYGON((0 0,60 0,60 100,0 100,0 0))", "西镇")
                    .data()));

    private final Map<String, String> given = new HashMap<>(
            Map.of("exposure", "people", "zones", "zone", "zone-field", "kind", "displaced", "high=0.9, low=0.1"));

    private RiskResult run() {
        return MODEL.run(new Inputs(layers), ParameterValues.of(MODEL.parameters(), given), Progress.silent());
    }

    private static List<List<Object>> rows(RiskResult result, String table) {
        return result.tables().stream()
                .filter(each -> each.id().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void exampleInJavadoc() {
        given.put("weekly-needs", "大米=2.8，饮用水=17.5");
        RiskResult result = run();
        List<List<Object>> displaced = rows(result, "impact-displaced");
        assertThat(number(displaced.get(0).get(3))).isEqualTo(180);
        assertThat(number(displaced.get(1).get(3))).isCloseTo(10.1, within(1e-12));
        assertThat(number(displaced.get(2).get(3))).isCloseTo(190.1, within(1e-12));
        List<List<Object>> needs = rows(result, "impact-needs");
        assertThat(needs.get(0).get(0)).isEqualTo("大米");
        assertThat(number(needs.get(0).get(2))).isCloseTo(532.28, within(1e-9));
        assertThat(number(needs.get(1).get(2))).isCloseTo(3326.75, within(1e-9));
        List<List<Object>> towns = rows(result, "impact-displaced-by-town");
        assertThat(number(towns.get(0).get(1)) + number(towns.get(1).get(1))).isCloseTo(190.1, within(1e-9));
    }

    @Test
    void classesOfARasterGoByTheirNumberFromTheLowest() {
        Grid depth = Grid.filled(GridGeometry.covering(new Envelope(0, 200, 0, 100), 100, Crs.of("EPSG:4550")), 0.6f);
        depth.set(0, 0, 2f);
        layers.put("zone", new LayerData.Raster(depth));
        given.putAll(Map.of("rule", "nearest", "breaks", "0.5,1", "displaced", "1=0.5,2=1"));
        List<List<Object>> displaced = rows(run(), "impact-displaced");
        assertThat(number(displaced.get(0).get(3))).isEqualTo(200);
        assertThat(number(displaced.get(1).get(3))).isEqualTo(50.5);
    }

    @Test
    void withoutSharesNothingIsSaidOfDisplacedPeopleAndMistakesAreToldBefore() {
        given.remove("displaced");
        assertThat(run().tables()).noneMatch(table -> table.id().startsWith("impact-displaced"));
        assertThat(said("high=1.2")).anyMatch(said -> said.contains("high=1.2"));
        assertThat(said("higher=0.2")).anyMatch(said -> said.contains("higher") && said.contains("high、low"));
        assertThat(said("high")).hasSize(1);
        assertThat(said("high=0.1,high=0.2")).hasSize(1);
        assertThat(said("high=0.1,low=0")).isEmpty();
    }

    private List<String> said(String displaced) {
        given.put("displaced", displaced);
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        return InputChecks.of(MODEL, new Inputs(layers), values, Progress.silent()).findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().text(Language.CHINESE))
                .toList();
    }
}
