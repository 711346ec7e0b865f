package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.base.Progress;

/**
 * Points read thousands at a time, or kept as plain coordinates beside other columns, are those of the features; what is no
 * plain point is kept as a geometry.
 */
class PackedPointsTest {
    @TempDir
    Path folder;

    @Test
    void pointsWithGapsInKeysAndMissingGeometriesAreTheSame() throws Exception {
        Path file = points(
                9000,
                "DELETE FROM place WHERE fid BETWEEN 100 AND 300 OR fid % 5 = 0",
                "UPDATE place SET geom=NULL WHERE fid % 7 = 0",
                "UPDATE place SET fid=fid+5000000000 WHERE fid>8000");
        assertThat(assertReadsTheSame(file).points()).hasSizeGreaterThan(2 * 6000);
    }

    @Test
    void pointsInLongRunsOfKeysWithAGapNowAndThenAreTheSame() throws Exception {
        Path file = points(
                14_000,
                "DELETE FROM place WHERE fid IN (6000, 6001, 9000)",
                "UPDATE place SET geom=NULL WHERE fid IN (4097, 8192, 12500)",
                "UPDATE place SET fid=fid-20000 WHERE fid>13500");
        FeatureTable table = assertReadsTheSame(file);
        assertThat(table.points()).hasSize(2 * 13_997);
        assertThat(table.id(0)).isEqualTo("place.-6499");
    }

    @Test
    void pointsWhoseKeyIsNoneOfSQLitesOwnAreTheSame() throws Exception {
        Path file = points(
                9000,
                "CREATE TABLE other (fid INTEGER PRIMARY KEY DESC, geom POINT, n MEDIUMINT)",
                "INSERT INTO other SELECT fid, geom, n FROM place ORDER BY fid",
                "DROP TABLE place",
                "ALTER TABLE other RENAME TO place");
        assertThat(assertReadsTheSame(file).points()).hasSize(2 * 9000);
    }

    @Test
    void anEmptyLayerHasNoPoints() throws Exception {
        assertThat(assertReadsTheSame(points(1, "DELETE FROM place")).points()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoPoint() throws Exception {
        for (String odd : List.of("x'4750'", "x'00'", "x''")) {
            FeatureTable table = assertReadsTheSame(points(20, "UPDATE place SET geom=" + odd + " WHERE fid=7"));
            assertThat(table.geometries()[6]).as(odd).isNull();
        }
    }

    @Test
    void whatIsNoPlainPointStaysAGeometry() throws Exception {
        String head = "x'47500001d6110000";
        String line = "01020000000200000000000000000000000000000000000000000000000000f03f000000000000f03f'";
        String high = "01e9030000000000000000f03f00000000000000400000000000000840'";
        String empty = "0101000000000000000000f87f000000000000f87f'";
        for (String odd : List.of(line, high, empty)) {
            FeatureTable table =
                    assertReadsTheSame(points(2000, "UPDATE place SET geom=" + head + odd + " WHERE fid=1700"));
            assertThat(table.points() == null).as(odd).isEqualTo(!odd.equals(empty));
            assertThat(table.value(3, "geom")).isInstanceOf(Point.class);
        }
    }

    @Test
    void bytesThatOnlyTogetherLookLikePointsAreNone() throws Exception {
        Path file = points(
                20,
                "UPDATE place SET geom=substr((SELECT geom FROM place WHERE fid=1), 1, 20) WHERE fid=7",
                "UPDATE place SET geom=CAST(substr((SELECT geom FROM place WHERE fid=1), 21) || "
                        + "(SELECT geom FROM place WHERE fid=2) AS BLOB) WHERE fid=8");
        FeatureTable table = assertReadsTheSame(file);
        assertThat(table.geometries()[6]).isNull();
    }

    @Test
    void aRowWithoutAPointBesideOneWithTwoInALongRunIsNoRunOfPoints() throws Exception {
        for (String type : List.of("BLOB", "TEXT")) {
            Path file = points(
                    14_000,
                    "UPDATE place SET geom=CAST(geom || (SELECT geom FROM place WHERE fid=1) AS " + type
                            + ") WHERE fid=6000",
                    "UPDATE place SET geom=NULL WHERE fid=6001");
            FeatureTable table = assertReadsTheSame(file);
            assertThat(table.geometries()[6000]).as(type).isNull();
            assertThat(table.geometries()[6001]).as(type).isNotNull();
        }
    }

    private Path points(int count, String... changes) throws Exception {
        Path file = folder.resolve("points" + System.nanoTime() + ".gpkg");
        SimpleFeatureType type = Samples.type("place", "geom", Point.class, "n", Integer.class);
        List<SimpleFeature> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Geometry point = Samples.wkt("POINT(" + (420_000 + i * 0.37) + " " + (4_141_000 + i % 13 * 1.1) + ")");
            features.add(Samples.feature(type, point, i));
        }
        try (GeoPackage gpkg = GeoPackage.create(file)) {
            gpkg.createLayer(type, null);
            gpkg.append("place", Samples.collection(features.toArray(SimpleFeature[]::new)), Progress.silent());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            List<String> triggers = Sql.strings(connection, "SELECT name FROM sqlite_master WHERE type='trigger'");
            for (String trigger : triggers) {
                Sql.script(connection, "DROP TRIGGER " + Sql.name(trigger));
            }
            Sql.script(connection, changes);
        }
        return file;
    }

    private static FeatureTable table(Path file, String... columns) throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            SimpleFeatureSource source = gpkg.dataStore().getFeatureSource("place");
            Query query = new Query("place");
            query.setPropertyNames(columns);
            return FeatureTable.of(source, query, Progress.silent());
        }
    }

    private static FeatureTable assertReadsTheSame(Path file) throws Exception {
        FeatureTable packed = table(file, "geom");
        FeatureTable beside = table(file, "geom", "n");
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            FeatureTable features =
                    FeatureTable.of(gpkg.dataStore().getFeatureSource("place").getFeatures(), Progress.silent());
            assertThat(features.points()).isNull();
            assertThat(rows(packed)).isEqualTo(rows(features));
            assertThat(rows(beside)).isEqualTo(rows(features));
            assertThat(beside.doubles("n")).isEqualTo(features.doubles("n"));
            assertThat(values(beside)).isEqualTo(values(features));

            SimpleFeatureSource source = gpkg.dataStore().getFeatureSource("place");
            List<String> plain = rows(features);
            assertThat(handedOver(source, "geom")).isEqualTo(plain);
            assertThat(handedOver(source, "n", "geom"))
                    .isEqualTo(IntStream.range(0, features.size())
                            .mapToObj(row -> plain.get(row) + " " + features.value(row, "n"))
                            .toList());
        }
        assertThat(packed.type().getAttributeCount()).isEqualTo(1);
        return packed;
    }

    /** The rows as a {@link RowSink} gets them, with the first attribute where there are two. */
    private static List<String> handedOver(SimpleFeatureSource source, String... columns) throws Exception {
        List<String> rows = new ArrayList<>();
        RowSink sink = new RowSink() {
            @Override
            public void row(long key, Geometry geometry, Object[] values) {
                boolean there = geometry != null && !geometry.isEmpty();
                String text = "place." + key + " " + (there ? geometry : "none");
                rows.add(values.length == 1 ? text : text + " " + values[0]);
            }

            @Override
            public void shape(long key, PlainShape shape) {
                throw new AssertionError("no points: " + key);
            }

            @Override
            public void point(long key, double x, double y) {
                Geometry point = GeometryBlobReader.FACTORY.createPoint(new Coordinate(x, y));
                rows.add("place." + key + " " + (Double.isNaN(x) ? "none" : point));
            }
        };
        assertThat(RowSink.read(source, new Query("place", Filter.INCLUDE, columns), sink, Progress.silent()))
                .isTrue();
        return rows;
    }

    /** An empty point is as good as none. */
    private static List<String> rows(FeatureTable table) {
        List<String> rows = new ArrayList<>();
        Geometry[] geometries = table.geometries();
        for (int row = 0; row < table.size(); row++) {
            boolean there = geometries[row] != null && !geometries[row].isEmpty();
            rows.add(table.id(row) + " " + (there ? geometries[row] : "none"));
        }
        return rows;
    }

    /** What a feature would give, to which an empty point is a value. */
    private static List<String> values(FeatureTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            rows.add(table.value(row, "geom") + " " + table.value(row, "n"));
        }
        return rows;
    }
}
