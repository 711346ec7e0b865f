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
import riskmap.risk.Provenance;
import riskmap.risk.RiskModel;

/** What was computed, with which readings, and when. */
final class SituationSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        for (String id : spec.tables()) {
            context.table(id).ifPresent(table -> blocks.add(context.grid(table, spec.columns())));
        }
        List<RunRecord> shown = context.runs().stream()
                .filter(record -> spec.kinds().isEmpty()
                        || spec.kinds().contains(record.provenance().model()))
                .toList();
        List<RunRecord> all = new ArrayList<>(shown);
        context.run().filter(run -> !all.contains(run)).ifPresent(run -> all.add(0, run));
        if (all.isEmpty()) {
            blocks.add(context.gap("report.situation-no-run"));
            return blocks;
        }
        List<Block.Row> rows = new ArrayList<>();
        for (RunRecord record : all) {
            Provenance from = record.provenance();
            boolean main = context.run()
                    .filter(run -> run.provenance().runId().equals(from.runId()))
                    .isPresent();
            rows.add(new Block.Row(
                    List.of(
                            context.modelTitle(from.model()),
                            context.time(from.time()),
                            readings(context, from),
                            from.runId()),
                    main));
        }
        blocks.add(context.grid(
                "runs",
                context.text("report.runs-title"),
                List.of(
                        context.words("report.column-model"),
                        context.words("report.column-time"),
                        context.words("report.column-readings"),
                        context.words("report.column-run")),
                rows));
        blocks.add(context.note("report.runs-note"));
        return blocks;
    }

    /** The parameters that someone set to something else than the default. */
    private static String readings(ReportContext context, Provenance from) {
        RiskModel model = ReportContext.model(from.model()).orElse(null);
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> entry : from.parameters().entrySet()) {
            Optional<Parameter> parameter = model == null ? Optional.empty() : parameter(model, entry.getKey());
            boolean usual = parameter
                    .filter(known -> entry.getValue().equals(known.defaultValue()))
                    .isPresent();
            if (!usual && entry.getValue() != null && !entry.getValue().isEmpty()) {
                parts.add(
                        title(context, parameter, entry.getKey()) + " " + value(context, parameter, entry.getValue()));
            }
        }
        return parts.isEmpty()
                ? context.text("report.readings-default")
                : String.join(context.text("report.list-separator"), parts);
    }

    static Optional<Parameter> parameter(RiskModel model, String key) {
        return model.allParameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
    }

    static String title(ReportContext context, Optional<Parameter> parameter, String key) {
        return parameter.map(known -> known.title().text(context.language())).orElse(key);
    }

    /** A value with its unit; a choice by its name. */
    static String value(ReportContext context, Optional<Parameter> parameter, String value) {
        if (parameter.isEmpty()) {
            return value;
        }
        Parameter known = parameter.get();
        String shown = ParameterText.of(known, value, context.language());
        String unit = UnitText.of(known.unit(), context.language());
        return unit.isEmpty() ? shown : shown + " " + unit;
    }
}
