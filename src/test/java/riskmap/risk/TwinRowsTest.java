package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.risk.model.ImpactModel;

class TwinRowsTest {
    private static final String SQUARE = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";

    private static Layers buildings() {
        return Layers.of("building", Polygon.class, "name:String", "people:Integer", "uuid:String", "source:String");
    }

    private static int[] twins(LayerData data) {
        return TwinRows.of(new Inputs(Map.of("x", data)).rows("x", Progress.silent()));
    }

    @Test
    void aRowPutInTwiceUnderAnotherKeyIsFoundAndNoOther() {
        assertThat(twins(buildings()
                        .row(SQUARE, "甲", 5, "u1", "a.shp")
                        .row("POLYGON((20 0, 30 0, 30 10, 20 10, 20 0))", "甲", 5, "u2", "a.shp")
                        .row(SQUARE, "甲", 5, "u3", "b.shp")
                        .row(SQUARE, "乙", 5, "u4", "a.shp")
                        .row(SQUARE, "甲", 6, "u5", "a.shp")
                        .row("POLYGON((10 0, 10 10, 0 10, 0 0, 10 0))", "甲", 5, "u6", "a.shp")
                        .row(null, "甲", 5, "u7", "a.shp")
                        .row(null, "甲", 5, "u8", "a.shp")
                        .row(SQUARE, "乙", 5, "u9", "b.shp")
                        .data()))
                .containsExactly(2, 8);
    }

    @Test
    void pointsAreComparedByTheirPlace() {
        Layers points = Layers.of("places", Point.class, "people:Integer");
        for (int i = 0; i < 50; i++) {
            points.row("POINT(" + i + " 0)", 7);
        }
        assertThat(twins(points.row("POINT(3 0)", 7)
                        .row("POINT(3 0)", 8)
                        .row("POINT(4 0)", 7)
                        .row("POINT(4 0)", 7)
                        .data()))
                .containsExactly(50, 52, 53);
        assertThat(twins(Layers.of("empty", Point.class, "people:Integer").data()))
                .isEmpty();
    }

    @Test
    void itIsToldBeforeAnImpactAddsThemUp() {
        Map<String, LayerData> layers = Map.of(
                "building",
                buildings()
                        .row(SQUARE, "甲", 5, "u1", "a.shp")
                        .row(SQUARE, "甲", 5, "u3", "b.shp")
                        .data(),
                "risk_zone",
                Layers.of("risk_zone", Polygon.class, "level:Integer")
                        .row(SQUARE, 4)
                        .data());
        ImpactModel model = new ImpactModel();
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of("towns", ""));
        List<InputChecks.Finding> findings = InputChecks.of(model, new Inputs(layers), values, Progress.silent())
                .findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.fatal()).isFalse();
            assertThat(finding.input()).isEqualTo("building");
            assertThat(finding.message().text(Language.CHINESE)).startsWith("图层“房屋建筑”有 1 行与另一行形状和值都相同：");
        });
    }
}
