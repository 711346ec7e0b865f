package riskmap.risk.model.count;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.ExactSum;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.Conservation;

/** The proofs that counting lost nothing, as a table and in a sentence. */
public final class ConservationTable {
    private ConservationTable() {}

    /** One row per layer and measure of any counts. */
    public static Table of(List<MeasureCount> counts) {
        List<List<Object>> rows = new ArrayList<>();
        for (MeasureCount count : counts) {
            Conservation proof = count.conservation();
            List<Object> row = new ArrayList<>();
            row.add(count.measure().title());
            row.add(ExactSum.number(proof.inside()));
            row.add(ExactSum.number(proof.outside()));
            row.add(ExactSum.number(proof.withoutGeometry()));
            row.add(ExactSum.number(proof.total()));
            row.add(proof.nullValues());
            row.add(Message.of(proof.holds() ? "risk.holds" : "risk.holds-not"));
            row.add(Message.of("risk.rule-" + count.measure().rule()));
            rows.add(row);
        }
        return new Table(
                "conservation",
                Message.of("risk.table-conservation"),
                List.of(
                        column("measure", "", 0),
                        column("inside", "", 1),
                        column("outside", "", 1),
                        column("without-geometry", "", 1),
                        column("total", "", 1),
                        column("null-values", "", 0),
                        column("holds", "", 0),
                        column("rule", "", 0)),
                rows);
    }

    /** Inside, outside and without geometry beside the total. */
    public static Message note(Conservation proof) {
        List<String> figures = proof.figures();
        return Message.of(
                "risk.note-conservation",
                proof.title(),
                figures.get(0),
                figures.get(1),
                figures.get(2),
                figures.get(3),
                Long.toString(proof.nullValues()),
                Message.of(proof.holds() ? "risk.holds" : "risk.holds-not"));
    }
}
