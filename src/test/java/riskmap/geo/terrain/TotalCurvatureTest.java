package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Known answers: of z = a·x² + b·x·y + c·y² the curvature is 4a² + 2b² + 4c² everywhere, of a plane 0. */
class TotalCurvatureTest {
    private static final GridGeometry CELLS = new GridGeometry(5, 4, 0, 40, 10, 10, Crs.of("EPSG:4550"));

    private static Grid ground(DoubleBinaryOperator height) {
        Grid grid = Grid.filled(CELLS, 0);
        for (int row = 0; row < grid.height(); row++) {
            for (int column = 0; column < grid.width(); column++) {
                grid.set(column, row, (float) height.applyAsDouble(CELLS.x(column), CELLS.y(row)));
            }
        }
        return grid;
    }

    @Test
    void aPlaneDoesNotBendHoweverSteep() {
        Grid made = TotalCurvature.of(ground((x, y) -> 3 * x - 2 * y + 7), 1, Progress.silent());
        assertThat(made.get(2, 1)).isEqualTo(0f);
    }

    @Test
    void aSaddleAndABowlHaveTheSumOfTheirSquaredSecondDerivatives() {
        Grid saddle = TotalCurvature.of(ground((x, y) -> x * y / 8), 1, Progress.silent());
        assertThat(saddle.get(3, 2)).isEqualTo(2f / 64);
        Grid bowl = TotalCurvature.of(ground((x, y) -> x * x / 16 + y * y / 8), 1, Progress.silent());
        assertThat((double) bowl.get(1, 1)).isCloseTo(4.0 / 256 + 4.0 / 64, within(1e-6));
        Grid twice = TotalCurvature.of(ground((x, y) -> x * y / 8), 2, Progress.silent());
        assertThat(twice.get(3, 2)).isEqualTo(4 * 2f / 64);
    }

    @Test
    void theRimAndTheNeighboursOfAGapHaveNone() {
        Grid ground = ground((x, y) -> x);
        ground.set(3, 2, Float.NaN);
        Grid made = TotalCurvature.of(ground, 1, Progress.silent());
        assertThat(made.get(0, 1)).isNaN();
        assertThat(made.get(2, 1)).isNaN();
        assertThat(made.get(1, 1)).isEqualTo(0f);
    }
}
