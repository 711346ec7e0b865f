package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.StoreUnavailableException;

/**
 * A connection that writes. The transaction begins with the first work and ends with {@link #commit} or
 * {@link #rollback}; then the next one may begin. Closing rolls back what was not committed.
 */
final class WriteSession implements AutoCloseable {
    private final Database database;
    private Connections.Opened opened;
    private boolean active;
    private boolean failed;

    WriteSession(Database database) {
        this.database = database;
    }

    /** Whether a transaction has begun, so that reads must see what it wrote. */
    synchronized boolean isActive() {
        return active;
    }

    /** The connection of the transaction in progress. */
    synchronized Connection connection() {
        return opened.connection();
    }

    /** Runs work inside the transaction, beginning it where needed. */
    synchronized <T> T run(SqlWork<T> work) {
        begin();
        try {
            return work.run(opened.connection());
        } catch (SQLException e) {
            RiskMapException failure = SqlFailure.of(database.file(), e);
            // disk full, out of memory and I/O errors have made SQLite roll back by itself
            failed = failed || isEnded();
            throw failure;
        }
    }

    private void begin() {
        if (failed) {
            throw new StoreUnavailableException(
                    Message.of("data.gpkg-rolled-back", database.file().toString()), null);
        }
        if (active) {
            return;
        }
        database.beginWriting();
        try {
            if (opened == null) {
                opened = database.borrow();
                StopOfTask.unwatch(opened);
                if (opened.deadline() != null) {
                    // its tables have no triggers but the index's: nothing here runs on by itself
                    opened.deadline().allowWriting();
                }
            }
            database.checkStillThere();
            database.beginLog(opened.connection());
            opened.connection().setAutoCommit(false);
            active = true;
        } catch (SQLException e) {
            reset();
            database.endWriting();
            throw SqlFailure.of(database.file(), e);
        } catch (RuntimeException e) {
            database.endWriting();
            throw e;
        }
    }

    /** Makes what was written last, whatever happens to power or program afterwards. */
    synchronized void commit() {
        if (!active) {
            return;
        }
        if (failed) {
            rollback();
            throw new StoreUnavailableException(
                    Message.of("data.gpkg-rolled-back", database.file().toString()), null);
        }
        try {
            database.checkStillThere();
            opened.connection().setAutoCommit(true);
            database.beginLog(opened.connection());
            database.committed();
        } catch (SQLException e) {
            RiskMapException failure = SqlFailure.of(database.file(), e);
            rollback();
            throw failure;
        } catch (RuntimeException e) {
            rollback();
            throw e;
        }
        end();
    }

    /** Forgets what was written since the transaction began. */
    synchronized void rollback() {
        if (!active) {
            return;
        }
        reset();
        failed = false;
        end();
    }

    private void end() {
        active = false;
        database.endWriting();
    }

    /**
     * Ends whatever is open without keeping it. After a failed commit SQLite may or may not have rolled back by itself:
     * an error here says only that nothing was left to end.
     */
    private void reset() {
        if (opened == null) {
            return;
        }
        Connection connection = opened.connection();
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException alreadyOver) {
            failed = false;
        }
        try {
            // the driver says COMMIT here: of nothing
            connection.setAutoCommit(true);
        } catch (SQLException alreadyOver) {
            failed = false;
        }
    }

    private boolean isEnded() {
        try (var probe = opened.connection().createStatement()) {
            // SAVEPOINT would begin a transaction of its own; BEGIN fails exactly while one is there
            probe.execute("BEGIN");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        rollback();
        if (opened != null) {
            database.giveBack(opened);
            opened = null;
        }
    }
}
