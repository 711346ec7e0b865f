package riskmap.bench;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.render.Viewport;
import riskmap.style.Styles;

/** A repaint of 300,000 buildings, 50,000 roads and 1,000,000 points on 1600 × 1200 pixels, whole and zoomed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class PaintBenchmark {
    private static final double SIDE_METRES = 32_000;

    @Param({"building", "road", "village"})
    String style;

    /** Metres of ground per pixel: 26.7 shows the whole district, 2 a town. */
    @Param({"26.7", "2"})
    double metresPerPixel;

    private final MapPainter painter = new MapPainter();
    private PaintLayer layer;
    private Viewport viewport;

    @Setup
    public void make() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(style);
        builder.add("geom", Geometry.class, Crs.of(4550));
        builder.add(style.equals("road") ? "class" : "danger_grade", String.class);
        SimpleFeatureType type = builder.buildFeatureType();
        Random random = new Random(20240601);
        int count = style.equals("building") ? 300_000 : style.equals("road") ? 50_000 : 1_000_000;
        List<SimpleFeature> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object[] values = {geometry(random), style.equals("road") ? "county" : "ABCD".substring(i % 4, i % 4 + 1)};
            features.add(SimpleFeatureBuilder.build(type, values, style + "." + i));
        }
        layer = new PaintLayer(
                style,
                new LayerData.Features(DataUtilities.source(new ListFeatureCollection(type, features))),
                Styles.shipped(style),
                Filter.INCLUDE,
                1);
        double width = 1600 * metresPerPixel;
        double height = 1200 * metresPerPixel;
        Envelope extent = new Envelope(
                (SIDE_METRES - width) / 2,
                (SIDE_METRES + width) / 2,
                (SIDE_METRES - height) / 2,
                (SIDE_METRES + height) / 2);
        viewport = new Viewport(extent, 1600, 1200, 96, Crs.of(4550));
        picture();
    }

    private Geometry geometry(Random random) {
        GeometryFactory factory = new GeometryFactory();
        double x = random.nextDouble() * SIDE_METRES;
        double y = random.nextDouble() * SIDE_METRES;
        if (style.equals("village")) {
            return factory.createPoint(new Coordinate(x, y));
        }
        if (style.equals("building")) {
            double w = 8 + random.nextDouble() * 30;
            double h = 8 + random.nextDouble() * 12;
            return factory.toGeometry(new Envelope(x, x + w, y, y + h));
        }
        Coordinate[] bends = new Coordinate[8];
        for (int i = 0; i < bends.length; i++) {
            bends[i] = new Coordinate(x, y);
            x += random.nextGaussian() * 60;
            y += random.nextGaussian() * 60;
        }
        return factory.createLineString(bends);
    }

    @Benchmark
    public BufferedImage picture() {
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        painter.paint(List.of(layer), viewport, graphics, Progress.silent());
        graphics.dispose();
        return image;
    }
}
