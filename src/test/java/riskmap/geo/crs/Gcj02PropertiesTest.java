package riskmap.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02PropertiesTest {
    @Test
    void exampleInJavadoc() {
        double[] point = {122.1209, 37.5131};
        Gcj02.fromWgs84().apply(point, 1);
        assertThat(point[0]).isCloseTo(122.12595637, within(5e-9));
        assertThat(point[1]).isCloseTo(37.51413202, within(5e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void publishedPairsAreReproduced(double longitude, double latitude, double shiftedX, double shiftedY) {
        double[] point = {longitude, latitude};
        Gcj02.fromWgs84().apply(point, 1);
        assertThat(point[0]).isCloseTo(shiftedX, within(1e-12));
        assertThat(point[1]).isCloseTo(shiftedY, within(1e-12));
    }

    @Property(tries = 500)
    void thereAndBackIsWithinAMicrometre(
            @ForAll @DoubleRange(min = 73, max = 136) double longitude,
            @ForAll @DoubleRange(min = 2, max = 55) double latitude) {
        double[] point = {longitude, latitude};
        Gcj02.fromWgs84().apply(point, 1);
        // south of all of China there are places where both offsets are 0
        double least = latitude < 3.5 ? 0 : 1e-4;
        assertThat(Math.hypot(point[0] - longitude, point[1] - latitude)).isBetween(least, 2e-2);
        Gcj02.toWgs84().apply(point, 1);
        assertThat(point[0]).isCloseTo(longitude, within(1e-11));
        assertThat(point[1]).isCloseTo(latitude, within(1e-11));
    }

    @Property(tries = 50)
    void positionsOutsideTheRectangleStay(@ForAll @DoubleRange(min = -180, max = 71) double longitude) {
        double[] point = {longitude, 37};
        Gcj02.fromWgs84().apply(point, 1);
        Gcj02.toWgs84().apply(point, 1);
        assertThat(point).containsExactly(longitude, 37);
    }
}
