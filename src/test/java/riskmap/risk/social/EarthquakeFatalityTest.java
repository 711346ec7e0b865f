package riskmap.risk.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shares of the dead by intensity, against SciPy's normal distribution and the medians as published. */
class EarthquakeFatalityTest {
    @Test
    void exampleInJavadoc() {
        assertThat(EarthquakeFatality.ITB.rate(8)).isCloseTo(0.000889, within(1e-6));
        assertThat(Math.round(100_000 * EarthquakeFatality.ITB.rate(8))).isEqualTo(89);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1.0842362247315823e-15",
        "5, 5.4634466745508285e-11",
        "6, 7.767209123465086e-08",
        "7, 1.193407127888174e-05",
        "8, 0.0004174903023528282",
        "9, 0.005219910855173333",
        "10, 0.031219960914393222"
    })
    void theFarTailOfPagerIsExact(int intensity, double rate) {
        assertThat(EarthquakeFatality.PAGER.rate(intensity)).isCloseTo(rate, within(1e-12 * rate));
    }

    @ParameterizedTest
    @EnumSource(EarthquakeFatality.class)
    void moreDieWhereItIsFeltMore(EarthquakeFatality model) {
        assertThat(model.rate(3)).isZero();
        for (int intensity = 2; intensity <= EarthquakeFatality.HIGHEST; intensity++) {
            assertThat(model.rate(intensity)).isGreaterThanOrEqualTo(model.rate(intensity - 1));
        }
        assertThat(EarthquakeFatality.of(model.key())).contains(model);
        assertThatThrownBy(() -> model.rate(11)).isInstanceOf(IllegalArgumentException.class);
    }
}
