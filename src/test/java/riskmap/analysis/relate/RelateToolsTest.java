package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static riskmap.analysis.Layers.areas;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.points;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.Coverage;

/** Tools that relate two layers, or a layer to a lattice. */
class RelateToolsTest {
    private static final String LEFT = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String RIGHT = "POLYGON((5 0, 15 0, 15 10, 5 10, 5 0))";

    @Test
    void theSymmetricalDifferenceAndTheIntersectionMakeUpTheUnion() {
        Map<String, LayerData> both = Map.of("features", areas(LEFT), "areas", areas(RIGHT));
        double either = area(run("symmetrical-difference", both));
        double common = area(run("intersection", both));
        assertThat(either).isCloseTo(100, within(1e-9));
        assertThat(either + common).isCloseTo(area(run("union", both)), within(1e-9));
    }

    @Test
    void theAreasOfOneLayerAreTakenApartWhereTheyOverlap() {
        String far = "POLYGON((50 0, 60 0, 60 10, 50 0))";
        Output apart = run("self-union", Map.of("features", areas(LEFT, RIGHT, far)));
        assertThat(column(apart, "name")).containsExactly("a0", "a0", "a1", "a1", "a2");
        assertThat(rows(apart))
                .extracting(row -> ((Geometry) row.getDefaultGeometry()).getArea())
                .containsExactly(50.0, 50.0, 50.0, 50.0, 50.0);
        assertThat(shapes(apart).get(1)).isEqualTo(shapes(apart).get(2));
    }

    @Property(tries = 40)
    void whatAreasAreTakenApartIntoAddsUpToEachAndToAllOfThem(@ForAll Random random) {
        Layers layer = Layers.of("boxes", Polygon.class, "id:Integer");
        Geometry all = new GeometryFactory().createPolygon();
        double[] own = new double[9];
        for (int i = 0; i < own.length; i++) {
            int x = random.nextInt(12);
            int y = random.nextInt(12);
            Geometry box = new GeometryFactory()
                    .toGeometry(new Envelope(x, x + 1 + random.nextInt(9), y, y + 1 + random.nextInt(9)));
            layer.row(box, i);
            own[i] = box.getArea();
            all = all.union(box);
        }
        double[] found = new double[own.length];
        Map<Geometry, Double> pieces = new HashMap<>();
        for (SimpleFeature row : rows(run("self-union", Map.of("features", layer.data())))) {
            Geometry shape = (Geometry) row.getDefaultGeometry();
            found[(Integer) row.getAttribute("id")] += shape.getArea();
            pieces.put(shape.norm(), shape.getArea());
        }
        assertThat(found).containsExactly(own, within(1e-9));
        assertThat(pieces.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(all.getArea(), within(1e-9));
    }

    @Test
    void theLayerThatHoldsNoAreasIsTheOneNamed() {
        LayerData areas = areas(LEFT);
        LayerData points = points(1, 1);
        for (String tool : List.of("union", "symmetrical-difference", "overlap-analysis")) {
            assertThatThrownBy(() -> run(tool, Map.of("features", points, "areas", areas)))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("points");
            assertThatThrownBy(() -> run(tool, Map.of("features", areas, "areas", points)))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("points");
        }
    }

    private static double area(Output output) {
        return shapes(output).stream().mapToDouble(Geometry::getArea).sum();
    }

    @Test
    void featuresAreSelectedByEachRelation() {
        LayerData some = areas(
                LEFT,
                "POLYGON((2 2, 4 2, 4 4, 2 4, 2 2))",
                "POLYGON((10 0, 20 0, 20 10, 10 10, 10 0))",
                RIGHT,
                "POLYGON((50 50, 60 50, 60 60, 50 50))");
        Map<String, List<Object>> expected = Map.of(
                "intersects", List.of("a0", "a1", "a2", "a3"),
                "within", List.of("a0", "a1"),
                "contains", List.of("a0"),
                "equals", List.of("a0"),
                "overlaps", List.of("a3"),
                "touches", List.of("a2"),
                "disjoint", List.of("a4"));
        expected.forEach((predicate, names) -> assertThat(column(
                        run(
                                "select-by-location",
                                Map.of("features", some, "others", areas(LEFT)),
                                "predicate",
                                predicate),
                        "name"))
                .as(predicate)
                .isEqualTo(names));
        assertThat(column(
                        run(
                                "select-by-location",
                                Map.of("features", points(20, 5, 20.1, 5), "others", areas(LEFT)),
                                "within-distance",
                                "10"),
                        "id"))
                .containsExactly(0);
    }

    @Test
    void aSpatialJoinByTouchingFindsTheNeighbours() {
        LayerData row = areas(LEFT, "POLYGON((10 0, 20 0, 20 10, 10 10, 10 0))", "POLYGON((20 0, 30 0, 30 10, 20 0))");
        Output output =
                run("spatial-join", Map.of("features", row, "areas", row), "rule", "touches", "matches", "every");
        assertThat(column(output, "name_2")).containsExactly("a1", "a0", "a2", "a1");
    }

    @Test
    void aDistanceCanBeInTheDegreesOfTheLayer() {
        LayerData spots = Layers.of("s", Crs.of("EPSG:4326"), Point.class, "id:Integer")
                .row("POINT(120 0)", 0)
                .row("POINT(120.4 0)", 1)
                .row("POINT(121 0)", 2)
                .data();
        LayerData place = Layers.of("p", Crs.of("EPSG:3857"), Point.class)
                .row("POINT(13358338.895192828 0)")
                .data();
        Map<String, LayerData> inputs = Map.of("features", spots, "others", place);
        assertThat(column(run("select-by-location", inputs, "within-distance", "0.5", "unit", "layer"), "id"))
                .containsExactly(0, 1);
        assertThatThrownBy(() -> run("select-by-location", inputs, "within-distance", "0.5"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void linesInDegreesAreMeasuredInDegreesWhenAskedFor() {
        LayerData zone = Layers.of("z", Crs.of("EPSG:4326"), Polygon.class)
                .row("POLYGON((120 -1, 122 -1, 122 1, 120 1, 120 -1))")
                .data();
        LayerData lines = Layers.of("l", Crs.of("EPSG:4326"), LineString.class)
                .row("LINESTRING(119 0, 121.5 0)")
                .data();
        Output planar = run("sum-line-lengths", Map.of("zones", zone, "lines", lines), "measure", "planar");
        assertThat(rows(planar).get(0).getAttribute("length_m")).isEqualTo(1.5);
    }

    @Test
    void linesInDegreesAreMeasuredOnTheEllipsoid() {
        LayerData zone = Layers.of("z", Crs.of("EPSG:4326"), Polygon.class)
                .row("POLYGON((120 -1, 122 -1, 122 1, 120 1, 120 -1))")
                .data();
        LayerData lines = Layers.of("l", Crs.of("EPSG:4326"), LineString.class)
                .row("LINESTRING(119 0, 121 0)")
                .data();
        Output output = run("sum-line-lengths", Map.of("zones", zone, "lines", lines));
        // a degree of the equator
        assertThat((Double) column(output, "length_m").get(0)).isCloseTo(111_319.491, within(0.001));
    }

    @Test
    void aLineIsNotCutWhereAnotherRunsAlongIt() {
        LayerData line = Layers.of("l", LineString.class)
                .row("LINESTRING(0 0, 5 0, 5 5)")
                .data();
        LayerData along = Layers.of("k", LineString.class)
                .row("LINESTRING(0 0, 5 0, 5 5, 9 9)")
                .data();
        LayerData across = Layers.of("k", LineString.class)
                .row("LINESTRING(3 0, 5 0, 5 5, 9 9)")
                .data();
        assertThat(shapes(run("split-by-lines", Map.of("features", line, "lines", along))))
                .hasSize(1);
        assertThat(shapes(run("split-by-lines", Map.of("features", line, "lines", across))))
                .hasSize(2);
    }

    @Test
    void mergedLayersKeepTheirFieldsAndSayWhereRowsComeFrom() {
        LayerData one = Layers.of("one", Point.class, "N:Integer", "t:String")
                .row("POINT(1 1)", 1, "x")
                .data();
        LayerData two = Layers.of("two", Point.class, "n:Double", "u:Boolean")
                .row("POINT(2 2)", 2.5, true)
                .data();
        Output output = run("merge", Map.of("features", one, "second", two));
        assertThat(column(output, "N")).containsExactly(1.0, 2.5);
        assertThat(column(output, "t")).containsExactly("x", null);
        assertThat(column(output, "u")).containsExactly(null, true);
        assertThat(column(output, "layer")).containsExactly("one", "two");
    }

    @Test
    void aTableIsJoinedByItsKeyWhateverTheNumberType() {
        LayerData table = Layers.of("table", null, "key:Double", "people:Integer")
                .row(1.0, 10)
                .row(1.0, 99)
                .row(3.0, 30)
                .data();
        Map<String, LayerData> inputs = Map.of("features", points(0, 0, 1, 1, 2, 2), "table", table);
        Output output = run("join-table", inputs, "field", "id", "table-field", "key");
        assertThat(column(output, "people")).containsExactly(null, 10, null);
        assertThat(output.notes()).anySatisfy(note -> assertThat(note.text()).contains("1"));
        assertThat(rows(run("join-table", inputs, "field", "id", "table-field", "key", "unmatched", "drop")))
                .hasSize(1);
        assertThat(column(run("join-table", inputs, "field", "id", "table-field", "key", "matches", "every"), "people"))
                .containsExactly(null, 10, 99, null);
    }

    @Test
    void areasAreCutWhereLinesGoThroughAndLinesWhereTheyCross() {
        LayerData knife = Layers.of("k", LineString.class)
                .row("LINESTRING(4 -1, 4 11)")
                .row("LINESTRING(8 5, 9 5)")
                .data();
        Output cut = run("split-by-lines", Map.of("features", areas(LEFT), "lines", knife));
        assertThat(shapes(cut).stream().map(Geometry::getArea)).containsExactlyInAnyOrder(40.0, 60.0);
        assertThat(Coverage.isValid(shapes(cut))).isTrue();
        LayerData lines =
                Layers.of("l", LineString.class).row("LINESTRING(0 5, 10 5)").data();
        Output pieces = run("split-by-lines", Map.of("features", lines, "lines", knife));
        assertThat(shapes(pieces).stream().mapToDouble(Geometry::getLength).sum())
                .isCloseTo(10, within(1e-12));
        assertThat(shapes(pieces)).hasSize(4);
        assertThatThrownBy(() -> run("split-by-lines", Map.of("features", points(1, 1), "lines", knife)))
                .isInstanceOf(RiskMapException.class);
    }

    @Property(tries = 60)
    void aLineThroughAnAreaCutsItInTwoWhereverItCrossesTheEdge(@ForAll Random random) {
        double x = random.nextDouble() * 500_000;
        double y = random.nextDouble() * 4_000_000;
        Geometry area = new GeometryFactory().createPoint(new Coordinate(x, y)).buffer(50 + random.nextDouble() * 200);
        double turn = random.nextDouble() * Math.PI;
        double dx = 1000 * Math.cos(turn);
        double dy = 1000 * Math.sin(turn);
        LayerData knife = Layers.of("k", LineString.class)
                .row("LINESTRING(" + (x - dx) + " " + (y - dy) + ", " + (x + dx) + " " + (y + dy) + ")")
                .data();
        Output cut = run("split-by-lines", Map.of("features", areas(area.toText()), "lines", knife));
        assertThat(shapes(cut)).hasSize(2).allSatisfy(half -> assertThat(half.getArea())
                .isCloseTo(area.getArea() / 2, withinPercentage(1e-3)));
        assertThat(Coverage.isValid(shapes(cut))).isTrue();
    }

    @Test
    void linesOfOneLayerCutEachOtherButNotThemselves() {
        LayerData lines = Layers.of("l", LineString.class)
                .row("LINESTRING(0 0, 5 5, 10 10)")
                .row("LINESTRING(0 8, 8 0)")
                .row("LINESTRING(20 0, 30 0)")
                .row("LINESTRING(40 0, 50 10, 50 0, 40 10)")
                .row("LINESTRING(49 -1, 49 2)")
                .data();
        assertThat(shapes(run("split-by-lines", Map.of("features", lines, "lines", lines))))
                .allMatch(MultiLineString.class::isInstance)
                .extracting(piece -> piece.getGeometryN(0).toText())
                .containsExactlyInAnyOrder(
                        "LINESTRING (0 0, 4 4)",
                        "LINESTRING (4 4, 5 5, 10 10)",
                        "LINESTRING (0 8, 4 4)",
                        "LINESTRING (4 4, 8 0)",
                        "LINESTRING (20 0, 30 0)",
                        "LINESTRING (40 0, 50 10, 50 0, 49 1)",
                        "LINESTRING (49 1, 40 10)",
                        "LINESTRING (49 -1, 49 1)",
                        "LINESTRING (49 1, 49 2)");
    }

    @Test
    void aSpatialJoinTakesTheAreaWithMostInCommonAndLeavesOutWhatHasNone() {
        Layers zones = Layers.of("zone", Polygon.class, "level:Integer")
                .row("POLYGON((0 0, 3 0, 3 10, 0 10, 0 0))", 1)
                .row("POLYGON((3 0, 10 0, 10 10, 3 10, 3 0))", 2);
        Map<String, LayerData> inputs =
                Map.of("features", areas(LEFT, "POLYGON((50 0, 51 0, 51 1, 50 0))"), "areas", zones.data());
        assertThat(column(run("spatial-join", inputs, "rule", "intersects"), "level"))
                .containsExactly(1, null);
        assertThat(column(run("spatial-join", inputs, "rule", "intersects", "matches", "largest"), "level"))
                .containsExactly(2, null);
        assertThat(column(
                        run("spatial-join", inputs, "rule", "intersects", "matches", "every", "unmatched", "drop"),
                        "level"))
                .containsExactly(1, 2);
    }

    @Test
    void lengthsOfLinesInAreasAddUpToTheWhole() {
        LayerData halves = areas("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((10 0, 20 0, 20 10, 10 10, 10 0))");
        LayerData lines = Layers.of("l", LineString.class)
                .row("LINESTRING(2 5, 16 5)")
                .row("LINESTRING(3 1, 4 1)")
                .data();
        Output output = run("sum-line-lengths", Map.of("zones", halves, "lines", lines));
        assertThat(column(output, "length_m")).containsExactly(9.0, 6.0);
        assertThat(column(output, "lines")).containsExactly(2L, 1L);
    }

    @Test
    void whatSeveralAreasCoverTogetherCountsOnce() {
        Output output = run(
                "overlap-analysis",
                Map.of("features", areas(LEFT), "areas", areas(RIGHT, "POLYGON((8 0, 20 0, 20 10, 8 10, 8 0))")));
        SimpleFeature row = rows(output).get(0);
        assertThat(row.getAttribute("areas_areas")).isEqualTo(2L);
        assertThat((Double) row.getAttribute("areas_area")).isCloseTo(50, within(1e-9));
        assertThat((Double) row.getAttribute("areas_pc")).isCloseTo(50, within(1e-9));
        LayerData ditch =
                Layers.of("mixed", Geometry.class).row("LINESTRING(0 0, 9 9)").data();
        assertThat(rows(run("overlap-analysis", Map.of("features", ditch, "areas", areas(RIGHT))))
                        .get(0)
                        .getAttribute("areas_pc"))
                .as("a line has no area to have a share of")
                .isNull();
    }

    @Test
    void whatIsCoveredInDegreesIsMeasuredOnTheEllipsoid() {
        LayerData zone = Layers.of("zone", Crs.of("EPSG:4326"), Polygon.class)
                .row("POLYGON((120 0, 122 0, 122 1, 120 1, 120 0))")
                .data();
        LayerData half = Layers.of("half", Crs.of("EPSG:4326"), Polygon.class)
                .row("POLYGON((121 -1, 125 -1, 125 2, 121 2, 121 -1))")
                .data();
        SimpleFeature row = rows(run("overlap-analysis", Map.of("features", zone, "areas", half)))
                .get(0);
        // a degree each way at the equator
        assertThat((Double) row.getAttribute("half_area")).isCloseTo(12_308_778_361.0, withinPercentage(0.001));
        // edges are geodesics: those of the whole and of the half are not the same line
        assertThat((Double) row.getAttribute("half_pc")).isCloseTo(50, within(0.01));
        Output planar = run("overlap-analysis", Map.of("features", zone, "areas", half), "measure", "planar");
        assertThat((Double) rows(planar).get(0).getAttribute("half_area")).isCloseTo(1, within(1e-9));
    }

    @Test
    void eachOfSeveralLayersCoversForItself() {
        LayerData water = Layers.of("water", Polygon.class).row(RIGHT).data();
        LayerData parks = Layers.of("parks", Polygon.class)
                .row("POLYGON((0 0, 2 0, 2 10, 0 10, 0 0))")
                .row("POLYGON((1 0, 5 0, 5 5, 1 5, 1 0))")
                .data();
        SimpleFeature row = rows(run(
                        "overlap-analysis", Map.of("features", areas(LEFT), "areas", water, "second", parks)))
                .get(0);
        assertThat((Double) row.getAttribute("water_pc")).isCloseTo(50, within(1e-9));
        assertThat((Double) row.getAttribute("parks_area")).isCloseTo(20 + 20 - 5, within(1e-9));
        assertThat(row.getAttribute("parks_areas")).isEqualTo(2L);
    }

    @Test
    void cellsCountEachFeatureOnceAndFitTogether() {
        double[] ordinates = new double[400];
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < ordinates.length; i++) {
            ordinates[i] = 100 * random.nextDouble();
        }
        for (String form : List.of("squares", "hexagons")) {
            Output output = run(
                    "aggregate-to-cells",
                    Map.of("features", points(ordinates)),
                    "cells",
                    form,
                    "size",
                    "20",
                    "sum",
                    "id");
            assertThat(column(output, "count").stream()
                            .mapToLong(count -> (Long) count)
                            .sum())
                    .isEqualTo(200);
            assertThat(column(output, "sum_id").stream()
                            .mapToDouble(sum -> (Double) sum)
                            .sum())
                    .isEqualTo(19900);
            assertThat(Coverage.isValid(shapes(output))).as(form).isTrue();
            double area = form.equals("squares") ? 400 : Math.sqrt(3) / 2 * 400;
            assertThat(shapes(output))
                    .allSatisfy(cell -> assertThat(cell.getArea()).isCloseTo(area, within(1e-6)));
        }
        Output border = run("aggregate-to-cells", Map.of("features", points(20, 20)), "cells", "squares", "size", "20");
        assertThat(shapes(border).get(0).equalsTopo(geometry("POLYGON((20 20, 40 20, 40 40, 20 40, 20 20))")))
                .isTrue();
    }

    @Test
    void aSampleHasTheSizeAskedForAndIsTheSameForTheSameSeed() {
        LayerData some = points(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9);
        Output first = run("random-sample", Map.of("features", some), "size", "4", "seed", "5");
        Output again = run("random-sample", Map.of("features", some), "size", "4", "seed", "5");
        assertThat(column(first, "id")).hasSize(4).doesNotHaveDuplicates().isEqualTo(column(again, "id"));
        assertThat(rows(run("random-sample", Map.of("features", some), "size", "25", "unit", "percent")))
                .hasSize(3);
    }

    @Test
    void ringsDoNotOverlapAndOneSidedBuffersLieOnTheirSide() {
        LayerData point = points(0, 0);
        Output rings = run("buffer", Map.of("features", point), "distance", "10", "rings", "3", "segments", "64");
        List<Geometry> shapes = shapes(rings);
        assertThat(column(rings, "ringId")).containsExactly(1L, 2L, 3L);
        assertThat(shapes.get(1).getArea()).isCloseTo(300 * Math.PI, within(1.0));
        assertThat(shapes.get(0).intersection(shapes.get(1)).getArea()).isLessThan(1e-9);
        LayerData line =
                Layers.of("l", LineString.class).row("LINESTRING(0 0, 100 0)").data();
        Geometry left = shapes(run("buffer", Map.of("features", line), "distance", "5", "side", "left"))
                .get(0);
        assertThat(left.getArea()).isCloseTo(500, within(1e-6));
        assertThat(left.getEnvelopeInternal().getMinY()).isCloseTo(0, within(1e-9));
        LayerData sized = Layers.of("s", Point.class, "d:Double")
                .row("POINT(0 0)", 2.0)
                .row("POINT(9 9)", null)
                .data();
        Output byField = run("buffer", Map.of("features", sized), "distance-field", "d");
        assertThat(shapes(byField).get(0).getEnvelopeInternal().getMaxX()).isCloseTo(2, within(1e-9));
        assertThat(shapes(byField).get(1)).isNull();
    }
}
