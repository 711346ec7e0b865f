package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.features;
import static riskmap.render.Scenes.fill;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.line;
import static riskmap.render.Scenes.paint;
import static riskmap.render.Scenes.pixel;
import static riskmap.render.Scenes.style;
import static riskmap.render.Scenes.viewport;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

class MapPainterTest {
    private static final String SQUARE =
            "POLYGON ((20 20, 80 20, 80 80, 20 80, 20 20), (40 40, 60 40, 60 60, 40 60, 40 40))";

    private static String classes() {
        return "<Rule><ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>v</ogc:PropertyName>"
                + "<ogc:Literal>0.5</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>" + fill("#0000FF")
                + "</Rule><Rule><ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>v</ogc:PropertyName>"
                + "<ogc:Literal>0.5</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter>" + fill("#FF0000")
                + "</Rule>";
    }

    @Test
    void fillsThePolygonAndLeavesItsHoleAndTheOutsideFree() {
        BufferedImage image = paint(
                viewport(100, 100), layer(features(PLANE, SQUARE, 1), style("<Rule>" + fill("#FF0000") + "</Rule>")));
        assertThat(pixel(image, 30, 50)).isEqualTo(Color.RED);
        assertThat(pixel(image, 50, 50)).isEqualTo(Color.WHITE);
        assertThat(pixel(image, 10, 50)).isEqualTo(Color.WHITE);
    }

    @Test
    void aValueOnABreakBelongsToTheUpperClass() {
        BufferedImage image = paint(
                viewport(100, 100),
                layer(
                        features(
                                PLANE,
                                "POLYGON ((0 0, 50 0, 50 100, 0 100, 0 0))",
                                0.4999,
                                "POLYGON ((50 0, 100 0, 100 100, 50 100, 50 0))",
                                0.5),
                        style(classes())));
        assertThat(pixel(image, 25, 50)).isEqualTo(Color.BLUE);
        assertThat(pixel(image, 75, 50)).isEqualTo(Color.RED);
    }

    @Test
    void elseRulesTakeWhatNoOtherRuleOfTheScaleTakes() {
        String rules = "<Rule><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>v</ogc:PropertyName>"
                + "<ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>" + fill("#FF0000")
                + "</Rule><Rule><ElseFilter/>" + fill("#00FF00") + "</Rule>";
        BufferedImage image = paint(
                viewport(100, 100),
                layer(
                        features(
                                PLANE,
                                "POLYGON ((0 0, 50 0, 50 100, 0 100, 0 0))",
                                1,
                                "POLYGON ((50 0, 100 0, 100 100, 50 100, 50 0))",
                                2),
                        style(rules)));
        assertThat(pixel(image, 25, 50)).isEqualTo(Color.RED);
        assertThat(pixel(image, 75, 50)).isEqualTo(Color.GREEN);
    }

    @Test
    void rulesHoldFromTheirSmallestScaleDenominatorToBelowTheirLargest() {
        String rules = "<Rule><MinScaleDenominator>5000</MinScaleDenominator>"
                + "<MaxScaleDenominator>10000</MaxScaleDenominator>" + fill("#FF0000") + "</Rule>";
        for (double denominator : new double[] {4999, 5000, 9999, 10000}) {
            // 100 pixels of 1/96 inch at 1:denominator
            double width = 100 / 96.0 * 0.0254 * denominator;
            Viewport viewport = new Viewport(new Envelope(0, width, 0, width), 100, 100, 96, PLANE);
            BufferedImage image = paint(
                    viewport,
                    layer(features(PLANE, "POLYGON ((0 0, 9999 0, 9999 9999, 0 9999, 0 0))", 1), style(rules)));
            boolean shown = denominator >= 5000 && denominator < 10000;
            assertThat(pixel(image, 50, 50)).as("1:" + denominator).isEqualTo(shown ? Color.RED : Color.WHITE);
        }
    }

    @Test
    void conditionsOfTheLayerLeaveFeaturesOut() throws Exception {
        LayerData.Features data = features(PLANE, SQUARE, 1);
        PaintLayer hidden =
                new PaintLayer("a", data, style("<Rule>" + fill("#FF0000") + "</Rule>"), ECQL.toFilter("v > 1"), 1);
        assertThat(pixel(paint(viewport(100, 100), hidden), 30, 50)).isEqualTo(Color.WHITE);
        PaintLayer byId = new PaintLayer(
                "a", data, style("<Rule>" + fill("#FF0000") + "</Rule>"), ECQL.toFilter("IN ('layer.0')"), 1);
        assertThat(pixel(paint(viewport(100, 100), byId), 30, 50)).isEqualTo(Color.RED);
    }

    @Test
    void opacityOfALayerHoldsForTheLayerAsAWhole() {
        LayerData.Features two = features(PLANE, SQUARE, 1, SQUARE, 2);
        PaintLayer half = new PaintLayer("a", two, style("<Rule>" + fill("#FF0000") + "</Rule>"), Filter.INCLUDE, 0.5);
        Color seen = pixel(paint(viewport(100, 100), half), 30, 50);
        assertThat(seen.getRed()).isEqualTo(255);
        assertThat(seen.getGreen()).isBetween(126, 129);
    }

    @Test
    void aLayerInAnotherCrsLiesInRegister() throws Exception {
        Geometry plane = new WKTReader()
                .read("POLYGON ((420000 4140000, 421000 4140000, 421000 4141000, 420000 4141000, 420000 4140000))");
        Geometry degrees = Crs.transform(Crs.of(4550), Crs.of(4490)).apply(plane);
        Viewport viewport = new Viewport(new Envelope(419500, 421500, 4139500, 4141500), 200, 200, 96, PLANE);
        BufferedImage one =
                paint(viewport, layer(features(PLANE, plane, 1), style("<Rule>" + fill("#FF0000") + "</Rule>")));
        BufferedImage other = paint(
                viewport, layer(features(Crs.of(4490), degrees, 1), style("<Rule>" + fill("#FF0000") + "</Rule>")));
        assertThat(pixel(one, 100, 100)).isEqualTo(Color.RED);
        assertThat(Pictures.different(one, other, 24)).isLessThan(20);
    }

    @Test
    void whatReachesFarOutsideIsCutAndStillRightInside() {
        String huge = "POLYGON ((-1e7 -1e7, 50 50, 1e7 -1e7, -1e7 -1e7))";
        BufferedImage image = paint(
                viewport(100, 100), layer(features(PLANE, huge, 1), style("<Rule>" + fill("#FF0000") + "</Rule>")));
        assertThat(pixel(image, 50, 80)).isEqualTo(Color.RED);
        assertThat(pixel(image, 50, 20)).isEqualTo(Color.WHITE);
        BufferedImage lines = paint(
                viewport(100, 100),
                layer(
                        features(PLANE, "LINESTRING (-1e7 50, 1e7 50)", 1),
                        style("<Rule>" + line("#000000", 4) + "</Rule>")));
        assertThat(pixel(lines, 50, 50)).isEqualTo(Color.BLACK);
        assertThat(pixel(lines, 50, 40)).isEqualTo(Color.WHITE);
    }

    @Test
    void manyTinyPolygonsCoverWhatTheirAreaCovers() {
        Object[] cells = new Object[2 * 10_000];
        for (int i = 0; i < 10_000; i++) {
            double x = i % 100;
            double y = i / 100;
            // each fills half of its pixel
            cells[2 * i] = String.format(
                    java.util.Locale.ROOT,
                    "POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
                    x,
                    y,
                    x + 1,
                    y + 0.5);
            cells[2 * i + 1] = 1;
        }
        BufferedImage image =
                paint(viewport(100, 100), layer(features(PLANE, cells), style("<Rule>" + fill("#000000") + "</Rule>")));
        assertThat(pixel(image, 50, 50).getRed()).isBetween(125, 130);
    }

    @Test
    void labelsNeverOverlapAndHaveAHalo() {
        Object[] points = new Object[2 * 400];
        for (int i = 0; i < 400; i++) {
            points[2 * i] = "POINT (" + (i * 37 % 400) + " " + (i * 61 % 400) + ")";
            points[2 * i + 1] = "Label " + i;
        }
        String rules = "<Rule><TextSymbolizer><Label><ogc:PropertyName>v</ogc:PropertyName></Label>"
                + "<Halo><Radius>2</Radius><Fill><CssParameter name=\"fill\">#00FF00</CssParameter></Fill></Halo>"
                + "<VendorOption name=\"maxDisplacement\">10</VendorOption></TextSymbolizer></Rule>";
        PaintLayer layer = layer(features(PLANE, points), style(rules));
        List<PlacedLabel> placed = placed(layer, viewport(400, 400));
        assertThat(placed).hasSizeBetween(20, 399);
        for (int i = 0; i < placed.size(); i++) {
            for (int j = i + 1; j < placed.size(); j++) {
                assertThat(placed.get(i)
                                .boxes()
                                .get(0)
                                .intersects(placed.get(j).boxes().get(0)))
                        .isFalse();
            }
        }
        assertThat(Pictures.count(paint(viewport(400, 400), layer), Color.GREEN, 40))
                .isGreaterThan(500);
    }

    @Test
    void labelsOfHigherPriorityWinWhateverTheirOrder() {
        String rules = "<Rule><TextSymbolizer><Label><ogc:PropertyName>v</ogc:PropertyName></Label>"
                + "<Priority><ogc:PropertyName>v</ogc:PropertyName></Priority></TextSymbolizer></Rule>";
        for (Object[] order : new Object[][] {{1, 2}, {2, 1}}) {
            PaintLayer layer =
                    layer(features(PLANE, "POINT (50 50)", order[0], "POINT (51 50)", order[1]), style(rules));
            assertThat(placed(layer, viewport(100, 100))).singleElement().satisfies(label -> assertThat(label.text())
                    .isEqualTo("2"));
        }
    }

    @Test
    void labelsAlongALineFollowItUprightLetterByLetter() {
        String rules = "<Rule><TextSymbolizer><Label><ogc:PropertyName>v</ogc:PropertyName></Label><LabelPlacement>"
                + "<LinePlacement/></LabelPlacement><VendorOption name=\"followLine\">true</VendorOption>"
                + "</TextSymbolizer></Rule>";
        PaintLayer layer =
                layer(features(PLANE, "LINESTRING (390 20, 300 60, 200 70, 100 60, 10 20)", "ABCDEF"), style(rules));
        PlacedLabel label = placed(layer, viewport(400, 100)).get(0);
        assertThat(label.runs()).hasSize(6);
        for (int i = 1; i < 6; i++) {
            assertThat(label.runs().get(i).x())
                    .isGreaterThan(label.runs().get(i - 1).x());
        }
        assertThat(label.runs())
                .allSatisfy(run -> assertThat(Math.abs(run.angle())).isLessThan(Math.PI / 2));
    }

    private static List<PlacedLabel> placed(PaintLayer layer, Viewport viewport) {
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB_PRE);
        PaintTarget target = PaintTarget.of(image.createGraphics(), viewport, Progress.silent());
        LayerData.Features features = (LayerData.Features) layer.data();
        FeaturePainter painter = new FeaturePainter(
                new LayerCache()
                        .styled(features.source(), layer.style(), layer.filter(), viewport.crs(), Progress.silent()),
                layer.style());
        LabelSink sink = new LabelSink(0);
        painter.label(target, painter.visible(target), 1, sink);
        return new LabelPlacer(target).place(sink.labels());
    }

    @Test
    void thePlainStyleOfMixedLayersDrawsEachGeometryItsOwnWay() {
        LayerData.Features mixed = features(
                PLANE,
                "POLYGON ((20 20, 80 20, 80 80, 20 80, 20 20))",
                1,
                "POINT (10 10)",
                1,
                "LINESTRING (0 95, 99 95)",
                1);
        BufferedImage image = paint(viewport(100, 100), layer(mixed, riskmap.style.Styles.shipped("default")));
        assertThat(pixel(image, 50, 50)).isEqualTo(pixel(image, 40, 40));
        assertThat(pixel(image, 10, 89)).isNotEqualTo(Color.WHITE);
        assertThat(pixel(image, 50, 4)).isNotEqualTo(Color.WHITE);
    }

    @Test
    void anEditedLayerIsReadAnew() {
        MapPainter painter = new MapPainter();
        LayerData.Features data = features(PLANE, SQUARE, 1);
        PaintLayer layer = layer(data, style("<Rule>" + fill("#FF0000") + "</Rule>"));
        paint(painter, viewport(100, 100), layer);
        assertThat(painter.cache().bytes()).isPositive();
        painter.cache().forget(data.source());
        assertThat(painter.cache().bytes()).isZero();
    }

    @Test
    void stopsWhenCancelledAndLeavesTheGraphicsAsItWas() {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.PINK);
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, Message step) {
                // nobody watches
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        PaintLayer layer = layer(features(PLANE, SQUARE, 1), style("<Rule>" + fill("#FF0000") + "</Rule>"));
        assertThatThrownBy(() -> new MapPainter().paint(List.of(layer), viewport(100, 100), graphics, cancelled))
                .isInstanceOf(CancelledException.class);
        assertThat(graphics.getColor()).isEqualTo(Color.PINK);
        assertThat(graphics.getClip()).isNull();
    }

    @Test
    void featuresUnderAPointAreFoundTopmostFirst() {
        PaintLayer below = new PaintLayer(
                "below", features(PLANE, SQUARE, 1), style("<Rule>" + fill("#FF0000") + "</Rule>"), Filter.INCLUDE, 1);
        PaintLayer above = new PaintLayer(
                "above",
                features(PLANE, "POINT (30 50)", 1),
                style("<Rule>" + fill("#FF0000") + "</Rule>"),
                Filter.INCLUDE,
                1);
        assertThat(HitTest.at(List.of(below, above), viewport(100, 100), 32, 50, 3, 10))
                .extracting(HitTest.Hit::layerId)
                .containsExactly("above", "below");
        assertThat(HitTest.at(List.of(below, above), viewport(100, 100), 50, 50, 3, 10))
                .isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotDrawn() {
        String off = "<VendorOption name=\"riskmap-off\">true</VendorOption>";
        String square = "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))";
        BufferedImage image = paint(
                viewport(20, 20),
                layer(
                        features(PLANE, square, 1),
                        style("<Rule>" + fill("#00FF00") + "</Rule><Rule>" + fill("#FF0000") + off + "</Rule>")));
        assertThat(pixel(image, 10, 10)).isEqualTo(Color.GREEN);
    }

    /** Of points that hide each other one is drawn: the same one in both bands that it reaches into. */
    @Test
    void aCrowdOfPointsShowsNoSeamBetweenBands() {
        Random random = new Random(11);
        Object[] rows = new Object[2 * 40_000];
        for (int i = 0; i < rows.length; i += 2) {
            rows[i] = Scenes.geometry(
                    "POINT (" + random.nextInt(20_000) / 100.0 + " " + (200 + random.nextInt(16_000) / 100.0) + ")");
            rows[i + 1] = 1;
        }
        String mark = "<Rule><PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill>"
                + "<CssParameter name=\"fill\">#2e759e</CssParameter></Fill><Stroke><CssParameter name=\"stroke\">#ffffff"
                + "</CssParameter></Stroke></Mark><Size>17</Size></Graphic></PointSymbolizer></Rule>";
        PaintLayer layer = Scenes.layer(Scenes.features(Scenes.PLANE, rows), Scenes.style(mark));
        // the same picture with the bands ending elsewhere on the ground
        BufferedImage one = Scenes.paint(new Viewport(new Envelope(0, 200, 0, 512), 200, 512, 96, Scenes.PLANE), layer);
        BufferedImage other =
                Scenes.paint(new Viewport(new Envelope(0, 200, 60, 572), 200, 512, 96, Scenes.PLANE), layer);
        assertThat(Pictures.different(one.getSubimage(0, 180, 200, 100), other.getSubimage(0, 240, 200, 100), 8))
                .isZero();
    }

    @Test
    void largeSymbolsAndWideLinesOfWhatStandsBesideThePictureReachIntoIt() {
        String disc = "<Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter name=\"fill\">#ff0000"
                + "</CssParameter></Fill></Mark>";
        String fixed =
                "<Rule><PointSymbolizer><Graphic>" + disc + "<Size>160</Size></Graphic></PointSymbolizer></Rule>";
        String byValue = "<Rule><PointSymbolizer><Graphic>" + disc
                + "<Size><ogc:PropertyName>v</ogc:PropertyName></Size></Graphic></PointSymbolizer></Rule>";
        String moved = "<Rule><PointSymbolizer><Graphic>" + disc + "<Size>20</Size><Displacement><DisplacementX>-90"
                + "</DisplacementX><DisplacementY>0</DisplacementY></Displacement></Graphic></PointSymbolizer></Rule>";
        for (String look : List.of(fixed, byValue, moved)) {
            // 60 to the right of the picture and in its upper band
            PaintLayer layer = Scenes.layer(
                    Scenes.features(Scenes.PLANE, "POINT (460 300)", 160, "POINT (100 20)", 4), Scenes.style(look));
            BufferedImage small =
                    Scenes.paint(new Viewport(new Envelope(0, 400, 0, 400), 400, 400, 96, Scenes.PLANE), layer);
            BufferedImage large =
                    Scenes.paint(new Viewport(new Envelope(0, 600, 0, 400), 600, 400, 96, Scenes.PLANE), layer);
            assertThat(Pictures.count(large.getSubimage(300, 0, 100, 400), Color.RED, 40))
                    .as(look)
                    .isPositive();
            assertThat(Pictures.different(small, large.getSubimage(0, 0, 400, 400), 64))
                    .as(look)
                    .isZero();
        }
        String road = "<Rule>" + Scenes.line("#ff0000", 140) + "</Rule>";
        PaintLayer beside =
                Scenes.layer(Scenes.features(Scenes.PLANE, "LINESTRING (450 0, 450 400)", 1), Scenes.style(road));
        BufferedImage edge =
                Scenes.paint(new Viewport(new Envelope(0, 400, 0, 400), 400, 400, 96, Scenes.PLANE), beside);
        assertThat(Scenes.pixel(edge, 390, 200)).isEqualTo(Color.RED);
    }

    @Test
    void featuresAreDrawnInTheOrderThatTheStyleNamesSoTheLastCovers() {
        LayerData two = features(
                PLANE, "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))", 2, "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))", 10);
        String look = "<Rule><PolygonSymbolizer><Fill><CssParameter name=\"fill\"><ogc:Function name=\"if_then_else\">"
                + "<ogc:Function name=\"greaterThan\"><ogc:PropertyName>v</ogc:PropertyName><ogc:Literal>5</ogc:Literal>"
                + "</ogc:Function><ogc:Literal>#ff0000</ogc:Literal><ogc:Literal>#0000ff</ogc:Literal></ogc:Function>"
                + "</CssParameter></Fill></PolygonSymbolizer></Rule><VendorOption name=\"sortBy\">v%s</VendorOption>";
        Color rising = pixel(paint(viewport(20, 20), layer(two, style(String.format(look, "")))), 10, 10);
        Color falling = pixel(paint(viewport(20, 20), layer(two, style(String.format(look, " D")))), 10, 10);
        assertThat(rising).isEqualTo(Color.RED);
        assertThat(falling).isEqualTo(Color.BLUE);
    }
}
