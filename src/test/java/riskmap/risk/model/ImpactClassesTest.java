package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
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
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** Classes of an impact as InaSAFE has them: thresholds (a, b], classes that affect nobody, the dead, what land yields. */
class ImpactClassesTest {
    private static final ImpactModel MODEL = new ImpactModel();

    /** People in a row of cells 100 m wide, one place in each. */
    private final Map<String, LayerData> layers = new HashMap<>();

    private final Map<String, String> given = new HashMap<>();

    private void cells(float... values) {
        Grid grid = new Grid(
                GridGeometry.covering(new Envelope(0, 100.0 * values.length, 0, 100), 100, Crs.of("EPSG:4550")),
                values);
        Layers people = Layers.of("people", Point.class, "people:Integer");
        for (int i = 0; i < values.length; i++) {
            people.row("POINT(" + (100 * i + 50) + " 50)", 1000);
        }
        layers.put("depth", new LayerData.Raster(grid));
        layers.put("people", people.data());
        given.putAll(Map.of("exposure", "people", "zones", "depth", "rule", "nearest", "towns", ""));
    }

    private void kinds(String... kinds) {
        Layers zones = Layers.of("zone", Polygon.class, "kind:String");
        Layers people = Layers.of("people", Point.class, "people:Integer");
        for (int i = 0; i < kinds.length; i++) {
            zones.row(box(100 * i), kinds[i]);
            people.row("POINT(" + (100 * i + 50) + " 50)", 1000);
        }
        people.row("POINT(-50 50)", 70);
        layers.put("zone", zones.data());
        layers.put("people", people.data());
        given.putAll(Map.of("exposure", "people", "zones", "zone", "zone-field", "kind", "towns", ""));
    }

    private static String box(int west) {
        return "POLYGON((%1$d 0, %2$d 0, %2$d 100, %1$d 100, %1$d 0))".formatted(west, west + 100);
    }

    private RiskResult run() {
        assertThat(said()).isEmpty();
        RiskResult result =
                MODEL.run(new Inputs(layers), ParameterValues.of(MODEL.parameters(), given), Progress.silent());
        assertThat(result.conservation()).allMatch(Conservation::holds);
        return result;
    }

    private List<String> said() {
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        return InputChecks.of(MODEL, new Inputs(layers), values, Progress.silent()).findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().text(Language.CHINESE))
                .toList();
    }

    private static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> first(Table table, int columns) {
        return table.rows().stream()
                .map(row -> row.subList(0, columns).toString())
                .toList();
    }

    /** InaSAFE 4 reclassifies with min < v <= max; cells hold 0.1 and 0.7 as numbers of 32 bits that are neither exactly. */
    @Test
    void aValueOnABreakIsInTheClassAboveOrIfSoChosenBelow() {
        cells(0.05f, 0.1f, 0.5f, 0.7f, 1.5f, 2f);
        given.put("breaks", "0.1,0.7,1.5");
        assertThat(first(table(run(), "impact-by-zone"), 2))
                .startsWith("[≥ 1.5, 2]", "[[0.7, 1.5), 1]", "[[0.1, 0.7), 2]", "[不在任何区内, 1]");
        given.put("bounds", "upper-included");
        RiskResult result = run();
        assertThat(first(table(result, "impact-by-zone"), 2))
                .startsWith("[> 1.5, 1]", "[(0.7, 1.5], 1]", "[(0.1, 0.7], 2]", "[不在任何区内, 2]");
        assertThat(result.workings()).anyMatch(line -> line.formula().contains("a < v(c(f)) ≤ b"));
    }

    @Test
    void whatLiesInDryClassesIsToldApartAndIsNotAffected() {
        kinds("wet", "dry", "wet");
        given.put("unaffected", "dry");
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String", "population:Integer")
                        .row("POLYGON((-100 0, 400 0, 400 100, -100 100, -100 0))", "一镇", 10_000)
                        .data());
        given.put("towns", "town");
        RiskResult result = run();
        Table affected = table(result, "impact-affected");
        assertThat(affected.columns().stream().map(Table.Column::key))
                .containsExactly("town", "affected", "unaffected", "outside", "placed", "share_affected");
        assertThat(affected.rows().get(0).subList(1, 5).toString()).isEqualTo("[2000, 1000, 70, 3070]");
        assertThat(table(result, "impact-per-head").rows().get(0).subList(6, 8).toString())
                .isEqualTo("[2000, 2000.0]");
        assertThat(first(table(result, "impact-by-zone"), 2)).contains("[dry（不受影响）, 1]");
    }

    /** A house on the border of a dry and a wet zone is affected, once. */
    @Test
    void whoMeetsADryAndAWetZoneIsAffected() {
        kinds("wet", "dry");
        layers.put(
                "people",
                Layers.of("people", Polygon.class, "people:Integer")
                        .row("POLYGON((90 10, 110 10, 110 20, 90 20, 90 10))", 5)
                        .row("POLYGON((150 10, 160 10, 160 20, 150 20, 150 10))", 7)
                        .data());
        given.putAll(Map.of("unaffected", "dry", "rule", "intersects"));
        assertThat(table(run(), "impact-affected").rows().get(0).subList(1, 5).toString())
                .isEqualTo("[5, 7, 0, 12]");
    }

    @Test
    void nobodyLeavesAClassThatAffectsNobodyAndSomeClassAffects() {
        kinds("wet", "dry");
        given.put("unaffected", "dry, arid");
        assertThat(said()).singleElement().satisfies(said -> assertThat(said).contains("arid", "dry、wet"));
        given.put("unaffected", "dry");
        given.put("displaced", "dry=0.1");
        assertThat(said()).singleElement().satisfies(said -> assertThat(said).contains("不受影响的类", "dry"));
        given.put("displaced", "dry=0,wet=1");
        assertThat(said()).isEmpty();
        given.put("unaffected", "dry,wet");
        given.remove("displaced");
        assertThat(said()).singleElement().satisfies(said -> assertThat(said).contains("没有一类会受影响"));
    }

    /** Of 1000 people 10 die and 90 % of the other 990 leave. */
    @Test
    void theDeadDoNotLeave() {
        kinds("IX", "V");
        given.putAll(Map.of("fatalities", "IX=0.01", "displaced", "IX=0.9", "weekly-needs", "大米=2.8"));
        RiskResult result = run();
        assertThat(table(result, "impact-fatalities").rows().toString())
                .isEqualTo("[[IX, 1000, 1.0, 10], [V, 1000, 0.0, 0], [合计, null, null, 10]]");
        assertThat(table(result, "impact-displaced").rows().toString())
                .isEqualTo("[[IX, 1000, 10, 90.0, 891], [V, 1000, 0, 0.0, 0], [合计, null, 10, null, 891]]");
        assertThat(((Number) table(result, "impact-needs").rows().get(0).get(2)).doubleValue())
                .isCloseTo(2494.8, within(1e-9));
    }

    /** InaSAFE leaves zones without a class out; here they are told, and are left out when the user says so. */
    @Test
    void zonesWithoutAClassAreToldAndAffectNobodyWhereTheUserSaysSo() {
        kinds("high", null, "low");
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        assertThat(InputChecks.of(MODEL, new Inputs(layers), values, Progress.silent())
                        .findings())
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .anyMatch(text -> text.startsWith("“zone”有 1 个分区的“kind”没有值"));
        assertThat(first(table(run(), "impact-affected"), 3)).containsExactly("[合计, 3000, 70]");
        for (String written : List.of("（无值）", "(无值)", "(no value)")) {
            given.put("unaffected", written);
            RiskResult result = run();
            assertThat(first(table(result, "impact-by-zone"), 3))
                    .contains("[high, 1, 1000]", "[low, 1, 1000]", "[（无值）（不受影响）, 1, 1000]");
            assertThat(first(table(result, "impact-affected"), 4)).containsExactly("[合计, 2000, 1000, 70]");
            assertThat(InputChecks.of(
                                    MODEL,
                                    new Inputs(layers),
                                    ParameterValues.of(MODEL.parameters(), given),
                                    Progress.silent())
                            .findings())
                    .extracting(finding -> finding.message().text(Language.CHINESE))
                    .noneMatch(text -> text.contains("没有值"));
        }
    }

    private List<String> titles(String layer, String type, Object[]... rows) {
        Layers zones = Layers.of(layer, Polygon.class, type.split(","));
        for (int i = 0; i < rows.length; i++) {
            List<Object> row = new ArrayList<>(List.of(box(100 * i)));
            row.addAll(Arrays.asList(rows[i]));
            zones.row(row.toArray());
        }
        kinds("any");
        layers.put(layer, zones.data());
        given.putAll(Map.of("zones", layer, "zone-field", "level"));
        return table(run(), "impact-by-zone").rows().stream()
                .map(row -> row.get(0) instanceof Message title ? title.text(Language.ENGLISH) : row.get(0) + "")
                .limit(rows.length)
                .toList();
    }

    /** A depth of 2 m is no “high risk”, and of five levels the fourth is not the highest. */
    @Test
    void classesAreCalledByWhatTheyAre() {
        assertThat(titles(
                        "flood_20",
                        "level:Integer,depth_from_m:Double,depth_to_m:Double",
                        new Object[] {1, 0.0, 0.5},
                        new Object[] {2, 0.5, 1.0},
                        new Object[] {3, 1.0, null}))
                .containsExactly("≥ 1 m", "[0.5, 1) m", "[0, 0.5) m");
        assertThat(titles("five", "level:Integer", new Object[] {5}, new Object[] {4}))
                .containsExactly("5", "4");
        assertThat(titles("four", "level:Integer", new Object[] {4}, new Object[] {1}))
                .containsExactly("High", "Low");
        assertThat(titles("geohazard_warning", "level:Integer", new Object[] {4}, new Object[] {2}))
                .containsExactly("Red", "Yellow");
    }

    /** Rates of InaSAFE 4's three models for people felt at VIII, 9 and 10. */
    @ParameterizedTest
    @CsvSource({
        "itb, 0.888942806725555, 3.7292897713654487, 15.64510347976153",
        "itb-bayesian, 1.851451786, 7.87294191661, 31.4512157378",
        "pager, 0.4174903023528282, 5.219910855173333, 31.219960914393222"
    })
    void theDeadOfAnEarthquakeByAModelOfIntensity(String model, double eight, double nine, double ten) {
        kinds("VIII", "9", "10");
        given.put("fatalities", model);
        RiskResult result = run();
        Map<String, Double> dead = new HashMap<>();
        table(result, "impact-fatalities")
                .rows()
                .forEach(row -> dead.put(row.get(0).toString(), number(row.get(3))));
        assertThat(dead.get("VIII")).isCloseTo(eight, within(1e-9 * eight));
        assertThat(dead.get("9")).isCloseTo(nine, within(1e-9 * nine));
        assertThat(dead.get("10")).isCloseTo(ten, within(1e-9 * ten));
        assertThat(dead.get("合计")).isCloseTo(eight + nine + ten, within(1e-8));
        assertThat(result.notes()).anyMatch(note -> note.text(Language.CHINESE).contains("印度尼西亚"));

        // the same felt on a raster: InaSAFE rounds it to whole intensities
        cells(7.6f, 8.5f, 10.4f);
        given.putAll(Map.of("breaks", "7.5,8.5,9.5", "zone-field", "level"));
        Table felt = table(run(), "impact-fatalities");
        assertThat(felt.rows().stream().map(row -> number(row.get(3))).toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-8 ? 0 : Double.compare(a, b))
                .containsExactly(ten, nine, eight, eight + nine + ten);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void aModelOfIntensityIsToldBeforeTheRunWhereClassesAreNoIntensities() {
        kinds("VIII", "high");
        given.put("fatalities", "itb");
        assertThat(said()).singleElement().satisfies(said -> assertThat(said).contains("high", "烈度"));
        given.put("fatalities", "itbx");
        assertThat(said()).singleElement().satisfies(said -> assertThat(said).contains("itbx", "itb-bayesian"));
        cells(5, 7);
        given.putAll(Map.of("fatalities", "pager", "breaks", "5.5,6.5,8.5", "zone-field", "level"));
        assertThat(said()).singleElement().satisfies(said -> assertThat(said).contains("第 2 级"));
    }

    /** InaSAFE 4: productivity_rate * size / 10000. Two hectares at 5 t/ha, half of them under water. */
    @Test
    void whatLandYieldsForEachHectareIsSharedOutByArea() {
        kinds("wet", "dry");
        layers.put(
                "farmland",
                Layers.of("farmland", Polygon.class, "yield:Double", "cost:Double")
                        .row("POLYGON((0 0, 200 0, 200 100, 0 100, 0 0))", 5.0, 3000.0)
                        .row(null, 5.0, 3000.0)
                        .row("POLYGON((0 0, 100 0, 100 50, 0 50, 0 0))", null, 1000.0)
                        .data());
        given.putAll(Map.of("exposure", "farmland", "fields", "", "rule", "area-share", "per-hectare", "yield,cost"));
        RiskResult result = run();
        Table zones = table(result, "impact-by-zone");
        int yield = zones.columns().stream().map(Table.Column::key).toList().indexOf("yield_of_hectares");
        assertThat(zones.rows().subList(0, 3).stream().map(row -> number(row.get(yield))))
                .containsExactly(5.0, 5.0, 0.0); // dry, wet
        assertThat(zones.rows().subList(0, 3).stream().map(row -> number(row.get(yield + 1))))
                .containsExactly(3000.0, 3500.0, 0.0);
        assertThat(zones.columns().get(yield).title().text(Language.CHINESE)).isEqualTo("yield × 公顷");
        assertThat(result.conservation())
                .anySatisfy(proof -> assertThat(proof.nullValues()).isEqualTo(2));
    }
}
