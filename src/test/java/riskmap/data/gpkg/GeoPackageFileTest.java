package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.geotools.api.data.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** What stands in the way is said in one sentence that names the file. */
class GeoPackageFileTest {
    @TempDir
    Path folder;

    private void assertRefused(String key, Path file, ThrowingCallable call) {
        RiskMapException refusal = catchThrowableOfType(RiskMapException.class, call);
        assertThat(refusal).as(key).isNotNull();
        assertThat(refusal.userMessage().key()).isEqualTo(key);
        assertThat(refusal.userMessage().text()).contains(file.toString()).doesNotContain("\n");
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void whatIsNoGeoPackageIsNamedForWhatItIs() throws Exception {
        Path missing = folder.resolve("没有.gpkg");
        assertRefused("data.gpkg-missing", missing, () -> GeoPackage.open(missing, true));
        assertThat(missing).doesNotExist();
        assertRefused("data.gpkg-folder", folder, () -> GeoPackage.open(folder, true));
        Path empty = file("empty.gpkg", new byte[0]);
        assertRefused("data.gpkg-empty", empty, () -> GeoPackage.open(empty, false));
        Path zip = file("zip.gpkg", "PK\3\4aaaaaaaaaaaaaa".getBytes(StandardCharsets.US_ASCII));
        assertRefused("data.gpkg-is-zip", zip, () -> GeoPackage.open(zip, true));
        Path gzip = file("gzip.gpkg", new byte[] {0x1F, (byte) 0x8B, 8, 0});
        assertRefused("data.gpkg-is-gzip", gzip, () -> GeoPackage.open(gzip, true));
        Path page = file("page.gpkg", "\n<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII));
        assertRefused("data.gpkg-is-web-page", page, () -> GeoPackage.open(page, true));
        Path text = file("text.gpkg", new byte[5000]);
        assertRefused("data.gpkg-not-sqlite", text, () -> GeoPackage.open(text, true));
        Path plain = folder.resolve("plain.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + plain.toUri())) {
            Sql.script(connection, "CREATE TABLE t (a)");
        }
        assertRefused("data.gpkg-not-geopackage", plain, () -> GeoPackage.open(plain, true));
    }

    @Test
    void aFileThatWasCutOffSaysHowMuchIsThere() throws Exception {
        Path file = folder.resolve("cut.gpkg");
        Samples.squares(file, 500).close();
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertRefused("data.gpkg-truncated", file, () -> GeoPackage.open(file, true));
    }

    @Test
    void creatingNeedsAFreeNameInAFolderThatIsThere() throws Exception {
        Path there = file("there.gpkg", new byte[] {1});
        assertRefused("data.gpkg-exists", there, () -> GeoPackage.create(there));
        Path nowhere = folder.resolve("nowhere").resolve("a.gpkg");
        assertRefused("data.gpkg-no-folder", nowhere, () -> GeoPackage.create(nowhere));
    }

    @Test
    void whatIsOpenReadOnlyIsNotChanged() throws Exception {
        Path file = folder.resolve("a.gpkg");
        Samples.squares(file, 20).close();
        byte[] before = Files.readAllBytes(file);
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertThat(Samples.read(gpkg, "square")).hasSize(20);
            assertRefused("data.gpkg-read-only", file, () -> gpkg.putDocument("a", "b"));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(file);
        }
    }

    @Test
    void aDraftIsOneFileThatOpensLikeAnyOther() throws Exception {
        Path file = folder.resolve("draft.gpkg");
        try (GeoPackage draft = GeoPackage.createDraft(file)) {
            draft.createLayer(Samples.type("spot", "geom", org.locationtech.jts.geom.Point.class), null);
            var spot = Samples.feature(draft.schema("spot"), Samples.wkt("POINT(420000 4141000)"));
            draft.append("spot", Samples.collection(spot, spot, spot), Progress.silent());
            assertThat(draft.dataStore().getFeatureSource("spot").getCount(Query.ALL))
                    .isEqualTo(3);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(file);
        }
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
            gpkg.putDocument("a", "b");
            assertThat(Files.exists(FileHeader.sidecar(file, "-wal")))
                    .as("once it has its name commits are kept in a log")
                    .isTrue();
        }
    }

    @Test
    void aLargeDraftThatIsFlushedWhileItIsWrittenIsWholeAndLeavesNoThread() throws Exception {
        Path file = folder.resolve("large.gpkg");
        int rows = 120_000;
        long before = flushingThreads();
        try (GeoPackage draft = GeoPackage.createDraft(file)) {
            draft.createLayer(Samples.type("spot", "geom", org.locationtech.jts.geom.Point.class), null);
            var spot = Samples.feature(draft.schema("spot"), Samples.wkt("POINT(420000 4141000)"));
            draft.append("spot", Collections.nCopies(rows, spot).iterator(), rows, Progress.silent());
            assertThat(flushingThreads()).isEqualTo(before + 1);
        }
        assertThat(flushingThreads()).isEqualTo(before);
        assertThat(file.toFile().length()).isGreaterThan(8L << 20);
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
            assertThat(gpkg.dataStore().getFeatureSource("spot").getCount(Query.ALL))
                    .isEqualTo(rows);
        }
    }

    private static long flushingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("riskmap-flush"))
                .count();
    }

    @Test
    void anotherProgramsLockIsWaitedForAndThenNamed() throws Exception {
        Path file = folder.resolve("a.gpkg");
        try (GeoPackage gpkg = Samples.squares(file, 20);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql.script(other, "BEGIN IMMEDIATE");
            assertRefused("data.gpkg-locked", file, () -> gpkg.putDocument("a", "b"));
            assertThat(gpkg.dataStore().getFeatureSource("square").getCount(Query.ALL))
                    .isEqualTo(20);
            Sql.script(other, "ROLLBACK");
            gpkg.putDocument("a", "b");
            assertThat(gpkg.document("a")).contains("b");
        }
    }

    @Test
    void aFileThatWasReplacedMeanwhileIsNotCommittedInto() throws Exception {
        Path file = folder.resolve("a.gpkg");
        Path other = folder.resolve("b.gpkg");
        Samples.squares(other, 5).close();
        try (GeoPackage gpkg = Samples.squares(file, 20)) {
            assumeTrue(OpenFiles.key(file) != null && !OpenFiles.key(file).equals(OpenFiles.key(other)));
            gpkg.putDocument("a", "b");
            Files.move(file, folder.resolve("moved.gpkg"));
            assertRefused("data.gpkg-moved", file, () -> gpkg.putDocument("a", "c"));
            Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertRefused("data.gpkg-moved", file, () -> gpkg.putDocument("a", "c"));
        }
    }

    @Test
    void commitsAreInTheFileWhenItIsClosedAndNothingLiesBesideIt() throws Exception {
        Path file = folder.resolve("a.gpkg");
        try (GeoPackage gpkg = Samples.squares(file, 20)) {
            assertThat(journal(gpkg)).isEqualTo(Journal.modeFor(file));
            gpkg.putDocument("a", "b");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(file);
        }
        assertThat(FileHeader.read(file).wal()).isFalse();
        assertThat(FileHeader.read(file).userVersion()).isEqualTo(10300);
    }

    @Test
    void theSettingKeepsARollbackJournal() throws Exception {
        System.setProperty("riskmap.journal", "delete");
        try (GeoPackage gpkg = Samples.squares(folder.resolve("a.gpkg"), 20)) {
            assertThat(journal(gpkg)).isEqualTo("delete");
            long synchronous = gpkg.dataStore()
                    .layers()
                    .database()
                    .read(connection -> Sql.number(connection, "PRAGMA synchronous"));
            assertThat(synchronous).as("EXTRA").isEqualTo(3);
        } finally {
            System.clearProperty("riskmap.journal");
        }
    }

    private static String journal(GeoPackage gpkg) {
        return gpkg.dataStore().layers().database().read(connection ->
                (String) Sql.value(connection, "PRAGMA journal_mode"));
    }

    @Test
    void aLogLeftByACrashIsReadWithItsCommits() throws Exception {
        Path file = folder.resolve("a.gpkg");
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        try (GeoPackage gpkg = Samples.squares(file, 20)) {
            assumeTrue("wal".equals(journal(gpkg)));
            gpkg.putDocument("a", "committed");
            Path copy = Samples.copy(file, crashed);
            assertThat(FileHeader.sidecar(copy, "-wal")).isNotEmptyFile();
        }
        try (GeoPackage gpkg = GeoPackage.open(crashed.resolve("a.gpkg"), true)) {
            assertThat(gpkg.document("a")).contains("committed");
        }
        try (GeoPackage gpkg = GeoPackage.open(crashed.resolve("a.gpkg"), false)) {
            assertThat(gpkg.document("a")).contains("committed");
            assertThat(gpkg.verify(Progress.silent())).isEmpty();
        }
    }

    @Test
    void aCopyThatIsReadInsteadOfAFileInALockedFolderHoldsItsLogToo() throws Exception {
        Path file = folder.resolve("a.gpkg");
        Path copies = Files.createDirectory(folder.resolve("copies"));
        try (GeoPackage gpkg = Samples.squares(file, 20)) {
            gpkg.putDocument("a", "committed");
            Samples.copy(file, copies);
        }
        Snapshot snapshot = Snapshot.of(copies.resolve("a.gpkg"));
        try (GeoPackage gpkg = GeoPackage.open(snapshot.file(), true)) {
            assertThat(gpkg.document("a")).contains("committed");
        }
        snapshot.delete();
        assertThat(snapshot.file().getParent()).doesNotExist();
    }

    @Test
    void theSameClockGivesTheSameBytes() throws Exception {
        System.setProperty("riskmap.clock", "2024-06-01T00:00:00Z");
        try {
            Samples.squares(folder.resolve("a.gpkg"), 300).close();
            Samples.squares(folder.resolve("b.gpkg"), 300).close();
        } finally {
            System.clearProperty("riskmap.clock");
        }
        assertThat(Files.readAllBytes(folder.resolve("a.gpkg")))
                .isEqualTo(Files.readAllBytes(folder.resolve("b.gpkg")));
    }

    @Test
    void verificationFindsWhatOtherProgramsBroke() throws Exception {
        Path file = folder.resolve("a.gpkg");
        Samples.squares(file, 50).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            SpatialFunctions.register(connection);
            Sql.script(
                    connection,
                    "DROP TRIGGER rtree_square_geom_update1",
                    "DROP TRIGGER rtree_square_geom_delete",
                    "DELETE FROM rtree_square_geom WHERE id IN (3, 5)",
                    "UPDATE rtree_square_geom SET minx=maxx WHERE id=4",
                    "INSERT INTO rtree_square_geom VALUES (7, 1, 2, 1, 2)",
                    "UPDATE square SET geom=x'4750000101' WHERE fid=9",
                    "UPDATE gpkg_contents SET max_x=0 WHERE table_name='square'");
        }
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            List<String> keys = gpkg.verify(Progress.silent()).stream()
                    .map(finding -> finding.key() + " " + finding.arguments().get(0))
                    .toList();
            assertThat(keys)
                    .contains(
                            "data.gpkg-finding-box-missing square.3",
                            "data.gpkg-finding-box-wrong square.4",
                            "data.gpkg-finding-box-extra square.7",
                            "data.gpkg-geometry-unreadable square.9",
                            "data.gpkg-finding-triggers square",
                            "data.gpkg-finding-extent square");
            assertThat(Samples.read(gpkg, "square")).hasSize(50);
            assertThat(gpkg.notices()).extracting(notice -> notice.key()).contains("data.gpkg-geometry-unreadable");
        }
        try (GeoPackage gpkg = GeoPackage.open(file, false)) {
            // an index that is short of rows hides none, and is made whole before the first change
            Query window = new Query(
                    "square",
                    org.geotools.filter.text.ecql.ECQL.toFilter("BBOX(geom, 420041, 4141001, 420042, 4141002)"));
            assertThat(gpkg.dataStore().getFeatureSource("square").getCount(window))
                    .isEqualTo(1);
        }
    }

    @Test
    void damageInAForeignFileIsToldToReadersAndKeepsWritersAway() throws Exception {
        Path file = folder.resolve("foreign.gpkg");
        Samples.squares(file, 50).close();
        long page;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql.script(
                    connection,
                    "DROP TABLE IF EXISTS riskmap_documents",
                    "CREATE TABLE other (a INTEGER PRIMARY KEY, b TEXT)",
                    "INSERT INTO other VALUES (1, 'x')");
            page = Sql.number(connection, "SELECT rootpage FROM sqlite_master WHERE name='other'");
        }
        try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
            damage.seek(16);
            int size = damage.readUnsignedShort();
            damage.seek((page - 1) * size);
            damage.write(new byte[] {13, 0, 0, (byte) 0xFF, (byte) 0xFF, 0, 1});
        }
        // a look that is over before the file is judged leaves nothing behind
        GeoPackage.open(file, true).close();
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertThat(Samples.read(gpkg, "square")).hasSize(50);
            assertThat(gpkg.notices()).extracting(notice -> notice.key()).contains("data.gpkg-damaged-read");
        }
        assertRefused("data.gpkg-damaged-write", file, () -> GeoPackage.open(file, false));
    }
}
