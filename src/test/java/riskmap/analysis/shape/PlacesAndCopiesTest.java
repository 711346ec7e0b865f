package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.points;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Triangle;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Tools that make points and copies; what they give was compared with QGIS 3.22 on other shapes. */
class PlacesAndCopiesTest {
    private static Map<String, LayerData> lines(String... wkts) {
        Layers layer = Layers.of("lines", LineString.class, "id:Integer");
        for (int i = 0; i < wkts.length; i++) {
            layer.row(wkts[i], i);
        }
        return Map.of("features", layer.data());
    }

    @Test
    void copiesAreEachAStepFurtherAndWhatHasNoShapeHasNone() {
        Output tents =
                run("moved-copies", lines("LINESTRING(0 0, 1 0)", null), "copies", "2", "east", "5", "north", "1");
        assertThat(shapes(tents))
                .containsExactly(
                        geometry("LINESTRING(0 0, 1 0)"),
                        geometry("LINESTRING(5 1, 6 1)"),
                        geometry("LINESTRING(10 2, 11 2)"),
                        null);
        assertThat(column(tents, "instance")).containsExactly(0L, 1L, 2L, null);
        assertThat(column(tents, "id")).containsExactly(0, 0, 0, 1);
        assertThatThrownBy(() -> run("moved-copies", lines("LINESTRING(0 0, 1 0)"), "copies", "1000000"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void lanesLieBesideTheirRoadToTheLeftOrByANegativeDistanceToTheRight() {
        Output lanes = run("offset-copies", lines("LINESTRING(0 0, 10 0)"), "copies", "2", "distance", "-3");
        assertThat(shapes(lanes).get(1).getCoordinates()[0].y).isEqualTo(-3);
        assertThat(shapes(lanes).get(2).getEnvelopeInternal().getMaxY()).isEqualTo(-6);
        assertThat(column(lanes, "offset")).containsExactly(0.0, -3.0, -6.0);
    }

    @Test
    void regularPointsFillAnExtentFromItsNorthWesternCorner() {
        Output made = run("regular-points", Map.of(), "extent", "0,10,0,4", "crs", "EPSG:4550", "spacing", "5");
        assertThat(shapes(made))
                .containsExactly(geometry("POINT(0 4)"), geometry("POINT(5 4)"), geometry("POINT(10 4)"));
        assertThat(column(made, "id")).containsExactly(0L, 1L, 2L);
        // 40 m² for 10 points: every 2 m
        assertThat(shapes(run("regular-points", Map.of(), "extent", "0,10,0,4", "number", "10", "inset", "1")))
                .hasSize(10)
                .startsWith(geometry("POINT(1 3)"));
        assertThat(shapes(run("regular-points", Map.of("features", points(0, 0, 9, 9)), "spacing", "3")))
                .hasSize(16);
        assertThatThrownBy(
                        () -> run("regular-points", Map.of(), "extent", "1e9,1000000000,0,0", "spacing", "0.000000001"))
                .isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> run("regular-points", Map.of())).isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> run("regular-points", Map.of(), "extent", "0,1000000,0,1000000", "spacing", "1"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void anExtentIsAnAreaInItsCrsOrInAnother() {
        Output made = run("box-at-extent", Map.of(), "extent", "0,10,0,4", "extent-crs", "EPSG:4550");
        assertThat(shapes(made))
                .singleElement()
                .matches(box -> box.equalsTopo(geometry("POLYGON((0 0, 10 0, 10 4, 0 4, 0 0))")));
        assertThat(column(made, "id")).containsExactly(1L);
        assertThat(shapes(run(
                                "box-at-extent",
                                Map.of(),
                                "extent",
                                "500000,500100,4150000,4150100",
                                "extent-crs",
                                "EPSG:4550",
                                "crs",
                                "EPSG:4490"))
                        .get(0)
                        .getEnvelopeInternal()
                        .getMinX())
                .isCloseTo(123, within(1e-9));
        assertThatThrownBy(() -> run("box-at-extent", Map.of(), "extent", "9,1,0,4"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void theInnermostPlaceOfATownIsItsPointWithHowFarTheEdgeIs() {
        LayerData town = Layers.areas("POLYGON((0 0, 8 0, 8 4, 0 4, 0 0))");
        Output made = run("innermost-points", Map.of("features", town), "tolerance", "0.001");
        assertThat(column(made, "dist_pole")).containsExactly(2.0);
        assertThat(shapes(made).get(0).getCoordinate().y).isEqualTo(2);
        assertThat(column(made, "name")).containsExactly("a0");
        // a dyke of 100 km by half a millimetre is one area among others, not one without end
        Output strip = run(
                "innermost-points",
                Map.of("features", Layers.areas("POLYGON((0 0, 100000 0, 100000 0.0005, 0 0.0005, 0 0))")),
                "tolerance",
                "0.000001");
        assertThat((Double) column(strip, "dist_pole").get(0)).isCloseTo(0.00025, within(1e-9));
    }

    @Test
    void trianglesHoldNoOtherPointInTheirCircleAndFillTheHullOfAll() {
        double[] places = {0, 0, 10, 0, 11, 9, 1, 10, 4, 5, 7, 3, 0, 0};
        Output made = run("triangles", Map.of("features", points(places)));
        double area = shapes(made).stream().mapToDouble(Geometry::getArea).sum();
        assertThat(area)
                .isCloseTo(geometry("POLYGON((0 0, 10 0, 11 9, 1 10, 0 0))").getArea(), within(1e-9));
        Set<Long> used = new HashSet<>();
        for (var row : rows(made)) {
            Geometry triangle = (Geometry) row.getDefaultGeometry();
            long[] corners = {
                (Long) row.getAttribute("POINTA"), (Long) row.getAttribute("POINTB"), (Long) row.getAttribute("POINTC")
            };
            for (int i = 0; i < 3; i++) {
                used.add(corners[i]);
                assertThat(triangle.getCoordinates()[i].x).isEqualTo(places[(int) (2 * corners[i])]);
            }
            Coordinate[] ring = triangle.getCoordinates();
            Coordinate centre = Triangle.circumcentre(ring[0], ring[1], ring[2]);
            for (int i = 0; i < places.length; i += 2) {
                assertThat(centre.distance(new Coordinate(places[i], places[i + 1])))
                        .isGreaterThan(centre.distance(ring[0]) - 1e-9);
            }
        }
        // the seventh point is where the first is
        assertThat(used).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L);
        Output few = run("triangles", Map.of("features", points(0, 0, 1, 1, 0, 0)));
        assertThat(shapes(few)).isEmpty();
        assertThat(few.notes()).anyMatch(note -> note.text().contains("2"));
    }

    @Test
    void pointsOnEachOtherStandOnACircleRoundTheirMiddleAndOthersStay() {
        Map<String, LayerData> units = Map.of("features", points(5, 5, 50, 50, 5, 5, 5, 5, 5, 5));
        Output spread = run("spread-points", units, "radius", "2");
        assertThat(column(spread, "id")).containsExactly(0, 2, 3, 4, 1);
        assertThat(shapes(spread).get(0).distance(geometry("POINT(5 7)"))).isLessThan(1e-9);
        assertThat(shapes(spread).get(1).distance(geometry("POINT(7 5)"))).isLessThan(1e-9);
        assertThat(shapes(spread)).endsWith(geometry("POINT(50 50)"));
        Output two = run(
                "spread-points",
                Map.of("features", points(0, 0, 1, 0)),
                "within",
                "1",
                "radius",
                "3",
                "beside",
                "true");
        assertThat(shapes(two).get(0).distance(geometry("POINT(3.5 0)"))).isLessThan(1e-9);
        assertThat(shapes(two).get(1).distance(geometry("POINT(-2.5 0)"))).isLessThan(1e-9);
    }

    @Test
    void aWayClimbsAndDescendsByTheHeightsOfItsVertices() {
        Layers ways = Layers.of("ways", LineString.class, "id:Integer")
                .row("LINESTRING Z(0 0 10, 1 0 25, 2 0 NaN, 3 0 20, 4 0 32)", 1)
                .row("LINESTRING(0 0, 1 0)", 2)
                .row(null, 3);
        Output made = run("climb", Map.of("features", ways.data()));
        assertThat(column(made, "climb")).containsExactly(27.0, null, null);
        assertThat(column(made, "descent")).containsExactly(5.0, null, null);
        assertThat(column(made, "minelev")).containsExactly(10.0, null, null);
        assertThat(column(made, "maxelev")).containsExactly(32.0, null, null);
    }

    @Test
    void cellCentresAreThoseInsideAreasAndAlongLinesOfTheRasterThatIsThere() {
        GridGeometry cells = new GridGeometry(4, 3, 0, 30, 10, 10, Crs.of("EPSG:4550"));
        LayerData raster = new LayerData.Raster(new Grid(cells, new float[12]));
        LayerData areas = Layers.areas("POLYGON((-20 -20, 20 -20, 20 20, -20 20, -20 -20))");
        Output inside = run("cells-in-areas", Map.of("raster", raster, "features", areas));
        assertThat(shapes(inside))
                .containsExactly(
                        geometry("POINT(5 15)"),
                        geometry("POINT(5 5)"),
                        geometry("POINT(15 15)"),
                        geometry("POINT(15 5)"));
        assertThat(column(inside, "point_id")).containsExactly(0L, 1L, 2L, 3L);
        Layers line =
                Layers.of("way", LineString.class, "id:Integer").row(null, 1).row("LINESTRING(2 28, 34 12, 75 12)", 2);
        Output along = run("cells-along-lines", Map.of("raster", raster, "features", line.data()));
        assertThat(shapes(along))
                .startsWith(geometry("POINT(5 25)"), geometry("POINT(15 25)"))
                .contains(geometry("POINT(35 15)"))
                .allMatch(point -> cells.envelope().contains(point.getCoordinate()));
        assertThat(new HashSet<>(column(along, "line_id"))).isEqualTo(Set.of(0L));
    }

    @Test
    void directionsToTheNearestAreFromNorthAndReplaceAFieldOfThatName() {
        Layers signs = Layers.of("signs", Point.class, "rotation:Integer")
                .row("POINT(0 0)", 7)
                .row("POINT(100 0)", 7)
                .row("POINT(9000 9000)", 7)
                .row(null, 7);
        Map<String, LayerData> layers = Map.of("features", signs.data(), "others", points(0, 10, 60, 0));
        assertThat(column(run("bearing-to-nearest", layers), "rotation")).containsExactly(0.0, 270.0, null, null);
        assertThat(column(run("bearing-to-nearest", layers, "turn", "either-way", "field", "to"), "to"))
                .isEqualTo(Arrays.asList(0.0, -90.0, null, null));
    }
}
