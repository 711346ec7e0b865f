package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Features that keep their rows and get other shapes or other fields. */
class FieldsAndShapesTest {
    private static final Map<String, LayerData> AREAS = Map.of(
            "features",
            Layers.of("areas", Polygon.class, "name:String", "pop:Integer")
                    .row("POLYGON((0 0, 4 0, 0 4, 0 0))", "a", 5)
                    .row(null, "b", null)
                    .data());

    @Test
    void theShapeIsWhatTheExpressionGives() {
        var boxes = run("shapes-by-expression", AREAS, "expression", "qgis('bounds($geometry)')", "gives", "areas");
        assertThat(shapes(boxes).get(0).equalsTopo(geometry("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))")))
                .isTrue();
        assertThat(shapes(boxes).get(1)).isNull();
        assertThat(column(boxes, "name")).containsExactly("a", "b");
        assertThatThrownBy(() -> run(
                        "shapes-by-expression", AREAS, "expression", "qgis('centroid($geometry)')", "gives", "areas"))
                .isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> run("shapes-by-expression", AREAS, "expression", "pop"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void theFieldsAreThoseOfTheListInItsOrder() {
        var made = run(
                "new-fields",
                AREAS,
                "fields",
                "\"n;m\":text=qgis('name || '';''');half:integer=qgis('pop / 2');pop; big = pop > 3"
                        .replace("pop;", "pop=pop;"));
        assertThat(rows(made).get(0).getFeatureType().getAttributeDescriptors())
                .extracting(attribute -> attribute.getLocalName())
                .containsExactly("geom", "n;m", "half", "pop", "big");
        assertThat(column(made, "n;m")).containsExactly("a;", "b;");
        assertThat(column(made, "half")).isEqualTo(Arrays.asList(3L, null));
        assertThat(column(made, "pop")).isEqualTo(Arrays.asList(5, null));
        assertThat(column(made, "big")).isEqualTo(Arrays.asList(true, null));
        assertThatThrownBy(() -> run("new-fields", AREAS, "fields", "a")).isInstanceOf(RiskMapException.class);
    }

    @Test
    void outerRingsGoTheWayAskedFor() {
        for (String way : new String[] {"clockwise", "anticlockwise"}) {
            Polygon area = (Polygon) shapes(run("force-right-hand-rule", AREAS, "outer", way))
                    .get(0)
                    .getGeometryN(0);
            assertThat(Orientation.isCCW(area.getExteriorRing().getCoordinates()))
                    .isEqualTo(way.equals("anticlockwise"));
        }
    }
}
