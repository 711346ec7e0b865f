package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.areas;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.data.LayerData;

/** Layers that hold invalid shapes, shapes of several kinds, heights, or state no CRS. */
class OddLayersTest {
    private static final String BOX = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))";

    @Test
    void theBufferOfAnAreaThatCrossesItselfIsThatOfBothItsLobes() {
        LayerData bow = areas("POLYGON((0 0, 100 100, 100 0, 0 100, 0 0))");
        Output buffer = run("buffer", Map.of("features", bow), "distance", "0");
        assertThat(shapes(buffer).get(0).getArea()).isCloseTo(5000, within(1e-6));
        assertThat(buffer.notes()).extracting(Message::key).contains("analysis.note-repaired");
        LayerData flat = areas("POLYGON((0 0, 100 0, 0 0, 0 0))");
        assertThat(shapes(run("buffer", Map.of("features", flat), "distance", "10"))
                        .get(0)
                        .getArea())
                .isGreaterThan(2000);
    }

    @Test
    void anAreaThatCrossesItselfIsMeasuredWithBothItsLobesAndStaysAsItIs() {
        String bow = "POLYGON((0 0, 100 100, 100 0, 0 100, 0 0))";
        Output measured = run("add-geometry-attributes", Map.of("features", areas(bow)));
        assertThat(column(measured, "area")).containsExactly(5000.0);
        assertThat(shapes(measured)).containsExactly(geometry(bow));
        assertThat(measured.notes()).extracting(Message::key).contains("analysis.note-repaired");
    }

    @Test
    void linesAndPointsAmongAreasStayWhatTheyAre() {
        Layers mixed = Layers.of("mixed", Geometry.class, "name:String")
                .row(BOX, "area")
                .row("LINESTRING(10 10, 90 90)", "line")
                .row("POINT(50 50)", "point");
        for (String tool : new String[] {"fill-gaps", "self-union"}) {
            Output output = run(tool, Map.of("features", mixed.data()));
            assertThat(shapes(output))
                    .as(tool)
                    .extracting(Geometry::getDimension)
                    .containsExactly(2, 1, 0);
        }
    }

    @Test
    void partsOfSeveralKindsHaveTheOutlinesAndEndsOfEach() {
        LayerData mixed = Layers.of("mixed", Geometry.class)
                .row("GEOMETRYCOLLECTION(" + BOX + ", LINESTRING(200 0, 230 40), POINT(300 0))")
                .data();
        assertThat(shapes(run("polygons-to-lines", Map.of("features", mixed)))
                        .get(0)
                        .getLength())
                .isEqualTo(450);
        Geometry boundary = shapes(run("boundary", Map.of("features", mixed))).get(0);
        assertThat(IntStream.range(0, boundary.getNumGeometries())
                        .map(part -> boundary.getGeometryN(part).getDimension()))
                .containsExactly(1, 0, 0);
        assertThat(shapes(run("enclosed-areas", Map.of("features", mixed))))
                .extracting(Geometry::getArea)
                .containsExactly(10000.0);
        LayerData knife = Layers.of("k", LineString.class)
                .row("LINESTRING(50 -5, 50 105)")
                .data();
        assertThat(shapes(run("split-by-lines", Map.of("features", mixed, "lines", knife))))
                .extracting(Geometry::getDimension)
                .containsExactly(2, 2, 1, 0);
    }

    @Test
    void cornersOfPiecesKeepTheirHeightsWhereverARingBegins() {
        LayerData area = Layers.of("a", Polygon.class)
                .row("POLYGON Z((0 0 1, 100 0 2, 100 100 3, 0 100 4, 0 0 1))")
                .data();
        LayerData knife =
                Layers.of("k", LineString.class).row("LINESTRING(0 0, 100 100)").data();
        assertThat(shapes(run("split-by-lines", Map.of("features", area, "lines", knife))))
                .hasSize(2)
                .allSatisfy(piece -> {
                    for (Coordinate corner : piece.getCoordinates()) {
                        double height = corner.x == 0 ? corner.y == 0 ? 1 : 4 : corner.y == 0 ? 2 : 3;
                        assertThat(corner.getZ()).isEqualTo(height);
                    }
                });
    }

    @Test
    void aLayerWithoutCrsBesideOneWithIsTold() {
        LayerData nowhere = Layers.of("p", null, Point.class).row("POINT(5 5)").data();
        LayerData zones = areas(BOX);
        assertThat(run("intersection", Map.of("features", nowhere, "areas", zones))
                        .notes())
                .extracting(Message::key)
                .contains("analysis.note-crs-assumed");
        assertThat(run("intersection", Map.of("features", zones, "areas", zones))
                        .notes())
                .extracting(Message::key)
                .doesNotContain("analysis.note-crs-assumed");
    }
}
