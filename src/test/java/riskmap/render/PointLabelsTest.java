package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.features;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.style;
import static riskmap.render.Scenes.viewport;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/** Labels of areas that make room for each other. */
class PointLabelsTest {
    private static final int HIGH = 10;

    @Test
    void aNameThatFindsNoRoomInOrNearItsAreaIsLeftOutRatherThanPutFarAway() {
        Envelope small = new Envelope(190, 210, 90, 110);
        List<PlacedLabel> placed = placed(small);
        assertThat(placed).hasSizeBetween(1, 4);
        small.expandBy(HIGH);
        assertThat(placed)
                .allSatisfy(label -> assertThat(small.contains(middle(label))).isTrue());
    }

    @Test
    void inALargeAreaTheyAllStand() {
        assertThat(placed(new Envelope(50, 350, 40, 160))).hasSize(5);
    }

    private static Coordinate middle(PlacedLabel label) {
        return new Coordinate(
                label.boxes().get(0).getCenterX(), label.boxes().get(0).getCenterY());
    }

    /** Five names of one area, in a picture whose rows are counted from the middle alike either way. */
    private static List<PlacedLabel> placed(Envelope area) {
        String ring = area.getMinX() + " " + area.getMinY() + ", " + area.getMaxX() + " " + area.getMinY() + ", "
                + area.getMaxX() + " " + area.getMaxY() + ", " + area.getMinX() + " " + area.getMaxY() + ", "
                + area.getMinX() + " " + area.getMinY();
        String polygon = "POLYGON ((" + ring + "))";
        PaintLayer layer = layer(
                features(
                        PLANE, polygon, "孙家疃街道", polygon, "环翠楼街道", polygon, "鲸园街道办", polygon, "怡园街道办", polygon,
                        "竹岛街道办"),
                style("<Rule><TextSymbolizer><Label><ogc:PropertyName>v</ogc:PropertyName></Label>"
                        + "<Font><CssParameter name=\"font-size\">" + HIGH
                        + "</CssParameter></Font><LabelPlacement><PointPlacement><AnchorPoint>"
                        + "<AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY>"
                        + "</AnchorPoint></PointPlacement></LabelPlacement>"
                        + "<VendorOption name=\"maxDisplacement\">60</VendorOption></TextSymbolizer></Rule>"));
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB_PRE);
        PaintTarget target = PaintTarget.of(image.createGraphics(), viewport(400, 200), Progress.silent());
        LayerData.Features data = (LayerData.Features) layer.data();
        FeaturePainter painter = new FeaturePainter(
                new LayerCache()
                        .styled(
                                data.source(),
                                layer.style(),
                                layer.filter(),
                                viewport(400, 200).crs(),
                                Progress.silent()),
                layer.style());
        LabelSink sink = new LabelSink(0);
        painter.label(target, painter.visible(target), 1, sink);
        return new LabelPlacer(target).place(sink.labels());
    }
}
