package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CellReliefTest {
    @Test
    void theWayDownhillIsBelow360DegreesInACellToo() {
        // a hair west of north: 359.99999999994 degrees, which a cell would hold as 360
        assertThat((float) CellRelief.turnedAspect(1e-12, -1)).isZero();
        assertThat(CellRelief.turnedAspect(0, 0)).isNaN();
        for (double angle = 0; angle < 360; angle += 7.5) {
            double east = -Math.sin(Math.toRadians(angle));
            double north = -Math.cos(Math.toRadians(angle));
            assertThat(CellRelief.turnedAspect(east, north)).isCloseTo(angle, within(1e-4));
            assertThat(CellRelief.aspect(east, north)).isCloseTo(angle, within(1e-9));
        }
    }

    @Test
    void aSlopeInSinglePrecisionIsTheSameButForTheSeventhDigit() {
        for (double east = -2; east <= 2; east += 0.37) {
            for (double north = -2; north <= 2; north += 0.41) {
                assertThat(CellRelief.singleDegrees(east, north))
                        .isCloseTo(CellRelief.degrees(east, north), within(1e-5));
            }
        }
        assertThat(CellRelief.singleDegrees(1, 0)).isCloseTo(45, within(1e-5));
    }
}
