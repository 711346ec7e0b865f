package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.app.RunRecord;
import riskmap.base.Progress;
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
                        .ifPresent(table -> blocks.add(new Block.Figure(
                                context.figure(chart.title(table, run.charts(), context.language())),
                                new ChartDrawing(table, chart, context.language(), context.colours()))));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(context.note("report.charts-none", context.fields().plain("{model}", spec.type())));
        }
        return blocks;
    }
}
