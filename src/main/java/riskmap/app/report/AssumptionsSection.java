package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.app.run.ParameterText;
import riskmap.app.run.RunRecord;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.base.UnitText;
import riskmap.report.Block;
import riskmap.report.SectionSpec;
import riskmap.risk.RiskModel;

/** What the numbers rest on: rules of counting, classes and rounding, what the model told, and every parameter. */
final class AssumptionsSection implements SectionMaker {
    private static final List<String> SAID_ELSEWHERE = List.of("risk.note-conservation", "app.run-unverified");

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        RunRecord run = context.run().orElse(null);
        List<String> items = new ArrayList<>(List.of(
                context.text("report.rule-rounding"),
                context.text("report.rule-classes"),
                context.text("report.rule-null")));
        if (run != null) {
            run.notes().stream()
                    .filter(note -> !SAID_ELSEWHERE.contains(note.key()))
                    .map(note -> note.text(context.language()))
                    .distinct()
                    .forEach(items::add);
        }
        blocks.add(new Block.Items(Block.Mark.NUMBER, items));
        if (run != null && spec.limit() == 0) {
            blocks.add(parameters(context, run));
        }
        return blocks;
    }

    private static Block parameters(ReportContext context, RunRecord run) {
        RiskModel model = ReportContext.model(run.provenance().model()).orElse(null);
        List<Block.Row> rows = new ArrayList<>();
        for (Map.Entry<String, String> entry : run.provenance().parameters().entrySet()) {
            Optional<Parameter> parameter =
                    model == null ? Optional.empty() : SituationSection.parameter(model, entry.getKey());
            String value = entry.getValue() == null ? "–" : entry.getValue();
            String shown = parameter
                    .map(known -> ParameterText.of(known, value, context.language()))
                    .orElse(value);
            boolean usual = parameter
                    .filter(known -> value.equals(known.defaultValue()))
                    .isPresent();
            boolean unverified = parameter.filter(Parameter::unverified).isPresent();
            rows.add(new Block.Row(
                    List.of(
                            SituationSection.title(context, parameter, entry.getKey()),
                            shown,
                            parameter
                                    .map(known -> UnitText.of(known.unit(), context.language()))
                                    .orElse(""),
                            context.text(usual ? "report.value-default" : "report.value-set"),
                            unverified ? context.text("report.value-unverified") : ""),
                    unverified));
        }
        return context.grid(
                "parameters",
                context.text(
                        "report.parameters-title",
                        context.modelTitle(run.provenance().model())),
                List.of(
                        context.words("report.column-parameter"),
                        context.words("report.column-value"),
                        context.words("report.column-unit"),
                        context.words("report.column-origin"),
                        context.words("report.column-verified")),
                rows);
    }
}
