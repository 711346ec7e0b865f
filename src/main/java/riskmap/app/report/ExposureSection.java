package riskmap.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.Grids;
import riskmap.report.SectionSpec;
import riskmap.report.ShownNumber;

/**
 * Who and what lies in the zones, by level and by town, with the totals of the towns checked against those of the levels,
 * the proof that counting lost nothing, and whether the layers still hold what they held then.
 */
final class ExposureSection implements SectionMaker {
    private static final List<String> HIGH = List.of("level-4", "level-3");

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        Table byLevel = ending(context, "by-level").orElse(null);
        if (byLevel == null) {
            return List.of(
                    context.gap("report.exposure-missing", context.fields().plain("{model}", spec.type())));
        }
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        List<String> measures = spec.columns().isEmpty() ? measures(byLevel) : spec.columns();
        List<String> columns = new ArrayList<>(List.of(byLevel.columns().get(0).key()));
        columns.addAll(measures);
        blocks.add(context.grid(byLevel, columns));
        blocks.add(BaseCounts.note(context, byLevel, measures));
        Optional<Table> byTown = ending(context, "by-town");
        byTown.ifPresent(table -> byTown(context, spec, byLevel, table, measures, blocks));
        if (spec.limit() == 0) {
            context.table("conservation").ifPresent(table -> {
                blocks.add(context.grid(table, List.of()));
                blocks.add(context.note("report.conservation-note"));
            });
        }
        blocks.addAll(BaseCounts.today(context, progress));
        return blocks;
    }

    /** The table of zones by level or by town of the run. */
    static Optional<Table> ending(ReportContext context, String ending) {
        return context.run().stream()
                .flatMap(run -> run.tables().stream())
                .filter(table ->
                        table.id().equals("risk-" + ending) || table.id().equals("zones-" + ending))
                .findFirst();
    }

    private static List<String> measures(Table table) {
        return table.columns().stream().skip(1).map(Table.Column::key).toList();
    }

    private static void byTown(
            ReportContext context,
            SectionSpec spec,
            Table byLevel,
            Table byTown,
            List<String> measures,
            List<Block> blocks) {
        for (String measure : spec.measures()) {
            if (Grids.index(byTown, measure) >= 0) {
                pivot(context, byLevel, byTown, measure, blocks);
            }
        }
        if (spec.limit() == 0 && byTown.rows().stream().anyMatch(row -> isLevel(row.get(1), HIGH))) {
            blocks.add(high(context, byTown, measures));
            blocks.add(context.note("report.high-note"));
        }
    }

    /** One measure, a row for each town, a column for each level, and their sums. */
    private static void pivot(ReportContext context, Table byLevel, Table byTown, String measure, List<Block> blocks) {
        int index = Grids.index(byTown, measure);
        Table.Column column = byTown.columns().get(index);
        List<Object> levels =
                byTown.rows().stream().map(row -> row.get(1)).distinct().toList();
        List<Object> ordered = byLevel.rows().stream()
                .map(row -> row.get(0))
                .filter(levels::contains)
                .toList();
        Map<Object, Map<Object, Number>> towns = new LinkedHashMap<>();
        byTown.rows().forEach(row -> towns.computeIfAbsent(row.get(0), town -> new LinkedHashMap<>())
                .put(row.get(1), row.get(index) instanceof Number number ? number : null));
        List<Block.Column> columns = new ArrayList<>(List.of(context.words("report.column-town")));
        ordered.forEach(level -> columns.add(
                new Block.Column(String.valueOf(Grids.cell(level, context.language())), true, column.decimals())));
        columns.add(new Block.Column(context.text("report.column-sum"), true, column.decimals()));
        List<Block.Row> rows = new ArrayList<>();
        towns.forEach((town, values) -> rows.add(
                new Block.Row(withSum(town, ordered.stream().map(values::get).toList()), false)));
        List<Number> sums = ordered.stream()
                .map(level -> Grids.sum(
                        towns.values().stream().map(values -> values.get(level)).toList()))
                .toList();
        rows.add(new Block.Row(withSum(context.text("report.row-total"), sums), true));
        String title = context.text("report.by-town-title", heading(column, context));
        blocks.add(context.grid("by-town-" + measure.replace('_', '-'), title, columns, alike(columns, rows)));
        blocks.add(check(context, byLevel, measure, ordered, sums));
    }

    private static String heading(Table.Column column, ReportContext context) {
        return UnitText.heading(column.title().text(context.language()), column.unit(), context.language());
    }

    private static List<Object> withSum(Object head, List<Number> numbers) {
        List<Object> cells = new ArrayList<>(List.of(head));
        cells.addAll(numbers);
        cells.add(Grids.sum(numbers));
        return cells;
    }

    /** Says that the towns add up to the levels, or by how much they do not. */
    private static Block check(
            ReportContext context, Table byLevel, String measure, List<Object> levels, List<Number> sums) {
        int column = Grids.index(byLevel, measure);
        int decimals = column < 0 ? 0 : byLevel.columns().get(column).decimals();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < levels.size() && column >= 0; i++) {
            Object level = levels.get(i);
            Object whole = byLevel.rows().stream()
                    .filter(row -> row.get(0).equals(level))
                    .map(row -> row.get(column))
                    .findFirst()
                    .orElse(null);
            String there = ShownNumber.cell(whole, decimals);
            String here = ShownNumber.text(sums.get(i), decimals);
            boolean close = whole instanceof Number number
                    && ShownNumber.exact(number)
                                    .subtract(ShownNumber.exact(sums.get(i)))
                                    .abs()
                                    .doubleValue()
                            <= 1e-9 * Math.max(1, Math.abs(number.doubleValue()));
            if (!close) {
                differences.add(
                        context.text("report.total-differs-level", Grids.cell(level, context.language()), here, there));
            }
        }
        return differences.isEmpty()
                ? context.note("report.total-agrees")
                : context.warning(
                        "report.total-differs", String.join(context.text("report.list-separator"), differences));
    }

    /** What lies in the zones of the two highest levels, town by town. */
    private static Block high(ReportContext context, Table byTown, List<String> measures) {
        List<Integer> chosen = measures.stream()
                .map(key -> Grids.index(byTown, key))
                .filter(index -> index >= 0)
                .toList();
        List<Block.Column> columns = new ArrayList<>(List.of(context.words("report.column-town")));
        for (int index : chosen) {
            Table.Column column = byTown.columns().get(index);
            columns.add(new Block.Column(heading(column, context), true, column.decimals()));
        }
        List<Block.Row> rows = new ArrayList<>();
        List<List<Object>> all = new ArrayList<>();
        Grids.byFirst(byTown).forEach((town, lines) -> {
            List<List<Object>> high =
                    lines.stream().filter(row -> isLevel(row.get(1), HIGH)).toList();
            all.addAll(high);
            rows.add(new Block.Row(sums(town, high, chosen), false));
        });
        rows.add(new Block.Row(sums(context.text("report.row-total"), all, chosen), true));
        return context.grid("high-by-town", context.text("report.high-title"), columns, alike(columns, rows));
    }

    /** Amounts of one unit in every column behind the towns. */
    private static List<Block.Row> alike(List<Block.Column> columns, List<Block.Row> rows) {
        return Grids.alike(
                columns, rows, IntStream.range(1, columns.size()).boxed().toList());
    }

    private static List<Object> sums(Object head, List<List<Object>> lines, List<Integer> columns) {
        List<Object> cells = new ArrayList<>(List.of(head));
        for (int index : columns) {
            List<Number> numbers = new ArrayList<>();
            lines.forEach(row -> numbers.add(row.get(index) instanceof Number number ? number : null));
            cells.add(Grids.sum(numbers));
        }
        return cells;
    }

    static boolean isLevel(Object cell, List<String> levels) {
        return cell instanceof Message message
                && levels.stream().anyMatch(level -> message.key().equals("risk." + level));
    }
}
