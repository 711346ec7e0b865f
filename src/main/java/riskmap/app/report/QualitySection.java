package riskmap.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.app.Answer;
import riskmap.app.check.CheckRequest;
import riskmap.app.check.CheckRuns;
import riskmap.base.Progress;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/** How good the survey data are: what the checks find now, layer by layer, and the first findings with their places. */
final class QualitySection implements SectionMaker {
    private static final int LISTED = 40;

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        Answer answer = CheckRuns.run(CheckRequest.of(context.workspace().file()), progress);
        Map<?, ?> facts = (Map<?, ?>) answer.facts();
        Map<String, long[]> layers = new LinkedHashMap<>();
        for (Object each : (List<?>) facts.get("layers")) {
            Map<?, ?> layer = (Map<?, ?>) each;
            layers.put(layer.get("layer").toString(), new long[] {
                ((Number) layer.get("rows")).longValue(), ((Number) layer.get("findings")).longValue()
            });
        }
        long found = ((Number) facts.get("findings")).longValue();
        long features = layers.values().stream().mapToLong(counts -> counts[0]).sum();
        blocks.add(
                found == 0
                        ? context.body("report.quality-good", layers.size(), features)
                        : context.body("report.quality-found", layers.size(), features, found));
        if (spec.limit() > 0) {
            layers.values().removeIf(counts -> counts[1] == 0);
        }
        if (!layers.isEmpty()) {
            blocks.add(layers(context, layers, features, found));
        }
        if (found > 0) {
            blocks.add(listed(context, (List<?>) facts.get("listed"), found));
        }
        blocks.add(
                context.note("report.quality-note", context.workspace().file().getFileName()));
        return blocks;
    }

    private static Block layers(ReportContext context, Map<String, long[]> layers, long features, long found) {
        List<Block.Row> rows = new ArrayList<>();
        layers.forEach((name, counts) ->
                rows.add(new Block.Row(List.of(context.layerTitle(name), name, counts[0], counts[1]), false)));
        rows.add(new Block.Row(List.of(context.text("report.row-total"), "", features, found), true));
        return context.grid(
                "quality",
                context.text("report.quality-title"),
                List.of(
                        context.words("report.column-layer"),
                        context.words("report.column-table"),
                        context.number("report.column-features"),
                        context.number("report.column-findings")),
                rows);
    }

    private static Block listed(ReportContext context, List<?> listed, long found) {
        List<Block.Row> rows = new ArrayList<>();
        for (Object each : listed.subList(0, Math.min(LISTED, listed.size()))) {
            Map<?, ?> fact = (Map<?, ?>) each;
            rows.add(new Block.Row(
                    List.of(
                            context.layerTitle(String.valueOf(fact.get("layer"))),
                            fact.get("layer") + "." + fact.get("fid"),
                            String.valueOf(fact.get("problem"))),
                    false));
        }
        return context.grid(
                "findings",
                context.text("report.findings-title", found, rows.size()),
                List.of(
                        context.words("report.column-layer"),
                        context.words("report.column-feature"),
                        context.words("report.column-problem")),
                rows);
    }
}
