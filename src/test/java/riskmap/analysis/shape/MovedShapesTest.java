package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;

/** Shapes put elsewhere as a whole, and lines taken apart. */
class MovedShapesTest {
    private static final Map<String, LayerData> LINE = Map.of(
            "features",
            Layers.of("l", LineString.class, "name:String")
                    .row("LINESTRING(1 0, 3 0, 3 0, 3 4)", "road")
                    .row(null, "nowhere")
                    .data());

    @Test
    void eastingAndNorthingChangePlacesAndPointsStayPoints() {
        Output output = run(
                "swap-xy",
                Map.of(
                        "features",
                        Layers.of("p", Point.class).row("POINT(37 122)").data()));
        assertThat(shapes(output)).containsExactly(geometry("POINT(122 37)"));
        assertThat(((Output.Features) output)
                        .features()
                        .getSchema()
                        .getGeometryDescriptor()
                        .getType()
                        .getBinding())
                .isEqualTo(Point.class);
    }

    @Test
    void shapesAreScaledThenTurnedThenMoved() {
        assertThat(shapes(run("affine-transform", LINE, "east", "10", "north", "-5"))
                        .get(0))
                .isEqualTo(geometry("LINESTRING(11 -5, 13 -5, 13 -5, 13 -1)"));
        var turned = shapes(run("affine-transform", LINE, "scale-x", "2", "rotation", "90", "east", "100"))
                .get(0);
        assertThat(turned.equalsExact(geometry("LINESTRING(100 2, 100 6, 100 6, 96 6)"), 1e-9))
                .isTrue();
    }

    @Test
    void linesComeApartIntoStraightPiecesWithTheirAttributes() {
        Output pieces = run("explode-lines", LINE);
        assertThat(shapes(pieces))
                .containsExactly(geometry("LINESTRING(1 0, 3 0)"), geometry("LINESTRING(3 0, 3 4)"), null);
        assertThat(column(pieces, "name")).containsExactly("road", "road", "nowhere");
    }
}
