package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Copies of a symbol that later ones hide are found, and only those. */
class CoveredPixelsTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 40;

    @Test
    void leavingOutWhatIsHiddenChangesNoPixel() {
        Random random = new Random(20261130);
        for (int width : new int[] {1, 7, 33, 64}) {
            int height = 1 + random.nextInt(12);
            int[] symbol = symbol(random, width, height);
            List<int[]> places = new ArrayList<>();
            for (int i = 0; i < 900; i++) {
                places.add(new int[] {
                    random.nextInt(WIDTH + width) - width + 1, random.nextInt(HEIGHT + height) - height + 1
                });
            }
            CoveredPixels covered = new CoveredPixels(symbol, width, WIDTH, HEIGHT);
            List<int[]> seen = new ArrayList<>();
            for (int i = places.size() - 1; i >= 0; i--) {
                if (covered.add(places.get(i)[0], places.get(i)[1])) {
                    seen.add(0, places.get(i));
                }
            }
            assertThat(seen.size()).as("width %d", width).isLessThan(places.size());
            assertThat(painted(seen, symbol, width)).isEqualTo(painted(places, symbol, width));
        }
    }

    @Test
    void aCopyThatShowsInOnePixelIsNotHidden() {
        int[] symbol = {0xFF0000FF, 0xFF0000FF};
        CoveredPixels covered = new CoveredPixels(symbol, 2, WIDTH, HEIGHT);
        assertThat(covered.add(10, 5)).isTrue();
        assertThat(covered.add(10, 5)).isFalse();
        assertThat(covered.add(11, 5)).isTrue();
        assertThat(covered.add(-1, 5)).isTrue();
        assertThat(covered.add(WIDTH - 1, HEIGHT - 1)).isTrue();
        assertThat(covered.add(WIDTH - 1, HEIGHT - 1)).isFalse();
    }

    @Test
    void whatShinesThroughHidesNothing() {
        assertThat(CoveredPixels.serves(new int[] {0xFE0000FE, 0}, 1)).isFalse();
        assertThat(CoveredPixels.serves(new int[] {0xFE0000FE, 0xFF0000FF}, 1)).isTrue();
        assertThat(CoveredPixels.serves(new int[65], 65)).isFalse();
    }

    @Test
    void aPixelOverSomeIsAPixelOverEachOfThem() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            int upper = premultiplied(random, i % 256);
            int[] lower = new int[40];
            Arrays.setAll(lower, at -> premultiplied(random, at % 3 == 0 ? 0 : random.nextInt(256)));
            int[] expected = lower.clone();
            for (int at = 3; at < 37; at++) {
                expected[at] = PaintTarget.over(upper, expected[at]);
            }
            PaintTarget.over(upper, lower, 3, 37);
            assertThat(lower).isEqualTo(expected);
        }
    }

    private static int[] symbol(Random random, int width, int height) {
        int[] symbol = new int[width * height];
        for (int i = 0; i < symbol.length; i++) {
            int kind = random.nextInt(8);
            symbol[i] = premultiplied(random, kind == 0 ? 0 : kind == 1 ? random.nextInt(256) : 255);
        }
        return symbol;
    }

    private static int premultiplied(Random random, int alpha) {
        return alpha << 24
                | random.nextInt(alpha + 1) << 16
                | random.nextInt(alpha + 1) << 8
                | random.nextInt(alpha + 1);
    }

    private static int[] painted(List<int[]> places, int[] symbol, int width) {
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int[] place : places) {
            for (int i = 0; i < symbol.length; i++) {
                int x = place[0] + i % width;
                int y = place[1] + i / width;
                if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT && symbol[i] != 0) {
                    pixels[y * WIDTH + x] = PaintTarget.over(symbol[i], pixels[y * WIDTH + x]);
                }
            }
        }
        return pixels;
    }
}
