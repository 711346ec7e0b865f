package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.areas;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.Coverage;

/** Grids over an extent. */
class CreateGridTest {
    private static Output over(String extent, String... values) {
        String[] all = new String[values.length + 2];
        all[0] = "extent";
        all[1] = extent;
        System.arraycopy(values, 0, all, 2, values.length);
        return run("create-grid", Map.of(), all);
    }

    @Test
    void rectanglesGoDownTheColumnsFromTheNorthWestAndSayTheirSides() {
        Output grid = over("0,25,0,10", "across", "10", "down", "5", "crs", "EPSG:4550");
        assertThat(column(grid, "id")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(column(grid, "left")).containsExactly(0.0, 0.0, 10.0, 10.0, 20.0, 20.0);
        assertThat(column(grid, "top")).containsExactly(10.0, 5.0, 10.0, 5.0, 10.0, 5.0);
        assertThat(column(grid, "right")).endsWith(30.0, 30.0);
        assertThat(column(grid, "bottom")).startsWith(5.0, 0.0);
        // three times 0.2 is not a little more than 0.6
        assertThat(shapes(over("0,0.6,0,0.6", "across", "0.2", "down", "0.2"))).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rectangles", "diamonds", "hexagons"})
    void nothingInTheExtentLiesInNoCellAndCellsDoNotOverlap(String cells) {
        String extent = "1000003.1,1000103.7,4150000.3,4150071.9";
        Geometry box = geometry("POLYGON((1000003.1 4150000.3, 1000103.7 4150000.3, 1000103.7 4150071.9,"
                + " 1000003.1 4150071.9, 1000003.1 4150000.3))");
        List<Geometry> filled = shapes(over(extent, "cells", cells, "across", "13", "down", "13"));
        assertThat(Coverage.isValid(filled)).isTrue();
        assertThat(box.difference(UnaryUnionOp.union(filled)).getArea()).isCloseTo(0, within(1e-6));
        assertThat(filled).allSatisfy(cell -> assertThat(cell.intersects(box)).isTrue());
        List<Geometry> open = shapes(over(extent, "cells", cells, "across", "13", "down", "13", "edge", "open"));
        assertThat(open.size()).isLessThanOrEqualTo(filled.size());
    }

    @Test
    void hexagonsAreRegularAndSoFarAcross() {
        Geometry cell = shapes(over("0,1,0,1", "cells", "hexagons", "down", "10", "edge", "open"))
                .get(0);
        assertThat(cell.getArea()).isCloseTo(Math.sqrt(3) / 2 * 100, within(1e-9));
        assertThat(cell.getEnvelopeInternal().getHeight()).isEqualTo(10);
    }

    @Test
    void sheetsOverlapAsFarAsAskedFor() {
        Output sheets = over("0,20,0,10", "across", "10", "down", "10", "overlap-across", "2");
        assertThat(column(sheets, "left")).containsExactly(0.0, 8.0, 16.0);
        assertThat(column(sheets, "right")).containsExactly(10.0, 18.0, 26.0);
    }

    @Test
    void pointsAndLinesStandOnTheSidesOfRectangles() {
        assertThat(shapes(over("0,20,0,10", "cells", "points", "across", "10", "down", "10")))
                .containsExactly(geometry("POINT(0 10)"), geometry("POINT(10 10)"));
        assertThat(shapes(over("0,10,0,10", "cells", "lines", "across", "10", "down", "5")))
                .containsExactly(
                        geometry("LINESTRING(0 10, 10 10)"),
                        geometry("LINESTRING(0 5, 10 5)"),
                        geometry("LINESTRING(0 0, 10 0)"),
                        geometry("LINESTRING(0 10, 0 0)"),
                        geometry("LINESTRING(10 10, 10 0)"));
    }

    @Test
    void onlyCellsThatMeetTheLayerAreKeptOnDemand() {
        var triangle = Map.of("features", areas("POLYGON((0 0, 30 0, 0 30, 0 0))"));
        assertThat(shapes(run("create-grid", triangle, "across", "10", "down", "10")))
                .hasSize(9);
        assertThat(shapes(run("create-grid", triangle, "across", "10", "down", "10", "only-meeting", "true")))
                .hasSize(8);
    }

    @Test
    void aNegativeOverlapIsAGapBetweenCells() {
        assertThat(shapes(over("0,30,0,10", "across", "10", "down", "10", "overlap-across", "-5")))
                .extracting(cell -> cell.getEnvelopeInternal().getMinX())
                .containsExactly(0.0, 15.0);
    }

    @Test
    void whatCannotBeMadeIsSaid() {
        assertRefused("analysis.grid-nowhere", () -> run("create-grid", Map.of()));
        assertRefused("analysis.grid-extent", () -> over("0,10,0"));
        assertRefused("analysis.grid-extent", () -> over("10,0,0,10"));
        assertRefused("analysis.grid-too-many", () -> over("0,1e6,0,1e6", "across", "1", "down", "1"));
        assertRefused("analysis.grid-overlap", () -> over("0,10,0,10", "across", "2", "overlap-across", "2"));
        assertRefused("analysis.grid-meets-what", () -> over("0,10,0,10", "only-meeting", "true"));
        var degrees = Layers.of("p", Crs.of("EPSG:4490"), Point.class)
                .row("POINT(122 37)")
                .row("POINT(122.3 37.2)")
                .data();
        assertThat(run("create-grid", Map.of("features", degrees)).notes())
                .extracting(Message::key)
                .contains("analysis.note-grid-degrees");
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RiskMapException.class).hasMessageStartingWith(key);
    }
}
