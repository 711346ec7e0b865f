package riskmap.risk.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliefNeedTest {
    /** 100 and 120 displaced people, what one needs in a week, and the needs InaSAFE 3.5's own tests state for them. */
    @ParameterizedTest(name = "{0}: {1} a head")
    @CsvSource({
        "rice kg, 2.8, 280, 336",
        "drinking water l, 17.5, 1750, 2100",
        "clean water l, 67, 6700, 8040",
        "family kits, 0.2, 20, 24",
        "toilets, 0.05, 5, 6"
    })
    void publishedMinimumNeeds(String item, double perHead, double ofHundred, double ofHundredAndTwenty) {
        assertThat(ReliefNeed.of(perHead, 100)).isEqualTo(ofHundred);
        assertThat(ReliefNeed.of(perHead, 120)).isEqualTo(ofHundredAndTwenty);
    }

    @Test
    void exampleInJavadoc() {
        assertThat(ReliefNeed.of(0.07, 100)).isEqualTo(7);
    }

    @Test
    void aPartOfAPieceIsAPieceAndRoundingOfBinaryNumbersIsNone() {
        assertThat(ReliefNeed.of(1.1, 10)).isEqualTo(11);
        assertThat(ReliefNeed.of(0.2, 36)).isEqualTo(8);
        assertThat(ReliefNeed.of(0.001, 1)).isEqualTo(1);
        assertThat(ReliefNeed.of(0, 1000)).isZero();
        assertThat(ReliefNeed.of(1, 0)).isZero();
    }
}
