package riskmap.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/** Places as people write them: all of these are the same house. */
class TypedPlacesTest {
    private static final CoordinateReferenceSystem MAP = Crs.of("EPSG:4550");
    private static final double LONGITUDE = 122 + 7 / 60.0 + 14.3 / 3600;
    private static final double LATITUDE = 37 + 30 / 60.0 + 36.0 / 3600;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "122°07′14.3″E  37°30′36.0″N",
                "37°30'36.0\"N, 122°07'14.3\"E",
                "37 30 36 N 122 07 14.3 E",
                "N37°30′36″ E122°7′14.3″",
                "E 122 7 14.3, N 37 30 36",
                "东经122度7分14.3秒 北纬37度30分36秒",
                "北纬３７度３０分３６秒，东经１２２度７分１４．３秒",
                "122d07m14.3 37d30m36 N",
                "122.12063889, 37.51",
                "37.51 122.12063889",
                "37.51N 122.12063889E",
                "EPSG:4326 122.12063889 37.51",
                "122.12063889，37.51",
            })
    void theSameHouse(String typed) {
        double[] expected = {LONGITUDE, LATITUDE};
        Crs.transform(Crs.of("EPSG:4490"), MAP).apply(expected, 1);
        Coordinate found = TypedPlaces.read(typed, MAP, MAP);
        assertThat(found.x).isCloseTo(expected[0], within(0.02));
        assertThat(found.y).isCloseTo(expected[1], within(0.02));
    }

    @Test
    void bareNumbersAreOfTheCrsThatIsUnderstoodAndStatedOnesOfTheStatedOne() {
        assertThat(TypedPlaces.read("500123.4, 4147321", MAP, MAP)).isEqualTo(new Coordinate(500123.4, 4147321));
        Coordinate other = TypedPlaces.read("EPSG:4549, 677777 4147321", MAP, MAP);
        Coordinate same = TypedPlaces.read("677777 4147321", Crs.of("EPSG:4549"), MAP);
        assertThat(other).isEqualTo(same);
        assertThat(other.x).isNotCloseTo(677777, within(1000.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "家", "122", "1 2 3", "37°75′N 122°E", "37°N 38°N", "N37 N122", "EPSG:4326", "1e5, 2"})
    void whatIsNoPlaceIsRefused(String typed) {
        assertThatThrownBy(() -> TypedPlaces.read(typed, MAP, MAP)).isInstanceOf(RiskMapException.class);
    }

    @Test
    void anUnknownCrsAndAPlaceOutsideItsAreaAreSaid() {
        assertThatThrownBy(() -> TypedPlaces.read("EPSG:99999 1, 2", MAP, MAP))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        e -> assertThat(e.userMessage().key()).isEqualTo("geo.crs-unknown"));
        for (String outside : new String[] {"9999999999, 4147321", "EPSG:4326 500 95", "500000, 99999999"}) {
            assertThatThrownBy(() -> TypedPlaces.read(outside, MAP, MAP))
                    .as(outside)
                    .isInstanceOfSatisfying(
                            RiskMapException.class,
                            e -> assertThat(e.userMessage().key()).isEqualTo("app.place-outside-crs"));
        }
    }
}
