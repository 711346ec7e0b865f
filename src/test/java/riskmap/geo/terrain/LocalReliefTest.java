package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class LocalReliefTest {
    @Test
    void exampleInJavadoc() {
        Grid line = new Grid(new GridGeometry(4, 1, 0, 1, 1, 1, null), new float[] {1, 2, 4, 8});
        assertThat(LocalRelief.of(line, 1, Progress.silent()).cells()).containsExactly(1, 3, 6, 4);
    }

    /** Against looking at every cell of every square, with holes. */
    @Test
    void theRunningExtremesAreThoseOfTheSquares() {
        Random random = new Random(3);
        GridGeometry geometry = new GridGeometry(37, 23, 0, 23, 1, 1, null);
        Grid ground = Grid.filled(geometry, 0);
        for (int cell = 0; cell < ground.cells().length; cell++) {
            ground.cells()[cell] = random.nextInt(9) == 0 ? Float.NaN : random.nextInt(500);
        }
        for (int radius : new int[] {0, 1, 4, 40}) {
            float[] found = LocalRelief.of(ground, radius, Progress.silent()).cells();
            for (int cell = 0; cell < found.length; cell++) {
                assertThat(Float.compare(found[cell], slowly(ground, cell % 37, cell / 37, radius)))
                        .isZero();
            }
        }
    }

    private static float slowly(Grid ground, int column, int row, int radius) {
        if (Float.isNaN(ground.get(column, row))) {
            return Float.NaN;
        }
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int y = row - radius; y <= row + radius; y++) {
            for (int x = column - radius; x <= column + radius; x++) {
                if (ground.geometry().contains(x, y) && !Float.isNaN(ground.get(x, y))) {
                    low = Math.min(low, ground.get(x, y));
                    high = Math.max(high, ground.get(x, y));
                }
            }
        }
        return high - low;
    }
}
