package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.data.LayerData;

class SplitByLinesTest {
    @Test
    void aLineSharingAStretchCutsWhereItCrossesElsewhereOrNotAtAll() {
        LayerData road = Layers.of("roads", LineString.class)
                .row("LINESTRING(0 0, 100 0)")
                .data();
        LayerData lines = Layers.of("lines", LineString.class)
                .row("LINESTRING(10 -5, 10 5, 30 5, 30 0, 50 0)")
                .row("LINESTRING(70 -5, 70 5)")
                .data();
        Map<String, LayerData> both = Map.of("features", road, "lines", lines);
        assertThat(shapes(run("split-by-lines", both)))
                .extracting(Geometry::getLength)
                .containsExactly(10.0, 20.0, 20.0, 20.0, 30.0);
        assertThat(shapes(run("split-by-lines", both, "sharing", "left")))
                .extracting(Geometry::getLength)
                .containsExactly(70.0, 30.0);
    }

    /** No double lies inside the sliver: the place taken for it is the corner it begins with, of which one is on the edge. */
    @Test
    void aSliverBetweenLinesThatNearlyCoincideIsAPieceInEveryRunOrInNone() {
        LayerData area = Layers.of("areas", Polygon.class)
                .row("POLYGON((500600 4150200, 500728.8512964149 4150271.148703585, 500700 4150400, 500600 4150400,"
                        + " 500600 4150200))")
                .data();
        LayerData lines = Layers.of("lines", LineString.class)
                .row("LINESTRING(500600 4150333.3333333335, 500666.6666666666 4150333.3333333335,"
                        + " 500728.8512964149 4150271.148703585, 500800 4150271.148703585)")
                .row("LINESTRING(500666.6666666666 4150333.3333333335, 500666.6666666667 4150333.3333333335,"
                        + " 500728.8512964149 4150271.148703585)")
                .data();
        Map<String, LayerData> both = Map.of("features", area, "lines", lines);
        String first = shapes(run("split-by-lines", both)).toString();
        for (int i = 0; i < 25; i++) {
            assertThat(shapes(run("split-by-lines", both))).asString().isEqualTo(first);
        }
    }
}
