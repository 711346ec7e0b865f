package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/** Result tables of the run as they are: those named, or all. */
final class TablesSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        List<Table> all = context.run().map(run -> run.tables()).orElse(List.of());
        List<String> ids = spec.tables().isEmpty() ? all.stream().map(Table::id).toList() : spec.tables();
        List<String> absent = new ArrayList<>();
        for (String id : ids) {
            Optional<Table> table = context.table(id);
            if (table.isEmpty()) {
                absent.add(id);
                continue;
            }
            Table shown = spec.limit() == 0 ? table.get() : ShelterSection.first(table.get(), spec.limit());
            blocks.add(context.grid(shown, spec.columns()));
            if (table.get().rows().isEmpty()) {
                blocks.add(context.note("report.table-empty"));
            } else if (shown.rows().size() < table.get().rows().size()) {
                blocks.add(context.note(
                        "report.rows-limit",
                        table.get().rows().size(),
                        shown.rows().size()));
            }
        }
        // a template may name tables of several models: only when the run has none of them is something missing
        if (blocks.isEmpty()) {
            blocks.add(context.gap(
                    "report.tables-missing",
                    spec.title().isEmpty()
                            ? NameList.of(absent)
                            : context.fields().plain(spec.title().text(context.language()), spec.type()),
                    context.fields().plain("{model}", spec.type())));
        }
        return blocks;
    }
}
