package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.app.check.KeptCheck;
import riskmap.app.check.QualityDesk;
import riskmap.app.check.VerdictFiles;
import riskmap.app.check.VerdictTables;
import riskmap.base.Progress;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Finding;
import riskmap.edit.check.Verdict;
import riskmap.edit.check.VerdictRule;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/**
 * How good the survey data are: the verdict of the checks as they find the layers now, layer by layer and town by town, and
 * the first findings with their rows. A template with a limit has the verdict and the towns alone.
 */
final class QualitySection implements SectionMaker {
    private static final int LISTED = 40;

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        try (QualityDesk desk = new QualityDesk(context.workspace())) {
            KeptCheck check =
                    KeptCheck.of(context.workspace(), context.request().created(), progress);
            CheckReport report = check.report();
            Verdict verdict = Verdict.of(report, desk.excuses(), VerdictRule.of(desk.rule()));
            blocks.add(new Block.Paragraph(
                    Block.Tone.BODY, VerdictFiles.conclusion(verdict).text(context.language())));
            long rows = report.rows();
            blocks.add(
                    report.count() == 0
                            ? context.body(
                                    "report.quality-good", report.layers().size(), rows)
                            : context.body(
                                    "report.quality-found", report.layers().size(), rows, report.count()));
            report.missing()
                    .forEach(missing ->
                            blocks.add(new Block.Paragraph(Block.Tone.BODY, missing.text(context.language()))));
            VerdictTables tables = new VerdictTables(verdict, context::layerTitle);
            blocks.add(context.grid(tables.byTown(), List.of()));
            blocks.add(context.note(
                    "report.quality-checked",
                    context.time(check.at().toInstant().toString())));
            if (spec.limit() == 0) {
                blocks.add(context.grid(tables.byLayer(), List.of()));
                if (report.count() > 0) {
                    blocks.add(listed(context, report));
                }
            }
        }
        blocks.add(context.note("report.quality-note"));
        return blocks;
    }

    private static Block listed(ReportContext context, CheckReport report) {
        List<Block.Row> rows = new ArrayList<>();
        for (Finding finding : report.findings().limit(LISTED).toList()) {
            String name = finding.name().strip();
            // what is missing altogether is no feature
            String feature = finding.fid() == 0 ? "" : finding.layer() + "." + finding.fid() + " ";
            rows.add(new Block.Row(
                    List.of(
                            context.layerTitle(finding.layer()),
                            feature.isEmpty() && name.isEmpty() ? "–" : (feature + name).strip(),
                            finding.message().text(context.language())),
                    false));
        }
        return context.grid(
                "findings",
                context.text("report.findings-title", report.count(), rows.size()),
                List.of(
                        context.words("report.column-layer"),
                        context.words("report.column-feature"),
                        context.words("report.column-problem")),
                rows);
    }
}
