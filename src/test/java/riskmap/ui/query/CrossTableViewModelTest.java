package riskmap.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.CountingRule;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Layers;
import riskmap.analysis.cross.CrossAxis;
import riskmap.analysis.cross.CrossLayout;
import riskmap.analysis.cross.CrossTable;
import riskmap.analysis.cross.Measure;
import riskmap.app.query.CrossSpec;
import riskmap.app.query.CrossTables;
import riskmap.app.query.SavedQuery;
import riskmap.base.Message;
import riskmap.base.Progress;

/** The chart of a cross-table. */
class CrossTableViewModelTest {
    private static final Progress SILENT = Progress.silent();

    /** Two schools in the western town; nothing lies in the eastern one or outside. */
    @Test
    void theLegendNamesOnlyWhatHasFeatures() {
        LayerRows rows = LayerRows.read(
                Layers.of("place", Point.class, "kind:String")
                        .row("POINT (1 1)", "学校")
                        .row("POINT (2 2)", "学校")
                        .source(),
                SILENT);
        LayerRows towns = LayerRows.read(
                Layers.of("town", Polygon.class, "name:String")
                        .row("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "西镇")
                        .row("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))", "东镇")
                        .source(),
                SILENT);
        CrossTable cross = CrossTable.of(
                rows,
                List.of(
                        CrossAxis.byField(rows, "kind", null, SILENT),
                        CrossAxis.byZones(
                                rows,
                                towns,
                                Message.of("analysis.cross-value", "镇"),
                                "name",
                                null,
                                CountingRule.CENTROID_WITHIN,
                                true,
                                SILENT)),
                List.of(Measure.COUNT),
                SILENT);
        assertThat(cross.axes().get(1).categories()).hasSizeGreaterThan(1);
        CrossTableViewModel chart = new CrossTableViewModel(
                new SavedQuery(
                        "", "place", "", Optional.of(CrossSpec.of("kind", "in:town", null, List.of("count"))), false),
                new CrossTables.Made(
                        cross,
                        new CrossLayout(cross, true, false, field -> null),
                        Message.of("ui.query-cross"),
                        "cross-place"),
                null);
        assertThat(chart.series()).extracting(one -> one.title().text()).containsExactly("西镇");
        assertThat(chart.series().get(0).bars())
                .extracting(CrossTableViewModel.Bar::value)
                .containsExactly(2L);
    }
}
