package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/** A foreign file that is edited for the first time: from then on readers do not hold up its commits. */
class LateLogTest {
    private static final String LONG_READ =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 100000) SELECT i, s.n FROM n, square s";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFileOfAnotherProgram() throws Exception {
        file = folder.resolve("foreign.gpkg");
        Samples.squares(file, 50).close();
        try (Connection connection = plain(file)) {
            Sql.script(
                    connection,
                    "DROP TABLE riskmap_documents",
                    "DELETE FROM gpkg_contents WHERE table_name='riskmap_documents'");
        }
    }

    @Test
    void afterTheFirstEditCommitsDoNotWaitForReaders() throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            assertThat(journal(gpkg)).as("while it is only read").isEqualTo("delete");
            gpkg.putDocument("edit-session", "{}");
            assertThat(journal(gpkg)).isEqualTo("wal");
            try (Connection other = plain(file);
                    Statement reading = other.createStatement();
                    var rows = reading.executeQuery(LONG_READ)) {
                assertThat(rows.next()).isTrue();
                for (int i = 1; i <= 3; i++) {
                    add(gpkg, 1000 + i);
                }
                assertThat(rows.next()).isTrue();
            }
            assertThat(gpkg.dataStore().getFeatureSource("square").getCount(Query.ALL))
                    .isEqualTo(53);
        }
        assertOneFileWith(53);
    }

    @Test
    void aReaderInTheWayIsNotWaitedForAndTheNextWriteTriesAgain() throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            Documents.put(connection(gpkg), "note", "{}");
            LateLog log = new LateLog(file);
            try (Connection other = plain(file);
                    Statement reading = other.createStatement();
                    var rows = reading.executeQuery(LONG_READ)) {
                assertThat(rows.next()).isTrue();
                log.begin(connection(gpkg));
                log.begin(connection(gpkg));
                assertThat(log.isBegun()).isFalse();
                assertThat(journal(gpkg)).isEqualTo("delete");
                assertThat(rows.next()).isTrue();
            }
            log.begin(connection(gpkg));
            assertThat(log.isBegun()).isTrue();
            assertThat(journal(gpkg)).isEqualTo("wal");
            assertThat(synchronous(gpkg))
                    .as("FULL, or EXTRA which is the same in a log")
                    .isBetween(2L, 3L);
        }
    }

    @Test
    void whereAnotherProgramMadeItOursTheNextCommitIsInTheLog() throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            add(gpkg, 1001);
            assertThat(journal(gpkg)).as("nothing of ours but the steps").isEqualTo("delete");
            try (Connection other = plain(file)) {
                Documents.put(other, "note", "{}");
            }
            add(gpkg, 1002);
            assertThat(journal(gpkg)).isEqualTo("wal");
        }
        assertOneFileWith(52);
    }

    @Test
    void theLogOfASessionThatDiedIsKnownForTheFilesOwnAndAnotherOneIsNot() throws Exception {
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        Path copy = Samples.copy(file, Files.createDirectory(folder.resolve("before")));
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            gpkg.putDocument("edit-session", "{}");
            add(gpkg, 1001);
            Samples.copy(file, crashed);
        }
        try (GeoPackage gpkg = GeoPackage.open(crashed.resolve("foreign.gpkg"), false)) {
            assertThat(gpkg.dataStore().getFeatureSource("square").getCount(Query.ALL))
                    .isEqualTo(51);
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
            Files.copy(FileHeader.sidecar(gpkg.path(), "-wal"), FileHeader.sidecar(copy, "-wal"));
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> GeoPackage.open(copy, false))
                .hasMessageContaining(copy.toString());
    }

    @Test
    void aFileThatIsToKeepNoLogStaysAsItWas() throws Exception {
        System.setProperty("riskmap.journal", "delete");
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            gpkg.putDocument("edit-session", "{}");
            add(gpkg, 1001);
            assertThat(journal(gpkg)).isEqualTo("delete");
            assertThat(gpkg.documents("")).containsExactly("edit-session");
        } finally {
            System.clearProperty("riskmap.journal");
        }
        assertOneFileWith(51);
    }

    @Test
    void aFileThatIsOnlyReadKeepsItsBytesAndALogOfAnotherProgramItsMode() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertThat(Samples.read(gpkg, "square")).hasSize(50);
        }
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            assertThat(Samples.read(gpkg, "square")).hasSize(50);
        }
        assertThat(Arrays.equals(Files.readAllBytes(file), before)).isTrue();
        try (Connection other = plain(file)) {
            assertThat(Sql.value(other, "PRAGMA journal_mode=wal")).isEqualTo("wal");
        }
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            gpkg.putDocument("edit-session", "{}");
            add(gpkg, 1001);
        }
        assertThat(FileHeader.read(file).wal()).isTrue();
    }

    private void assertOneFileWith(int squares) throws Exception {
        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList()).containsExactly(file);
        }
        assertThat(FileHeader.read(file).wal()).isFalse();
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
            assertThat(Samples.read(gpkg, "square")).hasSize(squares);
        }
    }

    private static void add(GeoPackage gpkg, long fid) {
        RowChange row = RowChange.added(
                "square", fid, Map.of("geom", Samples.wkt("POLYGON((0 0, 10 0, 10 10, 0 0))"), "n", (int) fid));
        gpkg.edits()
                .commit(
                        new Changes(Message.of("data.gpkg-step-append", "square"), List.of(row)),
                        new Author("张三", "desk", ""),
                        Progress.silent());
    }

    private static Connection plain(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
    }

    /** The connection that waits to be used next. */
    private static Connection connection(GeoPackage gpkg) {
        Database database = gpkg.dataStore().layers().database();
        Connections.Opened opened = database.borrow();
        database.giveBack(opened);
        return opened.connection();
    }

    private static String journal(GeoPackage gpkg) throws SQLException {
        return (String) Sql.value(connection(gpkg), "PRAGMA journal_mode");
    }

    private static long synchronous(GeoPackage gpkg) throws SQLException {
        return Sql.number(connection(gpkg), "PRAGMA synchronous");
    }
}
