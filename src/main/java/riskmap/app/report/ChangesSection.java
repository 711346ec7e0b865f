package riskmap.app.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import riskmap.app.run.RunRecord;
import riskmap.base.Progress;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.Grids;
import riskmap.report.SectionSpec;
import riskmap.report.ShownNumber;
import riskmap.risk.Provenance;

/**
 * What has changed since the run before: parameters, inputs by their hashes, and every number of the tables that differs,
 * with before, now and the difference.
 */
final class ChangesSection implements SectionMaker {
    private static final List<String> TABLES = List.of("risk-by-level", "zones-by-level", "shelter-plan");
    private static final int MOST_ROWS = 200;

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        RunRecord now = context.run().orElse(null);
        RunRecord before = context.former().orElse(null);
        if (now == null || before == null) {
            blocks.add(context.gap("report.changes-none", context.fields().plain("{model}", spec.type())));
            return blocks;
        }
        blocks.add(context.body(
                "report.changes-runs",
                context.time(before.provenance().time()),
                before.provenance().runId(),
                context.time(now.provenance().time()),
                now.provenance().runId()));
        parameters(context, before.provenance(), now.provenance(), blocks);
        inputs(context, before.provenance(), now.provenance(), blocks);
        List<String> ids = spec.tables().isEmpty() ? TABLES : spec.tables();
        boolean compared = false;
        for (String id : ids) {
            Optional<Table> old = before.table(id);
            Optional<Table> current = now.table(id);
            if (old.isPresent() && current.isPresent()) {
                compared = true;
                blocks.addAll(differences(context, spec, old.get(), current.get()));
            }
        }
        if (!compared) {
            now.tables().stream()
                    .filter(table -> before.table(table.id()).isPresent())
                    .forEach(table -> blocks.addAll(
                            differences(context, spec, before.table(table.id()).orElseThrow(), table)));
        }
        return blocks;
    }

    private static void parameters(ReportContext context, Provenance before, Provenance now, List<Block> blocks) {
        TreeSet<String> keys = new TreeSet<>(before.parameters().keySet());
        keys.addAll(now.parameters().keySet());
        List<Block.Row> rows = new ArrayList<>();
        for (String key : keys) {
            String old = before.parameters().get(key);
            String current = now.parameters().get(key);
            if (!Objects.equals(old, current)) {
                var parameter =
                        ReportContext.model(now.model()).flatMap(model -> SituationSection.parameter(model, key));
                rows.add(new Block.Row(
                        List.of(
                                SituationSection.title(context, parameter, key),
                                old == null ? "–" : SituationSection.value(context, parameter, old),
                                current == null ? "–" : SituationSection.value(context, parameter, current)),
                        false));
            }
        }
        if (!before.modelVersion().equals(now.modelVersion())) {
            rows.add(new Block.Row(
                    List.of(context.text("report.model-version"), before.modelVersion(), now.modelVersion()), false));
        }
        if (rows.isEmpty()) {
            blocks.add(context.body("report.changes-parameters-same"));
            return;
        }
        blocks.add(context.grid(
                "changed-parameters",
                context.text("report.changes-parameters-title"),
                List.of(
                        context.words("report.column-parameter"),
                        context.words("report.column-before"),
                        context.words("report.column-now")),
                rows));
    }

    private static void inputs(ReportContext context, Provenance before, Provenance now, List<Block> blocks) {
        Map<String, Provenance.Content> old = new LinkedHashMap<>();
        before.inputs().forEach(content -> old.put(content.name(), content));
        List<String> changed = new ArrayList<>();
        for (Provenance.Content content : now.inputs()) {
            Provenance.Content former = old.remove(content.name());
            String title = context.layerTitle(content.name());
            if (former == null) {
                changed.add(context.text("report.input-new", title, content.size()));
            } else if (!former.sha256().equals(content.sha256())) {
                changed.add(context.text("report.input-changed", title, former.size(), content.size()));
            }
        }
        old.keySet().forEach(name -> changed.add(context.text("report.input-gone", context.layerTitle(name))));
        blocks.add(
                changed.isEmpty()
                        ? context.body("report.changes-inputs-same")
                        : context.body(
                                "report.changes-inputs", String.join(context.text("report.list-separator"), changed)));
    }

    private static List<Block> differences(ReportContext context, SectionSpec spec, Table old, Table current) {
        int keys = keys(current);
        Map<List<Object>, List<Object>> former = new LinkedHashMap<>();
        old.rows().forEach(row -> former.put(row.subList(0, Math.min(keys, row.size())), row));
        List<Block.Row> rows = new ArrayList<>();
        int compared = 0;
        for (List<Object> row : current.rows()) {
            List<Object> before = former.remove(row.subList(0, keys));
            for (int i = keys; i < row.size(); i++) {
                Table.Column column = current.columns().get(i);
                boolean wanted = spec.columns().isEmpty() || spec.columns().contains(column.key());
                int index = Grids.index(old, column.key());
                Object then = before == null || index < 0 ? null : before.get(index);
                if (wanted && (row.get(i) instanceof Number || then instanceof Number)) {
                    compared++;
                    add(context, rows, row.subList(0, keys), column, then, row.get(i));
                }
            }
        }
        String title = current.title().text(context.language());
        if (rows.isEmpty()) {
            return List.of(context.body("report.changes-table-same", title, compared));
        }
        int shown = Math.min(MOST_ROWS, rows.size());
        Block grid = context.grid(
                "changes-" + current.id(),
                context.text("report.changes-table-title", title),
                List.of(
                        context.words("report.column-row"),
                        context.words("report.column-measure"),
                        new Block.Column(context.text("report.column-before"), true, 2),
                        new Block.Column(context.text("report.column-now"), true, 2),
                        new Block.Column(context.text("report.column-difference"), true, 2)),
                rows.subList(0, shown));
        List<Block> blocks = new ArrayList<>(List.of(grid));
        blocks.add(context.note("report.changes-table-note", compared, rows.size(), shown));
        if (!former.isEmpty()) {
            blocks.add(context.note("report.changes-rows-gone", former.size()));
        }
        return blocks;
    }

    private static void add(
            ReportContext context,
            List<Block.Row> rows,
            List<Object> names,
            Table.Column column,
            Object before,
            Object now) {
        BigDecimal old = before instanceof Number number ? ShownNumber.exact(number) : null;
        BigDecimal current = now instanceof Number number ? ShownNumber.exact(number) : null;
        if (old != null && current != null && old.compareTo(current) == 0) {
            return;
        }
        List<String> name = names.stream()
                .map(value -> String.valueOf(Grids.cell(value, context.language())))
                .toList();
        List<Object> cells = new ArrayList<>();
        cells.add(String.join(" · ", name));
        cells.add(UnitText.heading(column.title().text(context.language()), column.unit(), context.language()));
        cells.add(shown(old));
        cells.add(shown(current));
        cells.add(old == null || current == null ? null : shown(current.subtract(old)));
        rows.add(new Block.Row(cells, false));
    }

    /** A number of a column of many units: whole ones without decimals. */
    private static Number shown(BigDecimal number) {
        if (number == null) {
            return null;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole ? (Number) number.longValueExact() : (Number) number;
    }

    /** Columns before the first number name the rows. */
    private static int keys(Table table) {
        int keys = 0;
        while (keys < table.columns().size() - 1 && !isNumeric(table, keys)) {
            keys++;
        }
        return Math.max(1, keys);
    }

    private static boolean isNumeric(Table table, int column) {
        return table.rows().stream().map(row -> row.get(column)).anyMatch(Number.class::isInstance);
    }
}
