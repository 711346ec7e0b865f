package riskmap.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class EntryTextTest {
    private static final Coordinate LAST = new Coordinate(1000, 2000);
    private static final Coordinate EAST_OF_IT = new Coordinate(1050, 2000);

    @ParameterizedTest
    @ValueSource(
            strings = {"500123.45,4147321.1", "500123.45, 4147321.1", "500123.45，4147321.10", "５００１２３.４５ 4147321.1"})
    void aPlaceIsEastingAndNorthing(String typed) {
        assertThat(point(typed)).isEqualTo(new Coordinate(500123.45, 4147321.1));
    }

    @Test
    void anAtSignCountsFromTheLastVertex() {
        assertThat(point("@12.5,-3")).isEqualTo(new Coordinate(1012.5, 1997));
        assertThat(EntryText.read("@12.5,-3", null, EAST_OF_IT)).isEmpty();
    }

    @Test
    void lengthAndBearingGoFromNorthClockwise() {
        assertThat(point("25<90")).isEqualTo(new Coordinate(1025, 2000));
        assertThat(point("25<180")).isEqualTo(new Coordinate(1000, 1975));
        Coordinate half = point("10<30°30'");
        assertThat(half.x).isCloseTo(1000 + 10 * Math.sin(Math.toRadians(30.5)), within(1e-9));
        assertThat(half.y).isCloseTo(2000 + 10 * Math.cos(Math.toRadians(30.5)), within(1e-9));
    }

    @Test
    void aLengthAloneGoesTowardsThePointer() {
        assertThat(point("25")).isEqualTo(new Coordinate(1025, 2000));
        assertThat(EntryText.read("25", LAST, null)).isEmpty();
    }

    @Test
    void aBearingAloneIsKeptForTheNextEdge() {
        EntryText.Entry entry = EntryText.read("<45°7'30\"", LAST, EAST_OF_IT).orElseThrow();
        assertThat(entry.point()).isNull();
        assertThat(entry.bearing()).isCloseTo(45.125, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,2,3", "<", "@", "12<", "--3,4"})
    void nonsenseIsNoEntry(String typed) {
        assertThat(EntryText.read(typed, LAST, EAST_OF_IT)).isEmpty();
    }

    private static Coordinate point(String typed) {
        return EntryText.read(typed, LAST, EAST_OF_IT).orElseThrow().point();
    }
}
