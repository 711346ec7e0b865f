package riskmap.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CrsPropertiesTest {
    @Property(tries = 500)
    void projectedCoordinatesComeBackWithinAHundredthOfAMillimetre(
            @ForAll @IntRange(min = 4491, max = 4554) int code,
            @ForAll @DoubleRange(min = -4, max = 4) double fromMeridian,
            @ForAll @DoubleRange(min = 1, max = 55) double latitude) {
        double longitude = Crs.definition(Crs.of(code)).centralMeridian() + fromMeridian;
        double[] point = {longitude, latitude};
        Crs.transform(Crs.of(4490), Crs.of(code)).apply(point, 1);
        double[] first = point.clone();
        Crs.transform(Crs.of(code), Crs.of(4490)).apply(point, 1);
        assertThat(point[0]).isCloseTo(longitude, within(1e-11));
        assertThat(point[1]).isCloseTo(latitude, within(1e-11));
        Crs.transform(Crs.of(4490), Crs.of(code)).apply(point, 1);
        assertThat(point[0]).isCloseTo(first[0], within(1e-5));
        assertThat(point[1]).isCloseTo(first[1], within(1e-5));
    }
}
