package riskmap.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnglesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "121.5 | 121.5",
                "-38,55 | -38.55",
                "１２１．５ | 121.5",
                "1.2e2 | 120",
                "120°30'15\"E | 120.5041666667",
                "东经122度7分12秒 | 122.12",
                "37°30′36″北 | 37.51",
                "N 37 30 36 | 37.51",
                "S37 30 36 | -37.51",
                "122 7.2 | 122.12",
            })
    void coordinatesAreReadAsPeopleWriteThem(String text, double degrees) {
        assertThat(Angles.parse(text)).isCloseTo(degrees, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "120°75'", "12-13", "1 2 3 4"})
    void whatIsNoCoordinateIsNotANumber(String text) {
        assertThat(Angles.parse(text)).isNaN();
    }
}
