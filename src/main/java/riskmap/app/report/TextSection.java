package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Progress;
import riskmap.map.LocalText;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/** Paragraphs of the template with fields; one whose number the results do not hold says so in its place. */
final class TextSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        return paragraphs(context, spec.texts(), spec.type());
    }

    static List<Block> paragraphs(ReportContext context, List<LocalText> texts, String where) {
        List<Block> blocks = new ArrayList<>();
        for (LocalText each : texts) {
            try {
                String text = context.fields().fill(each.text(context.language()), where);
                if (!text.isBlank()) {
                    blocks.add(new Block.Paragraph(Block.Tone.BODY, text));
                }
            } catch (ReportFields.NoNumber missing) {
                blocks.add(
                        context.gap("report.sentence-missing", missing.reason().text(context.language())));
            }
        }
        return blocks;
    }
}
