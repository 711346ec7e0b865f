package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;

/** Thin lines look as Java2D draws them. */
class ThinLinesPropertiesTest {
    private static final int SIDE = 96;

    @Property(tries = 60, seed = "20240601")
    void thinLinesHaveTheInkOfJava2d(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @FloatRange(min = 0.3f, max = 1.5f) float width) {
        Path2D.Float path = lines(new Random(seed));
        BufferedImage own = own(path, width, Color.BLACK);
        BufferedImage expected = java2d(path, width);
        long inkOfOne = 0;
        long inkOfOther = 0;
        int worst = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int a = own.getRGB(x, y) >>> 24;
                int b = expected.getRGB(x, y) >>> 24;
                inkOfOne += a;
                inkOfOther += b;
                worst = Math.max(worst, Math.abs(a - b));
            }
        }
        assertThat(inkOfOne).isCloseTo(inkOfOther, withinPercentage(3));
        // both count samples, not the same ones
        assertThat(worst).isLessThan(48);
    }

    @Property(tries = 60, seed = "20261129")
    void linesOfPaperHaveTheCornersAndEndsOfTheirLook(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @FloatRange(min = 1.7f, max = 7.9f) float width,
            @ForAll @IntRange(min = 0, max = 2) int cap,
            @ForAll @IntRange(min = 0, max = 2) int join) {
        Path2D.Float path = lines(new Random(seed));
        BufferedImage own = own(path, new StrokeLook(Color.BLACK, width, cap, join, List.of(), 0, null, 0, -1, 0));
        BufferedImage expected = java2d(path, new BasicStroke(width, cap, join, StrokeLook.MITRE_LIMIT));
        int off = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                off += Math.abs((own.getRGB(x, y) >>> 24) - (expected.getRGB(x, y) >>> 24)) > 64 ? 1 : 0;
            }
        }
        // both count samples, not the same ones; another cap or corner would be dozens of pixels
        assertThat(off).isLessThan(20);
    }

    /** The same rings as lines that are not closed but go on to their second point: each side and corner is drawn. */
    @Property(tries = 40, seed = "20261202")
    void ringsThatShareSidesLookAsIfEachWereDrawnWhole(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @FloatRange(min = 0.3f, max = 7.9f) float width,
            @ForAll @IntRange(min = 0, max = 2) int join) {
        StrokeLook look = new StrokeLook(Color.BLACK, width, 0, join, List.of(), 0, null, 0, -1, 0);
        List<double[]> rings = tessellation(new Random(seed));
        BufferedImage whole = own(path(rings, false), look);
        assertThat(own(path(rings, true), look).getRaster().getDataElements(0, 0, SIDE, SIDE, null))
                .isEqualTo(whole.getRaster().getDataElements(0, 0, SIDE, SIDE, null));
    }

    private static Path2D.Float path(List<double[]> rings, boolean closed) {
        Path2D.Float path = new Path2D.Float();
        for (double[] ring : rings) {
            path.moveTo(ring[0], ring[1]);
            for (int i = 2; i < ring.length; i += 2) {
                path.lineTo(ring[i], ring[i + 1]);
            }
            if (closed) {
                path.closePath();
            } else {
                path.lineTo(ring[0], ring[1]);
                path.lineTo(ring[2], ring[3]);
            }
        }
        return path;
    }

    /** Triangles and quadrangles between shaken points of a grid, in either direction, some left out, some twice. */
    private static List<double[]> tessellation(Random random) {
        int side = 9 + random.nextInt(120);
        double[][] x = new double[side][side];
        double[][] y = new double[side][side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                x[i][j] = (i + random.nextDouble()) * SIDE / side;
                y[i][j] = (j + random.nextDouble()) * SIDE / side;
            }
        }
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i + 1 < side; i++) {
            for (int j = 0; j + 1 < side; j++) {
                int k = i + 1;
                int l = j + 1;
                if (random.nextInt(3) == 0) {
                    rings.add(new double[] {x[i][j], y[i][j], x[k][j], y[k][j], x[k][l], y[k][l]});
                    rings.add(new double[] {x[k][l], y[k][l], x[i][l], y[i][l], x[i][j], y[i][j]});
                }
                if (random.nextInt(3) > 0) {
                    rings.add(new double[] {x[i][j], y[i][j], x[k][j], y[k][j], x[k][l], y[k][l], x[i][l], y[i][l]});
                }
                if (random.nextInt(3) == 0) {
                    rings.add(new double[] {x[k][l], y[k][l], x[k][j], y[k][j], x[i][j], y[i][j], x[i][l], y[i][l]});
                }
            }
        }
        return rings;
    }

    @Test
    void whatIsCrossedTwiceIsCoveredOnce() {
        Path2D.Float path = new Path2D.Float();
        for (int i = 0; i < 2; i++) {
            path.moveTo(10, 20.5);
            path.lineTo(80, 20.5);
        }
        BufferedImage picture = own(path, 0.5f, Color.BLACK);
        assertThat(picture.getRGB(40, 20) >>> 24).isBetween(120, 136);
    }

    @Test
    void aLineThinnerThanTheSamplesIsPaleAndNotBroken() {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(5, 5);
        path.lineTo(90, 41);
        BufferedImage picture = own(path, 0.1f, Color.RED);
        for (int x = 8; x < 88; x++) {
            int ink = 0;
            for (int y = 0; y < SIDE; y++) {
                ink += picture.getRGB(x, y) >>> 24;
            }
            // 0.1 pixel across a line that climbs 36 in 85
            assertThat(ink).as("column %d", x).isBetween(14, 45);
        }
    }

    @Test
    void partsOfALineOutsideTheAreaAreLeftOut() {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(-500, -500);
        path.lineTo(600, 600);
        path.moveTo(-50, 30);
        path.lineTo(-20, 70);
        BufferedImage picture = own(path, 1, Color.BLACK);
        assertThat(picture.getRGB(50, 50) >>> 24).isGreaterThan(180);
        assertThat(picture.getRGB(0, 50) >>> 24).isZero();
    }

    private static Path2D.Float lines(Random random) {
        Path2D.Float path = new Path2D.Float();
        for (int line = 0; line < 4; line++) {
            double x = random.nextDouble() * SIDE;
            double y = random.nextDouble() * SIDE;
            path.moveTo(x, y);
            for (int i = 0; i < 8; i++) {
                x += random.nextGaussian() * 12;
                y += random.nextGaussian() * 12;
                path.lineTo(x, y);
            }
            if (random.nextBoolean()) {
                path.closePath();
            }
        }
        return path;
    }

    private static BufferedImage own(Path2D.Float path, float width, Color color) {
        return own(
                path,
                new StrokeLook(
                        color, width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, List.of(), 0, null, 0, -1, 0));
    }

    private static BufferedImage own(Path2D.Float path, StrokeLook look) {
        Viewport viewport = new Viewport(new Envelope(0, SIDE, 0, SIDE), SIDE, SIDE, 96, null);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        ThinLines lines = new ThinLines(new PaintTarget(graphics, viewport, true, Progress.silent()));
        lines.add(path, look);
        lines.paint(look.color());
        graphics.dispose();
        return image;
    }

    private static BufferedImage java2d(Path2D.Float path, float width) {
        return java2d(path, new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }

    private static BufferedImage java2d(Path2D.Float path, BasicStroke stroke) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        PointPainter.hints(graphics);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(stroke);
        graphics.draw(path);
        graphics.dispose();
        return image;
    }
}
