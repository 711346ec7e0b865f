package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.app.run.RunRecord;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.ChartDrawing;
import riskmap.report.SectionSpec;
import riskmap.risk.Chart;

/** The charts of the run. */
final class ChartsSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        RunRecord run = context.run().orElse(null);
        if (run != null) {
            for (Chart chart : run.charts()) {
                run.table(chart.table())
                        .filter(table -> !table.rows().isEmpty())
                        .ifPresent(table -> blocks.addAll(
                                drawn(context, chart, table, chart.title(table, run.charts(), context.language()))));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(context.note("report.charts-none", context.fields().plain("{model}", spec.type())));
        }
        return blocks;
    }

    /** The chart, and under it how many rows have no bar, if any. */
    private static List<Block> drawn(ReportContext context, Chart chart, Table table, String title) {
        ChartDrawing drawing = new ChartDrawing(table, chart, context.language(), context.colours());
        Block figure = new Block.Figure(context.figure(title), drawing);
        int left = chart.drawn(table).size() - drawing.bars();
        return drawing.leavesOut()
                ? List.of(figure, context.note("report.charts-first", drawing.bars(), left))
                : List.of(figure);
    }
}
