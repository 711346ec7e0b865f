package riskmap.data.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import riskmap.base.RiskMapException;

/**
 * Tells a file's own write-ahead log from one of a sibling that came to lie beside it. SQLite checks a log against itself
 * only: it takes a stranger's and shows, and keeps, the other database's pages.
 *
 * <p>Two marks are compared. The change counter: the first page 1 in a log counts on from the page 1 in the file, or the
 * file has taken over one of the log's own. And in this program's files a random stamp: written into the file before the
 * log is begun and again as the log's first commit, so that a log carries the stamp of its file.
 *
 * <p><b>Source:</b> SQLite database file format, sections 1.3.7 and 4.1 (WAL header and frames, big-endian).
 */
final class LogStamp {
    static final String KEY = "log-stamp";
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int COUNTER = 24;
    private static final int MAGIC = 0x377F0682;

    private LogStamp() {}

    /** Refuses a log beside a file that is not open; to be asked before SQLite opens either. */
    static void refuseForeign(Path file) {
        Path log = FileHeader.sidecar(file, "-wal");
        if (log.toFile().length() <= HEADER) {
            return;
        }
        try (InputStream main = Files.newInputStream(file);
                InputStream frames = new java.io.BufferedInputStream(Files.newInputStream(log), 1 << 16)) {
            ByteBuffer page = ByteBuffer.wrap(main.readNBytes(100));
            if (page.limit() == 100 && !continues(page.getInt(COUNTER), page.getShort(16) & 0xFFFF, frames)) {
                throw RiskMapException.of("data.gpkg-foreign-log", file.toString());
            }
        } catch (IOException unreadable) {
            throw new RiskMapException(riskmap.base.Message.of("data.gpkg-unreadable", log.toString()), unreadable);
        }
    }

    private static boolean continues(int counter, int pageSize, InputStream log) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(log.readNBytes(HEADER));
        if (header.limit() < HEADER || (header.getInt(0) & ~1) != MAGIC) {
            // no log at all: SQLite leaves it aside
            return true;
        }
        int size = header.getInt(8);
        if (size != (pageSize == 1 ? 65536 : pageSize)) {
            return false;
        }
        LogSum sum = new LogSum(header);
        boolean first = true;
        while (true) {
            byte[] frame = log.readNBytes(FRAME + size);
            if (frame.length < FRAME + size || !sum.accepts(frame)) {
                // the end, what an earlier round of the log has left, or what a power cut has torn
                return first;
            }
            ByteBuffer values = ByteBuffer.wrap(frame);
            if (values.getInt(0) == 1) {
                int there = values.getInt(FRAME + COUNTER);
                if (there == counter || first && there == counter + 1) {
                    return true;
                }
                first = false;
            }
        }
    }

    /** The running checksum by which SQLite knows which frames of a log are whole and of this round. */
    private static final class LogSum {
        private final ByteOrder order;
        private final long salt;
        private int a;
        private int b;

        LogSum(ByteBuffer header) {
            order = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            salt = header.getLong(16);
            add(header.array(), 0, 24);
        }

        boolean accepts(byte[] frame) {
            ByteBuffer values = ByteBuffer.wrap(frame);
            if (values.getLong(8) != salt) {
                return false;
            }
            add(frame, 0, 8);
            add(frame, FRAME, frame.length);
            return a == values.getInt(16) && b == values.getInt(20);
        }

        private void add(byte[] bytes, int from, int to) {
            ByteBuffer words = ByteBuffer.wrap(bytes).order(order);
            for (int at = from; at < to; at += 8) {
                a += words.getInt(at) + b;
                b += words.getInt(at + 4) + a;
            }
        }
    }

    /**
     * Whether what is read with the log carries the stamp of the file without it. A stamp is in the file before the log
     * is begun: a file without one, under a log with one, has come to lie there in place of the log's own.
     */
    static boolean matches(Connection withLog, Connection without) throws SQLException {
        return read(without).equals(read(withLog));
    }

    /** Puts a new stamp into the file, then begins the log with it; where the file keeps no log, nothing. */
    static void renew(Database database) {
        if (!Journal.modeFor(database.file()).equals("wal")) {
            keepMode(database);
            return;
        }
        String stamp = fresh();
        boolean fresh = database.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return !Journal.isWal(statement);
            }
        });
        if (fresh) {
            database.write(connection -> put(connection, stamp));
        }
        keepMode(database);
        if (fresh) {
            database.write(connection -> put(connection, stamp));
        }
    }

    /** A stamp that no other log has; always the same where the clock stands still, for equal bytes. */
    static String fresh() {
        return System.getProperty("riskmap.clock") == null ? UUID.randomUUID().toString() : "";
    }

    private static void keepMode(Database database) {
        database.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                Journal.keep(statement, Journal.modeFor(database.file()));
            }
            return null;
        });
    }

    private static Optional<String> read(Connection connection) throws SQLException {
        return Sql.exists(connection, "table", Documents.TABLE)
                ? Optional.ofNullable(
                        (String) Sql.value(connection, "SELECT json FROM riskmap_documents WHERE key=?", KEY))
                : Optional.empty();
    }

    /** Writes the stamp that is there once more, into a log that has just begun: whoever has put it there. */
    static void repeat(Connection connection) throws SQLException {
        Sql.run(connection, "UPDATE riskmap_documents SET changed_at=? WHERE key=?", Clocks.now(), KEY);
    }

    static int put(Connection connection, String stamp) throws SQLException {
        return Sql.run(
                connection,
                "INSERT INTO riskmap_documents (key, json, changed_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (key) DO UPDATE SET json=excluded.json, changed_at=excluded.changed_at",
                KEY,
                '"' + stamp + '"',
                Clocks.now());
    }
}
