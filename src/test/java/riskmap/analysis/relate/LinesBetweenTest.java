package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;

/** Tools on what lies between two layers; the answers are those of QGIS 3.22. */
class LinesBetweenTest {
    @Test
    void linesMeetWhereTheyCrossOrTouchButNotWhereTheyRunTogether() {
        LayerData roads = Layers.of("roads", LineString.class, "name:String")
                .row("LINESTRING(0 0, 4 4)", "a")
                .row("LINESTRING(0 2, 6 2)", "b")
                .row(null, "c")
                .data();
        LayerData pipes = Layers.of("pipes", LineString.class, "name:String", "size:Integer")
                .row("LINESTRING(0 4, 4 0, 4 -9)", "x", 5)
                .row("LINESTRING(5 2, 9 2, 9 9)", "y", 7)
                .data();
        Output met = run("line-intersections", Map.of("features", roads, "others", pipes), "prefix", "p_");
        assertThat(shapes(met)).containsExactly(geometry("POINT(2 2)"), geometry("POINT(2 2)"));
        assertThat(rows(met).get(1).getAttributes().subList(1, 4)).containsExactly("b", "x", 5);
        assertThat(rows(met).get(0).getType().getDescriptor("p_size")).isNotNull();
        assertThat(shapes(run("line-intersections", Map.of("features", roads, "others", roads))))
                .containsExactly(geometry("POINT(2 2)"), geometry("POINT(2 2)"));
    }

    @Test
    void everyHubIsTiedToItsSpokesByTheSameValue() {
        LayerData shelters = Layers.of("shelters", Point.class, "id:Integer", "name:String")
                .row("POINT(0 0)", 1, "学校")
                .row("POINT(5 5)", 2, "广场")
                .row("POINT(9 9)", null, "空")
                .row(null, 1, "无")
                .data();
        LayerData villages = Layers.of("villages", Polygon.class, "shelter:Double", "people:Integer")
                .row("POLYGON((2 0, 4 0, 4 2, 2 2, 2 0))", 1.0, 30)
                .row("POLYGON((0 6, 2 6, 2 8, 0 8, 0 6))", 1.0, 40)
                .row("POLYGON((0 6, 2 6, 2 8, 0 8, 0 6))", null, 50)
                .data();
        Output lines = run(
                "hub-lines",
                Map.of("hubs", shelters, "spokes", villages),
                "hub-field",
                "id",
                "spoke-field",
                "shelter",
                "hub-fields",
                "name");
        assertThat(shapes(lines)).containsExactly(geometry("LINESTRING(0 0, 3 1)"), geometry("LINESTRING(0 0, 1 7)"));
        assertThat(rows(lines).get(1).getAttributes().subList(1, 4)).containsExactly("学校", 1.0, 40);
    }
}
