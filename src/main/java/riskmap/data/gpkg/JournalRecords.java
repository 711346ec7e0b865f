package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.Checkpoint;
import riskmap.data.EditStep;
import riskmap.data.MessageText;

/** Reads and writes the journal's tables in the transaction that is open on the connection. */
final class JournalRecords {
    private static final String STEP =
            "SELECT seq, name, made_at, user, device, state, row_count, layers FROM riskmap_edit ";

    private static final String ROW =
            "INSERT INTO riskmap_edit_row (id, seq, layer, fid, before, after) VALUES (?, ?, ?, ?, ?, ?)";

    private JournalRecords() {}

    /** Records a step as done. */
    static void add(Connection connection, Changes changes, List<RawChange> rows, Author author, String token)
            throws SQLException {
        add(connection, changes, changes.layers(), rows, author, token);
    }

    /** Records a step on these tables as done. */
    static void add(
            Connection connection,
            Changes changes,
            Collection<String> tables,
            List<RawChange> rows,
            Author author,
            String token)
            throws SQLException {
        long first = 1 + Sql.number(connection, "SELECT max(id) FROM riskmap_edit_row");
        Sql.run(
                connection,
                "INSERT INTO riskmap_edit (name, made_at, user, device, state, first_row, row_count, layers, token)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                MessageText.write(changes.name()),
                Clocks.now(),
                author.user(),
                author.device(),
                EditStep.State.DONE.name(),
                first,
                rows.size(),
                String.join("\n", tables),
                token);
        long seq = Sql.number(connection, "SELECT last_insert_rowid()");
        try (PreparedStatement statement = connection.prepareStatement(ROW)) {
            long id = first;
            for (RawChange row : rows) {
                bindRow(statement, id++, seq, row);
                statement.executeUpdate();
            }
        }
    }

    /** Records as done a step that has added rows with keys from {@code first} on. */
    static void addBulk(Connection connection, Message name, String layer, long first, long count, Author author)
            throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO riskmap_edit (name, made_at, user, device, state, first_row, row_count, layers, bulk_first)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)",
                MessageText.write(name),
                Clocks.now(),
                author.user(),
                author.device(),
                EditStep.State.DONE.name(),
                count,
                layer,
                first);
    }

    /** The first key of the rows that a step added in bulk; null where it is none, or its rows are recorded by now. */
    static Long bulkFirst(Connection connection, long seq) throws SQLException {
        return Sql.value(connection, "SELECT bulk_first FROM riskmap_edit WHERE seq=?", seq) instanceof Number first
                ? first.longValue()
                : null;
    }

    /** Records the rows that a bulk step added, so that it can be undone and redone as any other. */
    static void expandBulk(Connection connection, EditStep step, long firstKey, RawRows rows, Runnable tick)
            throws SQLException {
        long first = 1 + Sql.number(connection, "SELECT max(id) FROM riskmap_edit_row");
        try (PreparedStatement statement = connection.prepareStatement(ROW)) {
            for (int i = 0; i < step.rows(); i++) {
                Map<String, Object> cells = rows.read(firstKey + i, rows.columns());
                if (cells == null) {
                    throw RiskMapException.of(
                            "data.gpkg-edit-row-gone",
                            FeatureIds.of(rows.table().name(), firstKey + i));
                }
                bindRow(
                        statement,
                        first + i,
                        step.seq(),
                        new RawChange(rows.table().name(), firstKey + i, null, cells));
                statement.executeUpdate();
                tick.run();
            }
        }
        Sql.run(connection, "UPDATE riskmap_edit SET first_row=?, bulk_first=NULL WHERE seq=?", first, step.seq());
    }

    private static void bindRow(PreparedStatement statement, long id, long seq, RawChange row) throws SQLException {
        statement.setLong(1, id);
        statement.setLong(2, seq);
        statement.setString(3, row.layer());
        statement.setLong(4, row.fid());
        statement.setBytes(5, CellCodec.encode(row.before()));
        statement.setBytes(6, CellCodec.encode(row.after()));
    }

    /** Something else was done: what was undone is out of reach from now on. */
    static void abandonUndone(Connection connection) throws SQLException {
        Sql.run(
                connection,
                "UPDATE riskmap_edit SET state=? WHERE state=?",
                EditStep.State.ABANDONED.name(),
                EditStep.State.UNDONE.name());
    }

    static void mark(Connection connection, long seq, EditStep.State state) throws SQLException {
        Sql.run(connection, "UPDATE riskmap_edit SET state=? WHERE seq=?", state.name(), seq);
    }

    /** The last step that is done, or the first that is undone; null where there is none. */
    static EditStep next(Connection connection, EditStep.State state) throws SQLException {
        return next(connection, state, "");
    }

    /** The same of the steps that change how layers look. */
    static EditStep nextStyle(Connection connection, EditStep.State state) throws SQLException {
        return next(connection, state, "AND layers='" + EditStep.STYLES + "' ");
    }

    private static EditStep next(Connection connection, EditStep.State state, String which) throws SQLException {
        if (!JournalTables.exist(connection)) {
            return null;
        }
        String order = state == EditStep.State.DONE ? "DESC" : "ASC";
        List<EditStep> found =
                steps(connection, STEP + "WHERE state=? " + which + "ORDER BY seq " + order + " LIMIT 1", state.name());
        return found.isEmpty() ? null : found.get(0);
    }

    static List<EditStep> history(Connection connection, int most) throws SQLException {
        return steps(connection, STEP + "ORDER BY seq DESC LIMIT ?", most);
    }

    private static List<EditStep> steps(Connection connection, String sql, Object value) throws SQLException {
        List<EditStep> result = new ArrayList<>();
        for (Object[] row : Sql.rows(connection, sql, value)) {
            result.add(new EditStep(
                    ((Number) row[0]).longValue(),
                    MessageText.read((String) row[1]),
                    Instant.parse((String) row[2]),
                    (String) row[3],
                    (String) row[4],
                    EditStep.State.valueOf((String) row[5]),
                    ((Number) row[6]).intValue(),
                    List.of(((String) row[7]).split("\n"))));
        }
        return result;
    }

    /**
     * Goes through the rows of a step.
     *
     * @param backwards last row first
     */
    static void rows(Connection connection, long seq, boolean backwards, EditJournal.RowWork work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT r.layer, r.fid, r.before, r.after FROM riskmap_edit s JOIN riskmap_edit_row r"
                        + " ON r.id>=s.first_row AND r.id<s.first_row+s.row_count WHERE s.seq=? ORDER BY r.id"
                        + (backwards ? " DESC" : ""))) {
            statement.setLong(1, seq);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    work.run(new RawChange(
                            rows.getString(1),
                            rows.getLong(2),
                            CellCodec.decode(rows.getBytes(3)),
                            CellCodec.decode(rows.getBytes(4))));
                }
            }
        }
    }

    static Checkpoint checkpoint(Connection connection, String name, Author author) throws SQLException {
        long seq =
                Sql.number(connection, "SELECT max(seq) FROM riskmap_edit WHERE state=?", EditStep.State.DONE.name());
        String now = Clocks.now();
        Sql.run(
                connection,
                "INSERT INTO riskmap_checkpoint (name, seq, made_at, user) VALUES (?, ?, ?, ?)",
                name,
                seq,
                now,
                author.user());
        return new Checkpoint(name, seq, Instant.parse(now), author.user());
    }

    static List<Checkpoint> checkpoints(Connection connection) throws SQLException {
        List<Checkpoint> result = new ArrayList<>();
        for (Object[] row :
                Sql.rows(connection, "SELECT name, seq, made_at, user FROM riskmap_checkpoint ORDER BY id DESC")) {
            result.add(new Checkpoint(
                    (String) row[0], ((Number) row[1]).longValue(), Instant.parse((String) row[2]), (String) row[3]));
        }
        return result;
    }
}
