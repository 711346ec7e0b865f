package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.data.Title;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.raster.Grid;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.RiskResult;
import riskmap.risk.Working;
import riskmap.risk.model.combined.ChemicalBands;
import riskmap.risk.model.combined.Family;
import riskmap.risk.model.count.Measure;

class CombinedRiskModelTest {
    private static RiskResult result;

    @BeforeAll
    static void compute() {
        result = run(Map.of());
    }

    private static RiskResult run(Map<String, String> given) {
        CombinedRiskModel model = new CombinedRiskModel();
        return model.run(SampleDistrict.inputs(1), ParameterValues.of(model.parameters(), given), Progress.silent());
    }

    @Test
    void zonesCoverTheTownsOnceWithoutGaps() {
        List<Geometry> zones = new ArrayList<>();
        double sum = 0;
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            Geometry shape = (Geometry) zone.getDefaultGeometry();
            assertThat(shape.isValid()).isTrue();
            assertThat(((Number) zone.getAttribute("area_m2")).doubleValue()).isEqualTo(shape.getArea());
            zones.add(shape);
            sum += shape.getArea();
        }
        assertThat(sum).isCloseTo(SampleDistrict.townArea(), within(1e-4));
        assertThat(Coverage.isValid(zones)).isTrue();
    }

    /** Where nobody lives the exposure is 0 here, and its logarithm times the weight 0 was no number: no zone was left. */
    @Test
    void aComponentWithoutWeightLeavesNoHoleWhereItIsNothing() {
        RiskResult without = run(Map.of("base-exposure", "0", "components", "hazard=1,vulnerability=1"));
        double sum = Layers.list(without.layers().get(0)).stream()
                .mapToDouble(zone -> ((Number) zone.getAttribute("area_m2")).doubleValue())
                .sum();
        assertThat(sum).isCloseTo(SampleDistrict.townArea(), within(1e-4));
    }

    @Test
    void groundWithoutElevationIsToldToCountAsLevel() {
        assertThat(result.notes()).extracting(Message::key).doesNotContain("risk.note-level-ground");
        RiskResult half = new Ground(1000, (east, north) -> east < 500 ? north : Double.NaN)
                .with(
                        "flood_zone",
                        Layers.of("flood_zone", Polygon.class, "return_period_years:Integer", "depth_m:Double")
                                .row(Ground.box(0, 0, 1000, 1000), 20, 2.5))
                .run(new CombinedRiskModel());
        assertThat(half.notes())
                .extracting(note -> note.text(Language.CHINESE))
                .anyMatch(note -> note.startsWith("所计算的地面有 0.5 平方千米（50%）没有高程，按平地计"));
    }

    /** As a person would check it: by the numbers of the lines alone. */
    @Test
    void oneCellIsWrittenDownWithItsWeightsSumAndLevel() {
        List<Working> lines = result.workings();
        double dry = 1;
        for (Working line : lines.subList(1, lines.size() - 6)) {
            String[] product = line.filled().split(" × ");
            double weighted = Double.parseDouble(product[0]) * Double.parseDouble(product[1]);
            assertThat(number(line)).as(line.text()).isCloseTo(weighted, within(1e-5));
            dry *= 1 - weighted;
        }
        double[] parts = lines.subList(lines.size() - 6, lines.size()).stream()
                .mapToDouble(CombinedRiskModelTest::number)
                .toArray();
        assertThat(parts[0]).as("H").isCloseTo(1 - dry, within(1e-4));
        double index = Math.cbrt(parts[0] * parts[1] * parts[2]) * (1 - 0.3 * parts[3]);
        assertThat(parts[4]).as("R").isCloseTo(index, within(1e-4));
        assertThat(parts[5]).as("level").isEqualTo(index < 0.2 ? 1 : index < 0.35 ? 2 : index < 0.42 ? 3 : 4);
        Message cell = (Message) lines.get(0).quantity().arguments().get(0);
        Grid grid = result.grids().get(0).grid();
        assertThat((double) grid.at(Double.parseDouble((String) cell.arguments().get(1)), Double.parseDouble((String)
                        cell.arguments().get(2))))
                .isCloseTo(index, within(1e-4));
        assertThat(lines.get(0).text()).contains("街道").isNotEqualTo(lines.get(1).text());
    }

    private static double number(Working line) {
        return Double.parseDouble(line.value());
    }

    @Test
    void everyLevelOccursAndIsNamed() {
        assertThat(Layers.list(result.layers().get(0)))
                .extracting(zone -> zone.getAttribute("level_name"))
                .contains("低", "中", "较高", "高");
    }

    @Test
    void nothingIsLostInCounting() {
        Table proof = table("conservation");
        assertThat(proof.rows()).isNotEmpty();
        for (List<Object> row : proof.rows()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 1; i <= 3; i++) {
                sum = sum.add(new BigDecimal(row.get(i).toString()));
            }
            assertThat(sum).isEqualByComparingTo(new BigDecimal(row.get(4).toString()));
        }
        List<Object> buildings = proof.rows().get(0);
        assertThat(buildings.get(3))
                .as("16 rows without geometry or with an empty one")
                .isEqualTo(16L);
        assertThat(buildings.get(4)).isEqualTo(400L);
        assertThat((Long) buildings.get(2)).as("some stand outside the towns").isPositive();
        assertThat(proof.rows().get(1).get(5))
                .as("buildings without a number of people")
                .isEqualTo(24L);
    }

    @Test
    void zonesTownsAndLevelsHoldTheSamePeople() {
        long zones = 0;
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            zones += Math.round(((Number) zone.getAttribute("people")).doubleValue());
        }
        long inside = ((Number) table("conservation").rows().get(1).get(1)).longValue();
        assertThat(zones).isEqualTo(inside);
        int people = column(table("risk-by-town"), "building_people");
        long byTown = table("risk-by-town").rows().stream()
                .mapToLong(row -> ((Number) row.get(people)).longValue())
                .sum();
        assertThat(byTown).isEqualTo(inside);
    }

    @Test
    void roadsOutsideAreMeasuredToo() {
        List<Object> roads = table("conservation").rows().stream()
                .filter(row -> row.get(0).equals(new Measure("road", "length_km", "km", Measure.What.LENGTH).title()))
                .findFirst()
                .orElseThrow();
        assertThat(((Number) roads.get(2)).doubleValue()).isCloseTo(1.0, within(0.05));
        assertThat(((Number) roads.get(4)).doubleValue()).isCloseTo(5.023, within(0.001));
    }

    @Test
    void sieveLeavesNoZoneSmallerThanAskedExceptWhereATownCutsIt() {
        double least = 40_000;
        List<SimpleFeature> zones =
                Layers.list(run(Map.of("minimum-zone-area", "40000")).layers().get(0));
        long smaller = zones.stream()
                .filter(zone -> ((Number) zone.getAttribute("area_m2")).doubleValue() < least)
                .map(zone -> (Geometry) zone.getDefaultGeometry())
                .filter(shape -> zones.stream()
                        .map(zone -> (Geometry) zone.getDefaultGeometry())
                        .noneMatch(other -> other != shape && other.touches(shape)))
                .count();
        assertThat(smaller).isZero();
        assertThat(zones.size()).isLessThan(result.layers().get(0).size() + 1);
    }

    @Test
    void breaksFromTheDataDivideTheIndex() {
        for (String method : List.of("quantile", "natural")) {
            RiskResult other = run(Map.of("break-method", method));
            assertThat(other.notes().toString()).isNotEqualTo(result.notes().toString());
            assertThat(other.layers().get(0).size()).isPositive();
        }
    }

    @Test
    void badParametersAreRefusedBeforeWorkStarts() {
        assertThatThrownBy(() -> run(Map.of("breaks", "0.5,0.2,0.1")))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("breaks");
        assertThatThrownBy(() -> run(Map.of("weights", "floods=1")))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("floods");
    }

    @Test
    void exampleInJavadocOfTheBands() {
        ChemicalBands bands = ChemicalBands.of(10, "flammable_gas");
        assertThat(bands.near()).isCloseTo(254, within(1.0));
        assertThat(bands.middle()).isCloseTo(412, within(1.0));
        assertThat(bands.far()).isCloseTo(941, within(1.0));
        assertThat(bands.intensity(0)).isEqualTo(1);
        assertThat(bands.intensity(bands.near())).isCloseTo(0.7, within(1e-12));
        assertThat(bands.intensity(bands.far())).isZero();
    }

    @Test
    void shelterGapIsPeopleInTheUpperLevelsLessCapacity() {
        for (List<Object> row : table("shelter-by-town").rows()) {
            double gap = ((Number) row.get(6)).doubleValue();
            double wanted = ((Number) row.get(2)).doubleValue() - ((Number) row.get(4)).doubleValue();
            assertThat(gap).isEqualTo(Math.max(0, wanted));
            assertThat(((Number) row.get(5)).doubleValue()).isBetween(100.0, 2000.0);
        }
    }

    @Test
    void notesNameRulesAndBreaks() {
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anyMatch(note -> note.contains("0.2000 / 0.3500 / 0.4200"))
                .anyMatch(note -> note.contains("centroid"))
                .anyMatch(note -> note.startsWith("Conservation (People): inside "));
    }

    @Test
    void theGroundOfEachTownAndTheSpreadOfTheIndexAreDrawn() {
        Table towns = table("risk-areas");
        Table byLevel = table("risk-by-level");
        int area = column(byLevel, "area_km2");
        for (int level = 4; level >= 1; level--) {
            int at = column(towns, "level_" + level);
            double sum = towns.rows().stream()
                    .mapToDouble(row -> ((Number) row.get(at)).doubleValue())
                    .sum();
            assertThat(sum).isCloseTo(((Number) byLevel.rows().get(4 - level).get(area)).doubleValue(), within(1e-9));
        }
        Table spread = table("score-spread");
        int ground = column(spread, "area_km2");
        double all = spread.rows().stream()
                .mapToDouble(row -> ((Number) row.get(ground)).doubleValue())
                .sum();
        assertThat(((Number) spread.rows().get(0).get(column(spread, "exceeded_km2"))).doubleValue())
                .isCloseTo(all, within(1e-9));
        assertThat(result.charts()).allSatisfy(chart -> chart.y()
                .forEach(y -> assertThat(column(table(chart.table()), y)).isNotNegative()));
    }

    private static Table table(String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int column(Table table, String key) {
        return table.columns().stream().map(Table.Column::key).toList().indexOf(key);
    }

    /** The page had the last formula alone: neither the hazards nor what they are weighed with could be checked. */
    @Test
    void everyPartOfTheIndexIsStatedWithWhatItsSymbolsMean() {
        assertThat(new CombinedRiskModel().formulas())
                .extracting(Formula::key)
                .contains("combined-index", "combined-hazard", "exposure", "vulnerability", "capacity")
                .filteredOn(key -> key.startsWith("hazard-"))
                .hasSize(Family.values().length);
        assertThat(new CombinedRiskModel().formulas()).allSatisfy(formula -> {
            assertThat(formula.explained(Language.CHINESE)).startsWith(formula.text() + "；其中 ");
            assertThat(formula.explained(Language.ENGLISH)).startsWith(formula.text() + ", where ");
            assertThat(formula.evidence()).as("in no standard").isEqualTo(Evidence.OWN);
        });
        assertThat(new Formula("no-such", "a = b", "", Evidence.RECOMPUTED).explained(Language.ENGLISH))
                .isEqualTo("a = b");
    }

    /** One value everywhere has no quartiles: the breaks that are taken instead had been called quantiles. */
    @Test
    void breaksThatCannotBeFoundAreNotCalledByTheMethod() {
        String all = "POLYGON((410000 4140000,411000 4140000,411000 4141000,410000 4141000,410000 4140000))";
        Inputs inputs = new Inputs(Map.of(
                "town",
                Layers.of("town", Polygon.class, "name:String").row(all, "镇").data(),
                "flood_zone",
                Layers.of("flood_zone", Polygon.class, "return_period_years:Integer", "depth_m:Double")
                        .row(all, 20, 1.0)
                        .data()));
        CombinedRiskModel model = new CombinedRiskModel();
        for (String[] method :
                new String[][] {{"quantile", "risk.note-breaks-instead"}, {"fixed", "risk.note-breaks"}}) {
            ParameterValues values =
                    ParameterValues.of(model.parameters(), Map.of("break-method", method[0], "cell-size", "50"));
            assertThat(model.run(inputs, values, Progress.silent()).notes())
                    .extracting(Message::key)
                    .filteredOn(key -> key.startsWith("risk.note-breaks"))
                    .containsExactly(method[1]);
        }
    }

    @Test
    void whatTheResultsHoldAsCodesHasATitleForPeople() {
        for (Family family : Family.values()) {
            for (String kind : List.of("risk_zone", "hazard_zone")) {
                Title title = title(kind, "family", family.key());
                assertThat(title.chinese()).isEqualTo(family.title().text(Language.CHINESE));
                assertThat(title.english()).isEqualTo(family.title().text(Language.ENGLISH));
            }
        }
        for (Measure measure : Measure.ALL) {
            title("impact", "layer", measure.kind());
            title("impact", "measure", measure.key());
            title("impact", "rule", measure.rule());
        }
        title("impact", "layer", "risk_zone");
        title("impact", "measure", "area_km2");
        title("impact", "rule", "polygon-area");
        new ImpactModel()
                .parameters().stream()
                        .filter(parameter -> parameter.key().equals("rule"))
                        .flatMap(parameter -> parameter.choices().stream())
                        .forEach(rule -> title("impact", "rule", rule));
    }

    private static Title title(String kind, String field, String code) {
        return Catalogue.standard().kind(kind).field(field).orElseThrow().domain().codes().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + "." + field + " does not name " + code))
                .title();
    }
}
