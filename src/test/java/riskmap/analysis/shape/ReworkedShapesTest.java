package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Tools that put each shape in order; what they give was compared with QGIS 3.22 on the same shapes. */
class ReworkedShapesTest {
    private static Map<String, LayerData> layer(Class<? extends Geometry> type, String... wkts) {
        Layers layer = Layers.of("l", type, "id:Integer");
        for (int i = 0; i < wkts.length; i++) {
            layer.row(wkts[i], i);
        }
        return Map.of("features", layer.data());
    }

    @Test
    void linesGrowStraightOnAtBothEndsOfEveryPart() {
        var lines = layer(MultiLineString.class, "MULTILINESTRING((0 0, 3 4, 10 4), (0 9, 1 9))", null);
        assertThat(shapes(run("extend-lines", lines, "start", "5", "end", "2")))
                .containsExactly(geometry("MULTILINESTRING((-3 -4, 3 4, 12 4), (-5 9, 3 9))"), null);
    }

    @Test
    void partsAreJoinedWhereTwoAndOnlyTwoEndsMeet() {
        var lines = layer(
                MultiLineString.class,
                "MULTILINESTRING((0 0, 1 0), (2 0, 1 0), (5 5, 6 6))",
                "MULTILINESTRING((0 0, 1 1), (1 1, 2 0), (1 1, 1 5))");
        var merged = shapes(run("merge-lines", lines));
        assertThat(merged.get(0).getNumGeometries()).isEqualTo(2);
        assertThat(merged.get(0).getLength()).isCloseTo(2 + Math.sqrt(2), within(1e-12));
        assertThat(merged.get(1).getNumGeometries()).isEqualTo(3);
    }

    @Test
    void repeatedVerticesGoButNoShapeVanishesAndEndsStay() {
        var lines = layer(MultiLineString.class, "MULTILINESTRING((0 0, 0 0, 1 1, 1 1.0000001, 2 2), (5 5, 5 5, 5 5))");
        assertThat(shapes(run("remove-repeated-vertices", lines)))
                .singleElement()
                .matches(left -> left.equalsExact(geometry("MULTILINESTRING((0 0, 1 1, 2 2), (5 5, 5 5))")));
        assertThat(shapes(run(
                                "remove-repeated-vertices",
                                layer(Polygon.class, "POLYGON((0 0, 1 0, 1 1, 0 0))"),
                                "tolerance",
                                "5"))
                        .get(0)
                        .getNumPoints())
                .isEqualTo(4);
    }

    @Test
    void verticesMoveToTheGridAwayFromZeroAndWhatShrinksToAPlaceGoes() {
        var areas = layer(
                Polygon.class,
                "POLYGON((-1 -1, -1 3, 3 3, 3 2, 2 2, 2 -1, -1 -1))",
                "POLYGON((2 5, 2 6, 3 6, 3 5, 2 5))");
        var snapped = shapes(run("snap-to-grid", areas, "across", "2", "down", "2"));
        assertThat(snapped.get(0)).isEqualTo(geometry("MULTIPOLYGON(((-2 -2, -2 4, 4 4, 4 2, 2 2, 2 -2, -2 -2)))"));
        assertThat(snapped.get(1)).isNull();
        var lines = layer(LineString.class, "LINESTRING Z(0.3 0.4 1.2, 10.26 0.4 3.9, 10.3 0.41 4.1, 12 5.5 5.5)");
        assertThat(shapes(run("snap-to-grid", lines)).get(0).getNumPoints()).isEqualTo(3);
        var high = shapes(run("snap-to-grid", lines, "up", "0.3")).get(0).getCoordinates();
        assertThat(high)
                .extracting(Coordinate::getZ)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(1.2, 3.9, 4.2, 5.4);
        var one = shapes(run("snap-to-grid", layer(Point.class, "POINT(1.4 1.4)"), "across", "0", "down", "1"));
        assertThat(one.get(0).getCoordinate().x).isEqualTo(1.4);
        assertThat(one.get(0).getCoordinate().y).isEqualTo(1);
    }

    @Test
    void outlinesRunClockwiseAndHolesTheOtherWay() {
        var areas = layer(Polygon.class, "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))");
        Polygon turned =
                (Polygon) shapes(run("force-right-hand-rule", areas)).get(0).getGeometryN(0);
        assertThat(Orientation.isCCW(turned.getExteriorRing().getCoordinates())).isFalse();
        assertThat(Orientation.isCCW(turned.getInteriorRingN(0).getCoordinates()))
                .isTrue();
        assertThat(turned.getArea()).isEqualTo(80);
    }

    @Test
    void piecesHaveFewVerticesAndTogetherTheArea() {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i <= 100; i++) {
            double turn = 2 * Math.PI * (i % 100) / 100;
            ring.append(i == 0 ? "" : ", ")
                    .append(40 * Math.cos(turn))
                    .append(' ')
                    .append(20 * Math.sin(turn));
        }
        var areas = layer(Polygon.class, "POLYGON((" + ring + "))", "POLYGON((0 0, 1 0, 1 1, 0 0))", null);
        List<Geometry> made = shapes(run("subdivide", areas, "vertices", "20"));
        Geometry pieces = made.get(0);
        assertThat(pieces.getNumGeometries()).isGreaterThan(5);
        for (int piece = 0; piece < pieces.getNumGeometries(); piece++) {
            assertThat(pieces.getGeometryN(piece).getNumPoints()).isLessThan(20);
        }
        assertThat(pieces.getArea())
                .isCloseTo(geometry("POLYGON((" + ring + "))").getArea(), within(1e-9));
        // the wider side is cut first: nothing lies across the middle
        assertThat(pieces.getGeometryN(0).getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(0);
        assertThat(made.get(1)).isEqualTo(geometry("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))"));
        assertThat(made.get(2)).isNull();
        var line = layer(LineString.class, "LINESTRING(0 0, 1 1, 2 0, 3 1, 4 0, 5 1, 6 0, 7 1, 8 0)");
        Geometry parts = shapes(run("subdivide", line, "vertices", "8")).get(0);
        assertThat(parts.getNumGeometries()).isEqualTo(2);
        assertThat(parts.getLength()).isCloseTo(8 * Math.sqrt(2), within(1e-12));
    }

    @Test
    void shapesOfOnePartStayShapesOfOnePart() {
        var line = layer(LineString.class, "LINESTRING(0 0, 3 4)");
        assertThat(shapes(run("extend-lines", line, "start", "5", "end", "0")))
                .containsExactly(geometry("LINESTRING(-3 -4, 3 4)"));
        var area = layer(Polygon.class, "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))");
        assertThat(shapes(run("delete-holes", area)).get(0)).isInstanceOf(Polygon.class);
        assertThat(shapes(run("force-right-hand-rule", area)).get(0)).isInstanceOf(Polygon.class);
    }

    @Test
    void theBiggestPartsStayOfEqualsTheFirst() {
        var areas = layer(
                MultiPolygon.class,
                "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 5, 9 5, 9 9, 5 9, 5 5)), ((20 0, 21 0, 21 1, 20 1, 20 0)))");
        assertThat(shapes(run("keep-biggest-parts", areas, "count", "2")).get(0))
                .isEqualTo(geometry("MULTIPOLYGON(((5 5, 9 5, 9 9, 5 9, 5 5)), ((0 0, 1 0, 1 1, 0 1, 0 0)))"));
    }

    @Test
    void shapesTurnClockwiseAboutTheirMiddleOrAboutAPlace() {
        var box = layer(Polygon.class, "POLYGON((0 0, 2 0, 2 1, 0 1, 0 0))");
        var own = shapes(run("rotate", box)).get(0).getEnvelopeInternal();
        assertThat(own.getMinX()).isCloseTo(0.5, within(1e-12));
        assertThat(own.getMaxY()).isCloseTo(1.5, within(1e-12));
        var about = shapes(run("rotate", box, "about", "0,0")).get(0).getEnvelopeInternal();
        assertThat(about.getMaxX()).isCloseTo(1, within(1e-12));
        assertThat(about.getMinY()).isCloseTo(-2, within(1e-12));
        // 123° E on the equator is 500 km east in EPSG:4550
        var far = shapes(
                run("rotate", layer(Point.class, "POINT(500000 0)"), "about", "123,0", "about-crs", "EPSG:4490"));
        assertThat(far.get(0).distance(geometry("POINT(500000 0)"))).isLessThan(1e-3);
    }

    @Test
    void pointsMoveInADirectionAndPlacesLieAlongLines() {
        assertThat(shapes(run("project-points", layer(Point.class, "POINT(1 1)"), "bearing", "90", "distance", "-3"))
                        .get(0)
                        .getCoordinate()
                        .distance(new Coordinate(-2, 1)))
                .isLessThan(1e-12);
        assertThat(shapes(run("project-points", layer(Point.class, "POINT(1 1)"), "bearing", "-90", "distance", "3")))
                .containsExactly(geometry("POINT(-2 1)"));
        var lines =
                layer(MultiLineString.class, "MULTILINESTRING((0 0, 4 0), (4 5, 9 5))", "MULTILINESTRING((0 0, 1 0))");
        assertThat(shapes(run(
                        "point-at-distance",
                        layer(Polygon.class, "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))"),
                        "distance",
                        "0.375",
                        "measured",
                        "share")))
                .containsExactly(geometry("POINT(4 2)"));
        assertThat(shapes(run("point-at-distance", lines, "distance", "5")))
                .containsExactly(geometry("POINT(5 5)"), null);
        assertThat(shapes(run(
                        "point-at-distance", layer(Polygon.class, "POLYGON((0 0, 4 0, 4 4, 0 0))"), "distance", "6")))
                .containsExactly(geometry("POINT(4 2)"));
    }

    @Test
    void coordinatesStayWhenALayerIsSaidToBeInAnotherSystem() {
        Output said = run("assign-crs", layer(Point.class, "POINT(501000 4150000)"), "crs", "EPSG:4549");
        assertThat(shapes(said)).containsExactly(geometry("POINT(501000 4150000)"));
        assertThat(Crs.code(((Output.Features) said).features().getSchema().getCoordinateReferenceSystem()))
                .isEqualTo("EPSG:4549");
        assertThat(said.notes()).anySatisfy(note -> assertThat(note.text()).contains("EPSG:4550", "EPSG:4549"));
    }

    @Test
    void transectsStandAcrossEveryVertex() {
        var lines = layer(MultiLineString.class, "MULTILINESTRING((0 0, 2 0, 2 2))");
        var both = run("transects", lines, "length", "2");
        assertThat(shapes(both).get(0)).isEqualTo(geometry("LINESTRING(0 -1, 0 1)"));
        assertThat(rows(both).get(2).getAttributes().subList(2, 8)).containsExactly(0L, 2L, 3L, 90.0, 2.0, 2L);
        assertThat(shapes(run("transects", lines, "length", "2", "side", "left"))
                        .get(2))
                .isEqualTo(geometry("LINESTRING(2 2, 0 2)"));
        assertThat(shapes(run("transects", lines, "length", "2", "side", "right"))
                        .get(2))
                .isEqualTo(geometry("LINESTRING(4 2, 2 2)"));
    }
}
