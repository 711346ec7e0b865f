package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.risk.InputChecks;

/** Which of two zones that overlap counts: known, asked for, never guessed. */
class ImpactZoneOrderTest {
    private static final ImpactModel MODEL = new ImpactModel();

    /** Zones of 100 m, each a step further east, and a building on the first step. */
    private static Map<String, LayerData> layers(double step, String... values) {
        Layers zones = Layers.of("zones", Polygon.class, "class:String");
        for (int i = 0; i < values.length; i++) {
            zones.row(ImpactOfAnyLayerTest.box(step * i, 0, step * i + 100, 100), values[i]);
        }
        return Map.of(
                "zones",
                zones.data(),
                "building",
                Layers.of("building", Polygon.class, "people:Integer")
                        .row(ImpactOfAnyLayerTest.box(60, 10, 70, 20), 5)
                        .data());
    }

    private static ParameterValues values(String... more) {
        Map<String, String> given = new HashMap<>(Map.of("zones", "zones", "zone-field", "class"));
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return ParameterValues.of(MODEL.parameters(), given);
    }

    private static List<InputChecks.Finding> findings(Map<String, LayerData> layers, String... more) {
        return InputChecks.of(MODEL, new Inputs(layers), values(more), Progress.silent()).findings().stream()
                .filter(finding -> finding.input().equals("zone-order"))
                .toList();
    }

    private static String highest(Map<String, LayerData> layers, String... more) {
        Table zones = MODEL.run(new Inputs(layers), values(more), Progress.silent()).tables().stream()
                .filter(table -> table.id().equals("impact-by-zone"))
                .findFirst()
                .orElseThrow();
        return zones.rows().get(0).get(0) + " " + zones.rows().get(0).get(2);
    }

    @ParameterizedTest
    @CsvSource({"I, II, I、II", "Ⅰ级, Ⅱ级, Ⅰ级、Ⅱ级", "一级, 二级, 一级、二级", "水田, 旱地, 旱地、水田", "高, 特高, 高、特高", "3, 高, 3、高"})
    void valuesWithoutAKnownOrderAreAskedForWhereZonesOverlap(String one, String other, String named) {
        assertThat(findings(layers(50, one, other))).singleElement().satisfies(finding -> {
            assertThat(finding.fatal()).isTrue();
            assertThat(finding.message().text(Language.CHINESE)).contains("“class”", named, "看不出谁高谁低", "从高到低写出");
        });
        assertThat(findings(layers(50, one, other), "rule", "intersects"))
                .as("each counts")
                .isEmpty();
        assertThat(findings(layers(100, one, other))).as("they touch").isEmpty();
        assertThat(findings(layers(100, one, other), "rule", "intersects-highest"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message().text(Language.CHINESE)).contains("按最高一级统计"));
        assertThat(findings(layers(50, one, other), "zone-order", other + "," + one))
                .isEmpty();
        assertThat(highest(layers(50, one, other), "zone-order", other + "," + one))
                .isEqualTo(other + " 5");
        assertThat(highest(layers(50, one, other), "zone-order", one)).isEqualTo(one + " 5");
    }

    @ParameterizedTest
    @CsvSource({"低, 高", "蓝色, 红色", "2, 10", "medium, high", "9.5, 10.25"})
    void knownOrdersAreNotAskedForAndTheHigherCounts(String low, String high) {
        assertThat(findings(layers(50, low, high))).isEmpty();
        assertThat(highest(layers(50, low, high))).isEqualTo(high + " 5");
        assertThat(highest(layers(50, high, low))).isEqualTo(high + " 5");
    }

    @Test
    void aClassThatAffectsNobodyComesBehindTheOthers() {
        assertThat(findings(layers(50, "wet", "dry"))).hasSize(1);
        assertThat(findings(layers(50, "wet", "dry"), "unaffected", "dry")).isEmpty();
        assertThat(highest(layers(50, "wet", "dry"), "unaffected", "dry")).isEqualTo("wet 5");
    }

    @Test
    void aBorderDrawnTwiceIsToldButDoesNotStop() {
        assertThat(findings(layers(99.95, "水田", "旱地"))).singleElement().satisfies(finding -> assertThat(finding.fatal())
                .isFalse());
    }
}
