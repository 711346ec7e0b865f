package riskmap.geo.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.geo.Grids.wkt;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

class ShapeKernelsTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Geometry BLOCK = wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
    private static final Geometry BESIDE = wkt("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");

    @Test
    void exampleInJavadoc() {
        assertThat(Outlines.chords(100, 0.1)).isEqualTo(71);
        double area = ring(Outlines.circle(at(0, 0), 100, 0.1)).getArea();
        assertThat(1 - area / (Math.PI * 100 * 100)).isCloseTo(0.0013, within(0.00005));
    }

    @Property(tries = 100)
    void chordsOfACircleStayWithinTheError(
            @ForAll @DoubleRange(min = 1, max = 5000) double radius,
            @ForAll @DoubleRange(min = 0.01, max = 10) double error) {
        Coordinate centre = at(500000, 4150000);
        List<Coordinate> circle = Outlines.circle(centre, radius, error);
        for (int i = 0; i < circle.size(); i++) {
            Coordinate next = circle.get((i + 1) % circle.size());
            Coordinate middle = at((circle.get(i).x + next.x) / 2, (circle.get(i).y + next.y) / 2);
            assertThat(circle.get(i).distance(centre)).isCloseTo(radius, within(1e-8));
            assertThat(radius - middle.distance(centre)).isLessThanOrEqualTo(error * 1.000001);
        }
    }

    @Test
    void rectanglesRegularPolygonsAndArcs() {
        assertThat(ring(Outlines.rectangle(at(1, 1), at(4, 3))).getArea()).isEqualTo(6);
        assertThat(ring(Outlines.rectangle(at(0, 0), at(3, 4), at(-4, 3))).getArea())
                .isCloseTo(25, within(1e-9));
        assertThat(ring(Outlines.regular(at(0, 0), at(0, 2), 6)).getArea()).isCloseTo(6 * Math.sqrt(3), within(1e-9));
        List<Coordinate> arc =
                Outlines.arc(at(10, 0), at(0, 10), at(-10, 0), 0.01).orElseThrow();
        assertThat(arc.get(0)).isEqualTo(at(10, 0));
        assertThat(arc.get(arc.size() - 1)).isEqualTo(at(-10, 0));
        assertThat(arc).allMatch(vertex -> vertex.y >= 0 && Math.abs(vertex.distance(at(0, 0)) - 10) < 1e-9);
        assertThat(Outlines.arc(at(10, 0), at(0, -10), at(-10, 0), 0.01).orElseThrow())
                .allMatch(vertex -> vertex.y <= 0);
        assertThat(Outlines.arc(at(0, 0), at(1, 1), at(2, 2), 0.01)).isEmpty();
    }

    @Test
    void aFreehandStrokeKeepsTheVerticesThatMatter() {
        List<Coordinate> stroke = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            stroke.add(at(i, 0.1 * (i % 2)));
        }
        for (int i = 1; i <= 100; i++) {
            stroke.add(at(100 + 0.1 * (i % 2), i));
        }
        assertThat(Outlines.freehand(stroke, 0.5)).hasSize(3);
    }

    @Test
    void tracingFollowsTheShorterWayOrTheOtherOne() {
        Coordinate from = at(4, 0);
        Coordinate to = at(10, 3);
        List<Geometry> blocks = List.of(BLOCK, BESIDE);
        assertThat(Trace.path(blocks, from, to, false).orElseThrow()).containsExactly(from, at(10, 0), to);
        assertThat(Trace.path(blocks, from, to, true).orElseThrow())
                .containsExactly(from, at(0, 0), at(0, 10), at(10, 10), to);
        Coordinate farSide = at(20, 10);
        assertThat(Trace.path(blocks, from, farSide, false).orElseThrow())
                .containsExactly(from, at(10, 0), at(10, 10), farSide);
        assertThat(Trace.path(blocks, from, at(30, 30), false)).isEmpty();
        assertThat(Trace.path(List.of(wkt("LINESTRING (0 0, 5 0)")), at(1, 0), at(4, 0), true))
                .as("a line has no other way")
                .isEmpty();
    }

    @Test
    void cuttingAlongAnExistingEdgeOrThroughACornerMakesNoSlivers() {
        assertThat(Cut.split(BLOCK, line("LINESTRING (0 0, 10 0)"))).hasSize(1);
        assertThat(Cut.split(BLOCK, line("LINESTRING (0 0, 10 10)"))).hasSize(2);
        assertThat(Cut.split(BLOCK, line("LINESTRING (-5 -5, 15 15)"))).hasSize(2);
        assertThat(Cut.split(BLOCK, line("LINESTRING (2 0, 2 10, 8 10, 8 0)"))).hasSize(3);
    }

    @Test
    void aLineThatCrossesItselfCutsOutItsLoop() {
        List<Geometry> pieces = Cut.split(BLOCK, line("LINESTRING (-1 4, 7 4, 7 7, 4 7, 4 -1)"));
        assertThat(pieces).hasSize(3);
        assertThat(pieces.stream().mapToDouble(Geometry::getArea).sum()).isEqualTo(100);
        assertThat(pieces).anyMatch(piece -> piece.getArea() == 9);
    }

    @Test
    void anAreaReshapedAroundItsHoleLosesOrFillsPartOfIt() {
        Geometry donut = wkt("POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 20 10, 20 20, 10 20, 10 10))");
        Geometry smallerHole =
                Reshape.apply(donut, line("LINESTRING (13 10, 13 20)")).orElseThrow();
        assertThat(smallerHole.getArea()).isEqualTo(800 + 30);
        Geometry largerHole = Reshape.apply(donut, line("LINESTRING (20 12, 25 12, 25 18, 20 18)"))
                .orElseThrow();
        assertThat(largerHole.getArea()).isEqualTo(800 - 30);
        assertThat(largerHole.getNumGeometries()).isEqualTo(1);
    }

    @Test
    void layersOfOnePartKeepOneAndMultiLayersMany() {
        assertThat(Form.of(Polygon.class)
                        .apply(wkt("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))"), null)
                        .getGeometryType())
                .isEqualTo("Polygon");
        assertThat(Form.of(MultiPolygon.class).apply(BLOCK, null).getGeometryType())
                .isEqualTo("MultiPolygon");
    }

    private static LineString line(String text) {
        return (LineString) wkt(text);
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(x, y);
    }

    private static Polygon ring(List<Coordinate> vertices) {
        List<Coordinate> closed = new ArrayList<>(vertices);
        closed.add(vertices.get(0));
        return FACTORY.createPolygon(closed.toArray(Coordinate[]::new));
    }
}
