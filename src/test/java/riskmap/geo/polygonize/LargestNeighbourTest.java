package riskmap.geo.polygonize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** What comes out of gdal_sieve 3.6.2 for the same cells. */
class LargestNeighbourTest {
    private static final float NONE = Float.NaN;

    private static float[] sieve(int width, int least, boolean corners, float... cells) {
        GridGeometry geometry = new GridGeometry(width, cells.length / width, 0, 0, 1, 1, null);
        return LargestNeighbour.sieve(new Grid(geometry, cells), least, corners, Progress.silent())
                .cells();
    }

    @Test
    void aSmallZoneBecomesThatWithTheMostCellsWhateverLittleTheyShare() {
        float[] cells = {
            1, 1, 1, 2, 2,
            1, 3, 3, 2, 2,
            1, 3, NONE, 2, 4,
            1, 1, 1, 1, 1
        };
        assertThat(sieve(5, 4, false, cells))
                .containsExactly(1, 1, 1, 2, 2, 1, 1, 1, 2, 2, 1, 1, NONE, 2, 1, 1, 1, 1, 1, 1);
        assertThat(sieve(5, 1, false, cells)).containsExactly(cells);
    }

    @Test
    void aZoneWhoseWayLeadsToNoneLargeEnoughStays() {
        assertThat(sieve(4, 3, false, 1, 2, 2, NONE)).containsExactly(1, 2, 2, NONE);
        // by way of the small one beside it
        assertThat(sieve(6, 3, false, 1, 2, 2, 3, 3, 3)).containsExactly(3, 3, 3, 3, 3, 3);
    }

    @Test
    void cellsThatTouchAtCornersAreOneZoneWhereAskedFor() {
        float[] cells = {
            1, 2, 2,
            2, 1, 2,
            2, 2, 1
        };
        assertThat(sieve(3, 2, true, cells)).containsExactly(cells);
        assertThat(sieve(3, 2, false, cells)).containsExactly(2, 2, 2, 2, 2, 2, 2, 2, 2);
    }
}
