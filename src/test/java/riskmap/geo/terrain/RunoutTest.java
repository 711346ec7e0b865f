package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class RunoutTest {
    /** A slope of 45° over 100 m, then a plain: with a reach angle of 30° the mass comes to rest 173 m from its top. */
    @Test
    void theEnergyLineEndsWhereTheReachAngleSays() {
        int width = 60;
        GridGeometry geometry = new GridGeometry(width, 1, 0, 5, 5, 5, null);
        Grid ground = Grid.filled(geometry, 0);
        for (int column = 0; column <= 20; column++) {
            ground.set(column, 0, 100 - 5 * column);
        }
        Grid head = Runout.energyHead(ground, new int[] {0}, 30, Progress.silent());
        int last = 0;
        while (last + 1 < width && !Float.isNaN(head.get(last + 1, 0))) {
            last++;
        }
        assertThat(last * 5.0).isCloseTo(100 / Math.tan(Math.toRadians(30)), within(5.0));
        assertThat(head.get(10, 0)).isCloseTo((float) (50 - 50 * Math.tan(Math.toRadians(30))), within(1e-3f));
    }

    @Test
    void aFlatterAngleNeverReachesLess() {
        GridGeometry geometry = new GridGeometry(80, 80, 0, 800, 10, 10, null);
        Grid ground = Grid.filled(geometry, 0);
        for (int cell = 0; cell < 6400; cell++) {
            int column = cell % 80;
            int row = cell / 80;
            ground.cells()[cell] = (float) (200 - 4 * row + 15 * Math.sin(column / 5.0) + 3 * Math.cos(row / 3.0));
        }
        int source = 5 * 80 + 40;
        Grid steep = Runout.energyHead(ground, new int[] {source}, 20, Progress.silent());
        Grid flat = Runout.energyHead(ground, new int[] {source}, 15, Progress.silent());
        int more = 0;
        for (int cell = 0; cell < 6400; cell++) {
            if (!Float.isNaN(steep.cells()[cell])) {
                assertThat(flat.cells()[cell]).isGreaterThanOrEqualTo(steep.cells()[cell]);
            } else if (!Float.isNaN(flat.cells()[cell])) {
                more++;
            }
        }
        assertThat(more).isPositive();
    }

    @Test
    void aWallHigherThanTheEnergyLineHoldsTheMass() {
        GridGeometry geometry = new GridGeometry(40, 1, 0, 10, 10, 10, null);
        Grid ground = Grid.filled(geometry, 0);
        for (int column = 0; column < 10; column++) {
            ground.set(column, 0, 100 - 10 * column);
        }
        ground.set(15, 0, 90);
        Grid head = Runout.energyHead(ground, new int[] {0}, 10, Progress.silent());
        assertThat(head.get(14, 0)).isPositive();
        assertThat(head.get(15, 0)).isNaN();
        assertThat(head.get(16, 0)).isNaN();
    }
}
