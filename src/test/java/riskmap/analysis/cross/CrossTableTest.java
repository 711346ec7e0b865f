package riskmap.analysis.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.CountingRule;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Layers;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.Table;

class CrossTableTest {
    private static final Progress SILENT = Progress.silent();
    private static final int ALL = CrossTable.ALL;

    /** Two towns side by side; the western has two parts. */
    private static LayerRows towns() {
        return LayerRows.read(
                Layers.of("town", Polygon.class, "name:String")
                        .row("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "西镇")
                        .row("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))", "东镇")
                        .row("POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))", "西镇")
                        .source(),
                SILENT);
    }

    private static LayerRows places() {
        return LayerRows.read(
                Layers.of("place", Point.class, "kind:String", "people:Integer", "height:Double")
                        .row("POINT (1 1)", "学校", 10, 2.5)
                        .row("POINT (2 12)", "学校", 20, 4.0)
                        .row("POINT (12 1)", "学校", null, 8.0)
                        .row("POINT (13 1)", "医院", 5, null)
                        .row("POINT (99 99)", null, 7, 3.0)
                        .row(null, "", 1, 4.0)
                        .source(),
                SILENT);
    }

    private static CrossTable byTownAndKind(Measure... measures) {
        LayerRows rows = places();
        return CrossTable.of(
                rows,
                List.of(
                        CrossAxis.byZones(
                                rows,
                                towns(),
                                Message.of("analysis.cross-value", "镇"),
                                "name",
                                null,
                                CountingRule.CENTROID_WITHIN,
                                true,
                                SILENT),
                        CrossAxis.byField(rows, "kind", null, SILENT)),
                List.of(measures),
                SILENT);
    }

    @Test
    void featuresLieWhereTheCellsSayTheyDo() {
        CrossTable table = byTownAndKind(Measure.COUNT);
        for (String id : table.features(ALL, ALL, ALL)) {
            Set<CrossTable.Place> places = table.places(id::equals, SILENT);
            for (int row = 0; row < table.axes().get(0).categories().size(); row++) {
                for (int column = ALL; column < table.axes().get(1).categories().size(); column++) {
                    assertThat(places.contains(new CrossTable.Place(row, column)))
                            .as("%s in %d, %d", id, row, column)
                            .isEqualTo(table.features(row, column, ALL).contains(id));
                }
            }
        }
        assertThat(table.places(id -> false, SILENT)).isEmpty();
    }

    @Test
    void levelsOfRiskAreToldFromOtherNumbers() {
        LayerRows rows = LayerRows.read(
                Layers.of("risk_zone", Point.class, "level:Integer", "people:Integer")
                        .row("POINT (1 1)", 4, 4)
                        .row("POINT (1 1)", 2, 2)
                        .row("POINT (1 1)", 7, null)
                        .row("POINT (1 1)", null, 1)
                        .source(),
                SILENT);
        Field level = Catalogue.standard().kind("risk_zone").field("level").orElseThrow();
        assertThat(CrossAxis.byField(rows, "level", level, SILENT).categories())
                .extracting(Category::level)
                .contains(2, 4, 0)
                .doesNotContain(7);
        assertThat(CrossAxis.byField(rows, "people", null, SILENT).categories())
                .extracting(Category::level)
                .containsOnly(0);
    }

    @Test
    void everyFeatureHasAPlaceAlsoThoseWithoutValueOrGeometry() {
        CrossTable table = byTownAndKind(Measure.COUNT);
        assertThat(table.axes().get(0).categories().stream()
                        .map(category -> category.title().text()))
                .containsExactly("西镇", "东镇", "区外", "无几何");
        assertThat(table.axes().get(1).categories().stream().map(Category::kind))
                .containsExactly(
                        Category.Kind.VALUE, Category.Kind.VALUE, Category.Kind.EMPTY_TEXT, Category.Kind.NO_VALUE);
        int school = school(table);
        assertThat(table.value(0, school, ALL, 0)).isEqualTo(2L);
        assertThat(table.value(1, school, ALL, 0)).isEqualTo(1L);
        assertThat(table.value(0, 1 - school, ALL, 0)).isEqualTo(0L);
        assertThat(table.value(2, 3, ALL, 0)).isEqualTo(1L);
        assertThat(table.value(3, 2, ALL, 0)).isEqualTo(1L);
        assertThat(table.value(ALL, ALL, ALL, 0)).isEqualTo(6L);
    }

    @Test
    void sumsMeansAndExtremesLeaveOutWhatHasNoValueAndSaySo() {
        CrossTable table = byTownAndKind(
                Measure.of("sum:people"),
                Measure.of("mean:people"),
                Measure.of("min:height"),
                Measure.of("max:height"));
        int school = school(table);
        assertThat(table.value(0, school, ALL, 0)).isEqualTo(30L);
        assertThat(table.value(0, school, ALL, 1)).isEqualTo(15L);
        assertThat(table.value(1, school, ALL, 0)).isEqualTo(0L);
        assertThat(table.value(1, school, ALL, 1)).isNull();
        assertThat(table.value(ALL, ALL, ALL, 0)).isEqualTo(43L);
        assertThat(table.value(ALL, ALL, ALL, 1)).isEqualTo(43 / 5.0);
        assertThat(table.value(0, school, ALL, 2)).isEqualTo(2.5);
        assertThat(table.value(ALL, ALL, ALL, 3)).isEqualTo(8L);
        assertThat(table.notes().stream().map(Message::text))
                .filteredOn(note -> note.contains("people"))
                .hasSize(1);
    }

    @Test
    void aCellKnowsItsFeatures() {
        CrossTable table = byTownAndKind(Measure.COUNT);
        assertThat(table.features(0, school(table), ALL)).containsExactly("place.1", "place.2");
        assertThat(table.features(ALL, ALL, ALL)).hasSize(6);
    }

    @Test
    void aValueOnABreakBelongsToTheUpperClass() {
        LayerRows rows = places();
        CrossTable table = CrossTable.of(
                rows,
                List.of(CrossAxis.byBreaks(rows, "height", new double[] {3, 4}, null)),
                List.of(Measure.COUNT),
                SILENT);
        assertThat(table.axes().get(0).categories().stream()
                        .map(category -> category.title().text()))
                .containsExactly("< 3", "[3, 4)", "≥ 4", "（无值）");
        assertThat(List.of(
                        table.value(0, ALL, ALL, 0),
                        table.value(1, ALL, ALL, 0),
                        table.value(2, ALL, ALL, 0),
                        table.value(3, ALL, ALL, 0)))
                .containsExactly(1L, 1L, 3L, 1L);
    }

    @Test
    void sharesOfAnAreaAddUpToItAndOverlapsAreTold() {
        LayerRows rows = LayerRows.read(
                Layers.of("field", Polygon.class, "kind:String")
                        .row("POLYGON ((5 0, 15 0, 15 4, 5 4, 5 0))", "田")
                        .row("POLYGON ((18 0, 22 0, 22 4, 18 4, 18 0))", "田")
                        .source(),
                SILENT);
        CrossTable table = CrossTable.of(
                rows,
                List.of(CrossAxis.byZones(
                        rows,
                        towns(),
                        Message.of("analysis.cross-value", "镇"),
                        "name",
                        null,
                        CountingRule.AREA_SHARE,
                        true,
                        SILENT)),
                List.of(Measure.COUNT, Measure.of("area")),
                SILENT);
        assertThat(table.value(0, ALL, ALL, 0)).isEqualTo(0.5);
        assertThat(table.value(1, ALL, ALL, 0)).isEqualTo(1L);
        assertThat(table.value(2, ALL, ALL, 0)).isEqualTo(0.5);
        double whole = table.value(ALL, ALL, ALL, 1).doubleValue();
        assertThat(table.value(0, ALL, ALL, 1).doubleValue()
                        + table.value(1, ALL, ALL, 1).doubleValue()
                        + table.value(2, ALL, ALL, 1).doubleValue())
                .isCloseTo(whole, within(whole * 1e-12));
    }

    @Test
    void theLayoutHasTotalsAtTheRightAndTheFootAndThirdsUnderTheirRows() {
        LayerRows rows = places();
        CrossTable table = CrossTable.of(
                rows,
                List.of(
                        CrossAxis.byField(rows, "kind", null, SILENT),
                        CrossAxis.byBreaks(rows, "height", new double[] {4}, null),
                        CrossAxis.byField(rows, "people", null, SILENT)),
                List.of(Measure.COUNT),
                SILENT);
        CrossLayout layout = new CrossLayout(table, true, true, field -> null);
        Table laid = layout.table("t", Message.of("analysis.cross-value", "t"));
        List<Object> last = laid.rows().get(laid.rows().size() - 1);
        assertThat(((Message) last.get(0)).text()).isEqualTo("合计");
        assertThat(last.subList(2, last.size())).containsExactly(2L, 3L, 1L, 6L);
        long thirds = laid.rows().stream()
                .filter(row -> row.get(1) != null)
                .filter(row -> !((Message) row.get(0)).key().endsWith("total"))
                .mapToLong(row -> (Long) row.get(row.size() - 1))
                .sum();
        assertThat(thirds).isEqualTo(6);
    }

    @Test
    void aMeasureThatCannotBeWorkedOutIsRefusedWithTheReason() {
        LayerRows rows = places();
        List<CrossAxis> axes = List.of(CrossAxis.byField(rows, "kind", null, SILENT));
        assertThatThrownBy(() -> CrossTable.of(rows, axes, List.of(Measure.of("sum:kind")), SILENT))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("kind");
        assertThatThrownBy(() -> Measure.of("median:people")).isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> Measure.of("sum")).isInstanceOf(RiskMapException.class);
    }

    @Property(tries = 40)
    void rowsAndColumnsAddUpToTheWholeExactly(
            @ForAll @IntRange(min = 0, max = 60) int count, @ForAll @LongRange(min = 0, max = 1_000) long seed) {
        Random random = new Random(seed);
        Layers layer = Layers.of("p", Point.class, "a:String", "b:Integer", "n:Double");
        for (int i = 0; i < count; i++) {
            layer.row(
                    random.nextInt(5) == 0 ? null : "POINT (" + random.nextInt(25) + " " + random.nextInt(25) + ")",
                    random.nextInt(4) == 0 ? null : "k" + random.nextInt(3),
                    random.nextInt(4) == 0 ? null : random.nextInt(3),
                    random.nextInt(4) == 0 ? null : random.nextInt(1_000) / 10.0);
        }
        LayerRows rows = LayerRows.read(layer.source(), SILENT);
        List<CrossAxis> axes = new ArrayList<>();
        axes.add(CrossAxis.byZones(
                rows,
                towns(),
                Message.of("analysis.cross-value", "镇"),
                "name",
                null,
                CountingRule.INTERSECTS,
                true,
                SILENT));
        axes.add(CrossAxis.byField(rows, "a", null, SILENT));
        axes.add(CrossAxis.byField(rows, "b", null, SILENT));
        CrossTable table = CrossTable.of(rows, axes, List.of(Measure.COUNT, Measure.of("sum:n")), SILENT);
        assertThat(table.value(ALL, ALL, ALL, 0)).isEqualTo((long) count);
        for (int measure = 0; measure < 2; measure++) {
            double whole = table.value(ALL, ALL, ALL, measure).doubleValue();
            for (int side = 0; side < 3; side++) {
                double sum = 0;
                for (int category = 0; category < axes.get(side).categories().size(); category++) {
                    int[] at = {ALL, ALL, ALL};
                    at[side] = category;
                    sum += table.value(at[0], at[1], at[2], measure).doubleValue();
                }
                assertThat(sum).isCloseTo(whole, within(1e-9 * Math.max(1, whole)));
            }
        }
    }

    private static int school(CrossTable table) {
        return table.axes().get(1).categories().get(0).title().text().equals("学校") ? 0 : 1;
    }
}
