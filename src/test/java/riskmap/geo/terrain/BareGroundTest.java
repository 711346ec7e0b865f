package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** A slope of 20 % in cells of 10 m, on it a house of 3 by 3 cells that is 8 m high, and a cell without data. */
class BareGroundTest {
    private static final int SIZE = 15;
    private static final float NONE = Float.NaN;

    private final Grid surface = surface();

    private static Grid surface() {
        Grid grid = Grid.filled(new GridGeometry(SIZE, SIZE, 500000, 4150000, 10, 10, Crs.of(4550)), 0);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                grid.set(column, row, 2 * column + (isHouse(column, row) ? 8 : 0));
            }
        }
        grid.set(1, 1, NONE);
        return grid;
    }

    private static boolean isHouse(int column, int row) {
        return column >= 6 && column <= 8 && row >= 6 && row <= 8;
    }

    private BareGround filter(int radius, double slope, BareGround.Errors errors, double deviation) {
        return new BareGround(surface, radius, slope, 10, 10, errors, deviation);
    }

    @Test
    void aHouseIsTakenFromTheSlopeItStandsOn() {
        BareGround filter = filter(4, 0.25, BareGround.Errors.IGNORED, 0);
        Grid ground = filter.cells(true, Progress.silent());
        Grid others = filter.cells(false, Progress.silent());
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                float height = surface.get(column, row);
                boolean house = isHouse(column, row);
                assertThat(ground.get(column, row)).isEqualTo(Float.valueOf(house ? NONE : height));
                assertThat(others.get(column, row)).isEqualTo(Float.valueOf(house ? height : NONE));
            }
        }
    }

    @Test
    void aRadiusThatEndsWithinTheHouseLeavesItsMiddle() {
        // the nearest ground uphill and downhill of the middle is two cells away, which a radius of two no longer sees
        Grid ground = filter(2, 0.25, BareGround.Errors.IGNORED, 0).cells(true, Progress.silent());
        assertThat(ground.get(7, 7)).isEqualTo(22);
        assertThat(ground.get(6, 6)).isNaN();
    }

    @Test
    void errorsOfHeightsAllowMoreOrLess() {
        // beside the house one may rise 2.5 m a cell; 1.65 √(2 · 18) = 9.9 m more, and the house is ground
        Grid ground = filter(4, 0.25, BareGround.Errors.KEEP_GROUND, 18).cells(true, Progress.silent());
        assertThat(ground.get(7, 7)).isEqualTo(22);
        // 1.65 √(2 · 0.1) = 0.74 m less than 2.5 m is less than the 2 m of the slope
        Grid less = filter(4, 0.25, BareGround.Errors.DROP_OTHERS, 0.1).cells(true, Progress.silent());
        assertThat(less.get(3, 3)).isNaN();
        assertThat(less.get(0, 3)).isZero();
    }
}
