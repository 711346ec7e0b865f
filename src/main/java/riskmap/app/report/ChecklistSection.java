package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.Grids;
import riskmap.report.SectionSpec;
import riskmap.report.ShownNumber;
import riskmap.risk.RiskLevel;

/** What to do, level by level: for the levels that the results hold, with who and what lies in them. */
final class ChecklistSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        Table byLevel = ExposureSection.ending(context, "by-level").orElse(null);
        List<String> empty = new ArrayList<>();
        for (int level = RiskLevel.COUNT; level >= 1; level--) {
            List<riskmap.map.LocalText> actions = spec.levels().get(level);
            if (actions == null) {
                continue;
            }
            String title = RiskLevel.title(level).text(context.language());
            Optional<List<Object>> row = row(byLevel, level);
            if (byLevel != null && row.filter(ChecklistSection::holdsSomething).isEmpty()) {
                empty.add(title);
                continue;
            }
            blocks.add(new Block.Heading(
                    2,
                    byLevel == null
                            ? context.text("report.checklist-level", title)
                            : context.text(
                                    "report.checklist-level-people",
                                    title,
                                    number(byLevel, row.orElseThrow(), "building_people"),
                                    number(byLevel, row.orElseThrow(), "building_count"))));
            List<String> texts = new ArrayList<>();
            for (riskmap.map.LocalText action : actions) {
                texts.add(context.fields().plain(action.text(context.language()), spec.type()));
            }
            blocks.add(new Block.Items(Block.Mark.BOX, texts));
        }
        if (!empty.isEmpty()) {
            blocks.add(
                    context.note("report.checklist-empty", String.join(context.text("report.list-separator"), empty)));
        }
        if (byLevel == null) {
            blocks.add(
                    context.gap("report.checklist-no-levels", context.fields().plain("{model}", spec.type())));
        }
        return blocks;
    }

    private static Optional<List<Object>> row(Table table, int level) {
        return table == null
                ? Optional.empty()
                : table.rows().stream()
                        .filter(row -> row.get(0).equals(RiskLevel.title(level)))
                        .findFirst();
    }

    private static boolean holdsSomething(List<Object> row) {
        return row.stream().anyMatch(value -> value instanceof Number number && number.doubleValue() > 0);
    }

    private static String number(Table table, List<Object> row, String column) {
        int index = Grids.index(table, column);
        Object value = index < 0 ? null : row.get(index);
        return ShownNumber.cell(
                value, index < 0 ? 0 : table.columns().get(index).decimals());
    }
}
