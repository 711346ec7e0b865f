package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.geo.Grids.SILENT;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import riskmap.geo.Grids;

class ResamplingTest {
    private static final Grid FOUR = Grids.of("1 2 / 3 4");

    @Test
    void nearestIsTheCellAroundThePoint() {
        assertThat(Sampling.at(FOUR, Sampling.Method.NEAREST, 9.9, 10.1)).isEqualTo(1);
        assertThat(Sampling.at(FOUR, Sampling.Method.NEAREST, 10, 10)).isEqualTo(4);
        assertThat(Sampling.at(FOUR, Sampling.Method.NEAREST, -0.1, 5)).isNaN();
        assertThat(Sampling.at(FOUR, Sampling.Method.NEAREST, new double[] {1, 1, 11, 11}, SILENT))
                .containsExactly(3, 2);
    }

    @Test
    void bilinearRunsStraightBetweenCentresAndLevelBeyondThem() {
        assertThat(Sampling.at(FOUR, Sampling.Method.BILINEAR, 10, 10)).isEqualTo(2.5f);
        assertThat(Sampling.at(FOUR, Sampling.Method.BILINEAR, 5, 15)).isEqualTo(1);
        assertThat(Sampling.at(FOUR, Sampling.Method.BILINEAR, 0, 20)).isEqualTo(1);
        assertThat(Sampling.at(FOUR, Sampling.Method.BILINEAR, 20, 0)).isEqualTo(4);
        assertThat(Sampling.at(FOUR, Sampling.Method.BILINEAR, 20.1, 0)).isNaN();
        Grid hole = Grids.of("1 2 / 3 .");
        assertThat(Sampling.at(hole, Sampling.Method.BILINEAR, 6, 14)).isNaN();
        assertThat(Sampling.at(hole, Sampling.Method.BILINEAR, 5, 15)).isEqualTo(1);
    }

    @Test
    void theSameLatticeGivesTheSameGrid() {
        Grid grid = Grids.random(4, 70, 30, 5);
        for (Sampling.Method method : Sampling.Method.values()) {
            assertThat(Resampling.to(grid, grid.geometry(), method, SILENT).cells())
                    .isEqualTo(grid.cells());
        }
    }

    @Test
    void finerCellsRepeatAndCellsOutsideHaveNoData() {
        GridGeometry fine = new GridGeometry(5, 4, 0, 20, 5, 5, null);
        assertThat(Grids.text(Resampling.to(FOUR, fine, Sampling.Method.NEAREST, SILENT)))
                .isEqualTo("1 1 2 2 . / 1 1 2 2 . / 3 3 4 4 . / 3 3 4 4 .");
    }

    @Test
    void aBentTransformationIsFollowedToATwentiethOfACell() {
        // the source holds its own x; the target asks for x + a wave
        GridGeometry geometry = Grids.geometry(400, 3);
        Grid ramp = Grid.filled(geometry, 0);
        for (int i = 0; i < ramp.cells().length; i++) {
            ramp.cells()[i] = (float) geometry.x(i % 400);
        }
        GridGeometry middle = new GridGeometry(300, 1, 500, 20, 10, 10, null);
        Grid bent = Resampling.warp(
                ramp,
                middle,
                (xy, count) -> {
                    for (int i = 0; i < count; i++) {
                        xy[2 * i] += 200 * Math.sin(xy[2 * i] / 300);
                    }
                },
                Sampling.Method.BILINEAR,
                SILENT);
        for (int column = 0; column < 300; column++) {
            double x = middle.x(column);
            assertThat((double) bent.get(column, 0)).isCloseTo(x + 200 * Math.sin(x / 300), Offset.offset(0.5));
        }
    }
}
