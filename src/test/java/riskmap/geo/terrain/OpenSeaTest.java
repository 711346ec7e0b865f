package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class OpenSeaTest {
    private static final float N = Float.NaN;

    private static Grid grid(int width, float... cells) {
        return new Grid(new GridGeometry(width, cells.length / width, 0, 0, 1, 1, null), cells);
    }

    private static String cells(BitSet sea) {
        return sea.toString();
    }

    @Test
    void aSheetThatReachesTheEdgeIsSeaAndAHollowInlandIsNone() {
        Grid ground = grid(5, 0, 0, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, -3, -3, 2, 2, 2, 2, 2, 2);
        assertThat(cells(OpenSea.of(ground, 0, 1, Progress.silent()))).isEqualTo("{0, 1, 5}");
        assertThat(cells(OpenSea.of(ground, -1, 1, Progress.silent()))).isEqualTo("{}");
        assertThat(cells(OpenSea.of(ground, 0, 4, Progress.silent())))
                .as("smaller than a sea")
                .isEqualTo("{}");
    }

    /** An inlet is sea as far as its cells share sides; a pool that touches it with a corner only is land. */
    @Test
    void aGapIsAsGoodAsTheEdgeAndCornersDoNotConnect() {
        Grid ground = grid(5, 9, 9, 9, 9, 9, 9, 9, N, 9, 9, 9, 9, 0, 9, 9, 9, 0, 9, 0, 9, 9, 9, 9, 9, 9);
        assertThat(cells(OpenSea.of(ground, 0, 1, Progress.silent()))).isEqualTo("{12}");
    }

    @Test
    void withoutTheSeaThereIsNoDataAndTheGroundStaysAsItWas() {
        Grid ground = grid(2, 0, 1, 2, 3);
        Grid land = OpenSea.without(ground, OpenSea.of(ground, 0, 1, Progress.silent()));
        assertThat(land.cells()).containsExactly(N, 1, 2, 3);
        assertThat(ground.cells()).containsExactly(0, 1, 2, 3);
    }
}
