package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Choices of the tools for shapes that are there because QGIS has them; the answers are those of QGIS 3.22. */
class WaysOfQgisTest {
    private static Map<String, LayerData> layer(Class<? extends Geometry> type, String... wkts) {
        Layers layer = Layers.of("l", type);
        for (String wkt : wkts) {
            layer.row(wkt);
        }
        return Map.of("features", layer.data());
    }

    @Test
    void verticesInTheSameCellOfAGridAreOneButEndsStay() {
        // cells of 0.8: 0 0.4 0.5 fall together with the one before, the two at each end stay
        Geometry line = shapes(run(
                        "simplify",
                        layer(LineString.class, "LINESTRING(0 0, 0.1 0, 2 0, 2.1 0.1, 2.2 0, 4 0, 4.1 0, 4.2 0)"),
                        "method",
                        "grid",
                        "boundaries",
                        "each",
                        "tolerance",
                        "1"))
                .get(0);
        assertThat(line).isEqualTo(geometry("MULTILINESTRING((0 0, 0.1 0, 2 0, 4 0, 4.1 0, 4.2 0))"));
    }

    @Test
    void cornersOfSmallTrianglesGoTheSmallestFirstAndScatteredVerticesStay() {
        String[] way = {"method", "area-of-lines", "boundaries", "each", "tolerance", "1"};
        Geometry line = shapes(run(
                        "simplify", layer(LineString.class, "LINESTRING(0 0, 1 0.2, 2 -0.3, 3 4, 4 4.2, 5 4)"), way))
                .get(0);
        // triangles 0.35, 2.4, 2.05, 0.2: 4 4.2 goes, then 1 0.2; then 2 -0.3 has 4.45 and 3 4 has 4.3
        assertThat(line).isEqualTo(geometry("MULTILINESTRING((0 0, 2 -0.3, 3 4, 5 4))"));
        // 20 wide, 4 vertices: 5 on average, farther than twice the tolerance
        Geometry scattered = geometry("LINESTRING(0 0, 10 0.01, 15 0, 20 0)");
        assertThat(shapes(run("simplify", layer(LineString.class, scattered.toText()), way))
                        .get(0)
                        .getGeometryN(0))
                .isEqualTo(scattered);
    }

    @Test
    void onlyEndsOfLinesAreSnappedWhereAskedFor() {
        Map<String, LayerData> inputs = Map.of(
                "features",
                Layers.of("l", LineString.class)
                        .row("LINESTRING(0.2 0, 5 0.2, 9.9 0.1)")
                        .data(),
                "reference",
                Layers.of("r", LineString.class)
                        .row("LINESTRING(0 0, 5 0, 10 0)")
                        .row("LINESTRING(9 0.4, 9.9 0.2, 12 0.4)")
                        .data());
        String[] ends = {"tolerance", "1", "to", "vertices", "which", "ends"};
        assertThat(shapes(run("snap", inputs, ends)).get(0))
                .isEqualTo(geometry("MULTILINESTRING((0 0, 5 0.2, 9.9 0.2))"));
        String[] toEnds = {"tolerance", "1", "to", "vertices", "which", "ends-to-ends"};
        assertThat(shapes(run("snap", inputs, toEnds)).get(0))
                .isEqualTo(geometry("MULTILINESTRING((0 0, 5 0.2, 10 0))"));
    }

    @Test
    void aLayerIsSnappedToItsOwnAnchorsAndEdgesGetAVertexThere() {
        LayerData lines = Layers.of("l", LineString.class)
                .row("LINESTRING(0 0, 10 0)")
                .row("LINESTRING(0.3 0, 5 0.4, 5 5)")
                .data();
        var snapped =
                shapes(run("snap", Map.of("features", lines, "reference", lines), "tolerance", "0.5", "to", "anchors"));
        assertThat(snapped.get(0)).isEqualTo(geometry("MULTILINESTRING((0 0, 5 0.4, 10 0))"));
        assertThat(snapped.get(1)).isEqualTo(geometry("MULTILINESTRING((0 0, 5 0.4, 5 5))"));
        LayerData others =
                Layers.of("o", LineString.class).row("LINESTRING(0 0, 1 1)").data();
        assertThatThrownBy(() ->
                        run("snap", Map.of("features", lines, "reference", others), "tolerance", "1", "to", "anchors"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void placesWhereTwoPartsMeetAreTheirEndsWhereAskedFor() {
        var lines = layer(MultiLineString.class, "MULTILINESTRING((3 1, 5 1), (5 2, 5 1), (0 0, 1 1, 1 0, 0 0))");
        assertThat(shapes(run("boundary", lines)).get(0)).isEqualTo(geometry("MULTIPOINT((3 1), (5 2))"));
        assertThat(shapes(run("boundary", lines, "ends", "all")).get(0))
                .isEqualTo(geometry("MULTIPOINT((3 1), (5 1), (5 2), (5 1))"));
    }

    @Test
    void theBoxOfALevelLineIsAnAreaOfNoneWhereAskedFor() {
        var box = rows(run("bounding-box", layer(LineString.class, "LINESTRING(1 2, 4 2)"), "flat", "area"))
                .get(0);
        assertThat(box.getDefaultGeometry()).isInstanceOf(Polygon.class);
        assertThat(box.getAttribute("area")).isEqualTo(0.0);
        assertThat(box.getAttribute("perimeter")).isEqualTo(6.0);
    }

    @Test
    void aCircleHasAsManyVerticesAsAskedFor() {
        var around = layer(LineString.class, "LINESTRING(0 0, 2 0)");
        assertThat(shapes(run("enclosing-circle", around, "vertices", "30"))
                        .get(0)
                        .getNumPoints())
                .isEqualTo(31);
        assertThatThrownBy(() -> run("enclosing-circle", around, "vertices", "2"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void aCircleOverACornerAndTheOneAcrossBeginsInOneOfThem() {
        var areas = layer(
                Polygon.class,
                "POLYGON((0 0, 0 2, 2 2, 2 0, 0 0))",
                "POLYGON((10 0, 14 0, 14 1, 10 1, 10 0))",
                "POLYGON((0 0, 4 0, 2 3.4641016151377544, 0 0))");
        var circles = shapes(run("enclosing-circle", areas, "vertices", "7"));
        assertThat(circles.get(0).getCoordinate().distance(new Coordinate(2, 2)))
                .isLessThan(1e-9);
        assertThat(circles.get(1).getCoordinate().distance(new Coordinate(14, 1)))
                .isLessThan(1e-9);
        // through three corners: in the north
        assertThat(circles.get(2).getCoordinate().x).isCloseTo(2, within(1e-9));
    }

    @Test
    void heightsAreScaledAndLifted() {
        Geometry moved = shapes(run(
                        "affine-transform",
                        layer(Point.class, "POINT Z(1 2 5)", "POINT(1 2)"),
                        "east",
                        "10",
                        "up",
                        "3",
                        "scale-z",
                        "2"))
                .get(0);
        assertThat(moved.getCoordinate().equals3D(new Coordinate(11, 2, 13))).isTrue();
    }

    @Test
    void partsThatDoNotTouchBecomeFeaturesWhereAskedFor() {
        var points = Map.of("features", Layers.points(0, 0, 1, 0, 10, 0));
        String[] apart = {"distance", "1", "dissolve", "true", "parts", "apart", "others", "first"};
        var made = rows(run("buffer", points, apart));
        assertThat(made).hasSize(2).allSatisfy(row -> assertThat(
                        ((Geometry) row.getDefaultGeometry()).getNumGeometries())
                .isEqualTo(1));
        assertThat(made).extracting(row -> row.getAttribute("id")).containsExactly(0, 0);
        var areas = layer(
                Polygon.class,
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))",
                "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))",
                "POLYGON((5 0, 6 0, 6 1, 5 1, 5 0))");
        assertThat(shapes(run("dissolve", areas))).hasSize(1);
        assertThat(shapes(run("dissolve", areas, "parts", "apart")))
                .extracting(Geometry::getArea)
                .containsExactlyInAnyOrder(2.0, 1.0);
    }

    @Test
    void whatIsWrongIsCalledAsGeosCallsItWhereAskedFor() {
        var bow = layer(MultiPolygon.class, "MULTIPOLYGON(((0 0, 2 2, 2 0, 0 2, 0 0)))");
        assertThat(rows(run("check-validity", bow, "texts", "geos")).get(0).getAttribute("message"))
                .isEqualTo("Self-intersection");
    }

    @Test
    void whatAnOddNumberOfRingsGoesRoundIsInsideWhereAskedFor() {
        // a hole that reaches out by 3 of its 4, and a bow of two triangles
        var areas = layer(
                Polygon.class,
                "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (3 3, 5 3, 5 5, 3 5, 3 3))",
                "POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))",
                "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))");
        var lines = shapes(run("repair", areas, "method", "linework"));
        assertThat(lines).extracting(Geometry::getArea).containsExactly(18.0, 2.0, 15.0);
        assertThat(lines).allMatch(Geometry::isValid);
        assertThat(shapes(run("repair", areas))).extracting(Geometry::getArea).containsExactly(15.0, 2.0, 15.0);
    }

    @Test
    void anAreaAroundALineGrowsWithTheWayAlongIt() {
        // squares standing on a corner, 2 and 4 wide, and what lies between them
        Geometry around = shapes(run(
                        "tapered-buffer",
                        layer(LineString.class, "LINESTRING(0 0, 10 0)"),
                        "start",
                        "2",
                        "end",
                        "4",
                        "segments",
                        "1"))
                .get(0);
        Geometry expected = geometry("MULTIPOLYGON(((-1 0, 0 1, 10 2, 12 0, 10 -2, 0 -1, -1 0)))");
        assertThat(around.norm().equalsExact(expected.norm(), 1e-9)).isTrue();
        var measured = Layers.of("l", LineString.class)
                .row("LINESTRING M(0 0 2, 10 0 4)")
                .data();
        Geometry byMeasure = shapes(
                        run("tapered-buffer", Map.of("features", measured), "widths", "measures", "segments", "1"))
                .get(0);
        assertThat(byMeasure.norm().equalsExact(expected.norm(), 1e-9)).isTrue();
    }

    @Test
    void layersWithAndWithoutHeightsAreMergedWithHeightsOfNoughtOnlyWhereAskedFor() {
        Map<String, LayerData> both = Map.of(
                "features",
                Layers.of("a", Point.class).row("POINT(1 2)").data(),
                "second",
                Layers.of("b", Point.class).row("POINT Z(3 4 5)").data());
        assertThat(shapes(run("merge", both)).get(0).getCoordinate().getZ()).isNaN();
        var merged = shapes(run("merge", both, "heights", "zero"));
        assertThat(merged.get(0).getCoordinate().getZ()).isZero();
        assertThat(merged.get(1).getCoordinate().getZ()).isEqualTo(5);
    }
}
