package riskmap.edit.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.edit.shape.EditVertices;
import riskmap.edit.shape.FillGap;
import riskmap.edit.shape.Fixes;
import riskmap.edit.shape.HoleEdits;
import riskmap.edit.shape.MergeShapes;
import riskmap.edit.shape.MoveShapes;
import riskmap.edit.shape.NewShape;
import riskmap.edit.shape.OutlineEdits;
import riskmap.edit.shape.ReshapeShape;
import riskmap.edit.shape.SplitShapes;
import riskmap.geo.check.Overlaps;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.shape.Cut;
import riskmap.geo.shape.Reshape;
import riskmap.geo.shape.VertexPlace;

/** What holds for any sequence of edits on any coverage. */
class EditPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int SIZE = 4;

    private enum Edit {
        MOVE_NODE,
        ADD_NODE,
        REMOVE_NODE,
        RESHAPE,
        SPLIT,
        MERGE,
        HOLE,
        ISLAND,
        SIMPLIFY,
        DENSIFY,
        NEW,
        REMOVE,
        FILL,
        MOVE
    }

    @Property(tries = 60)
    void undoingAllEditsBringsBackEveryRowToTheBitAndTheCoverageStaysClean(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryRows rows = MemoryRows.coverage(seed, SIZE);
        Surroundings around = new Surroundings(rows, rows::newFid, List.of("parcel"), List.of("parcel"));
        assertThat(CoverageValidator.isValid(rows.shapes("parcel"))).isTrue();
        Map<String, Object> first = rows.picture();
        Deque<Changes> done = new ArrayDeque<>();
        Map<Edit, Integer> counts = new EnumMap<>(Edit.class);
        for (int i = 0; i < 25; i++) {
            Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
            try {
                Changes changes = make(edit, rows, around, random);
                rows.apply(changes);
                done.push(changes);
                counts.merge(edit, 1, Integer::sum);
            } catch (RefusedEditException refused) {
                assertThat(refused.userMessage().exists()).isTrue();
            }
            Geometry[] shapes = rows.shapes("parcel");
            for (Geometry shape : shapes) {
                assertThat(shape.isValid()).isTrue();
            }
            assertThat(CoverageValidator.isValid(shapes)).as("after " + edit).isTrue();
        }
        assertThat(counts.size()).as("kinds of edits that went through").isGreaterThan(3);
        Map<String, Object> last = rows.picture();
        List<Changes> redo = new ArrayList<>();
        while (!done.isEmpty()) {
            Changes inverse = done.pop().inverse();
            rows.apply(inverse);
            redo.add(0, inverse.inverse());
        }
        assertThat(rows.picture()).isEqualTo(first);
        redo.forEach(rows::apply);
        assertThat(rows.picture()).isEqualTo(last);
    }

    @Property(tries = 60)
    void movingInnerNodesKeepsTheWholeArea(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryRows rows = MemoryRows.coverage(seed, SIZE);
        Surroundings around = new Surroundings(rows, rows::newFid, List.of("parcel"), List.of("parcel"));
        double area = area(rows);
        Geometry outline = Coverage.union(List.of(rows.shapes("parcel")), Progress.silent())
                .getBoundary();
        for (int i = 0; i < 20; i++) {
            Row row = any(rows, random);
            VertexPlace place = anyVertex(row, random);
            Coordinate from = place.of(row.geometry());
            if (outline.distance(FACTORY.createPoint(from)) > 1e-6) {
                try {
                    rows.apply(EditVertices.move(around, row, Map.of(place, near(from, random, 30))));
                } catch (RefusedEditException refused) {
                    assertThat(refused.place()).isPresent();
                }
            }
        }
        assertThat(area(rows)).isCloseTo(area, within(1e-9 * area));
    }

    @Property(tries = 60)
    void piecesOfASplitAddUpAndMergingThemGivesTheWholeBack(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryRows rows = MemoryRows.coverage(seed, 2);
        Row row = any(rows, random);
        LineString line = across(row, random);
        List<Geometry> pieces = Cut.split(row.geometry(), line);
        double area = row.geometry().getArea();
        assertThat(pieces.stream().mapToDouble(Geometry::getArea).sum()).isCloseTo(area, within(1e-9 * area));
        assertThat(CoverageValidator.isValid(pieces.toArray(new Geometry[0]))).isTrue();
        if (pieces.size() < 2) {
            return;
        }
        Surroundings around = new Surroundings(rows, rows::newFid, List.of("parcel"), List.of("parcel"));
        Changes split = SplitShapes.by(around, List.of(row), line);
        rows.apply(split);
        List<Row> made = new ArrayList<>(List.of(rows.now(row)));
        split.rows().stream()
                .filter(change -> change.isAdded())
                .forEach(change -> made.add(rows.row("parcel", change.fid())));
        rows.apply(MergeShapes.merge(around, made, made.get(0), Map.of()));
        Geometry whole = rows.now(row).geometry();
        assertThat(whole.getNumGeometries()).isEqualTo(1);
        assertThat(whole.getArea()).isCloseTo(area, within(1e-9 * area));
        assertThat(whole.symDifference(row.geometry()).getArea()).isLessThan(1e-6);
        assertThat(CoverageValidator.isValid(rows.shapes("parcel"))).isTrue();
    }

    @Property(tries = 60)
    void aNewPolygonNeverOverlapsTheNeighboursItIsCutBackBy(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryRows rows = MemoryRows.coverage(seed, SIZE);
        for (int i = 0; i < 6; i++) {
            Row gone = any(rows, random);
            rows.apply(Fixes.removeFeatures(Surroundings.none(rows::newFid), List.of(gone)));
        }
        Surroundings around = new Surroundings(rows, rows::newFid, List.of("parcel"), List.of("parcel"));
        Row like = any(rows, random);
        Polygon drawn = blob(near(new Coordinate(500200, 4150200), random, 150), 120, random);
        try {
            rows.apply(NewShape.add(around, like, drawn));
        } catch (RefusedEditException refused) {
            return;
        }
        assertThat(Overlaps.find(rows.shapes("parcel"), 0, Progress.silent())).isEmpty();
        assertThat(CoverageValidator.isValid(rows.shapes("parcel"))).isTrue();
    }

    @Property(tries = 40)
    void aReshapedBoundaryIsGivenAndTakenWithoutLoss(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryRows rows = MemoryRows.coverage(seed, SIZE);
        Surroundings around = new Surroundings(rows, rows::newFid, List.of("parcel"), List.of("parcel"));
        Geometry before = Coverage.union(List.of(rows.shapes("parcel")), Progress.silent());
        Row row = rows.row("parcel", 6);
        try {
            rows.apply(ReshapeShape.along(around, row, across(row, random)));
        } catch (RefusedEditException refused) {
            return;
        }
        Geometry after = Coverage.union(List.of(rows.shapes("parcel")), Progress.silent());
        // an inner parcel: what it loses a neighbour has, what it wins a neighbour gave
        assertThat(after.getArea()).isCloseTo(before.getArea(), within(1e-9 * before.getArea()));
        assertThat(CoverageValidator.isValid(rows.shapes("parcel"))).isTrue();
    }

    private static Changes make(Edit edit, MemoryRows rows, Surroundings around, Random random) {
        Row row = any(rows, random);
        VertexPlace vertex = anyVertex(row, random);
        Coordinate at = vertex.of(row.geometry());
        Coordinate centre = row.geometry().getInteriorPoint().getCoordinate();
        return switch (edit) {
            case MOVE_NODE -> EditVertices.move(around, row, Map.of(vertex, near(at, random, 20)));
            case ADD_NODE ->
                EditVertices.add(
                        around,
                        row,
                        VertexPlace.nearestEdge(row.geometry(), at, 1).orElseThrow(),
                        near(at, random, 15));
            case REMOVE_NODE -> EditVertices.remove(around, row, Set.of(vertex));
            case RESHAPE -> ReshapeShape.along(around, row, across(row, random));
            case SPLIT -> SplitShapes.by(around, near(rows, row), across(row, random));
            case MERGE -> {
                List<Row> both = near(rows, row);
                yield MergeShapes.merge(around, both.subList(0, Math.min(2, both.size())), both.get(0), Map.of());
            }
            case HOLE -> HoleEdits.cut(around, row, blob(near(centre, random, 30), 15, random));
            case ISLAND -> HoleEdits.cutAndFill(around, row, blob(near(centre, random, 30), 15, random), row);
            case SIMPLIFY -> OutlineEdits.simplify(around, row, 5);
            case DENSIFY -> OutlineEdits.densify(around, row, 40);
            case NEW -> NewShape.add(around, row, blob(near(centre, random, 80), 60, random));
            case REMOVE -> Fixes.removeFeatures(around, List.of(row));
            case FILL ->
                FillGap.byNeighbour(
                        around, "parcel", near(at, random, 40), new Envelope(499000, 501000, 4149000, 4151000));
            case MOVE -> MoveShapes.move(around, List.of(row), random.nextInt(200), random.nextInt(200));
        };
    }

    private static Row any(MemoryRows rows, Random random) {
        List<Row> all = rows.all("parcel");
        return all.get(random.nextInt(all.size()));
    }

    private static List<Row> near(MemoryRows rows, Row row) {
        List<Row> near = new ArrayList<>(List.of(row));
        rows.near("parcel", row.extent()).stream()
                .filter(other -> !other.is(row) && other.geometry().intersects(row.geometry()))
                .forEach(near::add);
        return near;
    }

    private static VertexPlace anyVertex(Row row, Random random) {
        Polygon polygon = (Polygon) row.geometry().getGeometryN(0);
        return new VertexPlace(0, 0, random.nextInt(polygon.getExteriorRing().getNumPoints() - 1));
    }

    private static Coordinate near(Coordinate place, Random random, double reach) {
        return new Coordinate(
                place.x + 2 * reach * (random.nextDouble() - 0.5), place.y + 2 * reach * (random.nextDouble() - 0.5));
    }

    /** A bent line that begins and ends some way from the row's middle, as somebody would draw it. */
    private static LineString across(Row row, Random random) {
        Coordinate middle = row.geometry().getInteriorPoint().getCoordinate();
        double angle = random.nextDouble() * Math.PI;
        double reach = 40 + random.nextInt(60);
        List<Coordinate> vertices = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            Coordinate on = new Coordinate(
                    middle.x + i * reach / 2 * Math.cos(angle), middle.y + i * reach / 2 * Math.sin(angle));
            vertices.add(near(on, random, 12));
        }
        return Reshape.line(vertices);
    }

    private static Polygon blob(Coordinate centre, double radius, Random random) {
        List<Coordinate> ring = new ArrayList<>();
        int count = random.nextInt(4, 9);
        for (int i = 0; i < count; i++) {
            double r = radius * (0.5 + random.nextDouble() / 2);
            ring.add(new Coordinate(
                    centre.x + r * Math.cos(2 * Math.PI * i / count),
                    centre.y + r * Math.sin(2 * Math.PI * i / count)));
        }
        ring.add(ring.get(0));
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static double area(MemoryRows rows) {
        double area = 0;
        for (Geometry shape : rows.shapes("parcel")) {
            area += shape.getArea();
        }
        return area;
    }
}
