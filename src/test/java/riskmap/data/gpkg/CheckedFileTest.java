package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.factory.CommonFactoryFinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** A foreign file is checked once, and again as soon as anything about it differs: damage is found all the same. */
class CheckedFileTest {
    @TempDir
    Path folder;

    private Path file;
    private long page;

    @BeforeEach
    void aForeignFileThatNobodyHasTouchedForAnHour() throws Exception {
        System.setProperty("riskmap.settings", folder.resolve("own").toString());
        file = folder.resolve("foreign.gpkg");
        Samples.squares(file, 50).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql.script(
                    connection,
                    "DROP TABLE IF EXISTS riskmap_documents",
                    "CREATE TABLE other (a INTEGER PRIMARY KEY, b TEXT)",
                    "INSERT INTO other VALUES (1, 'x')");
            page = Sql.number(connection, "SELECT rootpage FROM sqlite_master WHERE name='other'");
        }
        age(file, Duration.ofHours(1));
    }

    @AfterEach
    void forget() {
        System.clearProperty("riskmap.settings");
    }

    private static void age(Path path, Duration age) throws Exception {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
    }

    private void damage() throws Exception {
        try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
            damage.seek(16);
            int size = damage.readUnsignedShort();
            damage.seek((page - 1) * size);
            damage.write(new byte[] {13, 0, 0, (byte) 0xFF, (byte) 0xFF, 0, 1});
        }
    }

    private List<String> noticesOfAReader() {
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            return gpkg.notices().stream().map(Message::key).toList();
        }
    }

    @Test
    void aSoundFileIsRememberedUntilItIsTouched() throws Exception {
        assertThat(CheckedFile.of(file, "pages").isKnown()).isFalse();
        assertThat(noticesOfAReader()).isEmpty();
        assertThat(CheckedFile.of(file, "pages").isKnown()).isTrue();
        age(file, Duration.ofMinutes(59));
        assertThat(CheckedFile.of(file, "pages").isKnown())
                .as("another time of change")
                .isFalse();
        age(file, Duration.ZERO);
        assertThat(noticesOfAReader()).isEmpty();
        assertThat(CheckedFile.of(file, "pages").isKnown())
                .as("changed a moment ago: another change may leave the same time")
                .isFalse();
    }

    @Test
    void damageThatComesAfterwardsIsFoundThoughSizeAndTimeAreTheSame() throws Exception {
        FileTime changed = Files.getLastModifiedTime(file);
        assertThat(noticesOfAReader()).isEmpty();
        damage();
        // as a copying program leaves it; on Unix the entry's own time tells
        Files.setLastModifiedTime(file, changed);
        org.junit.jupiter.api.Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("unix"));
        assertThat(noticesOfAReader()).contains("data.gpkg-damaged-read");
        assertThatThrownBy(() -> GeoPackage.open(file, false))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refusal -> assertThat(refusal.userMessage().key()).isEqualTo("data.gpkg-damaged-write"));
    }

    @Test
    void whatIsReadFirstIsLookedThroughBeforeItsFirstWrite() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql.script(connection, "DELETE FROM gpkg_contents WHERE table_name = 'riskmap_documents'");
        }
        try (GeoPackage gpkg = GeoPackage.openReadingFirst(file)) {
            assertThat(Samples.read(gpkg, "square")).hasSize(50);
            gpkg.putDocument("note", "1");
        }
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertThat(gpkg.document("note")).contains("1");
        }
    }

    @Test
    void damageOfWhatIsReadFirstKeepsEveryWriteAway() throws Exception {
        damage();
        byte[] before = Files.readAllBytes(file);
        try (GeoPackage gpkg = GeoPackage.openReadingFirst(file)) {
            assertThat(Samples.read(gpkg, "square")).hasSize(50);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> gpkg.putDocument("note", "1"))
                        .isInstanceOfSatisfying(RiskMapException.class, refusal -> assertThat(
                                        refusal.userMessage().key())
                                .isEqualTo("data.gpkg-damaged-write"));
            }
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var left = Files.list(folder)) {
            assertThat(left.filter(path -> path.toString().startsWith(file.toString())))
                    .containsExactly(file);
        }
    }

    @Test
    void damageIsToldEveryTime() throws Exception {
        damage();
        age(file, Duration.ofHours(1));
        assertThat(noticesOfAReader()).contains("data.gpkg-damaged-read");
        assertThat(noticesOfAReader()).contains("data.gpkg-damaged-read");
    }

    @Test
    void whatIsRememberedIsForgottenAfterAWeek() throws Exception {
        assertThat(noticesOfAReader()).isEmpty();
        age(CheckedFile.of(file, "pages").mark(), Duration.ofDays(8));
        assertThat(CheckedFile.of(file, "pages").isKnown()).isFalse();
        assertThat(noticesOfAReader()).isEmpty();
        assertThat(CheckedFile.of(file, "pages").isKnown()).isTrue();
    }

    @Test
    void aLogBesideItIsLookedAtEachTime() throws Exception {
        assertThat(noticesOfAReader()).isEmpty();
        Files.write(FileHeader.sidecar(file, "-journal"), new byte[] {1});
        assertThat(CheckedFile.of(file, "pages").isKnown()).isFalse();
    }

    private int inTheMiddle() throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            var box = CommonFactoryFinder.getFilterFactory().bbox("geom", 420_050, 4_141_000, 420_300, 4_141_010, null);
            return Samples.read(gpkg.dataStore().getFeatureSource("square"), new Query("square", box))
                    .size();
        }
    }

    @Test
    void anIndexThatWasCountedIsCountedAgainWhenAnotherProgramHasBeenThere() throws Exception {
        int all = inTheMiddle();
        assertThat(all).isGreaterThan(5);
        assertThat(CheckedFile.of(file, "index square").isKnown()).isTrue();
        assertThat(inTheMiddle()).isEqualTo(all);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql.script(connection, "DELETE FROM rtree_square_geom WHERE id % 2 = 1");
        }
        age(file, Duration.ofHours(1));
        assertThat(inTheMiddle()).as("found without the index").isEqualTo(all);
        assertThat(CheckedFile.of(file, "index square").isKnown()).isFalse();
    }
}
