package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.overlay.Coverage;

/** Tools that make other shapes of the features of one layer. */
class ShapeToolsTest {
    private static final String U_FORM = "POLYGON((0 0, 30 0, 30 30, 20 30, 20 10, 10 10, 10 30, 0 30, 0 0))";

    private static Map<String, LayerData> areas(String... wkts) {
        Layers layer = Layers.of("areas", Polygon.class, "name:String");
        for (int i = 0; i < wkts.length; i++) {
            layer.row(wkts[i], "n" + i);
        }
        return Map.of("features", layer.data());
    }

    @Test
    void aPointOnTheSurfaceLiesInsideWhereTheCentroidDoesNot() {
        Geometry form = geometry(U_FORM);
        Geometry moon = geometry("POLYGON((0 0, 30 0, 30 30, 27 30, 27 3, 3 3, 3 30, 0 30, 0 0))");
        assertThat(moon.covers(moon.getCentroid())).isFalse();
        Output inside = run("point-on-surface", areas(moon.toText()));
        assertThat(moon.contains(shapes(inside).get(0))).isTrue();
        Output deepest = run("point-on-surface", areas(U_FORM), "position", "deepest");
        assertThat(form.getBoundary().distance(shapes(deepest).get(0))).isCloseTo(5.86, within(0.1));
    }

    @Test
    void hullsOfTheLetterU() {
        assertThat(shapes(run("convex-hull", areas(U_FORM))).get(0).getArea()).isEqualTo(900);
        double concave =
                shapes(run("concave-hull", areas(U_FORM), "ratio", "0")).get(0).getArea();
        assertThat(concave).isBetween(500.0, 899.0);
    }

    @Test
    void aHullOfPointsAtOnePlaceIsRefusedInsteadOfGivingNothing() {
        Layers points = Layers.of("points", Point.class);
        points.row("POINT(1 1)").row("POINT(1 1)").row("POINT(1 1)").row("POINT(2 1)");
        assertThatThrownBy(() ->
                        run("concave-hull", Map.of("features", points.data()), "neighbours", "3", "around", "all"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("hull-too-few");
    }

    @Test
    void aHullAroundAllPointsIsOneAreaAndSaysOfHowMany() {
        Layers points = Layers.of("p", Point.class, "name:String");
        for (int i = 0; i <= 10; i++) {
            // the strokes of an L, one unit apart
            points.row("POINT(" + i + " 0)", "x").row("POINT(0 " + (i + 1) + ")", "y");
            points.row("POINT(" + i + " 1)", "x").row("POINT(1 " + (i + 1) + ")", "y");
        }
        points.row(null, "nowhere");
        Output each = run("concave-hull", Map.of("features", points.data()));
        assertThat(shapes(each)).hasSize(45);
        Output closest = run("concave-hull", Map.of("features", points.data()), "ratio", "0", "around", "all");
        assertThat(rows(closest)).hasSize(1);
        assertThat(rows(closest).get(0).getAttribute("count")).isEqualTo(44L);
        assertThat(shapes(closest).get(0).getArea()).isBetween(19.9, 22.0);
        Output convex = run("concave-hull", Map.of("features", points.data()), "ratio", "1", "around", "all");
        assertThat(shapes(convex).get(0).getArea()).isGreaterThan(60);
    }

    @Test
    void cellsOfFourPointsAreTheFourQuartersAndCoverTheExtentOnce() {
        Layers points = Layers.of("p", Point.class, "name:String");
        points.row("POINT(0 0)", "a")
                .row("POINT(10 0)", "b")
                .row("POINT(0 10)", "c")
                .row("POINT(10 10)", "d");
        points.row("POINT(10 10)", "again");
        Output output = run("voronoi", Map.of("features", points.data()), "margin", "50");
        assertThat(shapes(output)).hasSize(4).allSatisfy(cell -> assertThat(cell.getArea())
                .isCloseTo(100, within(1e-9)));
        assertThat(rows(output).get(1).getAttribute("name")).isEqualTo("b");
        assertThat(shapes(output).get(1).covers(geometry("POINT(10 0)"))).isTrue();
        assertThat(output.notes()).anySatisfy(note -> assertThat(note.text()).contains("1"));
    }

    @Test
    void partsTakenApartAndCollectedAgainAreTheSame() {
        String two = "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))";
        LayerData layer = Layers.of("m", MultiPolygon.class, "name:String")
                .row(two, "x")
                .row(null, "y")
                .data();
        Output apart = run("multipart-to-singleparts", Map.of("features", layer));
        assertThat(rows(apart)).extracting(row -> row.getAttribute("part")).containsExactly(1L, 2L, null);
        Output together = run(
                "collect-parts",
                Map.of(
                        "features",
                        new LayerData.Features(
                                org.geotools.data.DataUtilities.source(((Output.Features) apart).features()))),
                "by",
                "name");
        assertThat(rows(together)).hasSize(2);
        assertThat(shapes(together).get(0).equalsExact(geometry(two))).isTrue();
        assertThat(shapes(together).get(1)).isNull();
    }

    @Test
    void areasThatFitTogetherStillDoSoWhenSimplified() {
        String wave = "50 0, 52 5, 49 10, 51 15, 50 20";
        String back = "50 20, 51 15, 49 10, 52 5, 50 0";
        Map<String, LayerData> both =
                areas("POLYGON((0 0, " + wave + ", 0 20, 0 0))", "POLYGON((100 0, 100 20, " + back + ", 100 0))");
        Output output = run("simplify", both, "tolerance", "8");
        List<Geometry> simple = shapes(output);
        assertThat(simple.get(0).getNumPoints()).isLessThan(8);
        assertThat(Coverage.isValid(simple)).isTrue();
        assertThat(simple.get(0).getArea() + simple.get(1).getArea()).isCloseTo(2000, within(1e-9));
    }

    @Test
    void smoothingKeepsTheEndsOfLinesAndRoundsCorners() {
        LayerData line = Layers.of("l", LineString.class)
                .row("LINESTRING(0 0, 10 0, 10 10)")
                .data();
        Geometry smooth =
                shapes(run("smooth", Map.of("features", line), "rounds", "1")).get(0);
        assertThat(smooth.equalsTopo(geometry("LINESTRING(0 0, 7.5 0, 10 2.5, 10 10)")))
                .isTrue();
    }

    @Test
    void aVertexGoesToTheNearestOfSeveralWithinTheTolerance() {
        Map<String, LayerData> inputs = Map.of(
                "features",
                Layers.of("l", LineString.class).row("LINESTRING(0 0, 10 0)").data(),
                "reference",
                Layers.of("r", LineString.class)
                        .row("LINESTRING(10.8 9, 10.8 0.1, 10.2 0, 20 -9)")
                        .data());
        assertThat(shapes(run("snap", inputs, "tolerance", "1")).get(0).getCoordinates())
                .endsWith(new Coordinate(10.2, 0));
    }

    @Test
    void verticesAreSnappedToEdgesWhenAskedFor() {
        Map<String, LayerData> inputs = Map.of(
                "features",
                Layers.of("p", Point.class)
                        .row("POINT(5 0.4)")
                        .row("POINT(9.3 0.4)")
                        .row("POINT(5 1)")
                        .data(),
                "reference",
                Layers.of("r", LineString.class).row("LINESTRING(0 0, 10 0)").data());
        assertThat(texts(run("snap", inputs, "tolerance", "1")))
                .containsExactly("POINT (5 0.4)", "POINT (10 0)", "POINT (5 1)");
        assertThat(texts(run("snap", inputs, "tolerance", "1", "to", "vertices-before-edges")))
                .containsExactly("POINT (5 0)", "POINT (10 0)", "POINT (5 1)");
        assertThat(texts(run("snap", inputs, "tolerance", "1", "to", "closest")))
                .containsExactly("POINT (5 0)", "POINT (9.3 0)", "POINT (5 1)");
    }

    @Test
    void edgesGetAVertexWhereTheyPassOne() {
        Map<String, LayerData> inputs = Map.of(
                "features",
                Layers.of("l", LineString.class).row("LINESTRING(0 0, 10 0)").data(),
                "reference",
                Layers.of("r", Point.class).row("POINT(4 0.5)").data());
        assertThat(texts(run("snap", inputs, "tolerance", "1")))
                .containsExactly("MULTILINESTRING ((0 0, 4 0.5, 10 0))");
        assertThat(texts(run("snap", inputs, "tolerance", "1", "insert", "false")))
                .containsExactly("MULTILINESTRING ((0 0, 10 0))");
    }

    private static List<String> texts(Output output) {
        return shapes(output).stream().map(Geometry::toText).toList();
    }

    @Test
    void verticesNearTheOtherLayerAreMovedOntoIt() {
        LayerData reference = Layers.of("r", Polygon.class)
                .row("POLYGON((10 0, 20 0, 20 10, 10 10, 10 0))")
                .data();
        Map<String, LayerData> inputs = Map.of(
                "features",
                areas("POLYGON((0 0, 9.6 0.2, 9.7 10, 0 10, 0 0))").get("features"),
                "reference",
                reference);
        Geometry snapped = shapes(run("snap", inputs, "tolerance", "1")).get(0);
        assertThat(snapped.equalsTopo(geometry("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))")))
                .isTrue();
    }

    @Test
    void invalidShapesAreFoundWithPlaceAndRepairedWithoutLossOfTheirArea() {
        String bowTie = "POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))";
        Output found = run("check-validity", areas(bowTie, U_FORM));
        assertThat(rows(found)).hasSize(1);
        assertThat(shapes(found).get(0).distance(geometry("POINT(5 5)"))).isLessThan(1e-9);
        Output repaired = run("repair", areas(bowTie, U_FORM));
        assertThat(shapes(repaired))
                .allSatisfy(shape -> assertThat(shape.isValid()).isTrue());
        assertThat(shapes(repaired).get(0).getArea()).isCloseTo(50, within(1e-9));
        assertThat(shapes(repaired).get(1).getArea()).isEqualTo(700);
    }

    @Test
    void aSmallGapGoesToTheLongestNeighbourAndALargeOneStays() {
        Map<String, LayerData> ring = areas(
                "POLYGON((0 0, 30 0, 30 10, 0 10, 0 0))",
                "POLYGON((0 10, 10 10, 10 12, 0 12, 0 10))",
                "POLYGON((20 10, 30 10, 30 12, 20 12, 20 10))",
                "POLYGON((0 12, 30 12, 30 30, 0 30, 0 12))");
        Output filled = run("fill-gaps", ring, "largest", "25");
        double sum = shapes(filled).stream().mapToDouble(Geometry::getArea).sum();
        assertThat(sum).isCloseTo(900, within(1e-9));
        assertThat(shapes(filled).get(0).getArea()).isCloseTo(320, within(1e-9));
        Output kept = run("fill-gaps", ring, "largest", "19");
        assertThat(shapes(kept).stream().mapToDouble(Geometry::getArea).sum()).isCloseTo(880, within(1e-9));
    }

    @Test
    void featuresOfOneLayerAreSnappedToThoseBeforeThemAndMeet() {
        LayerData roads = Layers.of("roads", LineString.class)
                .row("LINESTRING(0 0, 10 0)")
                .row("LINESTRING(10.4 0.3, 20 0)")
                .row("LINESTRING(20 0.6, 30 0)")
                .data();
        Map<String, LayerData> itself = Map.of("features", roads, "reference", roads);
        List<Geometry> snapped = shapes(run("snap", itself, "tolerance", "1", "to", "vertices-before-edges"));
        assertThat(snapped)
                .as("at once the first two would have changed places: (0 0, 10.4 0.3) and (10 0, 20 0)")
                .containsExactly(
                        geometry("MULTILINESTRING((0 0, 10 0))"),
                        geometry("MULTILINESTRING((10 0, 20 0))"),
                        geometry("MULTILINESTRING((20 0, 30 0))"));
    }

    @Test
    void cornersThatTurnFartherThanAnAngleStayWhenSmoothed() {
        Map<String, LayerData> line = Map.of(
                "features",
                Layers.of("l", LineString.class)
                        .row("LINESTRING(0 0, 10 0, 10 10, 14 14)")
                        .data());
        assertThat(shapes(run("smooth", line, "rounds", "1", "greatest-turn", "60"))
                        .get(0))
                .as("the turn of 90 degrees stays, that of 45 is cut")
                .isEqualTo(geometry("MULTILINESTRING((0 0, 10 0, 10 7.5, 11 11, 14 14))"));
    }

    @Test
    void verticesGoByTheSizeOfTheirTriangleOrByTheirDistance() {
        Map<String, LayerData> line = Map.of(
                "features",
                Layers.of("l", LineString.class)
                        .row("LINESTRING(0 0, 1 2, 2 0, 50 0, 51 2, 52 0, 100 0)")
                        .data());
        // each spike is 2 high and its triangle covers 2, less than 3 squared
        assertThat(shapes(run("simplify", line, "boundaries", "each", "method", "area", "tolerance", "3"))
                        .get(0)
                        .getNumPoints())
                .isEqualTo(2);
        // an area that is too small to lose a corner keeps them all, that at which its outline begins too
        var box = Layers.areas("POLYGON((0 1, 1 1, 1 3, 0 3, 0 1))");
        assertThat(shapes(run("simplify", Map.of("features", box), "boundaries", "each", "tolerance", "2")))
                .containsExactly(geometry("MULTIPOLYGON(((0 1, 1 1, 1 3, 0 3, 0 1)))"));
        assertThat(shapes(run("simplify", line, "boundaries", "each", "tolerance", "1.5"))
                        .get(0)
                        .getNumPoints())
                .isEqualTo(7);
        Map<String, LayerData> area = Map.of(
                "features",
                Layers.of("a", Polygon.class)
                        .row("POLYGON((0 0, 5 0.1, 10 0, 10 10, 0 10, 0 0))")
                        .data());
        assertThat(shapes(run("simplify", area, "boundaries", "each", "method", "area", "tolerance", "2"))
                        .get(0))
                .isEqualTo(geometry("MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 0)))"));
        Map<String, LayerData> mixed = Map.of(
                "features",
                Layers.of("m", Geometry.class)
                        .row("GEOMETRYCOLLECTION(POINT(5 5), POLYGON((0 0, 5 0.1, 10 0, 10 10, 0 10, 0 0)))")
                        .data());
        assertThat(shapes(run("simplify", mixed, "boundaries", "each", "method", "area", "tolerance", "2"))
                        .get(0)
                        .getNumPoints())
                .isEqualTo(6);
    }

    @Test
    void fieldsThatDifferWithinACollectionAreThoseOfItsFirstOnDemand() {
        Map<String, LayerData> wells = Map.of(
                "features",
                Layers.of("w", Point.class, "town:String", "depth:Integer")
                        .row("POINT(0 0)", "a", 5)
                        .row("POINT(1 0)", "b", 6)
                        .row("POINT(2 0)", "a", 7)
                        .data());
        assertThat(rows(run("collect-parts", wells, "by", "town")).get(0).getAttribute("depth"))
                .isNull();
        for (String tool : List.of("collect-parts", "dissolve")) {
            assertThat(rows(run(tool, wells, "by", "town", "others", "first")))
                    .as(tool)
                    .extracting(
                            row -> row.getAttribute("town"),
                            row -> row.getAttribute("depth"),
                            row -> row.getAttribute("count"))
                    .containsExactly(tuple("a", 5, 2L), tuple("b", 6, 1L));
        }
    }

    @Test
    void aCellWhoseEdgeMeetsACornerOfTheBoxHasOneVertexThere() {
        Layers points = Layers.of("p", Point.class);
        for (String place : List.of("1 1", "3 3", "2 2", "5 2", "4 1", "0 -5", "8 -1", "7 -1", "0 -1")) {
            points.row("POINT(" + place + ")");
        }
        for (var cell : shapes(run("voronoi", Map.of("features", points.data()), "margin", "10"))) {
            var places = cell.getCoordinates();
            for (int i = 1; i < places.length; i++) {
                assertThat(places[i].distance(places[i - 1])).isGreaterThan(1e-6);
            }
        }
    }

    @Test
    void placesABillionthApartAreOneAndTheirCellsValid() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Layers points = Layers.of("p", Point.class);
            for (int i = 0; i < 4; i++) {
                double x = 500_000 + random.nextDouble() * 100;
                double y = 4_150_000 + random.nextDouble() * 100;
                points.row("POINT(" + x + " " + y + ")");
                points.row("POINT(" + (x + 1e-9 * random.nextInt(3)) + " " + (y + 1e-9 * random.nextInt(3)) + ")");
            }
            Output output = run("voronoi", Map.of("features", points.data()));
            assertThat(shapes(output)).hasSize(4).allMatch(Geometry::isValid);
            assertThat(output.notes()).anyMatch(note -> note.key().equals("analysis.note-same-place"));
        }
    }

    @Test
    void placesJustFarEnoughApartHaveEachTheirCell() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double apart = Math.pow(10, -5 + 3 * random.nextDouble());
            Layers points = Layers.of("p", Point.class);
            for (int i = 0; i < 4; i++) {
                double x = random.nextDouble() * 100;
                double y = random.nextDouble() * 100;
                points.row("POINT(" + x + " " + y + ")");
                points.row("POINT(" + (x + apart) + " " + y + ")");
            }
            assertThat(shapes(run("voronoi", Map.of("features", points.data()))))
                    .hasSize(8)
                    .allMatch(Geometry::isValid);
        }
    }

    @Test
    void whatWasInvalidAndStaysSoWhenSimplifiedIsCountedAndLocated() {
        LayerData areas = Layers.of("areas", Polygon.class)
                .row("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))")
                .row("POLYGON((20 0, 30 0, 30 10, 20 10, 20 0))")
                .data();
        Output output = run("simplify", Map.of("features", areas), "boundaries", "each", "tolerance", "0.1");
        assertThat(output.notes())
                .filteredOn(note -> note.key().equals("analysis.note-still-invalid"))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("1 ", "areas.1", "5.000000, 5.000000"));
    }
}
