package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortRunsTest {
    @Test
    void runsOfEveryLengthAreInOrderAndWhatLiesBesideStays() {
        Random random = new Random(1);
        for (int length = 0; length < 120; length++) {
            for (int spread : new int[] {2, 1000, Integer.MAX_VALUE}) {
                long[] numbers = random.longs(length + 2)
                        .map(number -> spread == Integer.MAX_VALUE ? number : number % spread)
                        .toArray();
                long[] expected = numbers.clone();
                Arrays.sort(expected, 1, length + 1);
                ShortRuns.sort(numbers, 1, length + 1);
                assertThat(numbers).containsExactly(expected);
            }
        }
    }
}
