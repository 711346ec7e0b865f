package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.overlay.Coverage;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;
import riskmap.risk.Working;
import riskmap.risk.model.combination.CombinationAreas;
import riskmap.risk.model.combination.CombinationSensitivity;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.TownOfPlace;
import riskmap.risk.weighting.Factor;

class CombinationModelTest {
    private static final CombinationModel MODEL = new CombinationModel();
    private static final String TOWNS = "unit";

    @Test
    void aFactorIsReadAndWrittenTheSame() {
        String text = "0.3 * slope = slope(dem) classes 5 15 25 35; 1 * road = distance(road) min-max falling";
        assertThat(Factor.text(Factor.parse(text))).isEqualTo(text);
        Factor file = Factor.parse("value(深度.tif)").get(0);
        assertThat(file.layer()).isEqualTo("深度.tif");
        assertThat(file.field()).isNull();
        for (String wrong : List.of(
                "slope",
                "x = height(dem)",
                "a = max(b.c) classes",
                "a = max(b.c) classes 3 2",
                "a = max(b.c) codes 1 2")) {
            assertThatThrownBy(() -> Factor.parse(wrong)).isInstanceOf(RiskMapException.class);
        }
    }

    @Test
    void scoresOfEachScale() {
        double[] x = {2, 4, 4, 10, Double.NaN};
        assertThat(scores("min-max", x)).containsExactly(0, 0.25, 0.25, 1, Double.NaN);
        assertThat(scores("min-max falling", x)).containsExactly(1, 0.75, 0.75, 0, Double.NaN);
        assertThat(scores("rank", x)).containsExactly(0, 0.5, 0.5, 1, Double.NaN);
        assertThat(scores("classes 4 10", x)).containsExactly(0, 0.5, 0.5, 1, Double.NaN);
        // mean 5, standard deviation of the population 3
        assertThat(scores("z-score", x)[0]).isCloseTo(-1, within(1e-12));
    }

    private static double[] scores(String scale, double[] x) {
        return Factor.parse("a = value(b.c) " + scale).get(0).scale().scores(x);
    }

    @Test
    void breaksOfEachMethodBelongToTheUpperClass() {
        double[] x = {1, 2, 3, 10, 11, 12, 25, 26, 27, 50};
        double[] fixed = {0.25, 0.5, 0.75};
        assertThat(ClassBreaks.of("natural", fixed, x)).containsExactly(10, 25, 50);
        assertThat(ClassBreaks.of("equal", fixed, x)).containsExactly(13.25, 25.5, 37.75);
        assertThat(ClassBreaks.of("quantile", fixed, new double[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .containsExactly(3, 5, 7);
        assertThat(ClassBreaks.of("quantile", fixed, new double[] {5, 5, 5}))
                .hasSize(3)
                .isSorted();
        assertThat(CombinationAreas.level(0.5, fixed)).isEqualTo(3);
        // 0.1 + 0.2 + 0.2 is 0.5 in decimals
        assertThat(CombinationAreas.level(0.1 + 0.2 + 0.2 - 1e-12, fixed)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "corners"})
    void zonesFillTheTownsOnceAlsoWhenCornersAreCut(String smoothing) {
        RiskResult result = run(Map.of("smoothing", smoothing, "break-method", "natural", "minimum-zone-area", "400"));
        List<Geometry> zones = new ArrayList<>();
        double sum = 0;
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            Geometry shape = ((Geometry) zone.getDefaultGeometry()).getGeometryN(0);
            assertThat(shape.isValid()).isTrue();
            zones.add(shape);
            sum += shape.getArea();
        }
        assertThat(zones).hasSizeGreaterThan(6);
        assertThat(Coverage.isValid(zones)).isTrue();
        assertThat(sum).isCloseTo(SampleDistrict.townArea(), within(1e-3));
        assertThat(result.conservation()).hasSize(2).allMatch(Conservation::holds);
    }

    @Test
    void theTownOfAPlaceIsThatOfTheExactQuestionWhereverItLies() {
        StudyArea area = StudyArea.of(SampleDistrict.inputs(1), 10, Progress.silent());
        TownOfPlace quick = new TownOfPlace(area, Progress.silent());
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 20_000; i++) {
            double x = SampleDistrict.X - 100 + random.nextInt(42_000) / 10.0;
            double y = SampleDistrict.Y - 100 + random.nextInt(22_000) / 10.0;
            assertThat(quick.at(x, y)).isEqualTo(area.townAt(x, y));
        }
        for (Geometry town : area.towns().geometries()) {
            for (Coordinate corner : town.getCoordinates()) {
                assertThat(quick.at(corner.x, corner.y)).isEqualTo(area.townAt(corner.x, corner.y));
            }
        }
    }

    @Test
    void townsAreRankedByTheirScoresAndTheWorkIsShown() {
        RiskResult result = run(Map.of(
                TOWNS,
                "areas",
                "factors",
                "0.7 * places = sum(shelter.capacity_people) / population falling;"
                        + " 0.3 * people = value(town.population)"));
        Table ranking = table(result, "combination-ranking");
        // 800/3000 and 300/1500 places a head: the second has less, but the first has more people
        assertThat(ranking.rows().get(0).get(1)).isEqualTo("温泉镇");
        assertThat((Double) ranking.rows().get(0).get(3)).isCloseTo(0.7, within(1e-12));
        assertThat((Double) ranking.rows().get(1).get(3)).isCloseTo(0.3, within(1e-12));
        assertThat(ranking.rows().get(0).get(4)).isEqualTo(0.2);
        List<String> lines = written(result, 2);
        assertThat(lines)
                .containsExactly(
                        "温泉镇 · 综合得分 S: S = 0.7",
                        "places · 量测值 v: sum(shelter.capacity_people)/population = 0.2",
                        "places · 得分 x: x = 1 − (v − min)/(max − min) = 1 − (0.2 − 0.2)/(0.266667 − 0.2) = 1",
                        "places · 加权得分 w·x: w·x = 0.7 × 1 = 0.7",
                        "people · 量测值 v: value(town.population) = 1500",
                        "people · 得分 x: x = (v − min)/(max − min) = (1500 − 1500)/(3000 − 1500) = 0",
                        "people · 加权得分 w·x: w·x = 0.3 × 0 = 0",
                        "综合得分 S: S = Σ w·x = 0.7 + 0 = 0.7",
                        "风险等级（4 最高）: L(a ≤ x < b) = L(0.5 ≤ 0.7 < 0.75) = 3");
    }

    /** The lines behind those of the weights. */
    private static List<String> written(RiskResult result, int weights) {
        return result.workings().stream().skip(weights).map(Working::text).toList();
    }

    @Test
    void oneCellIsWrittenDownFromItsMeasuresToItsLevel() {
        RiskResult result = run(Map.of(
                "factors",
                "0.4 * flood = max(flood_zone.depth_m) classes 0.5 1 2 3; 0.2 * slope = slope(dem) classes 5 15 25 35;"
                        + " 0.2 * road = distance(road) min-max falling; 0.2 * people = density(building.people)"));
        List<Working> lines = result.workings().subList(4, result.workings().size());
        double sum = 0;
        for (int factor = 0; factor < 4; factor++) {
            Working measure = lines.get(1 + 3 * factor);
            Working score = lines.get(2 + 3 * factor);
            Working weighted = lines.get(3 + 3 * factor);
            double[] numbers = numbers(score.filled().replaceFirst("^1 − ", ""));
            double straight = numbers.length == 2
                    ? numbers[0] / numbers[1]
                    : (numbers[0] - numbers[1]) / (numbers[2] - numbers[3]);
            double x = score.filled().startsWith("1 − ") ? 1 - straight : straight;
            assertThat(Double.parseDouble(score.value())).as(score.text()).isCloseTo(x, within(1e-5));
            if (numbers.length == 4) {
                assertThat(numbers[0]).isEqualTo(Double.parseDouble(measure.value()));
            } else {
                double v = Double.parseDouble(measure.value());
                double[] breaks = factor == 0 ? new double[] {0.5, 1, 2, 3} : new double[] {5, 15, 25, 35};
                assertThat(numbers[0])
                        .isEqualTo(
                                Arrays.stream(breaks).filter(each -> v >= each).count());
            }
            assertThat(Double.parseDouble(weighted.value())).isCloseTo((factor == 0 ? 0.4 : 0.2) * x, within(1e-5));
            sum += Double.parseDouble(weighted.value());
        }
        assertThat(lines).hasSize(15);
        assertThat(Double.parseDouble(lines.get(13).value()))
                .isCloseTo(sum, within(1e-5))
                .isPositive();
        assertThat(Arrays.stream(numbers(lines.get(13).filled())).sum()).isCloseTo(sum, within(1e-5));
        assertThat(lines.get(14).value()).isEqualTo(sum < 0.25 ? "1" : sum < 0.5 ? "2" : sum < 0.75 ? "3" : "4");
        Message cell = (Message) lines.get(0).quantity().arguments().get(0);
        assertThat((double) result.grids()
                        .get(0)
                        .grid()
                        .at(Double.parseDouble((String) cell.arguments().get(1)), Double.parseDouble((String)
                                cell.arguments().get(2))))
                .isCloseTo(sum, within(1e-5));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split("[^0-9.]+"))
                .filter(each -> !each.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void judgementsBecomeWeightsWithTheirRatioShown() {
        Map<String, String> given = Map.of(
                TOWNS,
                "areas",
                "weighting",
                "ahp",
                "comparison",
                "3,5,3",
                "factors",
                "a = value(town.population); b = count(school); c = density(building)");
        assertThat(problems(given)).isEmpty();
        List<String> lines =
                run(given).workings().stream().map(line -> line.value()).toList();
        assertThat(lines).startsWith("0.636986", "0.258285", "0.104729", "3.03851", "0.0331992");
    }

    @Test
    void severalFactorsOfOneLayerInClassesScoreAsOneAlone() {
        String classes = "value(town.population) classes 1000 2000 5000";
        RiskResult alone = run(Map.of(TOWNS, "cells", "count", "", "factors", "a = " + classes));
        RiskResult several =
                run(Map.of(TOWNS, "cells", "count", "", "factors", "0.5 * a = " + classes + "; 0.5 * b = " + classes));
        assertThat(table(several, "combination-by-town").rows())
                .isEqualTo(table(alone, "combination-by-town").rows());
        List<String> ofFirst = valuesFor(several, "a");
        assertThat(ofFirst).containsExactly("0.5", "3000", "0.666667", "0.333333");
        assertThat(valuesFor(several, "b")).isEqualTo(ofFirst);
    }

    private static List<String> valuesFor(RiskResult result, String factor) {
        return result.workings().stream()
                .filter(line -> line.subject().equals(factor))
                .map(line -> line.value())
                .toList();
    }

    @Test
    void entropyGivesNoWeightToWhatIsTheSameEverywhere() {
        RiskResult result = run(Map.of(
                TOWNS,
                "areas",
                "weighting",
                "entropy",
                "factors",
                "a = value(town.population) raw; b = count(hospital) raw"));
        assertThat(result.notes().stream().map(note -> note.text(Language.ENGLISH)))
                .anyMatch(text -> text.contains("a 1, b 0"));
    }

    @Test
    void theMatrixDecidesByBothFactors() {
        RiskResult result = run(Map.of(
                TOWNS,
                "areas",
                "rule",
                "matrix",
                "factors",
                "a = value(town.population); b = value(town.population) min-max falling"));
        // highest of a is lowest of b: row 4, column 1 of the matrix
        List<Object> levels = table(result, "combination-ranking").rows().stream()
                .map(row -> row.get(3))
                .toList();
        assertThat(levels).containsExactly(2.0, 2.0);
    }

    @Test
    void aChangedWeightIsToldWithTheTownsWhoseLevelItChanges() {
        RiskResult result = run(Map.of(
                TOWNS,
                "areas",
                "weight-change",
                "50",
                "breaks",
                "0.2,0.45,0.7",
                "factors",
                "0.4 * a = value(town.population); 0.6 * b = value(town.population) min-max falling"));
        // a 0.4 → 0.6: the first town rises from 0.4 (level 2) to 0.6 (level 3), the other falls from 0.6 to 0.4
        List<List<Object>> rows = table(result, "sensitivity").rows();
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get(0)).isEqualTo("a");
            assertThat(row.get(1)).isEqualTo("+50 %");
            assertThat(row.get(2)).isEqualTo("鲸园街道");
        });
        assertThat(CombinationSensitivity.changed(new double[] {0.4, 0.6}, 0, 0.5))
                .containsExactly(new double[] {0.6000000000000001, 0.3999999999999999}, within(1e-12));
        assertThat(Arrays.stream(CombinationSensitivity.changed(new double[] {0.2, 0.3, 0.5}, 1, -0.2))
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void whatCannotBeIsSaidBeforeTheRun() {
        assertThat(problems(Map.of("factors", "0.5 * a = max(flood_zone.depth_m)")))
                .contains("risk.check-weights");
        assertThat(problems(Map.of("weighting", "ahp", "comparison", "9,1/9,9,1,1,1")))
                .contains("risk.check-inconsistent");
        assertThat(problems(Map.of("weighting", "ahp", "comparison", "3"))).contains("risk.check-judgements");
        assertThat(problems(Map.of("breaks", "0.5,0.4,0.9"))).contains("risk.check-not-ascending");
        assertThat(problems(Map.of("rule", "matrix"))).contains("risk.check-matrix-factors");
        assertThat(problems(Map.of("factors", "a = distance(dem)"))).contains("risk.check-factor-features");
        assertThat(problems(Map.of("factors", "a = slope(road)"))).contains("risk.check-factor-raster");
        assertThat(problems(Map.of("factors", "a = max(flood_zone)"))).contains("risk.check-factor-field");
        assertThat(problems(Map.of("factors", "a = max(flood_zone.depth)"))).contains("risk.check-no-field");
        assertThat(problems(Map.of("factors", "a = count(school)"))).contains("risk.check-factor-areas");
        Map<String, LayerData> far = sample();
        far.put(
                "flood_zone",
                Layers.of("flood_zone", Polygon.class, "depth_m:Double")
                        .row("POLYGON((0 0, 9 0, 9 9, 0 0))", 1.0)
                        .data());
        assertThat(problems(far, Map.of())).contains("risk.check-no-overlap");
        assertThat(problems(Map.of())).isEmpty();
    }

    private static Map<String, LayerData> sample() {
        Inputs sample = SampleDistrict.inputs(1);
        Map<String, LayerData> layers = new LinkedHashMap<>();
        for (String name : sample.names()) {
            layers.put(
                    name,
                    sample.isGrid(name)
                            ? new LayerData.Raster(sample.grid(name))
                            : new LayerData.Features(sample.features(name)));
        }
        return layers;
    }

    /** From (1, 1) to (99, 37) a line goes over 9 columns' and 3 rows' borders: 13 cells of 10 m, some by a corner. */
    @Test
    void aLineHasEveryCellItTouches() {
        Map<String, LayerData> layers = Map.of(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))", "甲镇")
                        .data(),
                "fault_line",
                Layers.of("fault_line", LineString.class, "name:String")
                        .row("LINESTRING(1 1, 99 37)", "断层")
                        .data());
        RiskResult result = MODEL.run(
                new Inputs(layers),
                values(Map.of("factors", "1 * fault = presence(fault_line)", "minimum-zone-area", "0", "count", "")),
                Progress.silent());
        double touched = Layers.list(result.layers().get(0)).stream()
                .filter(zone -> ((Number) zone.getAttribute("level")).intValue() == 4)
                .mapToDouble(zone -> ((Geometry) zone.getDefaultGeometry()).getArea())
                .sum();
        assertThat(touched).isCloseTo(1300, within(1e-6));
        assertThat(result.notes()).anyMatch(note -> note.key().equals("risk.note-cells-of-factors"));
    }

    /** An area of 2 m between the centres of cells is something to be distant from, by classes and by the distance itself. */
    @ParameterizedTest
    @ValueSource(strings = {"classes 15", "min-max"})
    void distancesAreFromAreasTooSmallForACentre(String scoring) {
        Map<String, LayerData> layers = Map.of(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))", "甲镇")
                        .data(),
                "store",
                Layers.of("store", Polygon.class, "name:String")
                        .row("POLYGON((51 51, 53 51, 53 53, 51 53, 51 51))", "库")
                        .data());
        RiskResult result = MODEL.run(
                new Inputs(layers),
                values(Map.of(
                        "factors", "1 * far = distance(store) " + scoring, "minimum-zone-area", "0", "count", "")),
                Progress.silent());
        Geometry least = Layers.list(result.layers().get(0)).stream()
                .filter(zone -> ((Number) zone.getAttribute("level")).intValue() == 1)
                .map(zone -> (Geometry) zone.getDefaultGeometry())
                .reduce(Geometry::union)
                .orElseThrow();
        assertThat(least.covers(new GeometryFactory().createPoint(new Coordinate(55, 55))))
                .isTrue();
        assertThat(least.getArea()).isLessThan(5000);
    }

    private static RiskResult run(Map<String, String> given) {
        return MODEL.run(SampleDistrict.inputs(1), values(given), Progress.silent());
    }

    private static List<String> problems(Map<String, String> given) {
        return problems(sample(), given);
    }

    private static List<String> problems(Map<String, LayerData> layers, Map<String, String> given) {
        InputChecks checks = new InputChecks(new Inputs(layers), values(given), Progress.silent());
        MODEL.check(checks);
        return checks.findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().key())
                .toList();
    }

    private static ParameterValues values(Map<String, String> given) {
        return ParameterValues.of(MODEL.parameters(), new HashMap<>(given));
    }

    private static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
