package riskmap.geo.polygonize;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.geo.Grids.SILENT;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import riskmap.geo.Grids;
import riskmap.geo.raster.Grid;

class SieveTest {
    private static String sieve(String grid, int minimum) {
        return Grids.text(Sieve.sieve(Grids.of(grid), minimum, SILENT));
    }

    @Test
    void aSpeckTakesTheValueAroundIt() {
        assertThat(sieve("1 1 1 / 1 2 1 / 1 1 1", 2)).isEqualTo("1 1 1 / 1 1 1 / 1 1 1");
        assertThat(sieve("1 1 1 / 1 2 1 / 1 1 1", 1)).isEqualTo("1 1 1 / 1 2 1 / 1 1 1");
    }

    @Test
    void theNeighbourWithTheLongestCommonBorderReceives() {
        // the 9 shares two sides with the twos and one with the ones, of which there are more
        assertThat(sieve("1 1 1 1 / 1 1 9 2 / 1 1 2 2", 2)).isEqualTo("1 1 1 1 / 1 1 1 2 / 1 1 2 2");
        assertThat(sieve("1 1 1 1 1 / 1 9 2 2 2 / 1 2 2 2 2 / 1 2 2 2 2", 3))
                .isEqualTo("1 1 1 1 1 / 1 2 2 2 2 / 1 2 2 2 2 / 1 2 2 2 2");
    }

    @Test
    void aBorderIsAsLongAsInAllRowsTogetherThatAreCountedApart() {
        // four sides with the ones; three with the twos, all in the upper rows, and three with the threes below
        StringBuilder rows = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int row = 0; row < 128; row++) {
            String around = row < 64 ? "2" : "3";
            boolean speck = row >= 62 && row < 66;
            String start = row == 0 ? "1 " : " / 1 ";
            rows.append(start).append(speck ? "9" : around).append(' ').append(around);
            expected.append(start).append(speck ? "1" : around).append(' ').append(around);
        }
        assertThat(sieve(rows.toString(), 5)).isEqualTo(expected.toString());
    }

    @Test
    void zonesThatComeToTouchAreOne() {
        // once the 2 between them is gone, both threes together are large enough
        assertThat(sieve("1 1 1 1 1 / 3 3 2 3 3 / 1 1 1 1 1", 5)).isIn("1 1 1 1 1 / 1 1 1 1 1 / 1 1 1 1 1");
        assertThat(sieve("3 3 2 3 3", 4)).isEqualTo("3 3 3 3 3");
    }

    @Test
    void noDataStaysAndReceivesNothing() {
        assertThat(sieve(". . . / . 2 . / . . .", 5)).isEqualTo(". . . / . 2 . / . . .");
        assertThat(sieve("1 . 2 / 1 . 2 / 1 3 2", 2)).isEqualTo("1 . 2 / 1 . 2 / 1 1 2");
    }

    @Property(tries = 100)
    void noZoneThatHasANeighbourStaysSmall(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int minimum) {
        Grid grid = Grids.random(seed, 25, 18, 4);
        Grid sieved = Sieve.sieve(grid, minimum, SILENT);
        for (int i = 0; i < grid.cells().length; i++) {
            assertThat(Float.isNaN(sieved.cells()[i])).isEqualTo(Float.isNaN(grid.cells()[i]));
        }
        var zones = Polygonizer.polygonize(sieved, SILENT);
        for (Polygonizer.Zone zone : zones) {
            if (zone.cells() < minimum) {
                assertThat(zones.stream()
                                .filter(other -> other != zone)
                                .noneMatch(other -> zone.polygon()
                                                .intersection(other.polygon())
                                                .getLength()
                                        > 0))
                        .isTrue();
            }
        }
        assertThat(Sieve.sieve(sieved, minimum, SILENT).cells()).isEqualTo(sieved.cells());
    }
}
