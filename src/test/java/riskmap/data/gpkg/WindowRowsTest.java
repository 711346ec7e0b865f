package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;

/** What is read of a window is what a reading of everything finds there, whatever the index is worth. */
class WindowRowsTest {
    private static final int ROWS = 600;
    /** Cuts through squares on two sides, and holds some. */
    private static final Envelope WINDOW = new Envelope(420_105, 420_305, 4_141_005, 4_141_048);

    @TempDir
    Path folder;

    @Test
    void aSoundIndexLeavesOutOnlyWhatLiesApart() throws Exception {
        try (GeoPackage gpkg = Samples.squares(folder.resolve("a.gpkg"), ROWS)) {
            assertReadsTheSame(gpkg, WINDOW);
            assertReadsTheSame(gpkg, new Envelope(0, 1e7, 0, 1e7));
            assertReadsTheSame(gpkg, new Envelope(0, 1, 0, 1));
            assertReadsTheSame(gpkg, new Envelope());
            assertThat(gpkg.notices()).isEmpty();
        }
    }

    /** So many that several threads read them where the index saves nothing. */
    @Test
    void ofManyRowsTheSameAreFoundWhateverTheIndexIsWorth() throws Exception {
        Path file = folder.resolve("many.gpkg");
        try (GeoPackage gpkg = Samples.squares(file, 4000)) {
            assertReadsTheSame(gpkg, WINDOW);
            assertReadsTheSame(gpkg, new Envelope(0, 1e7, 0, 1e7));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            dropTriggers(connection);
            Sql.script(
                    connection,
                    "UPDATE square SET geom=x'4750' WHERE fid IN (7, 3990, 1200)",
                    "DELETE FROM rtree_square_geom WHERE id BETWEEN 100 AND 120");
        }
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertReadsTheSame(gpkg, WINDOW);
            assertReadsTheSame(gpkg, new Envelope(0, 1e7, 0, 1e7));
        }
    }

    @Test
    void withoutAnIndexTheSameRowsAreFound() throws Exception {
        assertReadsTheSameAfter("DELETE FROM gpkg_extensions", "DROP TABLE rtree_square_geom");
    }

    @Test
    void anIndexThatLacksBoxesIsNotBelieved() throws Exception {
        assertReadsTheSameAfter("DELETE FROM rtree_square_geom WHERE id BETWEEN 100 AND 120");
    }

    @Test
    void anIndexWithABoxForEachRowButOfARowThatIsNotThereIsNotBelieved() throws Exception {
        assertReadsTheSameAfter("UPDATE rtree_square_geom SET id=5000 WHERE id=106");
    }

    @Test
    void anIndexWhoseBoxesLieElsewhereIsNotBelieved() throws Exception {
        assertReadsTheSameAfter("UPDATE rtree_square_geom SET minx=minx+5000, maxx=maxx+5000");
    }

    @Test
    void rowsThatWereMovedBehindTheIndexAreFound() throws Exception {
        Path file = folder.resolve("moved.gpkg");
        Samples.squares(file, ROWS).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            dropTriggers(connection);
            // all to where one of them lies: outside every box but its own
            Sql.script(
                    connection,
                    "UPDATE square SET geom=(SELECT geom FROM square WHERE fid=309) WHERE geom IS NOT NULL");
        }
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            Envelope all = new Envelope(420_160, 420_165, 4_141_060, 4_141_065);
            assertReadsTheSame(gpkg, all);
            assertThat(WindowRows.read(source(gpkg), all, Progress.silent())
                            .rows()
                            .size())
                    .isGreaterThan(500);
        }
    }

    @Test
    void theGreatestKeyThereIsDoesNotMatter() throws Exception {
        Path file = folder.resolve("keys.gpkg");
        Samples.squares(file, ROWS).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            dropTriggers(connection);
            Sql.script(
                    connection,
                    "UPDATE square SET fid=9223372036854775807 WHERE fid=106",
                    "UPDATE rtree_square_geom SET id=9223372036854775807 WHERE id=106");
        }
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertReadsTheSame(gpkg, WINDOW);
        }
    }

    private static void dropTriggers(Connection connection) throws Exception {
        for (String trigger : Sql.strings(connection, "SELECT name FROM sqlite_master WHERE type='trigger'")) {
            Sql.script(connection, "DROP TRIGGER " + Sql.name(trigger));
        }
    }

    private void assertReadsTheSameAfter(String... damage) throws Exception {
        Path file = folder.resolve("b.gpkg");
        Samples.squares(file, ROWS).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql.script(connection, damage);
        }
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            assertReadsTheSame(gpkg, WINDOW);
        }
    }

    private static SimpleFeatureSource source(GeoPackage gpkg) throws Exception {
        return gpkg.dataStore().getFeatureSource("square");
    }

    private static void assertReadsTheSame(GeoPackage gpkg, Envelope window) throws Exception {
        FeatureTable all = FeatureTable.of(source(gpkg), Query.ALL, Progress.silent());
        Geometry[] geometries = all.geometries();
        List<String> expected = new ArrayList<>();
        int without = 0;
        for (int row = 0; row < all.size(); row++) {
            without += geometries[row] == null ? 1 : 0;
            if (geometries[row] != null && geometries[row].getEnvelopeInternal().intersects(window)) {
                expected.add(text(all, row));
            }
        }
        WindowRows found = WindowRows.read(source(gpkg), window, Progress.silent());
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < found.rows().size(); row++) {
            rows.add(text(found.rows(), row));
        }
        assertThat(rows).isEqualTo(expected);
        assertThat(found.layerSize()).isEqualTo(all.size());
        assertThat(found.withoutGeometry()).isEqualTo(without).isPositive();
    }

    private static String text(FeatureTable table, int row) {
        return table.id(row) + " " + table.value(row, "n") + " " + table.value(row, "use") + " "
                + table.geometries()[row];
    }
}
