package riskmap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import riskmap.base.Progress;
import riskmap.data.gpkg.FeatureTable;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;

/**
 * Reading and writing a layer of small polygons with six attributes: all of it as features and as arrays, a window of
 * about 3,000, and appending it to a new file with its index. Goal on two cores: 300,000 read in 0.7 s, the window in 20
 * ms. Each result is checked against the number of rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GeoPackageReadBenchmark {
    private static final int WINDOW = 55;

    /** Number of polygons. */
    @Param({"30000", "300000"})
    public int size;

    private Path folder;
    private GeoPackage gpkg;
    private SimpleFeatureSource source;
    private SimpleFeatureType type;
    private int written;

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("riskmap-bench");
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("building");
        builder.add("geom", Polygon.class, Crs.of(4550));
        builder.add("code", String.class);
        builder.add("use", String.class);
        builder.add("floors", Integer.class);
        builder.add("year", Integer.class);
        builder.add("people", Integer.class);
        builder.add("value", Double.class);
        type = builder.buildFeatureType();
        gpkg = GeoPackage.create(folder.resolve("read.gpkg"));
        gpkg.createLayer(type, null);
        gpkg.append("building", features(), size, Progress.silent());
        source = gpkg.dataStore().getFeatureSource("building");
    }

    private Iterator<SimpleFeature> features() {
        GeometryFactory factory = new GeometryFactory();
        int columns = (int) Math.sqrt(size);
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    double x = 404_000 + 30.0 * (i % columns);
                    double y = 4_125_000 + 30.0 * (i / columns);
                    Polygon shape = factory.createPolygon(new Coordinate[] {
                        new Coordinate(x, y), new Coordinate(x + 20, y), new Coordinate(x + 20, y + 10),
                        new Coordinate(x + 10, y + 15), new Coordinate(x, y + 10), new Coordinate(x, y)
                    });
                    Object[] values = {shape, "B" + i, i % 3 == 0 ? "住宅" : "工业", i % 30, 1950 + i % 70, i % 100, i * 1.5
                    };
                    return SimpleFeatureBuilder.build(type, values, null);
                })
                .iterator();
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        gpkg.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    @Benchmark
    public int asFeatures() throws IOException {
        return checked(count(Query.ALL), size);
    }

    @Benchmark
    public FeatureTable arrays() {
        FeatureTable table = FeatureTable.of(source, new Query("building"), Progress.silent());
        checked(table.size(), size);
        return table;
    }

    @Benchmark
    public int window() throws IOException {
        double x = 404_000 + 30 * 10;
        double y = 4_125_000 + 30 * 10;
        var ff = CommonFactoryFinder.getFilterFactory();
        var box = new ReferencedEnvelope(
                x, x + 30 * WINDOW - 5, y, y + 30 * WINDOW - 5, type.getCoordinateReferenceSystem());
        return checked(count(new Query("building", ff.bbox(ff.property("geom"), box))), WINDOW * WINDOW);
    }

    @Benchmark
    public long append() throws IOException {
        Path file = folder.resolve("append" + written++ + ".gpkg");
        try (GeoPackage target = GeoPackage.create(file)) {
            target.createLayer(type, null);
            long added = target.append("building", features(), size, Progress.silent());
            return checked((int) added, size);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private int count(Query query) throws IOException {
        int count = 0;
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext()) {
                features.next();
                count++;
            }
        }
        return count;
    }

    private static int checked(int count, int expected) {
        if (count != expected) {
            throw new IllegalStateException(count + " instead of " + expected);
        }
        return count;
    }
}
