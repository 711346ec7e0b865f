package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.Connections.Access;

/**
 * How a path becomes an open {@link Database}: looked at, opened hardened, checked to be a GeoPackage. What cannot be
 * used is refused with one sentence; what is only odd becomes a notice.
 */
final class PackageFile {
    /** The newest version this program writes into: 1.4. Later ones are read only. */
    private static final int NEWEST = 10499;

    private PackageFile() {}

    /** @param draft whether it is thrown away unless its maker finishes it, forces it to the disk and gives it its name */
    static Database create(Path path, boolean draft) {
        Path file = path.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw RiskMapException.of("data.gpkg-exists", file.toString());
        }
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            throw RiskMapException.of("data.gpkg-no-folder", file.toString(), folder.toString());
        }
        if (!Files.isWritable(folder)) {
            throw RiskMapException.of("data.gpkg-folder-read-only", file.toString(), folder.toString());
        }
        EarlyFlush flush;
        try {
            Files.createFile(file);
            flush = draft ? new EarlyFlush(file) : null;
        } catch (IOException e) {
            throw new RiskMapException(Message.of("data.gpkg-cannot-open", file.toString(), e.getMessage()), e);
        }
        OpenFiles.enter(file, () -> null);
        Object key = OpenFiles.key(file);
        Connections connections = new Connections(file, draft ? Access.DRAFT : Access.CREATE, true);
        Database database = new Database(connections, file, () -> {
            if (flush != null) {
                flush.close();
            }
            OpenFiles.leave(key);
        });
        try {
            PackageTables.create(database);
            return database;
        } catch (RuntimeException e) {
            database.close();
            deleteQuietly(file);
            throw e;
        }
    }

    /** @param readsFirst whether a file to be written is read first: see {@link Integrity#judgeForeign} */
    static Database open(Path path, boolean readOnly, boolean readsFirst) {
        Path file = path.toAbsolutePath().normalize();
        boolean alone = !Files.exists(FileHeader.sidecar(file, "-wal"));
        FileHeader header = OpenFiles.enter(file, () -> look(file));
        Object key = OpenFiles.key(file);
        Database database;
        try {
            if (!readOnly) {
                refuseUnwritable(file);
            }
            database = connect(file, readOnly, header, () -> OpenFiles.leave(key));
        } catch (RuntimeException e) {
            OpenFiles.leave(key);
            tidy(file, alone && header != null);
            throw e;
        }
        try {
            judge(database, header, readsFirst);
            return database;
        } catch (RuntimeException e) {
            database.close();
            tidy(file, alone && header != null);
            throw e;
        }
    }

    /** Of a damaged file SQLite may leave the empty log that it began; nobody else can have that in use. */
    private static void tidy(Path file, boolean alone) {
        Path log = FileHeader.sidecar(file, "-wal");
        if (alone && Files.exists(log) && log.toFile().length() == 0) {
            log.toFile().delete();
            FileHeader.sidecar(file, "-shm").toFile().delete();
        }
    }

    /** Says what is not allowed to be written: the file, or its folder. */
    static void refuseUnwritable(Path file) {
        if (!Files.isWritable(file)) {
            throw RiskMapException.of("data.gpkg-file-read-only", file.toString());
        }
        if (!Files.isWritable(file.getParent())) {
            throw RiskMapException.of(
                    "data.gpkg-folder-read-only",
                    file.toString(),
                    file.getParent().toString());
        }
    }

    private static FileHeader look(Path file) {
        FileHeader header = FileHeader.read(file);
        LogStamp.refuseForeign(file);
        return header;
    }

    private static Database connect(Path file, boolean readOnly, FileHeader header, Runnable leave) {
        boolean log = FileHeader.sidecar(file, "-wal").toFile().length() > 0;
        // a reader that may not write cannot take away the empty log that it needs, and would leave it behind
        boolean tidy =
                header != null && header.wal() && !log && Files.isWritable(file) && Files.isWritable(file.getParent());
        Access access = !readOnly ? Access.WRITE : tidy ? Access.READ_AND_TIDY : Access.READ;
        try {
            // whoever may write takes the log over into the file when he closes: nobody may before it is known for ours
            boolean own = probe(new Connections(file, log ? Access.READ : access, false));
            if (log) {
                refuseForeignLog(file);
            }
            Database database = new Database(new Connections(file, access, own), file, leave);
            if (log && !own) {
                database.notice(Message.of("data.gpkg-log-read", file.toString()));
            }
            return database;
        } catch (SQLException e) {
            if (readOnly && SqlFailure.isSurroundings(e)) {
                return connectAsItLies(file, leave, e);
            }
            throw SqlFailure.of(file, e);
        }
    }

    /** Opens once, reads the schema; whether the file has this program's documents. */
    private static boolean probe(Connections connections) throws SQLException {
        try (var connection = connections.open().connection()) {
            return Sql.exists(connection, "table", Documents.TABLE);
        }
    }

    /**
     * The folder cannot be written, so SQLite cannot make its lock files. Without a log beside it the file is read as it
     * lies; with one, both are copied and the copy is read: the log holds the last commits.
     */
    private static Database connectAsItLies(Path file, Runnable leave, SQLException reason) {
        try {
            if (FileHeader.sidecar(file, "-wal").toFile().length() == 0
                    && FileHeader.sidecar(file, "-journal").toFile().length() == 0) {
                Connections connections = new Connections(file, Access.READ_AS_IT_LIES, false);
                return new Database(new Connections(file, Access.READ_AS_IT_LIES, probe(connections)), file, leave);
            }
            Snapshot copy = Snapshot.of(file);
            // the copy may be written: SQLite rolls back there what a program that died has left half done
            boolean own = probe(new Connections(copy.file(), Access.READ_AND_TIDY, false));
            return new Database(new Connections(copy.file(), Access.READ, own), file, () -> {
                copy.delete();
                leave.run();
            });
        } catch (SQLException | IOException e) {
            e.addSuppressed(reason);
            throw SqlFailure.of(file, reason);
        }
    }

    /** A log that belongs to another database would be taken for ours: SQLite checks it against itself only. */
    private static void refuseForeignLog(Path file) throws SQLException {
        Connections withLog = new Connections(file, Access.READ, false);
        Connections without = new Connections(file, Access.READ_AS_IT_LIES, false);
        if (hasContents(without) && !(hasContents(withLog) && sameStamp(withLog, without))) {
            throw RiskMapException.of("data.gpkg-foreign-log", file.toString());
        }
    }

    private static boolean sameStamp(Connections withLog, Connections without) throws SQLException {
        try (var logged = withLog.open().connection();
                var plain = without.open().connection()) {
            return LogStamp.matches(logged, plain);
        } catch (SQLException e) {
            if (SqlFailure.isDamage(e)) {
                // the file alone may be between two states of its log
                return true;
            }
            throw e;
        }
    }

    private static boolean hasContents(Connections connections) throws SQLException {
        try (var connection = connections.open().connection()) {
            return Sql.exists(connection, "table", "gpkg_contents");
        } catch (SQLException e) {
            if (SqlFailure.isDamage(e)) {
                return false;
            }
            throw e;
        }
    }

    private static void judge(Database database, FileHeader header, boolean readsFirst) {
        String name = database.file().toString();
        database.read(connection -> {
            for (String table : new String[] {"gpkg_contents", "gpkg_spatial_ref_sys"}) {
                if (!Sql.exists(connection, "table", table)) {
                    throw RiskMapException.of("data.gpkg-not-geopackage", name, table);
                }
            }
            return null;
        });
        if (header == null) {
            return;
        }
        if (!header.isMarked()) {
            database.notice(Message.of("data.gpkg-unmarked", name));
        }
        if (header.userVersion() > NEWEST) {
            database.notice(Message.of("data.gpkg-newer-version", name, Integer.toString(header.userVersion())));
            if (!database.isReadOnly()) {
                throw RiskMapException.of(
                        "data.gpkg-newer-version-write", name, Integer.toString(header.userVersion()));
            }
        }
        if (!database.isOwn()) {
            Integrity.judgeForeign(database, readsFirst);
        } else if (!database.isReadOnly()) {
            LogStamp.renew(database);
        }
    }

    private static void deleteQuietly(Path file) {
        for (String ending : new String[] {"", "-wal", "-shm", "-journal"}) {
            // where this fails, the failure before it is the one to tell
            FileHeader.sidecar(file, ending).toFile().delete();
        }
    }
}
