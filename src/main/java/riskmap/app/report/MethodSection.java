package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.app.run.RunRecord;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.base.UnitText;
import riskmap.report.Block;
import riskmap.report.SectionSpec;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModel;
import riskmap.risk.SourceText;
import riskmap.risk.Working;

/** How the numbers were computed: formulas, fixed numbers, sources, inputs and outputs by their hashes, worked lines. */
final class MethodSection implements SectionMaker {
    private static final int WORKED_LINES = 12;

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        RunRecord run = context.run().orElse(null);
        if (run == null) {
            blocks.add(context.gap("report.method-no-run"));
            return blocks;
        }
        Provenance from = run.provenance();
        blocks.add(context.body(
                "report.method-run",
                context.modelTitle(from.model()),
                from.modelVersion(),
                from.programVersion(),
                context.time(from.time()),
                from.runId(),
                from.crs().isEmpty() ? "–" : from.crs()));
        RiskModel model = ReportContext.model(from.model()).orElse(null);
        if (model == null) {
            blocks.add(context.gap("report.method-no-model", from.model()));
        } else if (spec.limit() == 0) {
            formulas(context, model, blocks);
            coefficients(context, model, blocks);
            unverified(context, model, blocks);
        }
        blocks.add(new Block.Heading(2, context.text("report.method-sources")));
        blocks.add(new Block.Items(
                Block.Mark.BULLET,
                from.sources().stream()
                        .map(source -> SourceText.in(source, context.language()))
                        .toList()));
        if (spec.limit() == 0) {
            workings(context, run, blocks);
        }
        blocks.add(contents(context, "inputs", "report.inputs-title", from.inputs()));
        if (spec.limit() == 0) {
            blocks.add(contents(context, "outputs", "report.outputs-title", from.outputs()));
        }
        blocks.add(context.note("report.hash-note", from.runId()));
        return blocks;
    }

    private static void formulas(ReportContext context, RiskModel model, List<Block> blocks) {
        if (model.formulas().isEmpty()) {
            return;
        }
        List<Block.Row> rows = new ArrayList<>();
        for (Formula formula : model.formulas()) {
            rows.add(new Block.Row(
                    List.of(
                            formula.title().text(context.language()),
                            formula.explained(context.language()),
                            // in one column: a formula with the meaning of its symbols needs the width
                            SourceText.in(formula.source(), context.language())
                                    + "\n"
                                    + formula.evidence().title().text(context.language())),
                    false));
        }
        blocks.add(context.grid(
                "formulas",
                context.text("report.formulas-title"),
                List.of(
                        context.words("report.column-quantity"),
                        context.words("report.column-formula"),
                        context.words("report.column-source-verified")),
                rows));
    }

    private static void coefficients(ReportContext context, RiskModel model, List<Block> blocks) {
        if (model.coefficients().isEmpty()) {
            return;
        }
        List<Block.Row> rows = new ArrayList<>();
        for (Coefficient each : model.coefficients()) {
            rows.add(new Block.Row(
                    List.of(
                            each.title().text(context.language()),
                            each.value(),
                            UnitText.of(each.unit(), context.language()),
                            SourceText.in(each.source(), context.language()),
                            each.evidence().title().text(context.language())),
                    each.evidence() == Evidence.UNVERIFIED));
        }
        blocks.add(context.grid(
                "coefficients",
                context.text("report.coefficients-title"),
                List.of(
                        context.words("report.column-quantity"),
                        context.words("report.column-value"),
                        context.words("report.column-unit"),
                        context.words("report.column-source"),
                        context.words("report.column-verified")),
                rows));
    }

    /** Says which numbers are still to be checked against their printed standards. */
    private static void unverified(ReportContext context, RiskModel model, List<Block> blocks) {
        List<String> names = new ArrayList<>();
        model.parameters().stream()
                .filter(Parameter::unverified)
                .forEach(parameter -> names.add(parameter.title().text(context.language())));
        model.coefficients().stream()
                .filter(each -> each.evidence() == Evidence.UNVERIFIED)
                .forEach(each -> names.add(each.title().text(context.language())));
        model.formulas().stream()
                .filter(each -> each.evidence() == Evidence.UNVERIFIED)
                .forEach(each -> names.add(each.title().text(context.language())));
        if (!names.isEmpty()) {
            blocks.add(context.warning(
                    "report.method-unverified",
                    names.size(),
                    String.join(context.text("report.list-separator"), names)));
        }
    }

    private static void workings(ReportContext context, RunRecord run, List<Block> blocks) {
        if (run.workings().isEmpty()) {
            return;
        }
        int shown = Math.min(WORKED_LINES, run.workings().size());
        blocks.add(new Block.Heading(2, context.text("report.workings-title")));
        List<String> lines = new ArrayList<>();
        for (Working working : run.workings().subList(0, shown)) {
            lines.add(line(context, working));
        }
        blocks.add(new Block.Items(Block.Mark.BULLET, lines));
        if (shown < run.workings().size()) {
            blocks.add(context.note("report.workings-limit", run.workings().size(), shown));
        }
    }

    private static String line(ReportContext context, Working working) {
        StringBuilder line = new StringBuilder(working.subject());
        line.append(working.subject().isEmpty() ? "" : " · ")
                .append(working.quantity().text(context.language()))
                .append(": ")
                .append(working.formula());
        if (!working.filled().isEmpty()) {
            line.append(" = ").append(working.filled());
        }
        line.append(" = ").append(working.value());
        String unit = UnitText.of(working.unit(), context.language());
        return unit.isEmpty() ? line.toString() : line + " " + unit;
    }

    private static Block contents(ReportContext context, String id, String title, List<Provenance.Content> contents) {
        List<Block.Row> rows = new ArrayList<>();
        for (Provenance.Content content : contents) {
            String name = context.layerTitle(content.name());
            rows.add(new Block.Row(
                    List.of(
                            name.equals(content.name()) ? name : name + " (" + content.name() + ")",
                            content.rows(),
                            content.sha256()),
                    false));
        }
        return context.grid(
                id,
                context.text(title),
                List.of(
                        context.words("report.column-content"),
                        context.number("report.column-rows"),
                        context.words("report.column-hash")),
                rows);
    }
}
