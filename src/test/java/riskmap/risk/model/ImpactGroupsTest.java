package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** Who among the displaced is old, young or a woman, and what share of a town lies in any zone: each feature once. */
class ImpactGroupsTest {
    private static final ImpactModel MODEL = new ImpactModel();

    /** East 80 % of 50 + 60 = 88 displaced people of whom 40 % are old, west 80 % of 125 = 100, 10 % old. */
    private final Map<String, LayerData> layers = new HashMap<>(Map.of(
            "zone",
            Layers.of("zone", Polygon.class, "kind:String")
                    .row("POLYGON((0 0,200 0,200 100,0 100,0 0))", "high")
                    .row("POLYGON((0 50,200 50,200 150,0 150,0 50))", "low")
                    .data(),
            "people",
            Layers.of("people", Point.class, "people:Integer", "small:Integer")
                    .row("POINT(20 20)", 125, 5)
                    .row("POINT(120 20)", 50, 10)
                    .row("POINT(180 40)", 60, null)
                    .row("POINT(180 400)", 15, 3)
                    .row("POINT(900 900)", 7, 1)
                    .data(),
            "town",
            Layers.of("town", Polygon.class, "name:String", "old:Double", "population:Integer")
                    .row("POLYGON((0 0,100 0,100 500,0 500,0 0))", "西镇", 0.1, 200)
                    .row("POLYGON((100 0,200 0,200 500,100 500,100 0))", "东镇", 0.4, 400)
                    .data(),
            "road",
            Layers.of("road", LineString.class, "people:Integer")
                    .row("LINESTRING(20 20, 20 140)", 9)
                    .row("LINESTRING(120 20, 120 30)", 4)
                    .row("LINESTRING(120 300, 120 310)", 2)
                    .data()));

    private final Map<String, String> given = new HashMap<>(Map.of(
            "exposure", "people", "zones", "zone", "zone-field", "kind", "displaced", "high=0.8", "fields", "people"));

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

    private List<String> said() {
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        return InputChecks.of(MODEL, new Inputs(layers), values, Progress.silent()).findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().text(Language.CHINESE))
                .toList();
    }

    /** A group is its share of the displaced of each town. */
    @Test
    void exampleInJavadoc() {
        given.put("groups", "老人=old，女性=0.5");
        assertThat(said()).isEmpty();
        List<List<Object>> groups = rows(run(), "impact-groups");
        // west, east, outside, total of the old; then of the women
        assertThat(groups).hasSize(8);
        assertThat(number(groups.get(0).get(3))).isCloseTo(10, within(1e-12));
        assertThat(number(groups.get(1).get(3))).isCloseTo(35.2, within(1e-12));
        assertThat(number(groups.get(2).get(3))).as("nobody is displaced there").isZero();
        assertThat(number(groups.get(3).get(3))).isCloseTo(45.2, within(1e-12));
        assertThat(groups.get(3).get(2)).as("no one share for all").isNull();
        assertThat(number(groups.get(7).get(3))).isCloseTo(94, within(1e-12));
        assertThat(number(groups.get(7).get(2))).isEqualTo(50);
    }

    @Test
    void aTownWithoutAShareLeavesTheTotalOpen() {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String", "old:Double")
                        .row("POLYGON((0 0,100 0,100 500,0 500,0 0))", "西镇", null)
                        .row("POLYGON((100 0,200 0,200 500,100 500,100 0))", "东镇", 0.4)
                        .data());
        given.put("groups", "老人=old");
        List<List<Object>> groups = rows(run(), "impact-groups");
        assertThat(groups.get(0).get(3)).isNull();
        assertThat(number(groups.get(1).get(3))).isCloseTo(35.2, within(1e-12));
        assertThat(groups.get(3).get(3)).isNull();
    }

    @Test
    void withoutTownsAGroupHasOneShareForAll() {
        given.putAll(Map.of("groups", "女性=0.25", "towns", ""));
        List<List<Object>> groups = rows(run(), "impact-groups");
        assertThat(groups).hasSize(1);
        assertThat(number(groups.get(0).get(3))).isCloseTo(47, within(1e-12));
    }

    @Test
    void whatCannotBeAGroupIsSaidBeforeTheRun() {
        for (String wrong : List.of("老人", "老人=", "=0.2", "老人=0.1,老人=0.2", "老人=1.2", "老人=elder")) {
            given.put("groups", wrong);
            assertThat(said()).as(wrong).hasSize(1).allMatch(text -> text.contains("人群"));
        }
        given.putAll(Map.of("groups", "老人=old", "towns", ""));
        assertThat(said()).hasSize(1);
        given.put("towns", "town");
        given.remove("displaced");
        assertThat(said()).hasSize(1).allMatch(text -> text.contains("各类转移比例"));
    }

    /** 94 women with 0.75 packs each are 70.5; of the old, unknown in one town, nobody says how many need what. */
    @Test
    void whatAGroupNeedsIsTimesTheGroup() {
        given.putAll(Map.of("groups", "老人=old,女性=0.5", "weekly-needs", "卫生包@女性=0.75,大米=2,拐杖@老人=1"));
        assertThat(said()).isEmpty();
        List<List<Object>> needs = rows(run(), "impact-needs");
        assertThat(number(needs.get(0).get(2))).isCloseTo(70.5, within(1e-12));
        assertThat(number(needs.get(1).get(2))).isCloseTo(376, within(1e-12));
        assertThat(number(needs.get(2).get(2))).isCloseTo(45.2, within(1e-12));
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String", "old:Double")
                        .row("POLYGON((0 0,200 0,200 500,0 500,0 0))", "西镇", null)
                        .data());
        assertThat(rows(run(), "impact-needs").get(2).get(2)).isNull();
        given.put("weekly-needs", "尿布@婴儿=3");
        assertThat(said()).hasSize(1).allMatch(text -> text.contains("婴儿"));
    }

    @Test
    void furtherFieldsAreDisplacedByTheSameShares() {
        given.put("fields", "people,small");
        RiskResult result = run();
        List<Object> high = rows(result, "impact-displaced").get(0);
        assertThat(number(high.get(3))).isCloseTo(188, within(1e-12));
        assertThat(number(high.get(4))).isCloseTo(12, within(1e-12));
        List<List<Object>> towns = rows(result, "impact-displaced-by-town");
        assertThat(number(towns.get(0).get(2))).isCloseTo(4, within(1e-12));
        assertThat(number(towns.get(1).get(2))).isCloseTo(8, within(1e-12));
    }

    @Test
    void theShareInAnyZoneIsToldByTownAndAltogether() {
        List<List<Object>> affected = rows(run(), "impact-affected");
        assertThat(affected).hasSize(4);
        assertThat(number(affected.get(0).get(4))).isEqualTo(100);
        assertThat(number(affected.get(1).get(4))).isCloseTo(100 * 110 / 125.0, within(1e-12));
        assertThat(number(affected.get(2).get(4))).isZero();
        assertThat(number(affected.get(3).get(1))).isEqualTo(235);
        assertThat(number(affected.get(3).get(3))).isEqualTo(257);
        assertThat(number(affected.get(3).get(4))).isCloseTo(100 * 235 / 257.0, within(1e-12));
    }

    /** The first road meets both zones: it is in each of them, but one road of its town. */
    @Test
    void whatMeetsSeveralZonesIsOneOfItsTown() {
        given.remove("displaced");
        given.putAll(Map.of("exposure", "road", "rule", "intersects"));
        RiskResult result = run();
        List<List<Object>> zones = rows(result, "impact-by-zone");
        assertThat(number(zones.get(0).get(2))).isEqualTo(13);
        assertThat(number(zones.get(1).get(2))).isEqualTo(9);
        List<Object> west = rows(result, "impact-per-head").get(0);
        assertThat(number(west.get(3))).as("roads").isEqualTo(1);
        assertThat(number(west.get(6))).as("their people").isEqualTo(9);
        assertThat(result.workings())
                .as("the numbers filled in are those of the table")
                .anyMatch(line -> line.text().contains("9/200 × 10⁴ = 450"));
        List<List<Object>> affected = rows(result, "impact-affected");
        assertThat(number(affected.get(3).get(1))).isEqualTo(13);
        assertThat(number(affected.get(3).get(4))).isCloseTo(100 * 13 / 15.0, within(1e-12));
    }

    @Test
    void nobodyIsDisplacedSeveralTimes() {
        given.putAll(Map.of("exposure", "road", "rule", "intersects", "displaced", "high=0.9,low=0.5"));
        assertThat(said()).hasSize(1).allMatch(text -> text.contains("几次"));
        given.put("rule", "intersects-highest");
        assertThat(said()).isEmpty();
        assertThat(number(rows(run(), "impact-displaced").get(2).get(3))).isCloseTo(11.7, within(1e-12));
    }
}
