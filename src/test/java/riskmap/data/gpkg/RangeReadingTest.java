package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.sort.SortBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Beside;
import riskmap.base.Message;
import riskmap.base.Progress;

/** A layer read by ranges of its keys, on several threads, has the rows of one thread, in their order and of one commit. */
class RangeReadingTest {
    private static final int ROWS = 4000;
    private static final String IN_EACH_RANGE =
            "fid IN (1, 251, 501, 751, 1001, 1251, 1501, 1751, 2001, 2251, 2501," + " 2751, 3001, 3251, 3501, 3751)";

    @TempDir
    Path folder;

    @Test
    void rowsReadByRangesAreTheFeaturesInTheirOrder() throws Exception {
        assertThat(assertReadsTheSame(squares())).hasSize(ROWS);
    }

    @Test
    void gapsInKeysOddValuesAndKeysFarApartChangeNothing() throws Exception {
        Path file = squares(
                "DELETE FROM square WHERE fid BETWEEN 100 AND 1900",
                "UPDATE square SET fid=fid-9000000000 WHERE fid>3900",
                "UPDATE square SET n='many' WHERE fid=2500",
                "UPDATE square SET value=NULL WHERE fid%11=0",
                "UPDATE square SET \"use\"=7 WHERE fid=50");
        assertThat(assertReadsTheSame(file)).hasSize(ROWS - 1801);
    }

    @Test
    void unreadableGeometriesAreToldInTheOrderOfTheRows() throws Exception {
        Path file = squares("UPDATE square SET geom=x'4750' WHERE fid IN (7, 3990, 1200, 2400)");
        try (Database database = PackageFile.open(file, true, false)) {
            assertThat(byRanges(database, new Query("square")).size()).isEqualTo(ROWS);
            assertThat(database.notices().stream().map(Message::text))
                    .filteredOn(text -> text.contains("square."))
                    .extracting(text -> text.replaceFirst(".*square\\.(\\d+).*", "$1"))
                    .containsExactly("7", "1200", "2400", "3990");
        }
    }

    @Test
    void aboutHowManyRowsALayerHasIsKnownByItsGreatestKey() throws Exception {
        assertThat(about(squares())).isEqualTo(ROWS);
        assertThat(about(squares("DELETE FROM square WHERE fid>900"))).isEqualTo(900);
        assertThat(about(squares("DELETE FROM square"))).isZero();
    }

    private static long about(Path file) throws IOException {
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            return RowSink.about(gpkg.dataStore().getFeatureSource("square"));
        }
    }

    @Test
    void whatIsNotAllOfALayerOrLiesByNoKeyIsReadByOneThread() throws Exception {
        Path file = squares("CREATE VIEW seen AS SELECT * FROM square");
        try (Database database = PackageFile.open(file, true, false)) {
            Query sorted = new Query("square");
            sorted.setSortBy(SortBy.REVERSE_ORDER);
            Query few = new Query("square");
            few.setMaxFeatures(10);
            Query apart = new Query("square", Filter.INCLUDE, new String[] {"n"});
            for (Query query : List.of(sorted, few, apart, new Query("square", Filter.EXCLUDE))) {
                assertThat(byRanges(database, query)).as(query.toString()).isNull();
            }
        }
        try (Database database = PackageFile.open(squares("DELETE FROM square WHERE fid>900"), true, false)) {
            assertThat(byRanges(database, new Query("square"))).isNull();
        }
    }

    @Test
    void whileAnotherCommitsWithoutPauseAllRowsAreOfOneCommit() throws Exception {
        Path file = squares("UPDATE square SET n=0 WHERE " + IN_EACH_RANGE);
        try (GeoPackage inLog = GeoPackage.open(file, false);
                Database database = PackageFile.open(file, true, false);
                Beside<Void> writer = Beside.begin("writer", Progress.silent(), progress -> commit(file, progress))) {
            Set<Double> seen = new HashSet<>();
            while (seen.size() < 200 && !writer.isDone()) {
                double[] numbers = byRanges(database, new Query("square")).doubles("n");
                double[] ofEach = IntStream.range(0, ROWS)
                        .filter(row -> row % 250 == 0)
                        .mapToDouble(row -> numbers[row])
                        .toArray();
                assertThat(ofEach).hasSize(16).containsOnly(ofEach[0]);
                seen.add(ofEach[0]);
            }
            assertThat(writer.isDone()).as("the writer failed").isFalse();
            assertThat(inLog.isReadOnly()).isFalse();
        }
    }

    /** Gives one row of each range the next number, as often as it can. */
    private static Void commit(Path file, Progress progress) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql.script(connection, "PRAGMA busy_timeout=60000", "PRAGMA synchronous=OFF");
            for (int number = 1; !progress.isCancelled(); number++) {
                Sql.script(connection, "UPDATE square SET n=" + number + " WHERE " + IN_EACH_RANGE);
            }
            return null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Squares with numbers, texts and missing geometries, changed like that. */
    private Path squares(String... changes) throws Exception {
        Path file = folder.resolve("squares" + System.nanoTime() + ".gpkg");
        Samples.squares(file, ROWS).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            for (String trigger : Sql.strings(connection, "SELECT name FROM sqlite_master WHERE type='trigger'")) {
                Sql.script(connection, "DROP TRIGGER " + Sql.name(trigger));
            }
            Sql.script(connection, changes);
        }
        return file;
    }

    private static FeatureTable byRanges(Database database, Query query) {
        Layers layers = new Layers(database);
        LayerAccess access = database.read(connection -> layers.read(connection, "square"));
        return RangeReading.read(database, access, query, Progress.silent());
    }

    private static List<String> assertReadsTheSame(Path file) throws Exception {
        List<String> features = new ArrayList<>();
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            for (SimpleFeature feature : Samples.read(gpkg, "square")) {
                features.add(feature.getID() + feature.getAttributes());
            }
        }
        try (Database database = PackageFile.open(file, true, false)) {
            FeatureTable table = byRanges(database, new Query("square"));
            List<String> rows = IntStream.range(0, table.size())
                    .mapToObj(row -> table.id(row)
                            + IntStream.range(0, table.type().getAttributeCount())
                                    .mapToObj(column -> table.value(row, column))
                                    .toList())
                    .toList();
            assertThat(rows).isEqualTo(features);
            return rows;
        }
    }
}
