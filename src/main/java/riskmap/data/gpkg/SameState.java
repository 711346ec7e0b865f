package riskmap.data.gpkg;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections that see one and the same state of a file, each for a thread of its own that reads much of it from the
 * beginning to the end; closing gives them back. There is always one, and fewer than wanted where somebody commits in
 * between.
 *
 * <p><b>Source:</b> sqlite.org/pragma.html#pragma_data_version: two answers of one connection are equal when no other has
 * committed in between. All but the first are asked before the first begins to read and after they have begun themselves.
 */
final class SameState implements AutoCloseable {
    private static final String VERSION = "PRAGMA data_version";

    private final Database database;
    private final List<Connections.Opened> begun = new ArrayList<>();

    private SameState(Database database) {
        this.database = database;
    }

    /** Begins to read through as many connections as wanted, or fewer. */
    static SameState begin(Database database, int wanted) throws SQLException {
        SameState state = new SameState(database);
        List<Connections.Opened> others = new ArrayList<>();
        try {
            long[] versions = new long[wanted - 1];
            for (int i = 0; i < versions.length; i++) {
                others.add(database.borrow());
                versions[i] = Sql.number(others.get(i).connection(), VERSION);
            }
            state.add(database.borrow());
            for (int i = versions.length - 1; i >= 0; i--) {
                Connections.Opened other = others.remove(i);
                if (state.add(other) != versions[i]) {
                    state.release(state.begun.remove(state.begun.size() - 1));
                }
            }
            return state;
        } catch (SQLException | RuntimeException e) {
            others.forEach(database::giveBack);
            try {
                state.close();
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /** Begins to read through one more; which version of the file it sees. */
    private long add(Connections.Opened opened) throws SQLException {
        begun.add(opened);
        Sql.script(opened.connection(), "PRAGMA cache_size=" + Connections.SMALL_CACHE, "BEGIN");
        // the state is that of the first reading, not that of the beginning
        return Sql.number(opened.connection(), VERSION);
    }

    private void release(Connections.Opened opened) throws SQLException {
        try {
            Sql.script(opened.connection(), "COMMIT", "PRAGMA cache_size=" + Connections.CACHE);
        } finally {
            database.giveBack(opened);
        }
    }

    /** The connections; the list does not change. */
    List<Connections.Opened> connections() {
        return begun;
    }

    @Override
    public void close() throws SQLException {
        SQLException failure = null;
        for (Connections.Opened opened : begun) {
            try {
                release(opened);
            } catch (SQLException e) {
                failure = e;
            }
        }
        begun.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
