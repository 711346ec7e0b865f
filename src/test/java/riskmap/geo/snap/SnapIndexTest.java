package riskmap.geo.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.geo.Grids.wkt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SnapIndexTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private final SnapIndex index = new SnapIndex(new Envelope(0, 100, 0, 100));

    @Test
    void aVertexWinsOverANearerEdgeAndACrossingOverAnEdge() {
        index.add("road", 1, wkt("LINESTRING (0 50, 100 50)"));
        index.add("dyke", 2, wkt("LINESTRING (50 0, 50 100)"));
        index.add("house", 3, wkt("POLYGON ((52 52, 60 52, 60 60, 52 60, 52 52))"));
        Snap vertex = at(50.9, 50.1, 5).orElseThrow();
        assertThat(vertex.kind()).isEqualTo(SnapKind.VERTEX);
        assertThat(vertex.point()).isEqualTo(new Coordinate(52, 52));
        assertThat(vertex.layer()).isEqualTo("house");
        assertThat(vertex.fid()).isEqualTo(3);
        Snap crossing = at(49, 49, 2).orElseThrow();
        assertThat(crossing.kind()).isEqualTo(SnapKind.INTERSECTION);
        assertThat(crossing.point()).isEqualTo(new Coordinate(50, 50));
        // of two features the one in the alphabetically first layer is named
        assertThat(crossing.layer()).isEqualTo("dyke");
        assertThat(at(70, 49, 2).orElseThrow().kind()).isEqualTo(SnapKind.EDGE);
        assertThat(at(70, 49, 2).orElseThrow().point()).isEqualTo(new Coordinate(70, 50));
        assertThat(at(70, 47, 2)).isEmpty();
    }

    @Test
    void middlesAndFeetOfPerpendicularsAreFound() {
        index.add("road", 1, wkt("LINESTRING (10 50, 90 50)"));
        assertThat(at(50.4, 50.4, 1).orElseThrow().kind()).isEqualTo(SnapKind.MIDPOINT);
        Snap foot = index.snap(new Coordinate(30.5, 50.5), new Coordinate(30, 80), SnapSettings.within(1))
                .orElseThrow();
        assertThat(foot.kind()).isEqualTo(SnapKind.PERPENDICULAR);
        assertThat(foot.point()).isEqualTo(new Coordinate(30, 50));
    }

    @Test
    void onlyTheKindsAndLayersAskedForCount() {
        index.add("road", 1, wkt("LINESTRING (10 50, 90 50)"));
        index.add("well", 2, wkt("POINT (30 50)"));
        SnapSettings edges = new SnapSettings(2, EnumSet.of(SnapKind.EDGE), null);
        assertThat(index.snap(new Coordinate(10.5, 50.5), null, edges)
                        .orElseThrow()
                        .point())
                .isEqualTo(new Coordinate(10.5, 50));
        SnapSettings wells = new SnapSettings(2, EnumSet.allOf(SnapKind.class), List.of("well"));
        assertThat(index.snap(new Coordinate(30.5, 50.5), null, wells)
                        .orElseThrow()
                        .layer())
                .isEqualTo("well");
        assertThat(index.snap(new Coordinate(10.5, 50.5), null, wells)).isEmpty();
    }

    @Test
    void ofEquallyNearPlacesTheFirstLayerInTheListWinsThenTheLeastKey() {
        index.add("b", 7, wkt("POINT (50 50)"));
        index.add("b", 3, wkt("POINT (50 50)"));
        index.add("a", 9, wkt("POINT (50 50)"));
        assertThat(at(50, 51, 2).orElseThrow().layer()).isEqualTo("a");
        SnapSettings bFirst = new SnapSettings(2, EnumSet.allOf(SnapKind.class), List.of("b", "a"));
        Snap found = index.snap(new Coordinate(50, 51), null, bFirst).orElseThrow();
        assertThat(found.layer()).isEqualTo("b");
        assertThat(found.fid()).isEqualTo(3);
    }

    @Test
    void anEditedFeatureIsFoundWhereItIsNowAndARemovedOneNotAtAll() {
        index.add("house", 1, wkt("POINT (10 10)"));
        index.add("house", 1, wkt("POINT (20 20)"));
        assertThat(at(10, 10, 1)).isEmpty();
        assertThat(at(20, 20, 1)).isPresent();
        index.remove("house", 1);
        assertThat(at(20, 20, 1)).isEmpty();
    }

    @Test
    void theVertexKeepsItsHeight() {
        index.add("house", 1, wkt("LINESTRING Z (10 10 5.5, 20 20 6)"));
        assertThat(at(10, 10.5, 1).orElseThrow().point().getZ()).isEqualTo(5.5);
    }

    @Property(tries = 200)
    void theAnswerDoesNotDependOnTheOrderOfAddingAndIsTheNearestVertex(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Coordinate start = new Coordinate(random.nextInt(-20, 120), random.nextInt(-20, 120));
            Coordinate end = new Coordinate(start.x + random.nextInt(-60, 60), start.y + random.nextInt(-60, 60));
            lines.add(FACTORY.createLineString(new Coordinate[] {start, end}));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            order.add(i);
            index.add("x", i, lines.get(i));
        }
        Collections.shuffle(order, random);
        SnapIndex other = new SnapIndex(new Envelope(0, 100, 0, 100));
        order.forEach(i -> other.add("x", i, lines.get(i)));
        for (int i = 0; i < 20; i++) {
            Coordinate pointer = new Coordinate(100 * random.nextDouble(), 100 * random.nextDouble());
            Optional<Snap> found = index.snap(pointer, null, SnapSettings.within(4));
            assertThat(other.snap(pointer, null, SnapSettings.within(4))).isEqualTo(found);
            double nearestVertex = lines.stream()
                    .flatMap(line -> java.util.stream.Stream.of(line.getCoordinates()))
                    .filter(vertex -> vertex.x >= 0 && vertex.x <= 100 && vertex.y >= 0 && vertex.y <= 100)
                    .mapToDouble(pointer::distance)
                    .min()
                    .orElse(99);
            double nearestEdge = lines.stream()
                    .mapToDouble(line -> line.distance(FACTORY.createPoint(pointer)))
                    .min()
                    .orElseThrow();
            boolean inside = pointer.x > 4 && pointer.x < 96 && pointer.y > 4 && pointer.y < 96;
            if (inside && nearestVertex < 4) {
                assertThat(found.orElseThrow().kind()).isEqualTo(SnapKind.VERTEX);
                assertThat(found.orElseThrow().point().distance(pointer)).isCloseTo(nearestVertex, within(1e-9));
            }
            if (inside) {
                assertThat(found.isPresent()).isEqualTo(nearestEdge <= 4);
            }
        }
    }

    /** The time it takes: SnapBenchmark. */
    @Test
    void among300000PolygonsTheNearestCornerIsFound() {
        SnapIndex large = new SnapIndex(new Envelope(500000, 532000, 4140000, 4172000));
        Random random = new Random(7);
        List<Coordinate> corners = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            double x = 500000 + 32000 * random.nextDouble();
            double y = 4140000 + 32000 * random.nextDouble();
            Geometry box = FACTORY.toGeometry(new Envelope(x, x + 12, y, y + 9));
            large.add("building", i, box);
            corners.addAll(List.of(box.getCoordinates()));
        }
        // 12 pixels when the whole district is on a screen 1600 pixels wide
        SnapSettings vertices = new SnapSettings(12 * 20, EnumSet.of(SnapKind.VERTEX), null);
        for (int i = 0; i < 20; i++) {
            Coordinate pointer =
                    new Coordinate(500300 + 31400 * random.nextDouble(), 4140300 + 31400 * random.nextDouble());
            double nearest =
                    corners.stream().mapToDouble(pointer::distance).min().orElseThrow();
            Snap found = large.snap(pointer, pointer, vertices).orElseThrow();
            assertThat(found.point().distance(pointer)).isCloseTo(nearest, within(1e-9));
        }
    }

    private Optional<Snap> at(double x, double y, double tolerance) {
        return index.snap(new Coordinate(x, y), null, SnapSettings.within(tolerance));
    }
}
