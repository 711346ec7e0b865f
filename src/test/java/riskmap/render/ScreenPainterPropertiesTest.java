package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.fill;
import static riskmap.render.Scenes.line;
import static riskmap.render.Scenes.style;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** What the screen shows after an edit is to the pixel what painting the whole map anew would show. */
class ScreenPainterPropertiesTest {
    private static final String LABEL = "<TextSymbolizer><Label><ogc:PropertyName>v</ogc:PropertyName></Label>"
            + "<Fill><CssParameter name=\"fill\">#000000</CssParameter></Fill></TextSymbolizer>";
    private static final String HALO = "<TextSymbolizer><Label><ogc:PropertyName>v</ogc:PropertyName></Label>%s"
            + "<Halo><Radius>2</Radius><Fill><CssParameter name=\"fill\">#FFFF80</CssParameter></Fill></Halo><Fill>"
            + "<CssParameter name=\"fill\">#204000</CssParameter></Fill>%s</TextSymbolizer>";
    private static final String HATCH =
            "<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>shape://slash</WellKnownName><Stroke><CssParameter"
                    + " name=\"stroke\">#800000</CssParameter></Stroke></Mark>"
                    + "<Size>7</Size></Graphic></GraphicFill></Fill></PolygonSymbolizer>";
    private static final String DOT =
            "<PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter"
                    + " name=\"fill\">#C00040</CssParameter></Fill></Mark><Size>9</Size></Graphic></PointSymbolizer>";
    private static final Style CLASSES = style("<Rule><ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>v"
            + "</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>"
            + fill("#2040C0") + line("#000000", 1.3) + "</Rule><Rule><ElseFilter/>" + fill("#E0A000") + HATCH
            + "</Rule><Rule>" + LABEL + "</Rule>");
    private static final Style DOTS = style("<Rule>" + line("#008020", 2) + DOT + "</Rule>");
    private static final Style BY_VALUE = style("<Rule><PolygonSymbolizer><Fill><CssParameter name=\"fill\">"
            + "<ogc:Function name=\"if_then_else\"><ogc:Function name=\"greaterThan\"><ogc:PropertyName>v"
            + "</ogc:PropertyName><ogc:Literal>4</ogc:Literal></ogc:Function><ogc:Literal>#A0C0FF</ogc:Literal>"
            + "<ogc:Literal>#FFE0A0</ogc:Literal></ogc:Function></CssParameter></Fill></PolygonSymbolizer></Rule>");
    private static final Style NAMES = style("<Rule>" + line("#6030A0", 1)
            + "<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill><CssParameter name=\"fill\">"
            + "#0060A0</CssParameter></Fill></Mark><Size>8</Size></Graphic>"
            + "<VendorOption name=\"labelObstacle\">true</VendorOption></PointSymbolizer>"
            + HALO.formatted(
                    "<LabelPlacement><LinePlacement/></LabelPlacement>",
                    "<Priority>500</Priority><VendorOption name=\"followLine\">true</VendorOption>"
                            + "<VendorOption name=\"repeat\">90</VendorOption>")
            + "</Rule>");
    private static final Style GROUPED = style("<Rule>"
            + HALO.formatted(
                    "",
                    "<Priority><ogc:PropertyName>v</ogc:PropertyName></Priority>"
                            + "<VendorOption name=\"group\">true</VendorOption>"
                            + "<VendorOption name=\"maxDisplacement\">20</VendorOption>")
            + LABEL + "</Rule>");
    private static final Style RELIEF =
            style("<Rule><RasterSymbolizer><ColorMap><ColorMapEntry color=\"#FFFFFF\" quantity=\"0\"/><ColorMapEntry"
                    + " color=\"#608040\" quantity=\"100\"/></ColorMap></RasterSymbolizer></Rule>");

    @Property(tries = 8)
    void afterAnyEditsTheScreenShowsWhatAFreshStartWould(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int steps,
            @ForAll @IntRange(min = 0, max = 2) int crowd,
            @ForAll boolean byValue)
            throws IOException {
        Random random = new Random(seed);
        try (EditedLayer layer = new EditedLayer(random, new int[] {60, 700, 2500}[crowd], 1000, 60)) {
            List<PaintLayer> layers = layers(layer.data(), byValue);
            // from features of a pixel to features of half the screen
            Viewport viewport = viewport(random, new double[] {0.2, 0.7, 4}[random.nextInt(3)]);
            MapPainter kept = new MapPainter();
            ScreenPainter screen = new ScreenPainter(kept);
            paint(screen, layers, viewport);
            for (int i = 0; i < steps; i++) {
                layer.edit(kept);
                if (random.nextInt(3) > 0 && i < steps - 1) {
                    continue;
                }
                BufferedImage now = paint(screen, layers, viewport);
                BufferedImage fresh = paint(new MapPainter(), layers, viewport);
                assertThat(Pictures.different(now, fresh, 0)).isZero();
            }
        }
    }

    @Property(tries = 30)
    void aFirstPictureIsThatOfThePainterOfPages(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 2) int crowd,
            @ForAll boolean byValue,
            @ForAll @IntRange(min = 0, max = 9) int threads,
            @ForAll boolean groundOnTop)
            throws IOException {
        Random random = new Random(seed);
        try (EditedLayer layer = new EditedLayer(random, new int[] {60, 700, 2500}[crowd], 1000, 60)) {
            List<PaintLayer> layers = new ArrayList<>(layers(layer.data(), byValue));
            if (groundOnTop) {
                PaintLayer ground = layers.remove(0);
                layers.add(2, new PaintLayer("top", ground.data(), ground.style(), Filter.INCLUDE, 0.5));
            }
            Viewport viewport = viewport(random, new double[] {0.2, 0.7, 4}[random.nextInt(3)]);
            BufferedImage first = new BufferedImage(700, 700, BufferedImage.TYPE_INT_ARGB_PRE);
            new ScreenPainter(new MapPainter(), Math.max(1, threads))
                    .paint(layers, viewport, first, threads == 0, Progress.silent());
            assertThat(Pictures.different(first, paint(new MapPainter(), layers, viewport), 0))
                    .isZero();
        }
    }

    @Test
    void anEditPaintsOnlyItsSurroundingsAnew() throws IOException {
        Random random = new Random(7);
        try (EditedLayer layer = new EditedLayer(random, 200, 1000, 20)) {
            List<PaintLayer> layers = layers(layer.data(), false);
            Viewport viewport = viewport(random, 0.7);
            MapPainter kept = new MapPainter();
            ScreenPainter screen = new ScreenPainter(kept);
            paint(screen, layers, viewport);
            assertThat(area(screen)).isEqualTo(700 * 700);
            // layers of one table may have read it each for itself, at the same time
            paint(screen, layers, viewport);

            layer.edit(kept);
            paint(screen, layers, viewport);

            assertThat(area(screen)).isPositive().isLessThan(700 * 700 / 3);
            paint(screen, layers, viewport);
            assertThat(area(screen)).isZero();
        }
    }

    private static long area(ScreenPainter screen) {
        return screen.painted().stream()
                .mapToLong((Rectangle part) -> (long) part.width * part.height)
                .sum();
    }

    private static List<PaintLayer> layers(LayerData.Features data, boolean byValue) {
        float[] heights = new float[100 * 100];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = i % 100;
        }
        Grid ground = new Grid(new GridGeometry(100, 100, 0, 1000, 10, 10, Scenes.PLANE), heights);
        return List.of(
                new PaintLayer("ground", new LayerData.Raster(ground), RELIEF, Filter.INCLUDE, 1),
                new PaintLayer("areas", data, byValue ? BY_VALUE : CLASSES, Filter.INCLUDE, 1),
                new PaintLayer("classes", data, CLASSES, Filter.INCLUDE, 0.6),
                new PaintLayer("dots", data, DOTS, Filter.INCLUDE, 1),
                new PaintLayer("groups", data, GROUPED, Filter.INCLUDE, 1),
                new PaintLayer("names", names(), NAMES, Filter.INCLUDE, 1));
    }

    /** What is not edited: its labels and those of what is keep off each other. */
    private static LayerData.Features names() {
        Random random = new Random(3);
        Object[] rows = new Object[80];
        for (int i = 0; i < rows.length; i += 2) {
            int x = random.nextInt(900);
            int y = random.nextInt(900);
            rows[i] = i % 4 == 0
                    ? "POINT (" + x + " " + y + ")"
                    : "LINESTRING (" + x + " " + y + ", " + (x + 60) + " " + (y + 20) + ", " + (x + 160) + " " + y
                            + ")";
            rows[i + 1] = "Name " + i;
        }
        return Scenes.features(Scenes.PLANE, rows);
    }

    private static Viewport viewport(Random random, double pixelsPerUnit) {
        double side = 700 / pixelsPerUnit;
        double west = (1000 - side) * (side > 1000 ? 0.5 : random.nextDouble());
        double south = (1000 - side) * (side > 1000 ? 0.5 : random.nextDouble());
        return new Viewport(
                new Envelope(west, west + side, south, south + side),
                700,
                700,
                96,
                Scenes.PLANE,
                random.nextInt(3) == 0 ? 30 : 0);
    }

    private static BufferedImage paint(ScreenPainter painter, List<PaintLayer> layers, Viewport viewport) {
        BufferedImage image = new BufferedImage(700, 700, BufferedImage.TYPE_INT_ARGB_PRE);
        painter.paint(layers, viewport, image, Progress.silent());
        return image;
    }

    private static BufferedImage paint(MapPainter painter, List<PaintLayer> layers, Viewport viewport) {
        BufferedImage image = new BufferedImage(700, 700, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 700, 700);
        painter.paint(layers, viewport, graphics, Progress.silent());
        graphics.dispose();
        return image;
    }
}
