package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;

/** What one look leaves behind on a canvas does not show in the next. */
class SpareTest {
    private static final int SIDE = 90;

    @Test
    void looksThatUseTheSameTablesArePaintedAsWithTablesOfTheirOwn() {
        PaintTarget blank = new PaintTarget(
                image().createGraphics(),
                new Viewport(new Envelope(0, SIDE, 0, SIDE), SIDE, SIDE, 96, null),
                true,
                Progress.silent());
        BufferedImage shared = image();
        BufferedImage single = image();
        PaintTarget one = blank.into(shared);
        paint(() -> one);
        paint(() -> blank.into(single));
        assertThat(pixels(shared)).isEqualTo(pixels(single)).contains(0xFFFF0000);
    }

    @Test
    void tablesAreLentAgainOnlyWhenTheyAreBack() {
        Spare spare = new Spare();
        float[][] lent = spare.parts(SIDE);
        assertThat(spare.parts(SIDE)).isNotSameAs(lent);
        spare.back(lent);
        assertThat(spare.parts(SIDE)).isSameAs(lent);
        long[][] samples = spare.samples(SIDE);
        assertThat(spare.samples(SIDE)).isNotSameAs(samples);
        spare.back(samples);
        assertThat(spare.samples(SIDE)).isSameAs(samples);
        DrawnSides sides = spare.sides();
        assertThat(spare.sides()).isNotSameAs(sides);
        spare.back(sides);
        assertThat(spare.sides()).isSameAs(sides);
    }

    private static void paint(Supplier<PaintTarget> targets) {
        Random random = new Random(20261130);
        Color[] colors = {Color.RED, new Color(0, 0, 255, 120), Color.GREEN};
        for (int i = 0; i < 12; i++) {
            AreaFill areas = new AreaFill(targets.get(), colors[i % 3]);
            areas.add(DrawnParts.of(shape(random)));
            areas.paint();
            ThinLines lines = new ThinLines(targets.get());
            StrokeLook look = new StrokeLook(
                    colors[i % 3],
                    0.3f + i % 4 * 0.3f,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    List.of(),
                    0,
                    null,
                    0,
                    -1,
                    0);
            lines.add(shape(random), look);
            lines.finish(look.color());
        }
    }

    /** A triangle that may reach beyond the canvas. */
    private static Path2D.Float shape(Random random) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(at(random), at(random));
        path.lineTo(at(random), at(random));
        path.lineTo(at(random), at(random));
        path.closePath();
        return path;
    }

    private static float at(Random random) {
        return random.nextFloat() * 2 * SIDE - SIDE / 2f;
    }

    private static BufferedImage image() {
        return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
