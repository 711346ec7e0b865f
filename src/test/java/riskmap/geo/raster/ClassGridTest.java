package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.base.Progress;

class ClassGridTest {
    private static final float[] AWKWARD = {
        Float.NEGATIVE_INFINITY,
        -Float.MAX_VALUE,
        -1,
        -Float.MIN_VALUE,
        -0f,
        0f,
        Float.MIN_VALUE,
        Math.nextDown(0.1f),
        0.1f,
        Math.nextUp(0.1f),
        5,
        Math.nextDown(15f),
        15,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    private static ClassGrid classes(float[] cells, int width, double... breaks) {
        GridGeometry lattice = new GridGeometry(width, cells.length / width, 0, 0, 1, 1, null);
        return ClassGrid.of(new Grid(lattice, cells), Reclassification.counting(breaks), Progress.silent());
    }

    @Test
    void aBreakBelongsToTheClassAboveAndNoValueIsNoClass() {
        float[] cells = {4, 5, 14.9f, 15, Float.NaN, 16, 4, Float.NaN};
        assertThat(classes(cells, 4, 5, 15).classes())
                .containsExactly(0, 1, 1, 2, ClassGrid.NONE, 2, 0, ClassGrid.NONE);
    }

    @Test
    void withoutBreaksEveryValueIsInTheOneClass() {
        assertThat(classes(new float[] {Float.NEGATIVE_INFINITY, 0, Float.NaN, Float.POSITIVE_INFINITY}, 2)
                        .classes())
                .containsExactly(0, 0, ClassGrid.NONE, 0);
    }

    /** Each number beside each other one, smooth stretches and chance; breaks that no float is, that are one float, −0. */
    @ParameterizedTest
    @ValueSource(
            strings = {"0.1", "-0.0", "0.1,15", "0,0.1,5,15", "-1,0,0.1,0.10000000001,5,15", "1e39", "-1e39,1e-46"})
    void aCellHasTheClassOfItsValueWhateverLiesBesideIt(String text) {
        double[] breaks = java.util.Arrays.stream(text.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        int n = AWKWARD.length;
        float[] cells = new float[2 * n * n * 64];
        Random random = new Random(3);
        for (int i = 0; i < cells.length; i++) {
            boolean pairs = i < 2 * n * n;
            int stretch = random.nextInt(n);
            cells[i] = pairs
                    ? AWKWARD[i % 2 == 0 ? i / 2 / n : i / 2 % n]
                    : AWKWARD[i / 50 % 3 == 0 ? stretch : i / 50 % n];
        }
        byte[] found = classes(cells, 64, breaks).classes();
        for (int i = 0; i < cells.length; i++) {
            int reached = 0;
            for (double each : breaks) {
                reached += Reclassification.reaches(cells[i], each) ? 1 : 0;
            }
            int expected = Float.isNaN(cells[i]) ? ClassGrid.NONE : reached;
            assertThat(found[i])
                    .as("%s after %s", cells[i], i == 0 ? "" : cells[i - 1])
                    .isEqualTo((byte) expected);
        }
    }

    @Test
    void moreBreaksThanAByteCountsAreRefused() {
        double[] breaks = new double[ClassGrid.MOST_BREAKS + 1];
        java.util.Arrays.setAll(breaks, i -> i);
        assertThatThrownBy(() -> classes(new float[] {1}, 1, breaks)).isInstanceOf(IllegalArgumentException.class);
    }
}
