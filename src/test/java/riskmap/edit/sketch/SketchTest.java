package riskmap.edit.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import riskmap.data.GeometryKind;
import riskmap.edit.topology.RefusedEditException;
import riskmap.geo.shape.Bearing;

class SketchTest {
    @Test
    void aPolygonGrowsPointByPointWithAHoleAndASecondPart() {
        Sketch sketch = Sketch.of(GeometryKind.POLYGON)
                .with(List.of(at(0, 0), at(10, 0), at(10, 10), at(0, 10)))
                .startRing()
                .with(List.of(at(2, 2), at(4, 2), at(4, 4)))
                .startPart()
                .with(List.of(at(20, 0), at(30, 0), at(30, 10)));
        assertThat(SketchGeometry.of(sketch).toText())
                .isEqualTo("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 2)),"
                        + " ((20 0, 30 0, 30 10, 20 0)))");
        assertThat(sketch.vertices()).isEqualTo(10);
    }

    @Test
    void aDoubleClickAddsNoSecondVertexAndAClosingClickNoSecondStart() {
        Sketch line = Sketch.of(GeometryKind.LINE).with(at(0, 0)).with(at(5, 5)).with(at(5, 5));
        assertThat(line.vertices()).isEqualTo(2);
        Sketch ring = Sketch.of(GeometryKind.POLYGON).with(List.of(at(0, 0), at(1, 0), at(1, 1), at(0, 0)));
        assertThat(SketchGeometry.of(ring).toText()).isEqualTo("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    }

    @Test
    void everyClickOfAPointLayerIsAPart() {
        Sketch points = Sketch.of(GeometryKind.POINT).with(at(1, 1)).with(at(2, 2));
        assertThat(SketchGeometry.of(points).toText()).isEqualTo("MULTIPOINT ((1 1), (2 2))");
    }

    @Test
    void whatIsMissingIsSaid() {
        Sketch two = Sketch.of(GeometryKind.POLYGON).with(at(0, 0)).with(at(1, 0));
        assertThat(two.problem().orElseThrow().text()).contains("至少要 3 个，现有 2 个");
        assertThatThrownBy(() -> SketchGeometry.of(two)).isInstanceOf(RefusedEditException.class);
        Sketch back = two.with(at(0, 0));
        assertThat(back.problem()).as("two places and back again").isPresent();
        assertThat(Sketch.of(GeometryKind.LINE).problem().orElseThrow().key()).isEqualTo("edit.sketch-empty");
    }

    @Test
    void thePreviewLeadsToThePointerAndBack() {
        Sketch sketch = Sketch.of(GeometryKind.POLYGON).with(at(0, 0)).with(at(10, 0));
        assertThat(SketchGeometry.preview(sketch, at(10, 10)))
                .containsExactly(List.of(at(0, 0), at(10, 0), at(10, 10), at(0, 0)));
    }

    @Property(tries = 100)
    void takingBackEveryVertexLeadsThroughTheSameSketchesToNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Sketch sketch = Sketch.of(GeometryKind.POLYGON);
        List<Sketch> steps = new ArrayList<>(List.of(sketch));
        for (int i = 0; i < 30; i++) {
            int choice = random.nextInt(8);
            Sketch next = choice == 0 ? sketch.startRing() : choice == 1 ? sketch.startPart() : sketch;
            sketch = next.with(at(random.nextInt(100), 100 + i));
            steps.add(sketch);
        }
        for (int i = steps.size() - 1; i > 0; i--) {
            assertThat(sketch.vertices()).isEqualTo(i);
            assertThat(SketchGeometry.preview(sketch, null)).isEqualTo(SketchGeometry.preview(steps.get(i), null));
            sketch = sketch.withoutLast();
        }
        assertThat(sketch.isEmpty()).isTrue();
        assertThat(sketch.withoutLast().isEmpty()).isTrue();
    }

    @Test
    void lockedEdgesRunExactlyAlongTheAxes() {
        Coordinate last = at(500000.123, 4150000.456);
        Coordinate east = AngleLock.axes().apply(last, at(500010, 4150002), Double.NaN);
        assertThat(east.y).isEqualTo(last.y);
        assertThat(east.x).isEqualTo(500010);
        Coordinate south = AngleLock.axes().apply(last, at(500001, 4149900), 25);
        assertThat(south.x).isEqualTo(last.x);
        assertThat(south.y).isCloseTo(last.y - 25, within(1e-9));
    }

    @Test
    void rightAnglesParallelsAndStepsFollowTheEdgeTheyReferTo() {
        Coordinate a = at(0, 0);
        Coordinate b = at(10, 10);
        Coordinate right = AngleLock.orthogonalTo(a, b).apply(b, at(20, 1), Double.NaN);
        assertThat(right.x - b.x).isCloseTo(b.y - right.y, within(1e-9));
        Coordinate parallel = AngleLock.parallelTo(a, b).apply(at(5, 0), at(-3, -9), Double.NaN);
        assertThat(parallel.x - 5).isCloseTo(parallel.y, within(1e-9));
        assertThat(AngleLock.perpendicularTo(a, b).nearest(100)).isEqualTo(135);
        assertThat(AngleLock.steps(15).nearest(52)).isEqualTo(45);
        assertThat(AngleLock.steps(15).nearest(353)).isEqualTo(0);
        assertThat(AngleLock.steps(30, a, b).nearest(100)).isEqualTo(105);
        assertThat(AngleLock.fixed(30).nearest(200)).isEqualTo(30);
    }

    @Test
    void aLockedEdgeEndsOnTheSnappedEdge() {
        LineSegment wall = new LineSegment(0, 20, 40, 30);
        Coordinate met = AngleLock.axes().meeting(at(20, 0), at(21, 24), wall).orElseThrow();
        assertThat(met.x).isCloseTo(20, within(1e-9));
        assertThat(met.y).isCloseTo(25, within(1e-9));
        assertThat(AngleLock.axes().meeting(at(20, 0), at(21, -24), wall)).isEmpty();
    }

    @Test
    void aFixedLengthKeepsTheDirectionOfThePointer() {
        Coordinate end = AngleLock.withLength(at(0, 0), at(30, 40), 10);
        assertThat(end).isEqualTo(at(6, 8));
    }

    @Property(tries = 200)
    void bearingThereAndTheDistanceLeadBackToThePlace(@ForAll int x, @ForAll int y) {
        Coordinate start = at(500000, 4150000);
        Coordinate end = at(start.x + x % 100000 / 7.0, start.y + y % 100000 / 7.0);
        Coordinate again = Bearing.from(start, Bearing.of(start, end), start.distance(end));
        assertThat(again.distance(end)).isLessThan(1e-7);
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(x, y);
    }
}
