package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/** Insides cover of each pixel what part of it lies in them. */
class AreaFillPropertiesTest {
    private static final int SIDE = 96;

    @Property(tries = 100, seed = "20261130")
    void insidesLookAsJava2dFillsThem(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 255) int alpha) {
        Color color = new Color(200, 90, 30, alpha);
        Path2D.Float path = star(new Random(seed));
        BufferedImage own = own(color, new Rectangle(SIDE, SIDE), path);
        BufferedImage expected = image();
        Graphics2D graphics = expected.createGraphics();
        PointPainter.hints(graphics);
        graphics.setColor(color);
        graphics.fill(path);
        graphics.dispose();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                // Java2D counts eight lines of samples a pixel, which may miss what one of them is wide at a tip
                assertThat(own.getRGB(x, y) >>> 24)
                        .as("%d, %d", x, y)
                        .isCloseTo(expected.getRGB(x, y) >>> 24, within(2 + alpha / 8));
            }
        }
    }

    @Property(tries = 60, seed = "20261201")
    void theSamePixelsArePaintedWhateverPartIsLookedAt(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @IntRange(min = 0, max = 60) int x,
            @ForAll @IntRange(min = 0, max = 60) int y,
            @ForAll @IntRange(min = 1, max = 36) int size) {
        Random random = new Random(seed);
        Color color = new Color(20, 90, 230, random.nextBoolean() ? 255 : 90);
        Path2D.Float[] paths = {star(random), star(random), star(random)};
        BufferedImage whole = own(color, new Rectangle(SIDE, SIDE), paths);
        BufferedImage part = own(color, new Rectangle(x, y, size, size), paths);
        assertThat(Pictures.different(part.getSubimage(x, y, size, size), whole.getSubimage(x, y, size, size), 0))
                .isZero();
    }

    @Test
    void noSeamShowsBetweenOpaqueNeighbours() {
        Path2D.Float one = ring(10, 10, 50.3f, 10, 41.7f, 80, 10, 80);
        Path2D.Float other = ring(50.3f, 10, 90, 10, 90, 80, 41.7f, 80);
        BufferedImage picture = own(Color.RED, new Rectangle(SIDE, SIDE), one, other);
        for (int x = 12; x < 88; x++) {
            assertThat(picture.getRGB(x, 40) >>> 24).as("column %d", x).isEqualTo(255);
        }
    }

    @Test
    void translucentOverlapsShowAndHolesStayFree() {
        Path2D.Float one = ring(10, 10, 60, 10, 60, 60, 10, 60);
        one.append(ring(20, 20, 20, 30, 30, 30, 30, 20), false);
        Path2D.Float other = ring(40, 10, 90, 10, 90, 60, 40, 60);
        BufferedImage picture = own(new Color(0, 0, 0, 128), new Rectangle(SIDE, SIDE), one, other);
        assertThat(picture.getRGB(15, 40) >>> 24).isEqualTo(128);
        assertThat(picture.getRGB(50, 40) >>> 24).isBetween(191, 193);
        assertThat(picture.getRGB(25, 25) >>> 24).isZero();
    }

    @Test
    void whatIsShownBesideItsPlaceIsWholeWhereTwoThreadsMeet() {
        String outline = "<Stroke><CssParameter name=\"stroke\">#000000</CssParameter></Stroke>";
        String inside = "<Fill><CssParameter name=\"fill\">#FF0000</CssParameter></Fill>";
        String beside =
                "<Displacement><DisplacementX>6</DisplacementX>" + "<DisplacementY>-7</DisplacementY></Displacement>";
        LayerData.Features box = Scenes.features(Scenes.PLANE, "POLYGON ((20 20, 80 20, 80 480, 20 480, 20 20))", 1);
        for (String fill : List.of("", inside)) {
            String symbolizer = "<PolygonSymbolizer>" + fill + outline + beside + "</PolygonSymbolizer>";
            BufferedImage image = Scenes.paint(
                    Scenes.viewport(100, 2 * MapPainter.BAND),
                    Scenes.layer(box, Scenes.style("<Rule>" + symbolizer + "</Rule>")));
            for (int y = 60; y < 480; y++) {
                assertThat(Scenes.pixel(image, 26, y).getGreen())
                        .as("row %d", y)
                        .isLessThan(160);
                assertThat(Scenes.pixel(image, 50, y)).isEqualTo(fill.isEmpty() ? Color.WHITE : Color.RED);
            }
        }
    }

    private static Path2D.Float ring(float... xy) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A ring about a point that does not cross itself, with a hole at times, and often partly outside. */
    private static Path2D.Float star(Random random) {
        double x = random.nextDouble() * SIDE;
        double y = random.nextDouble() * SIDE;
        double radius = 1 + random.nextDouble() * random.nextDouble() * 60;
        Path2D.Float path = star(random, x, y, radius, 1);
        if (random.nextBoolean()) {
            path.append(star(random, x, y, radius / 4, -1), false);
        }
        return path;
    }

    private static Path2D.Float star(Random random, double x, double y, double radius, int direction) {
        int corners = 3 + random.nextInt(28);
        float[] xy = new float[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = direction * 2 * Math.PI * i / corners;
            double reach = radius * (0.5 + random.nextDouble() / 2);
            xy[2 * i] = (float) (x + reach * Math.cos(angle));
            xy[2 * i + 1] = (float) (y + reach * Math.sin(angle));
        }
        return ring(xy);
    }

    private static BufferedImage image() {
        return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    private static BufferedImage own(Color color, Rectangle part, Path2D.Float... paths) {
        BufferedImage image = image();
        Graphics2D graphics = image.createGraphics();
        Viewport viewport = new Viewport(new Envelope(0, SIDE, 0, SIDE), SIDE, SIDE, 96, null);
        AreaFill areas =
                new AreaFill(new PaintTarget(graphics, viewport, true, Progress.silent()).focusedOn(part), color);
        for (Path2D.Float path : paths) {
            areas.add(DrawnParts.of(path));
        }
        areas.paint();
        graphics.dispose();
        return image;
    }
}
