package riskmap.data.gpkg;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The one place that opens SQLite files, hardened: a file is data, it runs nothing.
 *
 * <p>{@code trusted_schema=OFF} (triggers and views call only harmless functions), no extensions, no attached databases,
 * limits on statement size, trigger depth and value length, checked cells, no memory mapping, five seconds of patience
 * with locks, and a {@link Deadline} on files that are not ours. Commits are durable: WAL with {@code synchronous=FULL}
 * on local disks, a rollback journal with {@code synchronous=EXTRA} elsewhere (2,000 simulated power cuts each: nothing
 * lost; NORMAL lost commits). Only a draft, which is not yet under its name, is written without them.
 *
 * <p><b>Source:</b> sqlite.org/security.html, sqlite.org/wal.html, sqlite.org/pragma.html#pragma_synchronous.
 *
 * @param file the file
 * @param access how it is opened
 * @param isOwn whether this program keeps documents in it, so that it may be run without a deadline
 */
record Connections(Path file, Access access, boolean isOwn) {
    /** How long a statement waits for another program's lock. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long a statement on a foreign file may compute without giving a row. */
    static final Duration FOREIGN_LIMIT = Duration.ofSeconds(4);

    /** Longest value: a geometry of 12 million positions. */
    private static final String LONGEST_VALUE = "200000000";

    /** Pages kept in memory, in KiB below zero. */
    static final int CACHE = -32768;

    /** The same for a draft, which is written from its beginning to its end: each new page of a cache has its cost. */
    private static final int CACHE_OF_DRAFT = -8192;

    /** The same for who reads from the beginning to the end, and needs no page twice. */
    static final int SMALL_CACHE = -1024;

    /** A log that an import has made longer than this is cut back to it once it has been carried over. */
    private static final long LONGEST_LOG = 64L << 20;

    /** How a file is opened. */
    enum Access {
        /** Made when missing, read and written. */
        CREATE,
        /**
         * Made, and thrown away unless it gets finished: nothing has to survive a power cut before whoever finishes it
         * forces it to the disk. A transaction can still be taken back, by a journal of the few pages that were there.
         */
        DRAFT,
        WRITE,
        READ,
        /** Only read, but SQLite may take away its own empty log and lock files in the end. */
        READ_AND_TIDY,
        /** Read as it lies, without lock files: its folder cannot be written. */
        READ_AS_IT_LIES
    }

    /** A new connection, and the deadline its statements run under (null: none). */
    record Opened(Connection connection, Deadline deadline) {}

    boolean isReadOnly() {
        return access != Access.CREATE && access != Access.WRITE && access != Access.DRAFT;
    }

    boolean isDraft() {
        return access == Access.DRAFT;
    }

    Opened open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(false);
        // the driver lets one thread at a time into a connection: SQLite need not lock it again for each cell
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setReadOnly(access == Access.READ || access == Access.READ_AS_IT_LIES);
        if (access == Access.WRITE || access == Access.READ_AND_TIDY) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setGetGeneratedKeys(false);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, LONGEST_VALUE);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_SQL_LENGTH, "1000000");
        config.setPragma(SQLiteConfig.Pragma.LIMIT_TRIGGER_DEPTH, "5");
        config.setPragma(SQLiteConfig.Pragma.LIMIT_EXPR_DEPTH, "200");
        String address = "jdbc:sqlite:" + file.toAbsolutePath().toUri();
        Connection connection =
                config.createConnection(access == Access.READ_AS_IT_LIES ? address + "?immutable=1" : address);
        try {
            return prepared(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Loads SQLite: the first connection of a program takes a tenth of a second more than the next. */
    static void load() {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw SqlFailure.of(Path.of(":memory:"), e);
        }
    }

    private Opened prepared(Connection connection) throws SQLException {
        Deadline deadline = null;
        if (!isOwn) {
            deadline = new Deadline(FOREIGN_LIMIT);
            ProgressHandler.setHandler(connection, Deadline.STEPS, deadline);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema=OFF");
            statement.execute("PRAGMA cell_size_check=ON");
            statement.execute("PRAGMA mmap_size=0");
            statement.execute("PRAGMA cache_size=" + (isDraft() ? CACHE_OF_DRAFT : CACHE));
            statement.execute("PRAGMA temp_store=MEMORY");
            statement.execute("PRAGMA journal_size_limit=" + LONGEST_LOG);
            if (access == Access.READ_AND_TIDY) {
                statement.execute("PRAGMA query_only=ON");
            }
            if (access == Access.CREATE || access == Access.WRITE) {
                statement.execute("PRAGMA foreign_keys=" + (isOwn ? "ON" : "OFF"));
                statement.execute("PRAGMA synchronous=" + Journal.synchronous(statement));
            }
            if (isDraft()) {
                statement.execute("PRAGMA foreign_keys=ON");
                statement.execute("PRAGMA synchronous=OFF");
            }
        }
        SpatialFunctions.register(connection);
        return new Opened(connection, deadline);
    }
}
