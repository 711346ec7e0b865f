package riskmap.risk.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RationalPeakTest {
    /** Solved by another program (scipy's root finder): Qm 17.240384, τ 20.932813, t 4.444353. */
    @Test
    void aStormThatEndsBeforeTheFarthestWaterArrivesHasThePeakOfAPart() {
        RationalPeak peak = RationalPeak.of(20, 25, 0.026, 0.55, 60, 0.785, 4);
        assertThat(peak.isOfWholeArea()).isFalse();
        assertThat(peak.runoffHours()).isCloseTo(4.444353, within(1e-6));
        assertThat(peak.discharge()).isCloseTo(17.240384, within(1e-6));
        assertThat(peak.hours()).isCloseTo(20.932813, within(1e-6));
    }

    @Test
    void withoutRainThereIsNoPeakAndNoTimeOfOne() {
        RationalPeak none = RationalPeak.of(20, 25, 0.026, 0.55, 0, 0.785, 4);
        assertThat(none.discharge()).isZero();
        assertThat(none.hours()).isNaN();
        // a storm of one intensity that the loss takes
        assertThat(RationalPeak.of(20, 25, 0.026, 0.55, 4, 0, 4).discharge()).isZero();
    }

    @Property
    void morePeakComesOfMoreRainAndTheFormulaHoldsAtIt(
            @ForAll @DoubleRange(min = 0.1, max = 300) double area,
            @ForAll @DoubleRange(min = 0.1, max = 60) double length,
            @ForAll @DoubleRange(min = 1, max = 200) double power,
            @ForAll @DoubleRange(min = 0.1, max = 0.95) double exponent,
            @ForAll @DoubleRange(min = 0.1, max = 20) double loss) {
        RationalPeak peak = RationalPeak.of(area, length, 0.01, 1, power, exponent, loss);
        double t = peak.runoffHours();
        double mean = peak.isOfWholeArea()
                ? power / Math.pow(peak.hours(), exponent) - loss
                : exponent * power * Math.pow(t, 1 - exponent) / peak.hours();
        assertThat(peak.discharge()).isPositive().isCloseTo(0.278 * mean * area, within(1e-6 * (1 + peak.discharge())));
        assertThat(RationalPeak.of(area, length, 0.01, 1, 1.1 * power, exponent, loss)
                        .discharge())
                .isGreaterThan(peak.discharge());
    }
}
