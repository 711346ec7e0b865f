package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * Lines and areas handed over many at a time are those of the features, in their order; what is no plain one is handed over
 * as a geometry, and told of as ever.
 */
class ShapeReadingTest {
    private static final int ROWS = 3000;
    private static final String HEAD = "x'47500001d6110000";

    @TempDir
    Path folder;

    /** How many rows came as plain shapes when they were last handed over. */
    private int plain;

    @Test
    void areasWithHolesPartsAndLinesAreTheFeaturesInTheirOrder() throws Exception {
        assertReadsTheSame(shapes());
        assertThat(plain).isEqualTo(ROWS);
    }

    @Test
    void gapsInKeysAndMissingGeometriesChangeNothing() throws Exception {
        assertReadsTheSame(shapes(
                "DELETE FROM shape WHERE fid IN (1, 700, 701, 2222)",
                "UPDATE shape SET geom=NULL WHERE fid IN (400, 1999)",
                "UPDATE shape SET fid=fid-9000000000 WHERE fid<40",
                "UPDATE shape SET fid=fid+9000000000 WHERE fid>2960"));
        assertThat(plain).isBetween(ROWS / 2, ROWS - 6);
        assertReadsTheSame(shapes("DELETE FROM shape WHERE fid%3=0"));
        assertReadsTheSame(shapes("DELETE FROM shape WHERE fid>1"));
        assertReadsTheSame(shapes("DELETE FROM shape"));
    }

    @Test
    void whatIsNoPlainShapeIsHandedOverAsTheGeometryThatItIs() throws Exception {
        String point = "01010000000000000000000000000000000000f03f'";
        String high = "01ea03000002000000" + "000000000000f03f".repeat(3) + "0000000000000040".repeat(3) + "'";
        String bigEndian = "000000000200000002" + "3ff0000000000000".repeat(2) + "4000000000000000".repeat(2) + "'";
        String onePoint = "010200000001000000" + "000000000000f03f".repeat(2) + "'";
        String openRing = "01030000000100000004000000" + "000000000000f03f".repeat(2) + "0000000000000040".repeat(2)
                + "0000000000000840000000000000f03f" + "00000000000010400000000000001040'";
        String empty = "010300000000000000'";
        String emptyParts = "010600000000000000'";
        String mixed = "01070000000100000001010000000000000000000000000000000000f03f'";
        for (String odd : List.of(point, high, bigEndian, onePoint, openRing, empty, emptyParts, mixed)) {
            assertReadsTheSame(shapes("UPDATE shape SET geom=" + HEAD + odd + " WHERE fid=1700"));
            assertThat(plain).as(odd).isPositive().isLessThan(ROWS);
            assertReadsTheSame(shapes("UPDATE shape SET geom=" + HEAD + odd));
            assertThat(plain).as(odd).isZero();
        }
    }

    @Test
    void whatCannotBeReadIsToldAndHasNoGeometry() throws Exception {
        for (String odd :
                List.of("x'4750'", "x''", "7", "'GP'", "substr(geom, 1, length(geom) - 16)", "geom || x'00'")) {
            Path file = shapes("UPDATE shape SET geom=" + odd + " WHERE fid IN (77, 2500)");
            assertReadsTheSame(file);
            assertThat(told(file)).as(odd).containsExactly("77", "2500");
        }
    }

    @Test
    void bytesThatOnlyTogetherLookLikeShapesAreNone() throws Exception {
        Path file = shapes(
                "UPDATE shape SET geom=substr((SELECT geom FROM shape WHERE fid=1), 1, 60) WHERE fid=700",
                "UPDATE shape SET geom=CAST(substr((SELECT geom FROM shape WHERE fid=1), 61) || "
                        + "(SELECT geom FROM shape WHERE fid=2) AS BLOB) WHERE fid=701");
        assertReadsTheSame(file);
        assertThat(told(file)).containsExactly("700", "701");
    }

    @Test
    void rowsThatDoNotLieByTheirKeysAreTheSame() throws Exception {
        assertReadsTheSame(shapes(
                "CREATE TABLE other (fid INTEGER PRIMARY KEY DESC, geom GEOMETRY)",
                "INSERT INTO other SELECT fid, geom FROM shape ORDER BY fid",
                "DROP TABLE shape",
                "ALTER TABLE other RENAME TO shape"));
    }

    @Test
    void aShapeOfManyPointsAmongSmallOnesIsTheSame() throws Exception {
        // 300,000 points: too many to be strung together with others
        String many = "UPDATE shape SET geom=CAST((SELECT substr(geom, 1, 45) FROM shape WHERE fid=3) || "
                + "x'e0930400' || (SELECT group_concat(x'000000000000f03f0000000000000040', '') FROM "
                + "(WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<300000) SELECT i FROM c))"
                + " AS BLOB) WHERE fid ";
        assertReadsTheSame(shapes(many + "=2000"));
        assertThat(plain).isBetween(ROWS - 64, ROWS - 1);
        assertReadsTheSame(shapes(many + "IN (2000, 2001)"));
        assertThat(plain).isBetween(ROWS - 64, ROWS - 2);
    }

    /** Squares, some with a hole, pairs of squares, lines and pairs of lines, changed like that. */
    private Path shapes(String... changes) throws Exception {
        Path file = folder.resolve("shapes" + System.nanoTime() + ".gpkg");
        SimpleFeatureType type = Samples.type("shape", "geom", Geometry.class);
        List<SimpleFeature> features = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            features.add(Samples.feature(type, Samples.wkt(text(i))));
        }
        try (GeoPackage gpkg = GeoPackage.create(file)) {
            gpkg.createLayer(type, null);
            gpkg.append("shape", Samples.collection(features.toArray(SimpleFeature[]::new)), Progress.silent());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            for (String trigger : Sql.strings(connection, "SELECT name FROM sqlite_master WHERE type='trigger'")) {
                Sql.script(connection, "DROP TRIGGER " + Sql.name(trigger));
            }
            Sql.script(connection, changes);
        }
        return file;
    }

    private static String text(int i) {
        String square = ring(i * 0.37, 10);
        return switch (i % 5) {
            case 0 -> "POLYGON(" + square + ")";
            case 1 -> "POLYGON(" + square + "," + ring(i * 0.37 + 2, 3) + ")";
            case 2 -> String.format(Locale.ROOT, "LINESTRING(%d 0, %d.5 7.25, 9 9)", i, i);
            case 3 -> "MULTIPOLYGON((" + square + "," + ring(i * 0.37 + 2, 3) + "),(" + ring(i + 50, 4) + "))";
            default -> String.format(Locale.ROOT, "MULTILINESTRING((%d 0, 1 1),(2 2, 3 %d, 4 4))", i, i);
        };
    }

    private static String ring(double at, double size) {
        return String.format(Locale.ROOT, "(%1$f 0, %2$f 0, %2$f %3$f, %1$f %3$f, %1$f 0)", at, at + size, size);
    }

    private void assertReadsTheSame(Path file) throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            SimpleFeatureSource source = gpkg.dataStore().getFeatureSource("shape");
            List<String> expected = new ArrayList<>();
            for (SimpleFeature feature : Samples.read(source, Query.ALL)) {
                expected.add(feature.getID() + " " + feature.getDefaultGeometry());
            }
            assertThat(handedOver(source)).isEqualTo(expected);
        }
    }

    /** The keys of the rows that were told of while they were handed over, in the order of telling. */
    private List<String> told(Path file) throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            handedOver(gpkg.dataStore().getFeatureSource("shape"));
            return gpkg.notices().stream()
                    .map(Message::text)
                    .filter(text -> text.contains("shape."))
                    .map(text -> text.replaceFirst("(?s).*shape\\.(\\d+).*", "$1"))
                    .toList();
        }
    }

    private List<String> handedOver(SimpleFeatureSource source) throws Exception {
        List<String> rows = new ArrayList<>();
        plain = 0;
        RowSink sink = new RowSink() {
            @Override
            public void row(long key, Geometry geometry, Object[] values) {
                rows.add("shape." + key + " " + geometry);
            }

            @Override
            public void point(long key, double x, double y) {
                throw new AssertionError("no shape: " + key);
            }

            @Override
            public void shape(long key, PlainShape shape) {
                plain++;
                rows.add("shape." + key + " " + geometry(shape));
            }
        };
        Query query = new Query("shape", Filter.INCLUDE, new String[] {"geom"});
        assertThat(RowSink.read(source, query, sink, Progress.silent())).isTrue();
        return rows;
    }

    /** The geometry of the kind that the file has, of the parts of a plain shape. */
    private static Geometry geometry(PlainShape shape) {
        List<Geometry> members = new ArrayList<>();
        List<LinearRing> rings = new ArrayList<>();
        for (int part = 0; part < shape.parts(); part++) {
            Coordinate[] points = new Coordinate[shape.end(part) - shape.begin(part)];
            for (int i = 0; i < points.length; i++) {
                int at = 2 * (shape.begin(part) + i);
                points[i] = new Coordinate(shape.xy()[at], shape.xy()[at + 1]);
            }
            if (shape.isArea() && !shape.isHole(part)) {
                addPolygon(members, rings);
            }
            if (shape.isArea()) {
                rings.add(GeometryBlobReader.FACTORY.createLinearRing(points));
            } else {
                members.add(GeometryBlobReader.FACTORY.createLineString(points));
            }
        }
        addPolygon(members, rings);
        boolean isSingle = members.size() == 1;
        if (isSingle) {
            return members.get(0);
        }
        return shape.isArea()
                ? GeometryBlobReader.FACTORY.createMultiPolygon(members.toArray(Polygon[]::new))
                : GeometryBlobReader.FACTORY.createMultiLineString(members.toArray(LineString[]::new));
    }

    private static void addPolygon(List<Geometry> members, List<LinearRing> rings) {
        if (!rings.isEmpty()) {
            LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
            members.add(GeometryBlobReader.FACTORY.createPolygon(rings.get(0), holes));
            rings.clear();
        }
    }
}
