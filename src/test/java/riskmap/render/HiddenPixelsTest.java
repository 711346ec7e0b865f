package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.fill;
import static riskmap.render.Scenes.line;
import static riskmap.render.Scenes.style;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/** What a crowd of points hides is not painted, and nobody can tell. */
class HiddenPixelsTest {
    private static final int SIDE = 160;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Style DOTS = style("<Rule>" + dot(1) + "</Rule>");
    private static final Style AREAS = style("<Rule>" + fill("#2040C0") + line("#FFFFFF", 0.6) + "</Rule>");
    private static final Style SHADES = style("<Rule><PolygonSymbolizer><Fill><CssParameter name=\"fill\">#C04020"
            + "</CssParameter><CssParameter name=\"fill-opacity\">0.4</CssParameter></Fill><Stroke>"
            + "<CssParameter name=\"stroke\">#000000</CssParameter><CssParameter name=\"stroke-width\">1.2"
            + "</CssParameter></Stroke></PolygonSymbolizer></Rule>");
    private static final Style WAYS = style("<Rule>" + line("#008000", 3) + line("#FFFF00", 1) + "</Rule>");

    @Test
    void leavingOutWhatACrowdHidesChangesNoPixel() {
        assertChangesNoPixel(DOTS);
    }

    @Test
    void norDoesItBetweenThePointsOfACrowd() {
        assertChangesNoPixel(style("<Rule>" + dot(1).replace("<Size>9", "<Size>3.5") + "</Rule>"));
    }

    private static void assertChangesNoPixel(Style points) {
        for (double turn : new double[] {0, 25}) {
            MapPainter painter = new MapPainter();
            PaintTarget target = target(turn);
            List<MapPainter.Prepared> layers = painter.prepare(layers(points, 1), target);
            PaintTarget all = target.into(target.canvasImage());
            HiddenPixels.Found found = HiddenPixels.under(layers, all);
            assertThat(found.layer()).isEqualTo(3);
            assertThat(found.pixels()).isNotNull();
            PathBuilder paths = new PathBuilder(layers.get(0).painter().layer(), all);
            assertThat(paths.misses(0, 1)).isFalse();
            all.know(found.crowds(), found.pixels());
            paths = new PathBuilder(layers.get(0).painter().layer(), all);
            assertThat(paths.misses(0, 1)).isTrue();

            BufferedImage plain = target.canvasImage();
            PaintTarget each = target.into(plain);
            layers.forEach(layer -> painter.paint(layer, each, 1));
            BufferedImage spared = target.canvasImage();
            painter.paint(layers, target.into(spared));
            assertThat(Pictures.different(spared, plain, 0)).isZero();

            Rectangle focus = new Rectangle(37, 50, 61, 40);
            PaintTarget part = target.focusedOn(focus);
            BufferedImage seen = part.canvasImage();
            painter.paint(layers, part.into(seen));
            assertThat(Pictures.different(seen, plain.getSubimage(focus.x, focus.y, focus.width, focus.height), 0))
                    .isZero();
        }
    }

    @Test
    void pointsThatShineThroughHideNothing() {
        assertThat(hiddenUnder(style("<Rule>" + dot(0.9) + "</Rule>"), 1)).isNull();
        assertThat(hiddenUnder(DOTS, 0.9)).isNull();
        assertThat(hiddenUnder(DOTS, 1)).isNotNull();
    }

    @Test
    void oneOpenPixelIsEnoughToBeSeen() {
        CoveredPixels covered = new CoveredPixels(new int[] {0xFF000000}, 1, 10, 10);
        for (int i = 0; i < 100; i++) {
            if (i != 44) {
                covered.add(i % 10, i / 10);
            }
        }
        HiddenPixels hidden = HiddenPixels.of(
                new Rectangle(20, 30, 10, 10),
                List.of(new Crowd(null, new IntList(), null, new IntList(), null, covered)));
        assertThat(hidden.hides(20, 30, 30, 34)).isTrue();
        assertThat(hidden.hides(0, 0, 24, 40)).isTrue();
        assertThat(hidden.hides(20, 30, 24.1, 34.1)).isFalse();
        assertThat(hidden.hides(24.5, 34.5, 24.6, 34.6)).isFalse();
        assertThat(hidden.hides(25, 30, 99, 99)).isTrue();
    }

    @Test
    void aDistrictThatFillsHalfOfItsWindowHidesAsWell() {
        Rectangle window = new Rectangle(0, 0, 320, 160);
        assertThat(HiddenPixels.of(window, crowd(window, 160, 1))).isNotNull();
        // every second pixel is open: no shape is hidden as a whole
        assertThat(HiddenPixels.of(window, crowd(window, 320, 2))).isNull();
        assertThat(HiddenPixels.of(window, crowd(window, 16, 1))).isNull();
    }

    /** A crowd that hides every so many columns of pixels up to one. */
    private static List<Crowd> crowd(Rectangle window, int columns, int every) {
        CoveredPixels covered = new CoveredPixels(new int[] {0xFF000000}, 1, window.width, window.height);
        for (int y = 0; y < window.height; y++) {
            for (int x = 0; x < columns; x += every) {
                covered.add(x, y);
            }
        }
        return List.of(new Crowd(null, new IntList(), null, new IntList(), null, covered));
    }

    private static HiddenPixels hiddenUnder(Style points, double opacity) {
        PaintTarget target = target(0);
        List<MapPainter.Prepared> layers = new MapPainter().prepare(layers(points, opacity), target);
        return HiddenPixels.under(layers, target.into(target.canvasImage())).pixels();
    }

    private static PaintTarget target(double turn) {
        Viewport plain = Scenes.viewport(SIDE, SIDE);
        Viewport viewport = new Viewport(plain.extent(), SIDE, SIDE, 96, plain.crs(), turn);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        return new PaintTarget(image.createGraphics(), viewport, true, Progress.silent());
    }

    /** Areas, shades over each other and ways, under points that leave a corner free, and shades over all. */
    private static List<PaintLayer> layers(Style points, double opacity) {
        Random random = new Random(20261130);
        List<Object> areas = new ArrayList<>(
                List.of(SHAPES.createPoint(new Coordinate(70, 70)).buffer(4), 1));
        List<Object> shades = new ArrayList<>();
        List<Object> ways = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            areas.addAll(List.of(round(random, 5), 1));
            shades.addAll(List.of(round(random, 25), 1));
            ways.addAll(List.of(round(random, 15).getExteriorRing(), 1));
        }
        List<Object> dots = new ArrayList<>();
        for (int i = 0; i < 90_000; i++) {
            // beyond the sides, for where the map is turned
            double x = (random.nextDouble() * 1.5 - 0.25) * SIDE;
            double y = (random.nextDouble() * 1.5 - 0.25) * SIDE;
            if (x + y < 1.8 * SIDE) {
                dots.addAll(List.of(SHAPES.createPoint(new Coordinate(x, y)), 1));
            }
        }
        return List.of(
                layer(areas, AREAS, 1),
                layer(shades, SHADES, 1),
                layer(ways, WAYS, 1),
                layer(dots, points, opacity),
                layer(shades.subList(0, 12), SHADES, 1));
    }

    private static PaintLayer layer(List<Object> features, Style style, double opacity) {
        LayerData data = Scenes.features(Scenes.PLANE, features.toArray());
        return new PaintLayer("layer", data, style, Filter.INCLUDE, opacity);
    }

    private static Polygon round(Random random, double radius) {
        Geometry around = SHAPES.createPoint(new Coordinate(random.nextDouble() * SIDE, random.nextDouble() * SIDE))
                .buffer(1 + random.nextDouble() * radius);
        return (Polygon) around;
    }

    private static String dot(double opacity) {
        return "<PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter name=\"fill\">"
                + "#C00040</CssParameter><CssParameter name=\"fill-opacity\">" + opacity
                + "</CssParameter></Fill></Mark><Size>9</Size></Graphic></PointSymbolizer>";
    }
}
