package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class SpreadTimeTest {
    private static final int SIZE = 101;
    private final GridGeometry geometry = new GridGeometry(SIZE, SIZE, 0, SIZE * 10, 10, 10, null);
    private final Grid flat = Grid.filled(geometry, 0);
    private final int centre = 50 * SIZE + 50;

    @Test
    void withTheSameSpeedEverywhereTheFrontIsACircleWithinThreePercent() {
        Grid times = new SpreadTime(flat, (from, to, dx, dy) -> 5).from(new int[] {centre}, 1e9, Progress.silent());
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double exact = 10 * Math.hypot(column - 50, row - 50) / 5;
                assertThat(times.get(column, row))
                        .isGreaterThanOrEqualTo((float) exact - 1e-3f)
                        .isLessThanOrEqualTo((float) (exact * 1.028) + 1e-3f);
            }
        }
    }

    @Test
    void windDrivesTheFrontFurtherDownwind() {
        Grid times = new SpreadTime(flat, (from, to, dx, dy) -> Math.exp(dx / Math.hypot(dx, dy)))
                .from(new int[] {centre}, 1e9, Progress.silent());
        assertThat(times.get(90, 50)).isCloseTo((float) (400 / Math.E), within(1e-3f));
        assertThat(times.get(10, 50)).isGreaterThan(3 * times.get(90, 50));
    }

    @Test
    void aBreakOneCellWideStopsItKnightsMovesIncluded() {
        Grid broken = Grid.filled(geometry, 0);
        for (int row = 0; row < SIZE; row++) {
            broken.set(60, row, Float.NaN);
        }
        Grid times = new SpreadTime(broken, (from, to, dx, dy) -> 1).from(new int[] {centre}, 1e9, Progress.silent());
        assertThat(times.get(59, 50)).isEqualTo(90);
        assertThat(times.get(61, 50)).isNaN();
    }

    @Test
    void nothingIsFollowedAfterTheLongestTime() {
        Grid times = new SpreadTime(flat, (from, to, dx, dy) -> 10).from(new int[] {centre}, 7, Progress.silent());
        assertThat(times.get(57, 50)).isEqualTo(7);
        assertThat(times.get(58, 50)).isNaN();
    }
}
