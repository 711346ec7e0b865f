package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.data.LayerData;

/** Features and parts taken by their shape, and shapes made of numbers. */
class ShapesInPartTest {
    private static Map<String, LayerData> layer(Class<? extends Geometry> type, String... wkts) {
        Layers layer = Layers.of("l", type, "id:Integer");
        for (int i = 0; i < wkts.length; i++) {
            layer.row(wkts[i], i);
        }
        return Map.of("features", layer.data());
    }

    @Test
    void aLayerOfMixedShapesIsTakenApartAndNothingIsLost() {
        var mixed = layer(
                Geometry.class,
                "POINT(1 1)",
                "LINESTRING(0 0, 1 1)",
                "POLYGON((0 0, 1 0, 1 1, 0 0))",
                null,
                "MULTIPOINT((1 1), (2 2))",
                "GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(0 0, 1 1))");
        assertThat(ids(run("select-by-shape", mixed, "kind", "points"))).containsExactly(0, 4);
        assertThat(ids(run("select-by-shape", mixed, "kind", "lines"))).containsExactly(1);
        assertThat(ids(run("select-by-shape", mixed, "kind", "areas"))).containsExactly(2);
        assertThat(ids(run("select-by-shape", mixed))).containsExactly(0, 1, 2, 4, 5);
        Output none = run("select-by-shape", mixed, "kind", "none");
        assertThat(ids(none)).containsExactly(3);
        assertThat(OutputRows.geometryType(((Output.Features) none).features().getSchema()))
                .isNull();
    }

    private static java.util.List<Object> ids(Output output) {
        return rows(output).stream().map(row -> row.getAttribute("id")).toList();
    }

    @Test
    void smallPartsGoAndFeaturesOfNothingElseGoWithThem() {
        var lines = layer(
                MultiLineString.class,
                "MULTILINESTRING((0 0, 5 0), (0 0, 1 0))",
                "MULTILINESTRING((0 0, 1 0))",
                null,
                "MULTILINESTRING((0 0, 2 0))");
        Output left = run("remove-small-parts", lines, "least", "2");
        assertThat(ids(left)).containsExactly(0, 2, 3);
        assertThat(shapes(left).get(0)).isEqualTo(geometry("MULTILINESTRING((0 0, 5 0))"));
        assertThat(left.notes()).anySatisfy(note -> assertThat(note.text()).contains("去掉 2 个部分，1 个要素"));
        var areas =
                layer(MultiPolygon.class, "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0)), ((9 9, 10 9, 10 10, 9 10, 9 9)))");
        assertThat(shapes(run("remove-small-parts", areas, "least", "2")).get(0).getArea())
                .isEqualTo(16);
    }

    @Test
    void figuresStandAroundTheirPointTurnedClockwiseAndSizedByFields() {
        Layers points = Layers.of("p", Point.class, "w:Integer");
        points.row("POINT(10 10)", 4).row("POINT(0 0)", 0).row(null, 3).row("POINT(0 0)", null);
        Map<String, LayerData> layer = Map.of("features", points.data());
        Output made = run("figures-around-points", layer, "width-field", "w", "height", "2");
        assertThat(shapes(made).get(0)).isEqualTo(geometry("MULTIPOLYGON(((8 9, 8 11, 12 11, 12 9, 8 9)))"));
        assertThat(shapes(made).subList(1, 4)).containsOnlyNulls();
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("4 个要素中有 2 个"));
        Geometry turned = shapes(run(
                        "figures-around-points",
                        layer,
                        "shape",
                        "rhombus",
                        "width",
                        "8",
                        "height",
                        "2",
                        "rotation",
                        "90"))
                .get(0);
        assertThat(turned.getEnvelopeInternal().getHeight()).isCloseTo(8, within(1e-12));
        assertThat(turned.getArea()).isCloseTo(8, within(1e-12));
        Geometry ellipse = shapes(run(
                        "figures-around-points",
                        layer,
                        "shape",
                        "ellipse",
                        "width",
                        "4",
                        "height",
                        "2",
                        "segments",
                        "720"))
                .get(0);
        assertThat(ellipse.getArea()).isCloseTo(2 * Math.PI, within(1e-3));
    }

    @Test
    void rowsOfATableBecomePointsWhereTheirCoordinatesAreNumbers() {
        Layers table = Layers.of("t", null, "e:Double", "n:Double", "h:Double");
        table.row(500000.0, 4150000.0, 12.5).row(null, 4150000.0, 3.0);
        Output made = run(
                "points-from-table", Map.of("table", table.data()), "x", "e", "y", "n", "z", "h", "crs", "EPSG:4550");
        assertThat(shapes(made).get(0).getCoordinate().getZ()).isEqualTo(12.5);
        assertThat(shapes(made).get(1)).isNull();
        assertThat(rows(made).get(1).getAttribute("h")).isEqualTo(3.0);
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("2 行中有 1 行"));
    }

    @Test
    void aHullOfAreasFillsWhatLiesBetweenThemAndKeepsThem() {
        String villages = "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0)), ((6 0, 9 0, 9 4, 6 4, 6 0)))";
        var areas = layer(MultiPolygon.class, villages, null);
        Geometry hull = shapes(run("hull-of-areas", areas, "ratio", "1")).get(0);
        assertThat(hull.getArea()).isEqualTo(36);
        assertThat(hull.covers(geometry(villages))).isTrue();
        assertThat(shapes(run("hull-of-areas", areas, "ratio", "0")).get(0).getArea())
                .isEqualTo(28);
        assertThat(shapes(run("hull-of-areas", areas)).get(1)).isNull();
    }

    @Test
    void verticesAreTakenByTheirNumberFromTheStartOrTheEnd() {
        var lines =
                layer(MultiLineString.class, "MULTILINESTRING((0 0, 1 0, 1 5))", "MULTILINESTRING((7 7, 8 8))", null);
        Output made = run("extract-vertices", lines, "only", "0,-1,2");
        assertThat(rows(made))
                .extracting(row -> row.getAttribute("vertex_pos"))
                .containsExactly(0L, -1L, 2L, 0L, -1L, null);
        assertThat(rows(made))
                .extracting(row -> row.getAttribute("vertex_index"))
                .containsExactly(0L, 2L, 2L, 0L, 1L, null);
        assertThat(shapes(made).get(1)).isEqualTo(geometry("POINT(1 5)"));
    }

    @Test
    void anEdgeOfWholeIntervalsGetsOneMorePieceOnlyWhereItIsToBeShorter() {
        var lines = layer(MultiLineString.class, "MULTILINESTRING((0 0, 4 0, 4 1.5))");
        assertThat(shapes(run("densify", lines, "interval", "1")).get(0))
                .isEqualTo(geometry("MULTILINESTRING((0 0, 1 0, 2 0, 3 0, 4 0, 4 0.75, 4 1.5))"));
        Geometry shorter = shapes(run("densify", lines, "interval", "1", "shorter", "true"))
                .get(0);
        Geometry expected = geometry("MULTILINESTRING((0 0, 0.8 0, 1.6 0, 2.4 0, 3.2 0, 4 0, 4 0.75, 4 1.5))");
        assertThat(shorter.equalsExact(expected, 1e-12)).isTrue();
    }

    @Test
    void verticesThatSnapToOnePlaceAreOne() {
        Map<String, LayerData> layers = Map.of(
                "features",
                Layers.of("f", MultiLineString.class)
                        .row("MULTILINESTRING((2 0, 1.8 2.1, 2.2 2.1, 9 2))")
                        .data(),
                "reference",
                Layers.of("r", Point.class).row("POINT(2 2)").data());
        Geometry snapped = shapes(run("snap", layers, "tolerance", "1")).get(0);
        assertThat(snapped.equalsExact(geometry("MULTILINESTRING((2 0, 2 2, 9 2))")))
                .isTrue();
    }

    @Test
    void inALayerSnappedToItselfTheFirstComesToTheLaterOnesToo() {
        LayerData lines = Layers.of("f", MultiLineString.class)
                .row("MULTILINESTRING((7 0, 10 0))")
                .row("MULTILINESTRING((5 1, 20 1))")
                .row(new Object[] {null})
                .data();
        Output snapped = run(
                "snap",
                Map.of("features", lines, "reference", lines),
                "tolerance",
                "2",
                "to",
                "vertices-before-edges",
                "which",
                "ends");
        assertThat(shapes(snapped).get(0).toText()).isEqualTo("MULTILINESTRING ((7 1, 10 1))");
        assertThat(shapes(snapped).get(1).toText()).isEqualTo("MULTILINESTRING ((5 1, 20 1))");
        assertThat(snapped.notes()).anySatisfy(note -> assertThat(note.text()).contains("1", "3"));
    }

    @Test
    void boxesRunAnticlockwiseFromTheSouthWest() {
        var points = layer(Point.class, "POINT(1 2)", "POINT(5 4)");
        assertThat(shapes(run("layer-extent", points)).get(0).toText())
                .isEqualTo("POLYGON ((1 2, 5 2, 5 4, 1 4, 1 2))");
    }
}
