package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class ViewshedTest {
    private final GridGeometry geometry = new GridGeometry(61, 61, 0, 610, 10, 10, null);

    @Test
    void onAPlainEverythingWithinTheRadiusIsSeen() {
        Grid seen =
                new Viewshed(Grid.filled(geometry, 50), 2, 0, 200).count(new double[] {305, 305}, Progress.silent());
        int count = 0;
        for (float cell : seen.cells()) {
            count += cell == 1 ? 1 : 0;
        }
        int within = 0;
        for (int dy = -30; dy <= 30; dy++) {
            for (int dx = -30; dx <= 30; dx++) {
                within += Math.hypot(dx, dy) <= 20 ? 1 : 0;
            }
        }
        assertThat(count).isEqualTo(within);
    }

    /** An eye 10 m up, 100 m before a wall of 20 m: hidden behind it is all that lies lower than 10 m + 0.1 m per metre. */
    @Test
    void aWallHidesWhatLiesUnderTheLineOverItsTop() {
        Grid ground = Grid.filled(geometry, 0);
        for (int row = 0; row < 61; row++) {
            ground.set(20, row, 20);
        }
        double[] eye = {105, 305};
        Grid low = new Viewshed(ground, 10, 25, 1000).count(eye, Progress.silent());
        assertThat(low.get(20, 30)).isEqualTo(1);
        assertThat(low.get(24, 30)).isEqualTo(1);
        assertThat(low.get(26, 30)).isEqualTo(0);
        Grid ofTheGround = new Viewshed(ground, 10, 0, 1000).count(eye, Progress.silent());
        assertThat(ofTheGround.get(21, 30)).isEqualTo(0);
        assertThat(ofTheGround.get(60, 30)).isEqualTo(0);
        assertThat(ofTheGround.get(19, 30)).isEqualTo(1);
    }

    @Test
    void twoLookoutsAreCountedAndVoidsStayVoid() {
        Grid ground = Grid.filled(geometry, 0);
        ground.set(3, 3, Float.NaN);
        Grid seen = new Viewshed(ground, 5, 0, 1000).count(new double[] {105, 305, 505, 305}, Progress.silent());
        assertThat(seen.get(30, 30)).isEqualTo(2);
        assertThat(seen.get(3, 3)).isNaN();
    }

    /** The line to the cell 3 columns and 2 rows away crosses row 1 between two peaks, and no column as high up. */
    @Test
    void aRidgeThatTheLineCrossesBetweenTwoColumnsHidesWhatIsBehind() {
        Grid ground = Grid.filled(geometry, 0);
        ground.set(31, 31, 10);
        ground.set(32, 31, 10);
        double[] eye = {305, 305};
        Grid under = new Viewshed(ground, 8, 8, 1000).count(eye, Progress.silent());
        assertThat(under.get(33, 32)).isEqualTo(0);
        Grid over = new Viewshed(ground, 10.1, 10.1, 1000).count(eye, Progress.silent());
        assertThat(over.get(33, 32)).isEqualTo(1);
        // the same turned by a quarter: columns and rows change places
        Grid turned = Grid.filled(geometry, 0);
        turned.set(31, 31, 10);
        turned.set(31, 32, 10);
        assertThat(new Viewshed(turned, 8, 8, 1000)
                        .count(eye, Progress.silent())
                        .get(32, 33))
                .isEqualTo(0);
    }

    /**
     * Over the sea an eye of 10 m sees the water as far as √(2 R h/(1 − k)) = 12,102 m, and a mast of 15 m another 14,822 m,
     * along rows as along columns, from the edge of the terrain too: what lies beyond it hides nothing.
     */
    @Test
    void theHorizonOfTheSeaIsThatOfTheCurvedEarthLessRefraction() {
        GridGeometry east = new GridGeometry(400, 1, 0, 100, 100, 100, null);
        GridGeometry south = new GridGeometry(1, 400, 0, 40_000, 100, 100, null);
        assertThat(farthest(new Viewshed(Grid.filled(east, 0), 10, 0, 1e6), 50, 50))
                .isEqualTo(121);
        assertThat(farthest(new Viewshed(Grid.filled(south, 0), 10, 0, 1e6), 50, 39_950))
                .isEqualTo(121);
        assertThat(farthest(new Viewshed(Grid.filled(east, 0), 10, 15, 1e6), 50, 50))
                .isEqualTo(269);
        assertThat(farthest(new Viewshed(Grid.filled(east, 7), 10, 15, 20_000), 39_950, 50))
                .isEqualTo(200);
    }

    /** Cells to the farthest that is seen; all before it are seen too. */
    private static int farthest(Viewshed view, double x, double y) {
        float[] seen = view.count(new double[] {x, y}, Progress.silent()).cells();
        int count = 0;
        for (float cell : seen) {
            count += (int) cell;
        }
        boolean fromTheEnd = seen[0] == 0;
        for (int i = 0; i < count; i++) {
            assertThat(seen[fromTheEnd ? seen.length - 1 - i : i]).isEqualTo(1);
        }
        return count - 1;
    }
}
