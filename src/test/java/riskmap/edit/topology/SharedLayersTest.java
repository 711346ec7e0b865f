package riskmap.edit.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.geo.Grids.wkt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.edit.shape.EditVertices;
import riskmap.edit.shape.Fixes;
import riskmap.edit.shape.NewShape;
import riskmap.edit.shape.SplitShapes;
import riskmap.geo.check.Dangles;
import riskmap.geo.check.Gaps;
import riskmap.geo.check.Overlaps;
import riskmap.geo.shape.Reshape;
import riskmap.geo.shape.VertexPlace;

/** Edits that reach over layers, fixes that go through the same door, and what an edit reads. */
class SharedLayersTest {
    private final MemoryRows rows = new MemoryRows();
    private final Surroundings both = new Surroundings(rows, rows::newFid, List.of("field", "road"), List.of("field"));

    @Test
    void aRoadAlongABoundaryMovesWithItAndAWellStays() {
        Row field = rows.add("field", "POLYGON ((0 0, 10 0, 10 5, 10 10, 0 10, 0 0))");
        Row road = rows.add("road", "LINESTRING (10 -10, 10 0, 10 5, 10 10, 10 30)");
        Row well = rows.add("well", "POINT (10 5)");
        VertexPlace node = new VertexPlace(0, 0, 2);
        Changes moved = EditVertices.move(both, field, Map.of(node, new Coordinate(12, 6)));
        assertThat(moved.layers()).containsExactly("field", "road");
        rows.apply(moved);
        assertThat(rows.now(road).geometry().toText())
                .isEqualTo("MULTILINESTRING ((10 -10, 10 0, 12 6, 10 10, 10 30))");
        assertThat(rows.now(well).geometry().toText()).isEqualTo("POINT (10 5)");
        rows.apply(moved.inverse());
        assertThat(rows.now(road).geometry().getCoordinates()[2]).isEqualTo(new Coordinate(10, 5));
    }

    @Test
    void aRoadThatEndsAtARemovedVertexKeepsItsEnd() {
        Row field = rows.add("field", "POLYGON ((0 0, 10 0, 11 5, 10 10, 0 10, 0 0))");
        Row road = rows.add("road", "LINESTRING (30 5, 11 5)");
        int corner = List.of(field.geometry().getCoordinates()).indexOf(new Coordinate(11, 5));
        rows.apply(EditVertices.remove(both, field, Set.of(new VertexPlace(0, 0, corner))));
        assertThat(rows.now(field).geometry().getArea()).isEqualTo(100);
        assertThat(rows.now(road).geometry().getLength()).isEqualTo(19);
    }

    @Test
    void splittingAFieldPutsTheNodeIntoTheRoadAlongIt() {
        Row field = rows.add("field", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row road = rows.add("road", "LINESTRING (10 -10, 10 30)");
        rows.apply(SplitShapes.by(
                both, List.of(field), Reshape.line(List.of(new Coordinate(-1, 4), new Coordinate(15, 4)))));
        assertThat(List.of(rows.now(road).geometry().getCoordinates())).contains(new Coordinate(10, 4));
    }

    @Test
    void withoutTopologicalEditingOnlyTheRowItselfChanges() {
        Row left = rows.add("field", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        rows.add("field", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
        Surroundings alone = Surroundings.none(rows::newFid);
        Changes changes = EditVertices.move(alone, left, Map.of(new VertexPlace(0, 0, 2), new Coordinate(9, 9)));
        assertThat(changes.rows()).hasSize(1);
    }

    @Test
    void draggingACornerOverANeighbourIsRefusedWithThePlace() {
        Row left = rows.add("field", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        rows.add("field", "POLYGON ((20 0, 30 0, 30 10, 20 10, 20 0))");
        VertexPlace corner = new VertexPlace(0, 0, 2);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> EditVertices.move(both, left, Map.of(corner, new Coordinate(25, 9))))
                .isInstanceOfSatisfying(RefusedEditException.class, refused -> {
                    Coordinate place = refused.place().orElseThrow();
                    assertThat(new Envelope(20, 25, 0, 10).contains(place)).isTrue();
                    assertThat(refused.userMessage().text()).contains("重叠").contains("位置");
                });
    }

    @Test
    void aRowThatOverlappedBeforeCanStillBeEdited() {
        Row one = rows.add("field", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        rows.add("field", "POLYGON ((9 0, 20 0, 20 10, 9 10, 9 0))");
        rows.apply(EditVertices.move(both, one, Map.of(new VertexPlace(0, 0, 0), new Coordinate(-1, -1))));
        assertThat(rows.now(one).geometry().getArea()).isGreaterThan(100);
    }

    @Test
    void aNewFieldLeavesOutFieldsOfAllExclusiveLayers() {
        rows.add("field", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row lake = rows.add("lake", "POLYGON ((12 2, 16 2, 16 8, 12 8, 12 2))");
        Surroundings around = new Surroundings(rows, rows::newFid, List.of("field", "lake"), List.of("field", "lake"));
        Row blank = new Row("field", 0, "geom", lake.type(), Map.of("geom", wkt("POINT EMPTY")));
        rows.apply(NewShape.add(around, blank, wkt("POLYGON ((5 0, 20 0, 20 10, 5 10, 5 0))")));
        assertThat(rows.row("field", 3).geometry().getArea()).isCloseTo(150 - 50 - 24, within(1e-9));
    }

    @Test
    void fixesTakeTheFaultAwayAndNothingElse() {
        Row a = rows.add("field", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row b = rows.add("field", "POLYGON ((9.5 0, 20 0, 20 10, 10.5 10, 9.5 0))");
        rows.apply(Fixes.trimOverlap(both, b, a));
        assertThat(Overlaps.find(rows.shapes("field"), 0, Progress.silent())).isEmpty();
        assertThat(rows.now(a).geometry().getArea()).isEqualTo(100);
        rows.add("field", "POLYGON ((0 10, 20 10, 20 20, 0 20, 0 10))");
        List<Gaps.Gap> gaps = Gaps.find(rows.shapes("field"), 0.01, 10, Progress.silent());
        assertThat(gaps).hasSize(1);
        rows.apply(Fixes.closeGap(both, rows.all("field"), gaps.get(0).area()));
        assertThat(Gaps.find(rows.shapes("field"), 0, 10, Progress.silent())).isEmpty();
        assertThat(CoverageValidator.isValid(rows.shapes("field"))).isTrue();
        Row road = rows.add("road", "LINESTRING (40 0, 40 30)");
        Row path = rows.add("road", "LINESTRING (60 15, 40.4 15)");
        Geometry[] lines = {road.geometry(), path.geometry()};
        Dangles.Dangle dangle = Dangles.find(lines, 1, Progress.silent()).get(0);
        rows.apply(Fixes.snapDangle(both, path, dangle));
        assertThat(rows.now(path).geometry().toText()).isEqualTo("MULTILINESTRING ((60 15, 40 15))");
        assertThat(rows.now(road).geometry().getNumPoints())
                .as("the road has the node")
                .isEqualTo(3);
        assertThat(Dangles.find(rows.shapes("road"), 1, Progress.silent())).isEmpty();
        Row spiky = rows.add("bare", "POLYGON ((0 0, 10 0, 10 5, 40 5.01, 10 5.02, 10 10, 0 10, 0 0))");
        rows.apply(Fixes.removeSpikes(Surroundings.none(rows::newFid), spiky, 5, 0.1));
        assertThat(rows.now(spiky).geometry().getArea()).isCloseTo(100, within(1e-6));
    }

    @Test
    void anEditReadsOnlyItsNeighbourhood() {
        MemoryRows large = MemoryRows.coverage(3, 60);
        Surroundings around = new Surroundings(large, large::newFid, List.of("parcel"), List.of("parcel"));
        Row row = large.row("parcel", 1830);
        int before = large.read();
        Row neighbour = row;
        for (int i = 0; i < 20; i++) {
            Coordinate at = new VertexPlace(0, 0, 0).of(neighbour.geometry());
            large.apply(EditVertices.move(
                    around, neighbour, Map.of(new VertexPlace(0, 0, 0), new Coordinate(at.x + 0.5, at.y + 0.5))));
            neighbour = large.now(row);
        }
        assertThat((large.read() - before) / 20).as("rows read for one edit").isLessThan(60);
    }
}
