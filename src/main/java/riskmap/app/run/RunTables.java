package riskmap.app.run;

import java.util.Optional;
import riskmap.app.project.Workspace;
import riskmap.data.Table;

/** Tables of recorded runs for pages: in layouts {@code run:MODEL:TABLE}, of the model's latest run. */
public final class RunTables {
    private static final String PREFIX = "run:";

    private RunTables() {}

    /** Whether a table of a layout is one of these. */
    public static boolean knows(String id) {
        return id.startsWith(PREFIX);
    }

    /** The table; empty when the model has not run or gave no such table. */
    public static Optional<Table> of(Workspace workspace, String id) {
        String[] parts = id.substring(PREFIX.length()).split(":", 2);
        return parts.length < 2
                ? Optional.empty()
                : RiskRuns.latest(workspace, parts[0])
                        .flatMap(record -> record.table(parts[1]))
                        .map(table -> new Table(id, table.title(), table.columns(), table.rows()));
    }
}
