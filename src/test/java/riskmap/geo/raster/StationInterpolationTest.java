package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;

class StationInterpolationTest {
    private final double[] x = {0, 1000, 0, 1000, 400};
    private final double[] y = {0, 0, 1000, 1000, 700};
    private final double[] values = {10, 14, 12, 20, 13};

    @Test
    void everyMethodIsExactAtTheStations() {
        var inverse = StationInterpolation.inverseDistance(x, y, values, 2).surface();
        var kriging = StationInterpolation.kriging(x, y, values, new Variogram(0, 10, 1500))
                .surface();
        for (int i = 0; i < x.length; i++) {
            assertThat(inverse.at(x[i], y[i])).isEqualTo(values[i]);
            assertThat(kriging.at(x[i], y[i])).isCloseTo(values[i], within(1e-9));
        }
    }

    /** Two stations, power 2, at a quarter of the way: weights 16 and 16/9. */
    @Test
    void inverseDistanceFollowsTheFormula() {
        var surface = StationInterpolation.inverseDistance(
                        new double[] {0, 4}, new double[] {0, 0}, new double[] {0, 10}, 2)
                .surface();
        assertThat(surface.at(1, 0)).isCloseTo(10 * (1 / 9.0) / (1 + 1 / 9.0), within(1e-12));
    }

    /** In the middle of two stations kriging is their mean whatever the variogram; far away it is the mean of all. */
    @Test
    void krigingIsFairBetweenTwoStationsAndFallsBackToTheMean() {
        var surface = StationInterpolation.kriging(
                        new double[] {0, 100}, new double[] {0, 0}, new double[] {2, 6}, new Variogram(0.5, 3, 80))
                .surface();
        assertThat(surface.at(50, 0)).isCloseTo(4, within(1e-12));
        assertThat(surface.at(1e6, 1e6)).isCloseTo(4, within(1e-12));
    }

    @Test
    void aPlaneIsKrigedBetterThanItsMeanSays() {
        Random random = new Random(5);
        int n = 60;
        double[] px = new double[n];
        double[] py = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            px[i] = random.nextDouble() * 10_000;
            py[i] = random.nextDouble() * 10_000;
            z[i] = 0.001 * px[i] - 0.002 * py[i] + 30;
        }
        Variogram variogram = Variogram.fitted(px, py, z);
        var kriging = StationInterpolation.kriging(px, py, z, variogram).crossValidation();
        var inverse = StationInterpolation.inverseDistance(px, py, z, 2).crossValidation();
        assertThat(kriging.rootMeanSquare()).isLessThan(1.0).isLessThan(inverse.rootMeanSquare());
        assertThat(kriging.errors()).hasSize(n);
    }

    @Test
    void valuesThatAreAllAlikeGiveThemselves() {
        double[] same = {7, 7, 7, 7, 7};
        Variogram variogram = Variogram.fitted(x, y, same);
        assertThat(StationInterpolation.kriging(x, y, same, variogram).surface().at(333, 1))
                .isEqualTo(7);
    }

    @Test
    void theGridHoldsTheSurfaceAtItsCellCentres() {
        var interpolation = StationInterpolation.inverseDistance(x, y, values, 2);
        Grid grid = interpolation.grid(new GridGeometry(10, 10, 0, 1000, 100, 100, null), Progress.silent());
        assertThat(grid.get(3, 2)).isEqualTo((float) interpolation.surface().at(350, 750));
    }
}
