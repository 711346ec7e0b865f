package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.style;
import static riskmap.render.StyleGallery.css;
import static riskmap.render.StyleGallery.mark;
import static riskmap.render.StyleGallery.polygon;
import static riskmap.render.StyleGallery.rule;
import static riskmap.render.StyleGallery.stroke;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/** Nothing of a picture shows where the bands meet in which it was painted. */
class BandsPropertiesTest {
    private static final int SIDE = 240;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** What is a channel's noise where an edge is cut at another place. */
    private static final int TOLERANCE = 8;

    private static final Style DASHED = style(rule("<LineSymbolizer>"
            + stroke("stroke", "#A00000", "stroke-width", "2", "stroke-dasharray", "7 4")
            + "</LineSymbolizer>"));
    private static final Style ALONG = style(rule("<LineSymbolizer><Stroke><GraphicStroke>"
            + mark("triangle", "#00A0A0", "6") + "</GraphicStroke></Stroke></LineSymbolizer>"));
    private static final Style OUTLINED =
            style(rule(polygon("", stroke("stroke", "#306020", "stroke-width", "2", "stroke-dasharray", "9 5"))));
    private static final List<Style> AREAS = List.of(
            style(rule(polygon("<Fill>" + css("fill", "#C04020") + "</Fill>", ""))),
            style(rule(polygon(
                    "<Fill>" + css("fill", "#2040C0", "fill-opacity", "0.45") + "</Fill>",
                    stroke("stroke", "#000000", "stroke-width", "0.4")))),
            style(rule(polygon(
                    "<Fill>" + css("fill", "#208040") + "</Fill>",
                    stroke("stroke", "#FFFFFF", "stroke-width", "1.2", "stroke-opacity", "0.7")))),
            style(rule(polygon("", stroke("stroke", "#602080", "stroke-width", "3.5")))),
            OUTLINED,
            style(rule(polygon("<Fill><GraphicFill>" + mark("shape://slash", "", "7") + "</GraphicFill></Fill>", ""))),
            style(rule(polygon("<Fill><GraphicFill>" + mark("circle", "#406080", "6") + "</GraphicFill></Fill>", ""))));
    private static final List<Style> LINES = List.of(
            style(rule(Scenes.line("#008000", 0.3))),
            style(rule(Scenes.line("#404040", 1))),
            style(rule(Scenes.line("#A05000", 5))),
            style(rule("<LineSymbolizer>"
                    + stroke("stroke", "#0000A0", "stroke-width", "1.3", "stroke-opacity", "0.5")
                    + "</LineSymbolizer>")),
            DASHED,
            ALONG);
    private static final Style POINTS =
            style(rule("<PointSymbolizer>" + mark("circle", "#C00040", "7") + "</PointSymbolizer>"));

    @Property(tries = 60, seed = "20261201")
    void anyBandShowsWhatThePictureShowsThere(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @IntRange(min = 0, max = SIDE - 1) int top,
            @ForAll @IntRange(min = 1, max = SIDE) int height,
            @ForAll boolean turned) {
        Viewport plain = Scenes.viewport(SIDE, SIDE);
        Viewport viewport = new Viewport(plain.extent(), SIDE, SIDE, 96, plain.crs(), turned ? 30 : 0);
        MapPainter painter = new MapPainter();
        PaintTarget target = new PaintTarget(image().createGraphics(), viewport, true, Progress.silent());
        List<MapPainter.Prepared> layers = painter.prepare(scene(new Random(seed)), target);
        BufferedImage whole = white(target.canvasImage());
        painter.paint(layers, target.into(whole));
        Rectangle part = new Rectangle(0, top, SIDE, Math.min(height, SIDE - top));
        PaintTarget band = target.on(target.graphics(), part);
        BufferedImage picture = white(band.canvasImage());
        painter.paint(layers, band.into(picture));
        // where a dashed ring that is clipped begins, its first and its last dash have no corner
        assertThat(Pictures.different(picture, whole.getSubimage(0, top, SIDE, part.height), TOLERANCE))
                .isLessThan(12);
    }

    @Test
    void dashesAndSymbolsAlongALineGoOnWhereItIsClipped() {
        LayerData.Features line = Scenes.features(Scenes.PLANE, "LINESTRING (10 -900, 90 -300, 10 100, 60 230)", 1);
        LayerData.Features ring =
                Scenes.features(Scenes.PLANE, "POLYGON ((20 -500, 220 -500, 200 200, 30 210, 20 -500))", 1);
        for (Style style : List.of(DASHED, ALONG, OUTLINED)) {
            PaintLayer layer = Scenes.layer(style == OUTLINED ? ring : line, style);
            Viewport all = new Viewport(new Envelope(0, SIDE, -960, SIDE), SIDE, SIDE + 960, 96, Scenes.PLANE);
            BufferedImage whole = new BufferedImage(SIDE, SIDE + 960, BufferedImage.TYPE_INT_ARGB_PRE);
            paintAtOnce(layer, all, white(whole));
            BufferedImage part = image();
            paintAtOnce(layer, Scenes.viewport(SIDE, SIDE), white(part));
            assertThat(Pictures.different(part, whole.getSubimage(0, 0, SIDE, SIDE), TOLERANCE))
                    .isZero();
        }
    }

    @Test
    void aHatchLineThroughACornerIsDrawn() {
        Style hatch = style(
                rule(polygon("<Fill><GraphicFill>" + mark("shape://slash", "", "7") + "</GraphicFill></Fill>", "")));
        String box = "POLYGON ((%1$d 4, 280 4, 280 210, %1$d 210, %1$d 4))";
        BufferedImage corner = Scenes.paint(
                Scenes.viewport(SIDE, SIDE),
                Scenes.layer(Scenes.features(Scenes.PLANE, String.format(box, -40), 1), hatch));
        BufferedImage beyond = Scenes.paint(
                Scenes.viewport(SIDE, SIDE),
                Scenes.layer(Scenes.features(Scenes.PLANE, String.format(box, -39), 1), hatch));
        assertThat(Pictures.different(corner, beyond, TOLERANCE)).isZero();
    }

    private static void paintAtOnce(PaintLayer layer, Viewport viewport, BufferedImage into) {
        MapPainter painter = new MapPainter();
        PaintTarget target = new PaintTarget(into.createGraphics(), viewport, true, Progress.silent());
        painter.paint(painter.prepare(List.of(layer), target), target.into(into));
    }

    private static BufferedImage white(BufferedImage image) {
        Arrays.fill(PaintTarget.pixels(image), -1);
        return image;
    }

    /** A frame of a page begins at any part of a pixel. */
    @Test
    void aMapThatBeginsBetweenTwoPixelsLooksAlikeWhereverItsBandsMeet() {
        LayerData.Features box = Scenes.features(Scenes.PLANE, "POLYGON ((20 20, 80 20, 80 256, 20 256, 20 20))", 1);
        Style black = style(rule(polygon("<Fill>" + css("fill", "#000000") + "</Fill>", "")));
        PaintLayer layer = new PaintLayer("area", box, black, Filter.INCLUDE, 1);
        for (double beside : new double[] {0, 0.2, 0.5, 0.9}) {
            // its upper edge is that of a band, or lies within one
            int[] atEdge = column(layer, 2 * MapPainter.BAND, beside);
            int[] within = column(layer, 2 * MapPainter.BAND + 100, beside);
            assertThat(atEdge).as("beside by %s", beside).isEqualTo(within);
        }
    }

    /** The rows about the upper edge of the layer, which lies 256 over the lower edge of the map. */
    private static int[] column(PaintLayer layer, int height, double beside) {
        BufferedImage page = new BufferedImage(120, height + 10, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.translate(3 + beside, 2 + beside);
        Viewport viewport = new Viewport(new Envelope(0, 100, 0, height), 100, height, 96, Scenes.PLANE);
        new MapPainter().paint(List.of(layer), viewport, graphics, Progress.silent());
        graphics.dispose();
        int[] rows = new int[8];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = page.getRGB(50, 2 + height - 256 + i - 4) & 0xFF;
        }
        return rows;
    }

    private static List<PaintLayer> scene(Random random) {
        List<PaintLayer> layers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            layers.add(layer(random, AREAS.get(random.nextInt(AREAS.size())), 1 + random.nextInt(40), 1));
            layers.add(layer(random, LINES.get(random.nextInt(LINES.size())), 1 + random.nextInt(40), 2));
        }
        layers.add(layer(random, POINTS, random.nextBoolean() ? 40 : 3500, 3));
        return layers;
    }

    /** Shapes about the picture: 1 areas, 2 lines, 3 points. */
    private static PaintLayer layer(Random random, Style style, int count, int kind) {
        Object[] rows = new Object[2 * count];
        for (int i = 0; i < count; i++) {
            rows[2 * i] = shape(random, kind);
            rows[2 * i + 1] = i;
        }
        double opacity = random.nextInt(4) == 0 ? 0.6 : 1;
        return new PaintLayer("layer", Scenes.features(Scenes.PLANE, rows), style, Filter.INCLUDE, opacity);
    }

    private static Geometry shape(Random random, int kind) {
        double x = (random.nextDouble() * 1.5 - 0.25) * SIDE;
        double y = (random.nextDouble() * 1.5 - 0.25) * SIDE;
        if (kind == 3) {
            return SHAPES.createPoint(new Coordinate(x, y));
        }
        double radius = 0.3 + Math.pow(random.nextDouble(), 3) * SIDE;
        int corners = 3 + random.nextInt(12);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = radius * (0.5 + random.nextDouble() / 2);
            ring[i] = new Coordinate(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return kind == 1 ? SHAPES.createPolygon(ring) : SHAPES.createLineString(ring);
    }

    private static BufferedImage image() {
        return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
    }
}
