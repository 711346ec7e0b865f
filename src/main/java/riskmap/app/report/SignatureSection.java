package riskmap.app.report;

import java.util.List;
import riskmap.base.Progress;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/** Where those sign who made, checked and issued the report. */
final class SignatureSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<String> roles = spec.texts().isEmpty()
                ? List.of(
                        context.text("report.sign-made"),
                        context.text("report.sign-checked"),
                        context.text("report.sign-issued"))
                : spec.texts().stream()
                        .map(text -> context.fields().plain(text.text(context.language()), spec.type()))
                        .toList();
        return List.of(new Block.Signature(
                roles,
                context.fields().plain("{maker}", spec.type()),
                context.fields().plain("{date}", spec.type())));
    }
}
