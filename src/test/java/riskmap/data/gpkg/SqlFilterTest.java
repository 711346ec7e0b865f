package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;

/** The same features come out whether SQLite or GeoTools decides. */
class SqlFilterTest {
    @TempDir
    static Path folder;

    private static GeoPackage gpkg;
    private static SimpleFeatureSource source;
    private static List<SimpleFeature> all;

    @BeforeAll
    static void write() throws Exception {
        Path file = folder.resolve("filter.gpkg");
        Files.deleteIfExists(file);
        gpkg = GeoPackage.create(file);
        SimpleFeatureType type = Samples.type(
                "f",
                "geom",
                Polygon.class,
                "i",
                Integer.class,
                "l",
                Long.class,
                "d",
                Double.class,
                "f",
                Float.class,
                "s",
                String.class,
                "b",
                Boolean.class);
        gpkg.createLayer(type, null);
        Random random = new Random(7);
        String[] words = {"a", "A", "ab", "中", "中文", "%", "_x", "a*b", "[x]", "", null, "10", "1e1", "😀", "ﬀ"};
        List<SimpleFeature> rows = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            double x = random.nextInt(100);
            double y = random.nextInt(100);
            rows.add(Samples.feature(
                    type,
                    n % 11 == 0
                            ? null
                            : Samples.wkt("POLYGON((" + x + " " + y + "," + (x + 5) + " " + y + "," + x + " " + (y + 5)
                                    + "," + x + " " + y + "))"),
                    n % 7 == 0 ? null : random.nextInt(20) - 5,
                    n % 5 == 0 ? null : random.nextLong() >> random.nextInt(60),
                    n % 6 == 0 ? null : Math.round(random.nextGaussian() * 8) / 2.0,
                    n % 4 == 0 ? null : random.nextInt(10) / 10f,
                    words[random.nextInt(words.length)],
                    n % 3 == 0 ? null : random.nextBoolean()));
        }
        gpkg.append("f", new ListFeatureCollection(type, rows), Progress.silent());
        source = gpkg.dataStore().getFeatureSource("f");
        all = Samples.read(source, Query.ALL);
    }

    @AfterAll
    static void close() {
        gpkg.close();
    }

    private static void assertSame(Filter filter) throws Exception {
        TreeSet<String> expected = new TreeSet<>();
        for (SimpleFeature feature : all) {
            if (filter.evaluate(feature)) {
                expected.add(feature.getID());
            }
        }
        TreeSet<String> found = new TreeSet<>();
        Samples.read(source, new Query("f", filter)).forEach(feature -> found.add(feature.getID()));
        assertThat(found).as(filter.toString()).isEqualTo(expected);
        assertThat(source.getCount(new Query("f", filter))).isEqualTo(expected.size());
        Query narrow = new Query("f", filter, new String[] {"i"});
        assertThat(Samples.read(source, narrow)).hasSize(expected.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCLUDE",
                "EXCLUDE",
                "i = 3",
                "i <> 3",
                "NOT i = 3",
                "i > 2.5",
                "2.5 < i",
                "3 >= i",
                "i BETWEEN -2 AND 2.5",
                "NOT (i BETWEEN -2 AND 2)",
                "l > 1000",
                "l <= -7",
                "d = 1.5",
                "d = 2",
                "d <> 0",
                "d >= -0.5",
                "NOT d > 0",
                "f > 0.3",
                "f = 0.1",
                "s = 'a'",
                "s <> 'a'",
                "s = '10'",
                "s = 10",
                "s > 'a'",
                "s IN ('a', '中', '')",
                "NOT s IN ('a', '中')",
                "i IN (1, 2, 3)",
                "s IS NULL",
                "s IS NOT NULL",
                "geom IS NULL",
                "b = true",
                "b <> true",
                "b = 'false'",
                "s LIKE 'a%'",
                "s LIKE '_'",
                "s LIKE '%*%'",
                "s ILIKE 'A%'",
                "NOT s LIKE 'a%'",
                "i = 3 OR s = 'a'",
                "i > 3 AND (s = 'a' OR d < 1) AND NOT b = true",
                "strLength(s) = 2",
                "i = d",
                "i + 1 > 5",
                "BBOX(geom, 10, 10, 40, 40)",
                "BBOX(geom, 10, 10, 10, 10)",
                "BBOX(geom, 10, 10, 60, 60) AND BBOX(geom, 40, 0, 80, 50) AND i > 0",
                "BBOX(geom, 0, 0, 20, 20) OR i = 3",
                "NOT BBOX(geom, 0, 0, 60, 60)",
                "INTERSECTS(geom, POLYGON((0 0, 80 0, 0 80, 0 0)))",
                "WITHIN(geom, POLYGON((0 0, 80 0, 0 80, 0 0)))",
                "CONTAINS(geom, POINT(51 51))",
                "DISJOINT(geom, POLYGON((0 0, 80 0, 0 80, 0 0)))",
                "DWITHIN(geom, POINT(50 50), 12, meters)",
                "BEYOND(geom, POINT(50 50), 12, meters)",
                "IN ('f.1', 'f.7', 'g.8', 'f.x', 'f.08')",
                "NOT IN ('f.1', 'f.7')",
                "i IS NULL AND BBOX(geom, 0, 0, 90, 90)"
            })
    void theSameFeaturesComeOut(String ecql) throws Exception {
        assertSame(ECQL.toFilter(ecql));
    }

    @Test
    void randomCombinationsComeOutTheSame() throws Exception {
        String[] parts = {
            "i = 3",
            "i <> 4",
            "i > 1",
            "l < 55",
            "d >= 0.5",
            "d <> 1",
            "s = 'a'",
            "s <> '中'",
            "s IS NULL",
            "b = true",
            "i BETWEEN 0 AND 5",
            "s LIKE 'a%'",
            "BBOX(geom, 20, 20, 70, 70)",
            "f < 0.5",
            "i IN (1, 2)",
            "d IS NULL"
        };
        Random random = new Random(11);
        for (int n = 0; n < 80; n++) {
            assertSame(ECQL.toFilter(combine(parts, random, 3)));
        }
    }

    private static String combine(String[] parts, Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return parts[random.nextInt(parts.length)];
        }
        String one = combine(parts, random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> "NOT (" + one + ")";
            case 1 -> "(" + one + " AND " + combine(parts, random, depth - 1) + ")";
            default -> "(" + one + " OR " + combine(parts, random, depth - 1) + ")";
        };
    }

    @Test
    void theDocumentedFiltersAreDecidedBySqlAlone() throws Exception {
        LayerTable table = gpkg.dataStore().access("f").table();
        for (String exact : new String[] {
            "i = 3",
            "i > 2.5",
            "NOT (d < 1 OR s = 'a')",
            "s IN ('a', 'b')",
            "s IS NULL",
            "l BETWEEN 1 AND 2",
            "IN ('f.1')"
        }) {
            assertThat(SqlFilter.of(ECQL.toFilter(exact), table).isExact())
                    .as(exact)
                    .isTrue();
        }
        for (String inexact : new String[] {"s > 'a'", "f = 0.1", "s LIKE 'a%'", "geom IS NULL", "b = true", "i = d"}) {
            assertThat(SqlFilter.of(ECQL.toFilter(inexact), table).isExact())
                    .as(inexact)
                    .isFalse();
        }
        assertThat(SqlFilter.of(ECQL.toFilter("BBOX(geom, 0, 0, 1, 1)"), table).rest())
                .isEqualTo(Filter.INCLUDE);
    }
}
