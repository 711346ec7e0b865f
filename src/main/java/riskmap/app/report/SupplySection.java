package riskmap.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import riskmap.analysis.LayerRows;
import riskmap.app.run.RunRecord;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.SectionSpec;
import riskmap.risk.RiskModels;

/** Supplies needed beside those in stock: from the last allocation run, else the stock alone, which it then says. */
final class SupplySection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        Optional<RunRecord> plan = context.latest(ShelterSection.MODEL);
        Optional<Table> relief = plan.flatMap(record -> record.table("relief"));
        if (relief.isPresent()) {
            String people = plan.flatMap(record -> record.table("shelter-plan"))
                    .map(table -> table.rows().get(0).get(1))
                    .filter(Number.class::isInstance)
                    .map(value -> riskmap.report.ShownNumber.text((Number) value, 0))
                    .orElse("–");
            blocks.add(context.grid(relief.get(), List.of()));
            blocks.add(context.note(
                    "report.supplies-base", people, plan.get().provenance().runId()));
            return blocks;
        }
        String layer = BaseCounts.layer(context.workspace(), "supply_stock");
        if (layer == null) {
            blocks.add(context.gap(
                    "report.supplies-missing",
                    RiskModels.byId(ShelterSection.MODEL).title()));
            return blocks;
        }
        blocks.add(context.gap(
                "report.supplies-no-need", RiskModels.byId(ShelterSection.MODEL).title()));
        blocks.add(stock(context, LayerRows.read(context.workspace().features(layer), progress), spec.limit()));
        return blocks;
    }

    /** What is in stock, item by item, in the unit it is kept in. */
    private static Block stock(ReportContext context, LayerRows rows, int limit) {
        record Item(String name, String unit) {}
        String[] items = rows.texts("item");
        String[] units = rows.hasAttribute("unit") ? rows.texts("unit") : new String[rows.size()];
        double[] quantities = rows.numbers("quantity");
        Map<Item, double[]> sums =
                new TreeMap<>(Comparator.comparing(Item::name).thenComparing(Item::unit));
        for (int row = 0; row < rows.size(); row++) {
            Item item = new Item(items[row] == null ? "–" : items[row], units[row] == null ? "" : units[row]);
            double[] sum = sums.computeIfAbsent(item, key -> new double[2]);
            sum[0] += Double.isNaN(quantities[row]) ? 0 : quantities[row];
            sum[1]++;
        }
        List<Block.Row> lines = new ArrayList<>();
        sums.forEach((item, sum) ->
                lines.add(new Block.Row(List.of(item.name(), whole(sum[0]), item.unit(), (long) sum[1]), false)));
        int shown = limit == 0 ? lines.size() : Math.min(limit, lines.size());
        String title = shown < lines.size()
                ? context.text("report.stock-title-part", lines.size(), shown)
                : context.text("report.stock-title");
        return context.grid(
                "stock",
                title,
                List.of(
                        context.words("report.column-item"),
                        context.number("report.column-in-stock"),
                        context.words("report.column-unit"),
                        context.number("report.column-entries")),
                lines.subList(0, shown));
    }

    private static Object whole(double number) {
        return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    }
}
