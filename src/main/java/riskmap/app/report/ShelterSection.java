package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.app.run.RunRecord;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.Grids;
import riskmap.report.SectionSpec;
import riskmap.risk.RiskModels;

/** Shelters and the people who find no place: from the last allocation run, else capacity beside need, which it then says. */
final class ShelterSection implements SectionMaker {
    static final String MODEL = "shelter-allocation";
    private static final String PEOPLE = "building_people";
    private static final String CAPACITY = "shelter_capacity_people";

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        Optional<RunRecord> plan = context.latest(MODEL);
        if (plan.isPresent()) {
            blocks.addAll(planned(context, spec, plan.get()));
        } else {
            blocks.addAll(estimated(context));
        }
        return blocks;
    }

    private static List<Block> planned(ReportContext context, SectionSpec spec, RunRecord plan) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(context.body(
                "report.shelters-run",
                context.time(plan.provenance().time()),
                plan.provenance().runId()));
        for (String id : List.of("shelter-plan", "shelter-plan-by-town")) {
            plan.table(id).ifPresent(table -> blocks.add(context.grid(table, List.of())));
        }
        plan.table("shelter-use").ifPresent(table -> {
            Table shown = spec.limit() == 0 ? table : first(table, spec.limit());
            blocks.add(context.grid(shown, List.of()));
            if (shown.rows().size() < table.rows().size()) {
                blocks.add(context.note(
                        "report.rows-limit", table.rows().size(), shown.rows().size()));
            }
        });
        String demand = plan.provenance().parameters().getOrDefault("demand", "");
        blocks.add(context.note(
                "report.shelters-base",
                SituationSection.value(
                        context,
                        ReportContext.model(MODEL).flatMap(model -> SituationSection.parameter(model, "demand")),
                        demand)));
        return blocks;
    }

    static Table first(Table table, int rows) {
        return new Table(
                table.id(),
                table.title(),
                table.columns(),
                table.rows().subList(0, Math.min(rows, table.rows().size())));
    }

    /** People of the two highest levels beside the places of all shelters, town by town. */
    private static List<Block> estimated(ReportContext context) {
        Table byTown = ExposureSection.ending(context, "by-town").orElse(null);
        int people = byTown == null ? -1 : Grids.index(byTown, PEOPLE);
        int capacity = byTown == null ? -1 : Grids.index(byTown, CAPACITY);
        if (people < 0 || capacity < 0) {
            return List.of(context.gap(
                    "report.shelters-missing", RiskModels.byId(MODEL).title()));
        }
        List<Block.Row> rows = new ArrayList<>();
        List<Number> needs = new ArrayList<>();
        List<Number> places = new ArrayList<>();
        Grids.byFirst(byTown).forEach((town, lines) -> {
            Number need = sum(
                    lines.stream()
                            .filter(row -> ExposureSection.isLevel(row.get(1), List.of("level-4", "level-3")))
                            .toList(),
                    people);
            Number there = sum(lines, capacity);
            needs.add(need);
            places.add(there);
            rows.add(new Block.Row(line(town, need, there), false));
        });
        rows.add(new Block.Row(line(context.text("report.row-total"), Grids.sum(needs), Grids.sum(places)), true));
        return List.of(
                context.gap("report.shelters-estimate", RiskModels.byId(MODEL).title()),
                context.grid(
                        "shelter-need",
                        context.text("report.shelter-need-title"),
                        List.of(
                                context.words("report.column-town"),
                                context.number("report.column-need"),
                                context.number("report.column-places"),
                                context.number("report.column-short")),
                        rows),
                context.note("report.shelter-need-note"));
    }

    private static List<Object> line(Object head, Number need, Number there) {
        double missing = Math.max(0, need.doubleValue() - there.doubleValue());
        return List.of(head, need, there, missing == Math.rint(missing) ? (Object) (long) missing : (Object) missing);
    }

    private static Number sum(List<List<Object>> lines, int column) {
        List<Number> numbers = new ArrayList<>();
        lines.forEach(row -> numbers.add(row.get(column) instanceof Number number ? number : null));
        return Grids.sum(numbers);
    }
}
