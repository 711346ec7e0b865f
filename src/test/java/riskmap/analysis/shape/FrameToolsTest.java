package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Tools that frame, outline, thicken or take apart single shapes. */
class FrameToolsTest {
    private static final String RING =
            "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1), (5 5, 5 9, 9 9, 9 5, 5 5))";

    private static Map<String, LayerData> area(String... wkts) {
        Layers layer = Layers.of("a", Polygon.class, "id:Integer");
        for (int i = 0; i < wkts.length; i++) {
            layer.row(wkts[i], i);
        }
        return Map.of("features", layer.data());
    }

    private static Map<String, LayerData> line(String wkt) {
        return Map.of("features", Layers.of("l", LineString.class).row(wkt).data());
    }

    @Test
    void framesHoldTheShapeAndAreTheSmallestOfTheirKind() {
        String diamond = "POLYGON((5 0, 10 5, 5 10, 0 5, 5 0))";
        assertThat(shapes(run("bounding-box", area(diamond))).get(0).getArea()).isCloseTo(100, within(1e-9));
        assertThat(shapes(run("oriented-bounding-box", area(diamond))).get(0).getArea())
                .isCloseTo(50, within(1e-9));
        assertThat(shapes(run("enclosing-circle", area(diamond), "segments", "100"))
                        .get(0)
                        .getArea())
                .isCloseTo(25 * Math.PI, within(0.01));
    }

    @Test
    void aCircleOverTwoPlacesPassesThroughBoth() {
        var circle = shapes(run("enclosing-circle", line("LINESTRING(0 0, 3 1, 4 4)"), "segments", "18"))
                .get(0);
        assertThat(circle.getNumPoints()).isEqualTo(73);
        assertThat(circle.distance(geometry("POINT(4 4)"))).isLessThan(1e-12);
        assertThat(circle.getBoundary().distance(geometry("POINT(0 0)"))).isLessThan(1e-12);
    }

    @Test
    void theExtentOfALayerIsOneBoxWithItsMeasuresAndMayBeRounded() {
        var extent = rows(run("layer-extent", area("POLYGON((1 1, 4 1, 4 3, 1 1))", "POLYGON((9 9, 9 8, 8 8, 9 9))")));
        assertThat(extent).hasSize(1);
        assertThat(extent.get(0).getAttributes().subList(1, 11))
                .containsExactly(1.0, 1.0, 9.0, 9.0, 5.0, 5.0, 64.0, 32.0, 8.0, 8.0);
        var rounded = shapes(run("layer-extent", line("LINESTRING(-1 -3, 11 5)"), "round-to", "2"));
        assertThat(rounded.get(0).getEnvelopeInternal().toString()).isEqualTo("Env[-2.0 : 12.0, -4.0 : 6.0]");
        assertThat(rows(run("layer-extent", area()))).isEmpty();
    }

    @Test
    void theValidAndTheInvalidFeaturesCanBeHadApart() {
        var layer = area("POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))", "POLYGON((0 0, 1 0, 1 1, 0 0))", null);
        assertThat(rows(run("check-validity", layer, "give", "valid")))
                .extracting(row -> row.getAttribute("id"))
                .containsExactly(1, 2);
        assertThat(rows(run("check-validity", layer, "give", "invalid")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getAttribute("id")).isEqualTo(0);
                    assertThat(row.getAttribute("_errors").toString()).isNotBlank();
                });
        assertThat(rows(run("check-validity", layer))).hasSize(1);
    }

    @Test
    void holesGoAllOrOnlySmallOnes() {
        assertThat(shapes(run("delete-holes", area(RING))).get(0).getArea()).isEqualTo(100);
        assertThat(shapes(run("delete-holes", area(RING), "smaller-than", "16"))
                        .get(0)
                        .getArea())
                .isEqualTo(84);
        String island =
                "MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 1 9, 9 9, 9 1, 1 1)), ((4 4, 6 4, 6 6, 4 6, 4 4)))";
        Map<String, LayerData> lake = Map.of(
                "features", Layers.of("m", MultiPolygon.class).row(island).data());
        var filled = shapes(run("delete-holes", lake)).get(0);
        assertThat(filled.isValid()).isTrue();
        assertThat(filled.getArea()).isEqualTo(100);
    }

    @Test
    void outlinesBecomeLines() {
        assertThat(shapes(run("polygons-to-lines", area(RING))).get(0).getLength())
                .isEqualTo(64);
        assertThat(shapes(run("boundary", line("LINESTRING(0 0, 3 4)"))).get(0))
                .isEqualTo(geometry("MULTIPOINT(0 0, 3 4)"));
    }

    @Test
    void linesAreClosedTurnedCutAndMoved() {
        var corner = line("LINESTRING(0 0, 10 0, 10 10)");
        assertThat(shapes(run("lines-to-polygons", corner)).get(0).getArea()).isEqualTo(50);
        assertThat(shapes(run("lines-to-polygons", line("LINESTRING(0 0, 10 0)")))
                        .get(0))
                .isNull();
        assertThat(shapes(run("reverse-lines", corner)).get(0).getCoordinates()[0].y)
                .isEqualTo(10);
        assertThat(shapes(run("line-substring", corner, "from", "4", "to", "12"))
                        .get(0))
                .isEqualTo(geometry("MULTILINESTRING((4 0, 10 0, 10 2))"));
        assertThat(shapes(run("offset-line", corner, "distance", "1")).get(0))
                .isEqualTo(geometry("LINESTRING(0 1, 9 1, 9 10)"));
        assertThat(shapes(run("offset-line", corner, "distance", "-1", "join", "mitre"))
                        .get(0))
                .isEqualTo(geometry("LINESTRING(0 -1, 11 -1, 11 10)"));
    }

    @Test
    void linesEncloseAreasTogether() {
        LayerData lines = Layers.of("l", LineString.class)
                .row("LINESTRING(-1 0, 11 0)")
                .row("LINESTRING(10 -1, 10 11)")
                .row("LINESTRING(11 10, -1 10)")
                .row("LINESTRING(0 11, 0 -1)")
                .row("LINESTRING(5 0, 5 10)")
                .data();
        assertThat(rows(run("enclosed-areas", Map.of("features", lines))))
                .extracting(row -> row.getAttribute("area"))
                .containsExactly(50.0, 50.0);
    }

    @Test
    void edgesAreDividedEvenly() {
        assertThat(shapes(run("densify", line("LINESTRING(0 0, 10 0, 10 3)"), "interval", "4"))
                        .get(0)
                        .getCoordinates())
                .hasSize(5)
                .extracting(at -> at.x)
                .satisfies(xs -> assertThat((Double) xs.toArray()[1]).isCloseTo(10 / 3.0, within(1e-12)));
        assertThat(shapes(run("densify", line("LINESTRING(0 0, 10 0, 10 3)"), "vertices", "2"))
                        .get(0)
                        .getNumPoints())
                .isEqualTo(7);
    }

    @Test
    void pointsTellHowFarAlongTheyLie() {
        Output vertices = run("extract-vertices", area(RING));
        assertThat(rows(vertices)).hasSize(15);
        assertThat(rows(vertices).get(2).getAttribute("distance")).isEqualTo(20.0);
        assertThat(rows(vertices).get(5).getAttribute("vertex_index")).isEqualTo(5L);
        assertThat(rows(vertices).get(5).getAttribute("vertex_part_ring")).isEqualTo(1L);
        assertThat(rows(vertices).get(6).getAttribute("vertex_part_index")).isEqualTo(1L);
        Output along = run("points-along-lines", line("LINESTRING(0 0, 3 4, 3 9)"), "distance", "4", "start", "1");
        assertThat(rows(along)).extracting(row -> row.getAttribute("distance")).containsExactly(1.0, 5.0, 9.0);
        Map<String, LayerData> parts = Map.of(
                "features",
                Layers.of("l", MultiLineString.class)
                        .row("MULTILINESTRING((0 0, 3 0), (0 5, 9 5))")
                        .data());
        assertThat(shapes(run("points-along-lines", parts, "distance", "4")))
                .extracting(shape -> shape.getCoordinate().x)
                .containsExactly(0.0, 1.0, 5.0, 9.0);
        assertThat(shapes(along)).extracting(shape -> shape.getCoordinate().y).containsExactly(0.8, 4.0, 8.0);
    }

    @Test
    void aShapeThatWasThereBeforeIsLeftOutWhereverItsRingBegins() {
        Output output = run(
                "delete-duplicates",
                area(
                        "POLYGON((0 0, 1 0, 1 1, 0 0))",
                        null,
                        "POLYGON((1 1, 0 0, 1 0, 1 1))",
                        "POLYGON((0 0, 2 0, 1 1, 0 0))",
                        null));
        assertThat(rows(output)).extracting(row -> row.getAttribute("id")).containsExactly(0, 1, 3, 4);
    }

    @Test
    void measuresAreGivenAsFields() {
        var row = rows(run("add-geometry-attributes", area(RING))).get(0);
        assertThat(row.getAttribute("area")).isEqualTo(80.0);
        assertThat(row.getAttribute("perimeter")).isEqualTo(64.0);
        Map<String, LayerData> equator = Map.of(
                "features",
                Layers.of("l", Crs.of("EPSG:4326"), LineString.class)
                        .row("LINESTRING(120 0, 121 0)")
                        .data());
        assertThat((Double) rows(run("add-geometry-attributes", equator, "measure", "ellipsoid"))
                        .get(0)
                        .getAttribute("length"))
                .isCloseTo(111_319.491, within(0.001));
        Map<String, LayerData> point =
                Map.of("features", Layers.of("p", Point.class).row("POINT(3 4)").data());
        assertThat(rows(run("add-geometry-attributes", point)).get(0).getAttribute("ycoord"))
                .isEqualTo(4.0);
    }

    @Test
    void measuresOfFramesStandBesideThem() {
        var box = rows(run("oriented-bounding-box", area("POLYGON((0 0, 8 6, 5 10, -3 4, 0 0))")))
                .get(0);
        assertThat((Double) box.getAttribute("width")).isCloseTo(5, within(1e-9));
        assertThat((Double) box.getAttribute("height")).isCloseTo(10, within(1e-9));
        assertThat((Double) box.getAttribute("angle"))
                .as("the long side goes 8 east and 6 north")
                .isCloseTo(Math.toDegrees(Math.atan2(8, 6)), within(1e-9));
        assertThat((Double) box.getAttribute("perimeter")).isCloseTo(30, within(1e-9));
        var circle = rows(run("enclosing-circle", area("POLYGON((0 0, 6 8, 0 8, 0 0))"), "segments", "5"))
                .get(0);
        assertThat((Double) circle.getAttribute("radius")).isCloseTo(5, within(1e-9));
        assertThat((Double) circle.getAttribute("area"))
                .as("of the circle, not of the polygon it is drawn as")
                .isCloseTo(25 * Math.PI, within(1e-9));
        var upright = rows(run("bounding-box", area("POLYGON((0 0, 6 8, 0 8, 0 0))", null)));
        assertThat(upright.get(0).getAttribute("height")).isEqualTo(8.0);
        assertThat(upright.get(1).getAttribute("height")).isNull();
    }

    @Test
    void aFrameGoesAroundAllFeaturesOrAroundThoseOfAKind() {
        Map<String, LayerData> points = Map.of(
                "features",
                Layers.of("p", Point.class, "kind:String")
                        .row("POINT(0 0)", "a")
                        .row("POINT(9 0)", "b")
                        .row("POINT(0 4)", "a")
                        .row(null, "b")
                        .row("POINT(3 0)", "a")
                        .data());
        assertThat(rows(run("convex-hull", points, "around", "all")))
                .extracting(row -> row.getAttribute("area"), row -> row.getAttribute("count"))
                .containsExactly(tuple(18.0, 4L));
        assertThat(rows(run("convex-hull", points, "around", "all", "by", "kind")))
                .extracting(row -> row.getAttribute("kind"), row -> row.getAttribute("area"))
                .containsExactly(tuple("a", 6.0), tuple("b", 0.0));
    }

    /** As in QGIS: the hull of two points is a line. */
    @Test
    void aHullThatIsNoAreaHasNoPerimeter() {
        Map<String, LayerData> points = Map.of("features", Layers.points(0, 0, 3, 4));
        assertThat(rows(run("convex-hull", points, "around", "all")))
                .extracting(row -> row.getAttribute("area"), row -> row.getAttribute("perimeter"))
                .containsExactly(tuple(0.0, 0.0));
    }

    @Test
    void eachPartOfAFeatureHasItsPoint() {
        Map<String, LayerData> two = Map.of(
                "features",
                Layers.of("m", MultiPolygon.class, "id:Integer")
                        .row("MULTIPOLYGON(((0 0, 2 0, 2 2, 0 2, 0 0)), ((8 0, 10 0, 10 2, 8 2, 8 0)))", 1)
                        .row(null, 2)
                        .data());
        assertThat(shapes(run("centroid", two))).containsExactly(geometry("POINT(5 1)"), null);
        Output apart = run("centroid", two, "each-part", "true");
        assertThat(shapes(apart)).containsExactly(geometry("POINT(1 1)"), geometry("POINT(9 1)"), null);
        assertThat(rows(apart)).extracting(row -> row.getAttribute("id")).containsExactly(1, 1, 2);
    }

    @Test
    void pointsTellWhichWayTheLineGoesThere() {
        Map<String, LayerData> corner = line("LINESTRING(0 0, 0 10, 10 10)");
        assertThat(rows(run("points-along-lines", corner, "distance", "5")))
                .extracting(row -> row.getAttribute("angle"))
                .as("north, at the corner halfway to east, east")
                .containsExactly(0.0, 0.0, 45.0, 90.0, 90.0);
        assertThat(rows(run("extract-vertices", area("POLYGON((0 0, 0 10, 10 10, 10 0, 0 0))"))))
                .extracting(row -> row.getAttribute("angle"))
                .as("where the ring closes, halfway between its last edge and its first")
                .containsExactly(315.0, 45.0, 135.0, 225.0, 315.0);
        assertThat(rows(run("extract-vertices", line("LINESTRING(0 0, 0 10, 0 10, 10 10, 10 10)"))))
                .extracting(row -> row.getAttribute("angle"))
                .as("a vertex that is there twice has the direction of the place")
                .containsExactly(0.0, 45.0, 45.0, 90.0, 90.0);
        var heights = Map.<String, LayerData>of(
                "features",
                Layers.of("l", LineString.class)
                        .row("LINESTRING Z(0 0 4, 10 0 8)")
                        .data());
        assertThat(shapes(run("points-along-lines", heights, "distance", "5"))
                        .get(1)
                        .getCoordinate()
                        .getZ())
                .isEqualTo(6.0);
    }

    @Test
    void howWindingALineIsStandsBesideItsLength() {
        var bent = rows(run("add-geometry-attributes", line("LINESTRING(0 0, 3 0, 3 4)")))
                .get(0);
        assertThat(bent.getAttribute("length")).isEqualTo(7.0);
        assertThat(bent.getAttribute("straightdis")).isEqualTo(5.0);
        assertThat(bent.getAttribute("sinuosity")).isEqualTo(1.4);
        var loop = rows(run("add-geometry-attributes", line("LINESTRING(0 0, 3 0, 3 4, 0 0)")))
                .get(0);
        assertThat(loop.getAttribute("sinuosity")).isNull();
        Map<String, LayerData> high = Map.of(
                "features",
                Layers.of("p", Point.class)
                        .row("POINT Z(3 4 5)")
                        .row("POINT(1 2)")
                        .data());
        assertThat(rows(run("add-geometry-attributes", high)))
                .extracting(row -> row.getAttribute("zcoord"))
                .containsExactly(5.0, null);
    }

    @Test
    void aRingThatTouchesItselfMayBeHeldToBeValid() {
        var touching = area("POLYGON((0 0, 10 0, 10 10, 0 10, 0 5, 4 6, 4 4, 0 5, 0 0))");
        assertThat(rows(run("check-validity", touching)))
                .extracting(row -> row.getAttribute("message"))
                .hasSize(1);
        assertThat(rows(run("check-validity", touching, "touching-rings", "true")))
                .isEmpty();
        var crossing = area("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))");
        assertThat(rows(run("check-validity", crossing, "touching-rings", "true")))
                .hasSize(1);
    }
}
