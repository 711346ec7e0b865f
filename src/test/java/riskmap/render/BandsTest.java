package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;

class BandsTest {
    @Test
    void bandsOfAScreenAreAboutEquallyHighAndTwoThreadsShareThem() {
        for (int height = 1; height < 3000; height++) {
            List<Rectangle> bands = bands(height, 96);
            assertCovers(bands, height);
            if (height > Bands.HEIGHT) {
                int least = bands.stream().mapToInt(band -> band.height).min().orElseThrow();
                int most = bands.stream().mapToInt(band -> band.height).max().orElseThrow();
                assertThat(most - least).as("of %d", height).isLessThanOrEqualTo(1);
                assertThat(least).as("of %d", height).isGreaterThanOrEqualTo(Bands.HEIGHT / 2);
                assertThat(bands.size() % 2).as("of %d", height).isZero();
            }
        }
    }

    @Test
    void bandsOfAPageStayWhatTheyWere() {
        assertCovers(bands(1050, 300), 1050);
        assertThat(bands(1050, 300)).extracting(band -> band.height).containsExactly(256, 256, 256, 256, 26);
        assertThat(bands(1050, 96)).extracting(band -> band.height).containsExactly(262, 263, 262, 263);
    }

    private static void assertCovers(List<Rectangle> bands, int height) {
        int top = 0;
        for (Rectangle band : bands) {
            assertThat(band.y).isEqualTo(top);
            assertThat(band.height).isPositive();
            top += band.height;
        }
        assertThat(top).isEqualTo(height);
    }

    private static List<Rectangle> bands(int height, double dotsPerInch) {
        Viewport viewport = new Viewport(new Envelope(0, 100, 0, height), 100, height, dotsPerInch, Scenes.PLANE);
        return Bands.of(new PaintTarget(null, viewport, true, Progress.silent()));
    }
}
