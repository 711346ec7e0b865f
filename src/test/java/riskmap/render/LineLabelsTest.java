package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.features;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.style;
import static riskmap.render.Scenes.viewport;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/** Labels that stand on lines. */
class LineLabelsTest {
    private static final String LINE = "LINESTRING (390 20, 300 60, 200 70, 100 60, 10 20)";

    @Test
    void aNameWithAShieldStandsStraightOnItsLineAndKeepsItsShield() {
        PlacedLabel plain = placed("");
        assertThat(plain.runs()).hasSize(4);
        PlacedLabel label = placed("<Graphic><Mark><WellKnownName>square</WellKnownName></Mark></Graphic>");
        assertThat(label.runs()).singleElement().satisfies(run -> assertThat(run.text())
                .isEqualTo("G206"));
        assertThat(label.behind()).isNotNull();
        // other labels keep off the whole of it
        Rectangle2D shield = label.behind()
                .turn()
                .createTransformedShape(label.behind().box())
                .getBounds2D();
        assertThat(label.boxes()).singleElement().satisfies(box -> assertThat(box.contains(shield))
                .isTrue());
    }

    private static PlacedLabel placed(String graphic) {
        String follow = "<VendorOption name=\"followLine\">true</VendorOption>";
        String text = "<TextSymbolizer><Label><ogc:PropertyName>v</ogc:PropertyName></Label>";
        String place = "<LabelPlacement><LinePlacement/></LabelPlacement>";
        PaintLayer layer = layer(
                features(PLANE, LINE, "G206"),
                style("<Rule>" + text + place + graphic + follow + "</TextSymbolizer></Rule>"));
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB_PRE);
        PaintTarget target = PaintTarget.of(image.createGraphics(), viewport(400, 100), Progress.silent());
        LayerData.Features data = (LayerData.Features) layer.data();
        FeaturePainter painter = new FeaturePainter(
                new LayerCache()
                        .styled(
                                data.source(),
                                layer.style(),
                                layer.filter(),
                                viewport(400, 100).crs(),
                                Progress.silent()),
                layer.style());
        LabelSink sink = new LabelSink(0);
        painter.label(target, painter.visible(target), 1, sink);
        return new LabelPlacer(target).place(sink.labels()).get(0);
    }
}
