package riskmap.risk.model.result;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;

/** How many have each colour of alarm, and of how many nothing is known: cells of a row, the worst colour first. */
public final class AlarmCounts {
    /** The columns of the colours, as a chart draws them. */
    public static final List<String> COLOURS = List.of("red", "orange", "yellow", "blue");

    private final long[] counts = new long[RiskLevel.COUNT + 1];

    /** @param level 1 to 4, 0 where nothing is known */
    public void add(int level) {
        counts[level]++;
    }

    /** A row that has these cells first. */
    public List<Object> row(Object... first) {
        List<Object> row = new ArrayList<>(Arrays.asList(first));
        for (int level = RiskLevel.COUNT; level >= 0; level--) {
            row.add(counts[level]);
        }
        return row;
    }

    /** The columns of such rows. */
    public static List<Table.Column> columns(Table.Column... first) {
        List<Table.Column> columns = new ArrayList<>(Arrays.asList(first));
        COLOURS.forEach(colour -> columns.add(column(colour, "", 0)));
        columns.add(column("no-data", "", 0));
        return columns;
    }
}
