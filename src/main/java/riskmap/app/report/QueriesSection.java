package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.app.query.CrossTables;
import riskmap.app.query.SavedQueries;
import riskmap.app.query.SavedQuery;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/**
 * Cross-tables of saved queries, made anew from the project as it is: those the template names, else those the user has
 * added to reports. Nothing where there are none; one that cannot be made is a gap that says why.
 */
final class QueriesSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<SavedQuery> queries = new ArrayList<>();
        List<Block> gaps = new ArrayList<>();
        if (spec.tables().isEmpty()) {
            SavedQueries.all(context.workspace()).stream()
                    .filter(query -> query.inReports() && query.cross().isPresent())
                    .forEach(queries::add);
        }
        for (String name : spec.tables()) {
            SavedQueries.find(context.workspace(), name)
                    .filter(query -> query.cross().isPresent())
                    .ifPresentOrElse(queries::add, () -> gaps.add(context.gap("report.query-missing", name)));
        }
        if (queries.isEmpty() && gaps.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        blocks.addAll(gaps);
        for (SavedQuery query : queries) {
            progress.check();
            try {
                CrossTables.Made made = CrossTables.make(
                        context.workspace(),
                        query.layer(),
                        query.where(),
                        query.cross().orElseThrow(),
                        query.name(),
                        progress.part(0, 1));
                blocks.add(context.grid(made.table(), List.of()));
                if (!query.where().isEmpty()) {
                    blocks.add(context.note("report.query-where", query.where()));
                }
                for (Message note : made.cross().notes()) {
                    blocks.add(new Block.Paragraph(Block.Tone.NOTE, note.text(context.language())));
                }
            } catch (RiskMapException e) {
                blocks.add(context.gap("report.query-failed", query.name(), e.userMessage()));
            }
        }
        return blocks;
    }
}
