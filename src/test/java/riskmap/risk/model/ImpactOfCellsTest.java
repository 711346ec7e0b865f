package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
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
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** People of a raster, counted by zone and town: none lost, none twice. */
class ImpactOfCellsTest {
    private static final ImpactModel MODEL = new ImpactModel();
    private final Map<String, LayerData> layers = new HashMap<>();

    /** 10 × 10 cells of 100 m: column + 0.25 people in each; no data in the first row, none in the second. */
    ImpactOfCellsTest() {
        Grid people = people();
        layers.put("population", new LayerData.Raster(people));
        layers.put(
                "risk_zone",
                Layers.of("risk_zone", Polygon.class, "level:Integer")
                        .row(box(0, 0, 330, 1000), 4)
                        .row(box(330, 0, 500, 1000), 2)
                        .data());
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String", "population:Integer")
                        .row(box(0, 0, 1000, 500), "南镇", 100)
                        .data());
    }

    private static Grid people() {
        Grid people = Grid.filled(GridGeometry.covering(new Envelope(0, 1000, 0, 1000), 100, Crs.of("EPSG:4550")), 0);
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 10; column++) {
                people.set(column, row, row == 0 ? Float.NaN : row == 1 ? 0 : column + 0.25f);
            }
        }
        return people;
    }

    /** Without the name of a field the number of cells stood where people were meant, also in who has to leave. */
    @Test
    void cellsHoldPeopleAlsoWhereNoFieldIsNamed() {
        Map<String, String> given = Map.of("exposure", "population", "fields", "", "displaced", "4=0.5");
        RiskResult result =
                MODEL.run(new Inputs(layers), ParameterValues.of(MODEL.parameters(), given), Progress.silent());
        // 8 rows of 0.25 + 1.25 + 2.25 people in three columns of cells
        assertThat(((Number) byZone(result).get(0).get(2)).doubleValue()).isEqualTo(30);
        assertThat(result.tables().stream()
                        .filter(table -> table.id().startsWith("impact-displaced"))
                        .findFirst()
                        .orElseThrow()
                        .rows()
                        .get(0)
                        .toString())
                .contains("15");
    }

    private List<List<Object>> byZone(RiskResult result) {
        return result.tables().stream()
                .filter(table -> table.id().equals("impact-by-zone"))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private RiskResult run(String rule) {
        Map<String, String> given = Map.of("exposure", "population", "rule", rule);
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        Inputs inputs = new Inputs(layers);
        InputChecks.of(MODEL, inputs, values, Progress.silent()).require();
        return MODEL.run(inputs, values, Progress.silent());
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Columns 0 to 2 have their centres in the first zone, 3 and 4 in the second: 8 rows of people each. */
    @Test
    void aCellCountsWhereItsCentreLies() {
        RiskResult result = run("centroid-within");
        List<List<Object>> zones = byZone(result);
        assertThat(number(zones.get(0).get(2))).isEqualTo(8 * (0.25 + 1.25 + 2.25));
        assertThat(number(zones.get(1).get(2))).isEqualTo(8 * (3.25 + 4.25));
        assertThat(number(zones.get(2).get(2))).isEqualTo(8 * (5.25 + 6.25 + 7.25 + 8.25 + 9.25));
        assertThat(result.conservation()).hasSize(2).allMatch(Conservation::holds);
        assertThat(result.conservation().get(1).total()).isEqualByComparingTo("380");
        assertThat(result.notes())
                .extracting(note -> note.text(Language.CHINESE))
                .anyMatch(note -> note.contains("80 个像元有数量，10 个为 0，10 个没有数据"));
    }

    /** The fourth column is cut at three tenths of its width. */
    @Test
    void aCellThatABorderCutsIsSharedByArea() {
        RiskResult result = run("area-share");
        List<List<Object>> zones = byZone(result);
        assertThat(number(zones.get(0).get(2))).isCloseTo(8 * (0.25 + 1.25 + 2.25 + 0.3 * 3.25), within(1e-6));
        assertThat(number(zones.get(1).get(2))).isCloseTo(8 * (0.7 * 3.25 + 4.25), within(1e-6));
        assertThat(result.conservation()).allMatch(Conservation::holds);
        assertThat(result.conservation().get(1).total()).isEqualByComparingTo("380");
    }

    /** Zones that overlap, with holes, of several parts, some beyond the raster; the higher level counts where two lie. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void sharesOfCellsInAnyZonesAreThoseThatEachCellLaidOverEachWholeZoneHas(int seed) {
        Random random = new Random(seed);
        Layers zones = Layers.of("risk_zone", MultiPolygon.class, "level:Integer");
        List<Geometry> shapes = new ArrayList<>();
        for (int level = 4; level >= 1; level--) {
            Geometry shape = star(random, 250 + random.nextInt(300))
                    .union(star(random, 200))
                    .difference(star(random, 90));
            shapes.add(shape);
            zones.row(
                    (shape instanceof Polygon one ? one.getFactory().createMultiPolygon(new Polygon[] {one}) : shape)
                            .toText(),
                    level);
        }
        layers.put("risk_zone", zones.data());
        double[] expected = new double[5];
        Grid people = people();
        for (int row = 2; row < 10; row++) {
            for (int column = 0; column < 10; column++) {
                Geometry rest = shapes.get(0)
                        .getFactory()
                        .toGeometry(new Envelope(
                                100 * column, 100 * column + 100, 1000 - 100 * row - 100, 1000 - 100 * row));
                for (int zone = 0; zone < 4; zone++) {
                    expected[zone] += people.cells()[10 * row + column]
                            * rest.intersection(shapes.get(zone)).getArea()
                            / 10_000;
                    rest = rest.difference(shapes.get(zone));
                }
                expected[4] += people.cells()[10 * row + column] * rest.getArea() / 10_000;
            }
        }
        RiskResult result = run("area-share");
        for (int zone = 0; zone <= 4; zone++) {
            assertThat(number(byZone(result).get(zone).get(2))).isCloseTo(expected[zone], within(380e-9));
        }
        assertThat(result.conservation()).allMatch(Conservation::holds);
    }

    /** With 300 corners. */
    private static Geometry star(Random random, double reach) {
        double x = 100 + 800 * random.nextDouble();
        double y = 100 + 800 * random.nextDouble();
        Coordinate[] ring = new Coordinate[301];
        for (int corner = 0; corner < 300; corner++) {
            double radius = reach * (0.6 + 0.4 * random.nextDouble());
            double angle = 2 * Math.PI * corner / 300;
            ring[corner] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[300] = ring[0];
        return new GeometryFactory().createPolygon(ring);
    }

    /**
     * The fourth column of cells lies half in the first town and whole in the second, and a border of zones runs through
     * it: three tenths of its people are in the first zone and seven in the second, each in one town.
     */
    @Test
    void whereTownsOverlapNobodyIsCountedTwice() {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String", "population:Integer")
                        .row(box(0, 0, 350, 1000), "西镇", 100)
                        .row(box(0, 0, 1000, 1000), "全镇", 100)
                        .data());
        RiskResult result = run("area-share");
        List<List<Object>> zones = byZone(result);
        assertThat(number(zones.get(0).get(2))).isCloseTo(8 * (0.25 + 1.25 + 2.25 + 0.3 * 3.25), within(1e-6));
        assertThat(number(zones.get(1).get(2))).isCloseTo(8 * (0.7 * 3.25 + 4.25), within(1e-6));
        assertThat(number(zones.get(2).get(2))).isCloseTo(8 * (5.25 + 6.25 + 7.25 + 8.25 + 9.25), within(1e-6));
        assertThat(inTown(result, "西镇")).isCloseTo(8 * (0.25 + 1.25 + 2.25 + 0.5 * 3.25), within(1e-6));
        assertThat(inTown(result, "全镇")).isCloseTo(380 - 8 * (0.25 + 1.25 + 2.25 + 0.5 * 3.25), within(1e-6));
        assertThat(result.conservation()).allMatch(Conservation::holds);
    }

    private static double inTown(RiskResult result, String town) {
        return result.tables().stream()
                .filter(table -> table.id().equals("impact-by-town"))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.get(0).equals(town))
                .mapToDouble(row -> number(row.get(3)))
                .sum();
    }

    @Test
    void peopleOfARasterAreCountedByTheDepthOfAnother() {
        Grid depth = Grid.filled(people().geometry(), 0.4f);
        for (int row = 0; row < 10; row++) {
            depth.set(9, row, 3f);
            depth.set(8, row, Float.NaN);
        }
        layers.put("risk_zone", new LayerData.Raster(depth));
        RiskResult result = run("nearest");
        assertThat(number(byZone(result).get(0).get(2))).isEqualTo(8 * 9.25);
        assertThat(result.conservation()).allMatch(Conservation::holds);
        assertThat(result.conservation().get(1).outside()).isEqualByComparingTo("306");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intersects", "intersects-highest", "length-share"})
    void aRuleThatWouldCountACellTwiceOrNotAtAllIsRefused(String rule) {
        assertThat(said(rule)).contains("risk.check-rule-cells");
    }

    @Test
    void aValueForNoDataThatWasNotDeclaredIsNotTakenForPeople() {
        Grid people = people();
        people.set(3, 3, -9999);
        layers.put("population", new LayerData.Raster(people));
        assertThat(said("centroid-within")).containsExactly("risk.check-negative-cells");
    }

    private List<String> said(String rule) {
        ParameterValues values = ParameterValues.of(MODEL.parameters(), Map.of("exposure", "population", "rule", rule));
        return InputChecks.of(MODEL, new Inputs(layers), values, Progress.silent()).findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().key())
                .toList();
    }

    private static String box(double west, double south, double east, double north) {
        return "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(west, south, east, north);
    }
}
