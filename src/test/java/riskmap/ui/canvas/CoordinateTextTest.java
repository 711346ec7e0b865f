package riskmap.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import riskmap.geo.crs.Crs;

class CoordinateTextTest {
    @Test
    void exampleInJavadoc() {
        assertThat(CoordinateText.degrees(122 + 7 / 60.0 + 14.3 / 3600, 37 + 30 / 60.0 + 36 / 3600.0))
                .isEqualTo("122°07′14.3″E  37°30′36.0″N");
    }

    @Test
    void secondsThatRoundUpCarryIntoTheMinutes() {
        assertThat(CoordinateText.degrees(-0.99999999, -37.9999999)).isEqualTo("1°00′00.0″W  38°00′00.0″S");
    }

    @Test
    void projectedCoordinatesShowMetresAndGeographicOnesDegrees() {
        assertThat(CoordinateText.inMapUnits(510_123.44, 4_151_000.06, Crs.of("EPSG:4550")))
                .isEqualTo("510123.4, 4151000.1");
        assertThat(CoordinateText.inMapUnits(122.1234567, 37.5, Crs.of("EPSG:4490")))
                .isEqualTo("122.123457, 37.500000");
    }
}
