package riskmap.edit.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.data.Changes;
import riskmap.edit.shape.MergeShapes.FieldMerge;
import riskmap.edit.topology.MemoryRows;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.shape.VertexPlace;

class ShapeEditsTest {
    private final MemoryRows rows = new MemoryRows();
    private final Surroundings alone = Surroundings.none(rows::newFid);
    private final Surroundings shared = new Surroundings(rows, rows::newFid, List.of("p"), List.of());
    private final Surroundings exclusive = new Surroundings(rows, rows::newFid, List.of("p"), List.of("p"));

    @Test
    void splittingCopiesAttributesAndTheLargestPieceStays() {
        Row row = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row neighbour = rows.add("p", "POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))");
        rows.apply(SplitShapes.by(shared, List.of(row), line("LINESTRING (3 -5, 3 12)")));
        assertThat(rows.all("p")).hasSize(3);
        assertThat(rows.now(row).geometry().getArea()).isEqualTo(70);
        Row piece = rows.row("p", 3);
        assertThat(piece.geometry().getArea()).isEqualTo(30);
        assertThat(piece.values()).containsEntry("name", "row 1").containsEntry("people", 10);
        assertThat(piece.values().get("uuid")).isNotEqualTo("uuid-1");
        assertThat(rows.now(row).values()).containsEntry("uuid", "uuid-1");
        assertThat(List.of(rows.now(neighbour).geometry().getCoordinates())).contains(new Coordinate(3, 10));
        assertThat(CoverageValidator.isValid(rows.shapes("p"))).isTrue();
    }

    @Test
    void aLineThatEndsInsideSplitsNothing() {
        Row row = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        refused("edit.refused-split", () -> SplitShapes.by(alone, List.of(row), line("LINESTRING (3 -5, 3 5)")));
    }

    @Test
    void aLineIsSplitWhereAnotherCrossesIt() {
        Row road = rows.add("r", "LINESTRING (0 0, 100 0)");
        rows.apply(SplitShapes.by(alone, List.of(road), line("LINESTRING (30 -5, 30 5, 60 5, 60 -5)")));
        assertThat(rows.all("r")).extracting(row -> row.geometry().getLength()).containsExactly(40.0, 30.0, 30.0);
    }

    @Test
    void splittingADonutAcrossItsHoleGivesTwoHalves() {
        Row row = rows.add("p", "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 20 10, 20 20, 10 20, 10 10))");
        rows.apply(SplitShapes.by(alone, List.of(row), line("LINESTRING (14 -1, 14 31)")));
        assertThat(rows.all("p")).extracting(one -> one.geometry().getArea()).containsExactly(420.0, 380.0);
    }

    @Test
    void mergingSumsOrKeepsPerField() {
        Row a = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row b = rows.add("p", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
        rows.apply(MergeShapes.merge(alone, List.of(a, b), b, Map.of("people", FieldMerge.SUM)));
        assertThat(rows.all("p")).hasSize(1);
        Row merged = rows.now(b);
        assertThat(merged.geometry().getArea()).isEqualTo(200);
        assertThat(merged.geometry().getNumGeometries()).isEqualTo(1);
        assertThat(merged.values())
                .containsEntry("people", 30)
                .containsEntry("name", "row 2")
                .containsEntry("uuid", "uuid-2");
    }

    @Test
    void mergedLinesKeepTheDirectionOfTheFirst() {
        Row a = rows.add("r", "LINESTRING (20 0, 10 0)");
        Row b = rows.add("r", "LINESTRING (0 0, 10 0)");
        rows.apply(MergeShapes.merge(alone, List.of(a, b), a, Map.of()));
        assertThat(rows.now(a).geometry().toText()).isEqualTo("MULTILINESTRING ((20 0, 10 0, 0 0))");
    }

    @Test
    void mergingWhatDoesNotTouchIsRefusedWhereALayerTakesOnePart() {
        Row a = rows.add("p", wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"), Polygon.class);
        Row b = rows.add("p", wkt("POLYGON ((20 0, 30 0, 30 10, 20 10, 20 0))"), Polygon.class);
        refused("edit.refused-falls-apart", () -> MergeShapes.merge(alone, List.of(a, b), a, Map.of()));
    }

    @Test
    void reshapingOutwardsAddsAndInwardsCutsOff() {
        Row row = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Geometry grown = after(ReshapeShape.along(alone, row, line("LINESTRING (10 2, 15 2, 15 8, 10 8)")), row);
        assertThat(grown.getArea()).isEqualTo(130);
        Geometry cut = after(ReshapeShape.along(alone, row, line("LINESTRING (12 2, 7 2, 7 8, 12 8)")), row);
        assertThat(cut.getArea()).isEqualTo(82);
        Geometry both =
                after(ReshapeShape.along(alone, row, line("LINESTRING (10 1, 12 1, 12 5, 8 5, 8 9, 11 9)")), row);
        assertThat(both.getArea()).isEqualTo(100 + 8 - 8);
        refused("edit.refused-reshape", () -> ReshapeShape.along(alone, row, line("LINESTRING (12 2, 15 8)")));
    }

    @Test
    void reshapingASharedBoundaryMovesItForBoth() {
        Row left = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row right = rows.add("p", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
        rows.apply(ReshapeShape.along(exclusive, left, line("LINESTRING (10 1, 12 1, 12 5, 8 5, 8 9, 10 9)")));
        assertThat(rows.now(left).geometry().getArea()).isEqualTo(100 + 8 - 8);
        assertThat(rows.now(right).geometry().getArea()).isEqualTo(100 - 8 + 8);
        assertThat(CoverageValidator.isValid(rows.shapes("p"))).isTrue();
    }

    @Test
    void reshapedLineKeepsItsDirectionAndLooseEndsOfTheDrawingDoNothing() {
        Row road = rows.add("r", "LINESTRING (0 0, 100 0)");
        Geometry after = after(ReshapeShape.along(alone, road, line("LINESTRING (60 -3, 60 5, 30 5, 30 -4)")), road);
        assertThat(after.toText()).isEqualTo("MULTILINESTRING ((0 0, 30 0, 30 5, 60 5, 60 0, 100 0))");
    }

    @Test
    void newPolygonIsCutBackByItsNeighbours() {
        rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row island = rows.add("p", "POLYGON ((12 4, 14 4, 14 6, 12 6, 12 4))");
        Row blank = new Row("p", 0, "geom", island.type(), Map.of("geom", wkt("POINT EMPTY"), "uuid", ""));
        rows.apply(NewShape.add(exclusive, blank, wkt("POLYGON ((5 2, 18 2, 18 8, 5 8, 5 2))")));
        Row added = rows.row("p", 3);
        assertThat(added.geometry().getArea()).isCloseTo(48 - 4, within(1e-9));
        assertThat(CoverageValidator.isValid(rows.shapes("p"))).isTrue();
        refused("edit.refused-all-taken", () -> NewShape.add(exclusive, blank, wkt("POLYGON ((1 1, 2 1, 2 2, 1 1))")));
        refused("edit.refused-kind", () -> NewShape.add(exclusive, blank, wkt("LINESTRING (1 1, 2 1)")));
    }

    @Test
    void holesAreCutAndFilled() {
        Row row = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        rows.apply(HoleEdits.cut(alone, row, wkt("POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))")));
        assertThat(rows.now(row).geometry().getArea()).isEqualTo(96);
        rows.apply(HoleEdits.fill(exclusive, rows.now(row), new Coordinate(3, 3)));
        assertThat(rows.now(row).geometry().getArea()).isEqualTo(100);
        refused("edit.refused-no-hole", () -> HoleEdits.fill(alone, rows.now(row), new Coordinate(3, 3)));
        refused(
                "edit.refused-outside",
                () -> HoleEdits.cut(alone, row, wkt("POLYGON ((20 2, 40 2, 40 4, 20 4, 20 2))")));
        Row blank = new Row("p", 0, "geom", row.type(), Map.of("geom", wkt("POINT EMPTY")));
        rows.apply(HoleEdits.cutAndFill(exclusive, rows.now(row), wkt("POLYGON ((6 6, 8 6, 8 8, 6 6))"), blank));
        assertThat(rows.all("p")).extracting(one -> one.geometry().getArea()).containsExactly(98.0, 2.0);
        assertThat(CoverageValidator.isValid(rows.shapes("p"))).isTrue();
        refused("edit.refused-overlap", () -> HoleEdits.fill(exclusive, rows.now(row), new Coordinate(7.5, 7)));
    }

    @Test
    void aDraggedVertexMovesForAllThatShareItAndASelfCrossingIsRefusedWithItsPlace() {
        Row left = rows.add("p", "POLYGON ((0 0, 10 0, 10 5, 10 10, 0 10, 0 0))");
        Row right = rows.add("p", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))");
        VertexPlace corner =
                VertexPlace.nearest(left.geometry(), new Coordinate(10, 5), 1).orElseThrow();
        rows.apply(EditVertices.move(shared, left, Map.of(corner, new Coordinate(12, 5))));
        assertThat(rows.now(left).geometry().getArea()).isEqualTo(110);
        assertThat(rows.now(right).geometry().getArea()).isEqualTo(90);
        Row now = rows.now(left);
        assertThatThrownBy(() -> EditVertices.move(shared, now, Map.of(corner, new Coordinate(5, -5))))
                .isInstanceOfSatisfying(RefusedEditException.class, refused -> {
                    assertThat(refused.userMessage().text()).contains("自相交");
                    assertThat(refused.place().orElseThrow().y).isEqualTo(0);
                });
    }

    @Test
    void anAddedVertexGoesIntoTheNeighbourAndANodeOfThreeStays() {
        Row left = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Row right = rows.add("p", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
        rows.add("p", "POLYGON ((0 10, 10 10, 20 10, 20 20, 0 20, 0 10))");
        VertexPlace edge = VertexPlace.nearestEdge(left.geometry(), new Coordinate(9.9, 5), 1)
                .orElseThrow();
        rows.apply(EditVertices.add(shared, left, edge, new Coordinate(11, 5)));
        assertThat(rows.now(left).geometry().getArea()).isEqualTo(105);
        assertThat(rows.now(right).geometry().getArea()).isEqualTo(95);
        VertexPlace added = VertexPlace.nearest(rows.now(left).geometry(), new Coordinate(11, 5), 1)
                .orElseThrow();
        rows.apply(EditVertices.remove(shared, rows.now(left), Set.of(added)));
        assertThat(rows.now(right).geometry().getArea()).isEqualTo(100);
        VertexPlace node = VertexPlace.nearest(rows.now(left).geometry(), new Coordinate(10, 10), 1)
                .orElseThrow();
        refused("edit.refused-junction", () -> EditVertices.remove(shared, rows.now(left), Set.of(node)));
    }

    @Test
    void linesAreExtendedTrimmedReversedAndContinued() {
        Row road = rows.add("r", "LINESTRING (0 0, 10 0)");
        assertThat(after(LineEdits.extend(alone, road, new Coordinate(9, 0), wkt("LINESTRING (15 -5, 15 5)")), road)
                        .toText())
                .isEqualTo("MULTILINESTRING ((0 0, 15 0))");
        assertThat(after(LineEdits.trim(alone, road, new Coordinate(9, 0), line("LINESTRING (7 -5, 7 5)")), road)
                        .toText())
                .isEqualTo("MULTILINESTRING ((0 0, 7 0))");
        assertThat(after(LineEdits.reverse(alone, List.of(road)), road).toText())
                .isEqualTo("MULTILINESTRING ((10 0, 0 0))");
        assertThat(after(
                                EditVertices.continueLine(
                                        alone,
                                        road,
                                        new VertexPlace(0, 0, 0),
                                        List.of(new Coordinate(-5, 5), new Coordinate(-9, 9))),
                                road)
                        .toText())
                .isEqualTo("MULTILINESTRING ((-9 9, -5 5, 0 0, 10 0))");
        refused(
                "edit.refused-extend",
                () -> LineEdits.extend(alone, road, new Coordinate(1, 0), wkt("LINESTRING (15 -5, 15 5)")));
    }

    @Test
    void offsetsLieBesideTheLineAndAroundThePolygon() {
        Row road = rows.add("r", "LINESTRING (0 0, 10 0)");
        assertThat(after(LineEdits.offset(alone, road, 2, false), road).toText())
                .isEqualTo("MULTILINESTRING ((0 2, 10 2))");
        Row house = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        assertThat(after(LineEdits.offset(alone, house, 1, false), house).getArea())
                .isCloseTo(144, within(1e-9));
        refused("edit.refused-offset", () -> LineEdits.offset(alone, house, -6, false));
    }

    @Test
    void wholeFeaturesAreMovedTurnedScaledAndCopied() {
        Row house = rows.add("p", "POLYGON ((0 0, 10 0, 10 5, 0 5, 0 0))");
        assertThat(after(MoveShapes.move(alone, List.of(house), 5, -5), house).getEnvelopeInternal())
                .isEqualTo(new Envelope(5, 15, -5, 0));
        Geometry turned = after(MoveShapes.rotate(alone, List.of(house), new Coordinate(0, 0), 90), house);
        // clockwise: what pointed east points south
        assertThat(turned.equalsExact(wkt("MULTIPOLYGON (((0 0, 0 -10, 5 -10, 5 0, 0 0)))"), 1e-9))
                .isTrue();
        assertThat(after(MoveShapes.scale(alone, List.of(house), new Coordinate(0, 0), 2, 2), house)
                        .getArea())
                .isEqualTo(200);
        rows.apply(MoveShapes.copy(alone, List.of(house), 20, 0));
        assertThat(rows.all("p")).hasSize(2);
        assertThat(rows.row("p", 2).values().get("uuid")).isNotEqualTo("uuid-1");
    }

    @Test
    void partsAreAddedTakenAwayAndMadeFeatures() {
        Row row = rows.add("p", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        rows.apply(PartEdits.add(alone, row, wkt("POLYGON ((20 0, 25 0, 25 5, 20 5, 20 0))")));
        assertThat(rows.now(row).geometry().getNumGeometries()).isEqualTo(2);
        refused(
                "geo.invalid-self-intersection",
                () -> PartEdits.add(alone, row, wkt("POLYGON ((5 5, 25 5, 25 8, 5 8, 5 5))")));
        Row two = rows.now(row);
        assertThat(after(PartEdits.remove(alone, two, 0), two).getArea()).isEqualTo(25);
        rows.apply(PartEdits.explode(alone, List.of(two)));
        assertThat(rows.all("p")).extracting(one -> one.geometry().getArea()).containsExactly(100.0, 25.0);
        rows.apply(PartEdits.combine(alone, rows.all("p")));
        assertThat(rows.all("p")).hasSize(1);
        refused("edit.refused-last-part", () -> PartEdits.remove(alone, row, 0));
    }

    @Test
    void aGapBetweenNeighboursIsFilledByANewFeatureOrByTheOneBesideIt() {
        rows.add("p", "POLYGON ((0 0, 30 0, 30 10, 14 10, 10 10, 0 10, 0 0))");
        rows.add("p", "POLYGON ((0 20, 10 20, 14 20, 30 20, 30 30, 0 30, 0 20))");
        rows.add("p", "POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))");
        Row right = rows.add("p", "POLYGON ((14 10, 30 10, 30 20, 14 20, 14 10))");
        Coordinate inside = new Coordinate(12, 15);
        Envelope view = new Envelope(-10, 40, -10, 40);
        Row blank = new Row("p", 0, "geom", right.type(), Map.of("geom", wkt("POINT EMPTY")));
        Changes asNew = FillGap.asNew(exclusive, blank, inside, view);
        assertThat(((Geometry) asNew.rows().get(0).after().get("geom")).getArea())
                .isEqualTo(40);
        rows.apply(FillGap.by(exclusive, right, inside, view));
        assertThat(rows.now(right).geometry().getArea()).isEqualTo(200);
        assertThat(CoverageValidator.isValid(rows.shapes("p"))).isTrue();
        refused("edit.refused-no-gap", () -> FillGap.asNew(exclusive, blank, inside, view));
        refused("edit.refused-no-gap", () -> FillGap.asNew(exclusive, blank, new Coordinate(35, 35), view));
    }

    @Test
    void simplifyingASharedBoundaryTakesTheVertexFromBothSides() {
        Row left = rows.add("p", "POLYGON ((0 0, 10 0, 10.1 5, 10 10, 0 10, 0 0))");
        Row right = rows.add("p", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10.1 5, 10 0))");
        rows.apply(OutlineEdits.simplify(shared, left, 0.5));
        assertThat(rows.now(left).geometry().getNumPoints()).isEqualTo(5);
        assertThat(rows.now(right).geometry().getNumPoints()).isEqualTo(5);
        rows.apply(OutlineEdits.densify(shared, rows.now(left), 4));
        assertThat(rows.now(right).geometry().getNumPoints()).isGreaterThan(5);
        assertThat(CoverageValidator.isValid(rows.shapes("p"))).isTrue();
    }

    @Test
    void heightsAndTheDirectionOfRingsAreKept() {
        Row row = rows.add("p", "POLYGON Z ((0 0 5, 0 10 5, 10 10 7, 10 0 7, 0 0 5))");
        rows.apply(SplitShapes.by(alone, List.of(row), line("LINESTRING (4 -5, 4 12)")));
        for (Row piece : rows.all("p")) {
            Polygon polygon = (Polygon) piece.geometry().getGeometryN(0);
            assertThat(org.locationtech.jts.algorithm.Orientation.isCCW(
                            polygon.getExteriorRing().getCoordinates()))
                    .isFalse();
            for (Coordinate vertex : polygon.getCoordinates()) {
                assertThat(vertex.getZ()).isCloseTo(vertex.x == 4 ? 5.8 : vertex.x == 0 ? 5 : 7, within(1e-9));
            }
        }
    }

    private Geometry after(Changes changes, Row row) {
        return (Geometry) changes.rows().stream()
                .filter(change -> change.fid() == row.fid())
                .findFirst()
                .orElseThrow()
                .after()
                .get("geom");
    }

    private static LineString line(String text) {
        return (LineString) wkt(text);
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable edit) {
        assertThatThrownBy(edit).isInstanceOfSatisfying(RefusedEditException.class, refused -> {
            String said = refused.userMessage().key().equals("edit.refused-at")
                    ? ((riskmap.base.Message) refused.userMessage().arguments().get(0)).key()
                    : refused.userMessage().key();
            assertThat(said).isEqualTo(key);
        });
    }
}
