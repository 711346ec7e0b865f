package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.Repair;
import riskmap.io.FeatureStream;
import riskmap.io.Formats;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/** Overlay of layers: never throws, loses no area, and comes out the same whatever the number of threads. */
class OverlayLayersPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Path HUANCUI = Path.of("../shared/data/huancui");
    private static final List<String> OVERLAYS =
            List.of("intersection", "identity", "union", "difference", "symmetrical-difference");

    /** Stars, some with edges that cross, some nearly the same as the one before, some without a shape. */
    private static Layers shapes(Random random, int count) {
        Layers layer = Layers.of("shape", Polygon.class, "n:Integer");
        Geometry before = null;
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(8);
            Geometry shape = kind == 0
                    ? null
                    : kind == 1
                            ? FACTORY.createPolygon()
                            : kind == 2 && before != null ? nearly(before, random) : star(random, kind == 3);
            layer.row(shape, i);
            before = shape == null || shape.isEmpty() ? before : shape;
        }
        return layer;
    }

    private static Geometry nearly(Geometry shape, Random random) {
        double off = Math.pow(10, -3 - random.nextInt(9));
        return AffineTransformation.translationInstance(off, -off).transform(shape);
    }

    private static Polygon star(Random random, boolean crossing) {
        double x = random.nextInt(300);
        double y = random.nextInt(300);
        int corners = 5 + random.nextInt(20);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (crossing ? (i * 2) % corners : i) / corners;
            double radius = 10 + random.nextInt(90);
            ring[i] = new Coordinate(Math.rint(x + radius * Math.cos(angle)), Math.rint(y + radius * Math.sin(angle)));
        }
        ring[corners] = ring[0];
        return FACTORY.createPolygon(ring);
    }

    /** Areas side by side with corners out of line. */
    private static Layers tiles(Random random) {
        Coordinate[][] corners = new Coordinate[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                corners[i][j] = new Coordinate(70 * i + random.nextDouble() * 20, 70 * j + random.nextDouble() * 20);
            }
        }
        Layers layer = Layers.of("tile", Polygon.class, "n:Integer");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                layer.row(
                        FACTORY.createPolygon(new Coordinate[] {
                            corners[i][j], corners[i + 1][j], corners[i + 1][j + 1], corners[i][j + 1], corners[i][j]
                        }),
                        i * 4 + j);
            }
        }
        return layer;
    }

    private static double area(List<Geometry> shapes) {
        return shapes.stream()
                .filter(shape -> shape != null)
                .mapToDouble(Geometry::getArea)
                .sum();
    }

    private static List<Geometry> run(String id, LayerData features, LayerData areas) {
        return Layers.shapes(Layers.run(id, Map.of("features", features, "areas", areas)));
    }

    @Property(tries = 60)
    void whatIsInsideAndWhatIsLeftIsTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        LayerData shapes = shapes(random, 12).data();
        LayerData tiles = tiles(random).data();
        double whole = 0;
        LayerRows rows = LayerRows.read(((LayerData.Features) shapes).source(), Progress.silent());
        for (Geometry shape : rows.geometries()) {
            whole += shape == null ? 0 : Repair.apply(shape).geometry().getArea();
        }
        List<Geometry> inside = run("intersection", shapes, tiles);
        List<Geometry> rest = run("difference", shapes, tiles);
        assertThat(area(inside) + area(rest)).isCloseTo(whole, within(1e-9 * Math.max(1, whole)));
        assertThat(area(run("identity", shapes, tiles))).isCloseTo(whole, within(1e-9 * Math.max(1, whole)));
        for (Geometry piece : inside) {
            assertThat(piece == null || piece.isValid()).isTrue();
        }
    }

    @Property(tries = 40)
    void manyAreasClipAsTheirUnionDoes(@ForAll long seed) {
        Random random = new Random(seed);
        LayerData shapes = shapes(random, 40).data();
        for (Layers layer : List.of(tiles(random), shapes(random, 12))) {
            LayerData areas = layer.data();
            Geometry union = FACTORY.createPolygon();
            for (Geometry area : valid(areas)) {
                union = Overlay.union(union, area);
            }
            List<Geometry> expected = new ArrayList<>();
            List<Geometry> left = new ArrayList<>();
            for (Geometry shape : valid(shapes)) {
                expected.add(Overlay.intersection(shape, union));
                left.add(Overlay.difference(shape, union));
            }
            List<Geometry> clipped = run("clip", shapes, areas);
            assertThat(area(clipped)).isCloseTo(area(expected), within(1e-6));
            assertThat(clipped).hasSize((int)
                    expected.stream().filter(part -> !part.isEmpty()).count());
            assertThat(clipped).allMatch(Geometry::isValid);
            assertThat(area(run("difference", shapes, areas))).isCloseTo(area(left), within(1e-6));
        }
    }

    /** The shapes of a layer, repaired, without those that are missing or empty. */
    private static List<Geometry> valid(LayerData layer) {
        List<Geometry> result = new ArrayList<>();
        for (Geometry shape : LayerRows.read(((LayerData.Features) layer).source(), Progress.silent())
                .geometries()) {
            if (shape != null) {
                result.add(Repair.apply(shape).geometry());
            }
        }
        return result;
    }

    @Property(tries = 3)
    void threadsDoNotChangeWhatComesOut(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        LayerData shapes = shapes(random, 20).data();
        LayerData others = shapes(random, 12).data();
        for (String overlay : OVERLAYS) {
            List<String> alone = withThreads(1, overlay, shapes, others);
            assertThat(withThreads(2, overlay, shapes, others)).as(overlay).isEqualTo(alone);
            assertThat(withThreads(7, overlay, shapes, others)).as(overlay).isEqualTo(alone);
        }
    }

    private static List<String> withThreads(int threads, String overlay, LayerData features, LayerData areas)
            throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Layers.texts(
                            ((Output.Features) Layers.run(overlay, Map.of("features", features, "areas", areas)))
                                    .features()))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    /** The borders of the district from two sources, and each moved by a hair: hardly two edges are quite the same. */
    @Test
    void bordersThatNearlyCoincideAreOverlaidWithoutLoss() throws Exception {
        assumeTrue(Files.isDirectory(HUANCUI), "no ../shared/data");
        List<Geometry> borders = new ArrayList<>();
        for (String file :
                List.of("fence_371002.json", "fence_371003.json", "osm_coastline_geomaps10m_weihai.geojson")) {
            borders.addAll(polygons(HUANCUI.resolve(file)));
        }
        Layers one = Layers.of("border", MultiPolygon.class, "n:Integer");
        Layers other = Layers.of("moved", MultiPolygon.class, "n:Integer");
        for (int i = 0; i < borders.size(); i++) {
            one.row(borders.get(i), i);
            for (double off : new double[] {1e-9, 0.3}) {
                other.row(AffineTransformation.translationInstance(off, off / 3).transform(borders.get(i)), i);
            }
        }
        for (String overlay : OVERLAYS) {
            for (Geometry piece : run(overlay, one.data(), other.data())) {
                assertThat(piece == null || piece.isValid()).as(overlay).isTrue();
            }
        }
        Geometry first = Repair.apply(borders.get(0)).geometry();
        Geometry second = Repair.apply(borders.get(1)).geometry();
        double left = Overlay.difference(first, second).getArea()
                + Overlay.intersection(first, second).getArea();
        assertThat(left).isCloseTo(first.getArea(), within(1e-9 * first.getArea()));
    }

    private static List<Geometry> polygons(Path file) throws Exception {
        VectorFormat format = (VectorFormat) Formats.reading(file);
        String layer = format.layers(file, ReadOptions.standard()).get(0);
        List<Geometry> found = new ArrayList<>();
        try (FeatureStream stream = format.read(file, layer, ReadOptions.standard(), new ImportLog())) {
            var toPlane = Crs.transform(stream.type().getCoordinateReferenceSystem(), Crs.of("EPSG:4550"));
            for (var feature = stream.next(); feature != null; feature = stream.next()) {
                Geometry shape = toPlane.apply((Geometry) feature.getDefaultGeometry());
                if (shape.getDimension() == 2) {
                    found.add(
                            shape instanceof Polygon single
                                    ? FACTORY.createMultiPolygon(new Polygon[] {single})
                                    : shape);
                }
            }
        }
        return found;
    }

    @Test
    void aRowWithoutAGeometryIsPartOfTheRestAndNeverLost() {
        Layers features = Layers.of("f", Polygon.class, "n:Integer")
                .row("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", 1)
                .row(null, 2);
        Layers areas = Layers.of("a", Polygon.class, "m:Integer")
                .row("POLYGON((5 0, 15 0, 15 10, 5 10, 5 0))", 3)
                .row(null, 4);
        Map<String, Integer> rows =
                Map.of("intersection", 1, "identity", 3, "union", 5, "difference", 2, "symmetrical-difference", 4);
        rows.forEach((overlay, expected) -> assertThat(
                        Layers.rows(Layers.run(overlay, Map.of("features", features.data(), "areas", areas.data()))))
                .as(overlay)
                .hasSize(expected));
    }
}
