package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.weighting.EntropyWeights;

/** What the parameters and the layers show before anything is computed. */
class ToldBeforeTheRunTest {
    private static List<String> told(RiskModel model, Map<String, LayerData> layers, Map<String, String> given) {
        ParameterValues values = ParameterValues.of(model.parameters(), new HashMap<>(given));
        return InputChecks.of(model, new Inputs(layers), values, Progress.silent()).findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().text(Language.CHINESE))
                .toList();
    }

    private static String breaks(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> Double.toString(i / 2.0))
                .collect(Collectors.joining(","));
    }

    @Test
    void classesOfASusceptibilityThatCannotBeNumberedAreTold() {
        Ground ground = new Ground(1000, (east, north) -> east)
                .with(
                        "geohazard_site",
                        Layers.of("geohazard_site", Point.class, "name:String").row("POINT(410500 4140500)", "坡"));
        RiskModel model = new GeohazardSusceptibilityModel();
        Map<String, String> given = new HashMap<>(
                Map.of("slope-breaks", breaks(126), "relief-breaks", breaks(126), "road-breaks", breaks(126)));
        assertThat(told(model, ground.layers, given)).as("there are no roads").isEmpty();
        ground.with(
                "road",
                Layers.of("road", LineString.class, "name:String")
                        .row("LINESTRING(410000 4140000, 411000 4141000)", "路"));
        given.put("use-aspect", "true");
        assertThat(told(model, ground.layers, given)).as("18 million").isEmpty();
        given.put("river-breaks", breaks(2));
        ground.with(
                "river",
                Layers.of("river", LineString.class, "name:String")
                        .row("LINESTRING(410000 4141000, 411000 4140000)", "河"));
        assertThat(told(model, ground.layers, given)).singleElement().asString().contains("55,306,341", "请减少断点或因子");
        assertThat(told(model, ground.layers, Map.of("slope-breaks", breaks(127))))
                .containsExactly("参数“坡度断点（slope-breaks）”有 127 个断点，最多 126 个");
    }

    private static Map<String, LayerData> areas(int many, Object... numbers) {
        Layers towns = Layers.of("town", Polygon.class, "name:String", "x:Double", "y:Double");
        for (int i = 0; i < many; i++) {
            towns.row(
                    ImpactOfAnyLayerTest.box(100 * i, 0, 100 * i + 100, 100),
                    "镇" + i,
                    numbers[2 * i],
                    numbers[2 * i + 1]);
        }
        return Map.of("town", towns.data());
    }

    private static final Map<String, String> ENTROPY =
            Map.of("unit", "areas", "weighting", "entropy", "factors", "a = value(town.x) raw; b = value(town.y) raw");

    @Test
    void entropyOfOneAreaIsTold() {
        RiskModel model = new CombinationModel();
        assertThat(told(model, areas(1, 1.0, 2.0), ENTROPY)).anyMatch(text -> text.contains("熵权法比较各区域的差别"));
        assertThat(told(model, areas(2, 1.0, 2.0, 3.0, 2.5), ENTROPY)).isEmpty();
    }

    /** What fields show is told while the form is filled in: the same everywhere, or not two areas with all numbers. */
    @Test
    void entropyOfAreasThatDoNotDifferIsTold() {
        RiskModel model = new CombinationModel();
        String impossible = "熵权法无法定权";
        assertThat(told(model, areas(3, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0), ENTROPY))
                .singleElement()
                .asString()
                .contains(impossible);
        Map<String, String> given = new HashMap<>(ENTROPY);
        given.put("missing", "no-level");
        Map<String, LayerData> oneWhole = areas(3, 1.0, 2.0, 3.0, null, null, 7.0);
        assertThat(told(model, oneWhole, given)).singleElement().asString().contains(impossible);
        given.put("missing", "zero");
        assertThat(told(model, oneWhole, given)).isEmpty();
        // what lies in an area is counted by the run
        given.put("factors", "a = count(town) raw; b = value(town.x) raw");
        assertThat(told(model, areas(2, 1.0, 2.0, 1.0, 2.0), given)).isEmpty();
    }

    /** An area that gets no level for want of a score had counted as one with the score 0, which made that factor weigh more. */
    @Test
    void anAreaThatLacksAScoreDoesNotDecideTheWeights() {
        RiskModel model = new CombinationModel();
        Map<String, String> given = new HashMap<>(ENTROPY);
        given.put("missing", "no-level");
        ParameterValues values = ParameterValues.of(model.parameters(), given);
        double[] expected = EntropyWeights.of(new double[][] {{1, 2}, {3, 2.5}}).weights();
        RiskResult result = model.run(new Inputs(areas(3, 1.0, 2.0, 3.0, 2.5, null, 9.0)), values, Progress.silent());
        assertThat(result.workings().stream()
                        .filter(line -> line.formula().equals("w = (1 − e)/Σ(1 − e)"))
                        .map(line -> line.value()))
                .containsExactly(Workings.shown(expected[0]), Workings.shown(expected[1]));
    }
}
