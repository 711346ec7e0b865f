package riskmap.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import riskmap.base.Message;
import riskmap.data.LayerKind;
import riskmap.data.Table;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.MissingKind;
import riskmap.edit.check.SignOff;
import riskmap.edit.check.Verdict;
import riskmap.edit.check.VerdictLine;
import riskmap.edit.check.VerdictRule;

/** Tables of the verdict: layer by layer and town by town, sums by layer and by town, and the sign-offs. */
public final class VerdictTables {
    private final Verdict verdict;
    private final VerdictRule rule;
    private final Function<String, String> titles;

    /** @param titles name of a layer → what it is called */
    public VerdictTables(Verdict verdict, Function<String, String> titles) {
        this.verdict = verdict;
        this.rule = verdict.rule();
        this.titles = titles;
    }

    /** The tables of a report whose layers are called as their kinds are. */
    public static VerdictTables of(Verdict verdict, CheckReport report) {
        return new VerdictTables(verdict, layer -> report.layer(layer)
                .map(known -> title(layer, known.kind()))
                .orElse(layer));
    }

    /** What a layer is called: as its kind, with its own name where that is another. */
    public static String title(String layer, LayerKind kind) {
        String title = kind.title().text();
        return layer.equals(kind.key()) ? title : title + " " + layer;
    }

    /** Every layer in every town, the sum of each layer, and the total. */
    public Table details() {
        return details(List.of());
    }

    /** The same with a row of no counts for each kind that the project lacks as a whole. */
    Table details(List<MissingKind> lacking) {
        List<List<Object>> rows = new ArrayList<>();
        for (VerdictLine layer : verdict.byLayer()) {
            List<VerdictLine> towns = verdict.lines().stream()
                    .filter(line -> line.layer().equals(layer.layer()))
                    .toList();
            towns.forEach(line -> rows.add(row(line)));
            if (towns.size() > 1) {
                rows.add(row(layer));
            }
        }
        lacking.forEach(missing -> rows.add(row(missing)));
        rows.add(row(verdict.total()));
        return new Table("verdict", Message.of("app.verdict-details"), columns(true, true), rows);
    }

    /** Each layer over all towns, and the total. */
    public Table byLayer() {
        List<List<Object>> rows = new ArrayList<>();
        verdict.byLayer().forEach(line -> rows.add(without(row(line), 1)));
        rows.add(without(row(verdict.total()), 1));
        return new Table("verdict-by-layer", Message.of("app.verdict-by-layer"), columns(true, false), rows);
    }

    /** Each town over all layers, and the total. */
    public Table byTown() {
        List<List<Object>> rows = new ArrayList<>();
        verdict.byTown().forEach(line -> rows.add(without(row(line), 0)));
        List<Object> total = without(row(verdict.total()), 0);
        total.set(0, Message.of("app.verdict-total"));
        rows.add(total);
        return new Table("verdict-by-town", Message.of("app.verdict-by-town"), columns(false, true), rows);
    }

    /** The sign-offs and whether they hold. */
    public static Table signOffs(List<SignState> states, Function<String, String> titles) {
        List<Table.Column> columns = new ArrayList<>();
        for (String key : List.of("layer", "town", "rows", "by", "at", "state", "errors", "reason", "hash")) {
            columns.add(column(key, "", 0));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (SignState state : states) {
            SignOff signed = state.signOff();
            List<Object> row = new ArrayList<>();
            row.add(titles.apply(signed.layer()));
            row.add(Signing.townName(signed.town()));
            row.add(signed.rows());
            row.add(signed.by());
            row.add(shortTime(signed.at()));
            row.add(Message.of(state.holds() ? "app.quality-signed" : "app.quality-reopened"));
            row.add(signed.errors());
            row.add(signed.reason());
            row.add(signed.hash().substring(0, 12));
            rows.add(row);
        }
        return new Table("sign-offs", Message.of("app.verdict-sign-offs"), columns, rows);
    }

    /** Day and minute of a moment. */
    public static String shortTime(String at) {
        return at.length() < 16 ? at : at.substring(0, 16).replace('T', ' ');
    }

    private static List<Object> without(List<Object> row, int column) {
        List<Object> rest = new ArrayList<>(row);
        rest.remove(column);
        return rest;
    }

    private List<Object> row(VerdictLine line) {
        List<Object> row = new ArrayList<>();
        row.add(line.layer().isEmpty() ? Message.of("app.verdict-total") : titles.apply(line.layer()));
        row.add(line.town().equals(Verdict.ALL) ? Message.of("app.verdict-all-towns") : Signing.townName(line.town()));
        row.add(line.rows());
        row.add(line.sampled());
        row.add(number(line.checked()));
        row.add(number(line.wrong()));
        row.add(line.checked() > 0 ? line.ratePercent() : null);
        row.add(Message.of(line.passes(rule) ? "app.verdict-pass" : "app.verdict-fail"));
        row.add(line.errors());
        row.add(line.warnings());
        row.add(line.excused());
        return row;
    }

    private static List<Object> row(MissingKind missing) {
        List<Object> row = new ArrayList<>();
        row.add(title(missing.layer(), missing.kind()));
        row.add(Message.of("app.verdict-all-towns"));
        for (int i = 0; i < 4; i++) {
            row.add(0L);
        }
        row.add(null);
        row.add(Message.of(missing.empty() ? "app.verdict-kind-empty" : "app.verdict-kind-absent"));
        for (int i = 0; i < 3; i++) {
            row.add(0L);
        }
        return row;
    }

    /** Counts are whole as long as no weight makes them otherwise. */
    private static Number number(double value) {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }

    private static List<Table.Column> columns(boolean layer, boolean town) {
        List<Table.Column> columns = new ArrayList<>();
        if (layer) {
            columns.add(column("layer", "", 0));
        }
        if (town) {
            columns.add(column("town", "", 0));
        }
        columns.add(column("rows", "", 0));
        columns.add(column("sampled", "", 0));
        columns.add(column("checked", "", 0));
        columns.add(column("wrong", "", 0));
        columns.add(column("rate", "", 2));
        columns.add(column("verdict", "", 0));
        columns.add(column("errors", "", 0));
        columns.add(column("warnings", "", 0));
        columns.add(column("excused", "", 0));
        return columns;
    }

    private static Table.Column column(String key, String unit, int decimals) {
        return new Table.Column(key, Message.of("app.verdict-column-" + key), unit, decimals);
    }
}
