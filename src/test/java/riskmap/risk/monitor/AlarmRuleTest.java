package riskmap.risk.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmRuleTest {
    private static final int NONE = 0;
    private static final int GAP = AlarmRule.MISSING;

    @ParameterizedTest
    @CsvSource({
        "waves-near-shore, 2.49, 0",
        "waves-near-shore, 2.5, 1",
        "waves-near-shore, 3.5, 2",
        "waves-near-shore, 4.5, 3",
        "waves-near-shore, 6, 4",
        "waves-open-sea, 5.9, 0",
        "waves-open-sea, 6, 2",
        "waves-open-sea, 9, 3",
        "waves-open-sea, 14, 4",
        "tsunami, 49, 0",
        "tsunami, 50, 1",
        "tsunami, 100, 2",
        "tsunami, 150, 3",
        "tsunami, 200, 4"
    })
    void aReadingOnAThresholdHasItsColour(String kind, double reading, int level) {
        AlarmRule rule = new AlarmRule(AlarmThresholds.of(kind).levels(), 0, 0);
        assertThat(rule.levelOf(reading)).isEqualTo(level);
        assertThat(states(rule, reading)).containsExactly(level);
    }

    @Test
    void aColourIsRaisedOnlyAfterItsDuration() {
        AlarmRule rule = new AlarmRule(new double[] {2.5, 3.5, 4.5, 6}, 60, 0);
        // readings every 30 minutes: at 2.5 or more from the second on, at 3.5 only for 30 minutes
        assertThat(states(rule, 2, 2.6, 3.6, 3.6, 2.8, 2.4)).containsExactly(NONE, NONE, NONE, 1, 1, NONE);
    }

    @Test
    void aColourEndsOnlyBelowItsHysteresis() {
        AlarmRule rule = new AlarmRule(new double[] {2.5, 3.5, 4.5, 6}, 0, 0.2);
        assertThat(states(rule, 3.5, 3.4, 3.3, 3.29, 2.4, 2.2)).containsExactly(2, 2, 2, 1, 1, NONE);
    }

    @Test
    void aMissingReadingIsNeverNormalAndBreaksADuration() {
        AlarmRule rule = new AlarmRule(new double[] {50, 100, 150, 200}, 30, 0);
        double none = Double.NaN;
        assertThat(states(rule, none, 60, none, 60, 60, none, 60, 10))
                .containsExactly(GAP, NONE, GAP, NONE, 1, GAP, 1, NONE);
    }

    @Property
    void withoutDurationAndHysteresisEachReadingHasItsOwnColour(
            @ForAll @Size(max = 30) double @DoubleRange(min = 0, max = 8) [] readings) {
        AlarmRule rule = new AlarmRule(new double[] {2.5, 3.5, 4.5, 6}, 0, 0);
        int[] states = states(rule, readings);
        for (int i = 0; i < readings.length; i++) {
            assertThat(states[i]).isEqualTo(rule.levelOf(readings[i]));
        }
    }

    @Property
    void aLongerDurationNeverRaisesMore(@ForAll @Size(max = 30) double @DoubleRange(min = 0, max = 8) [] readings) {
        int[] quick = states(new AlarmRule(new double[] {2.5, 3.5, 4.5, 6}, 30, 0.2), readings);
        int[] slow = states(new AlarmRule(new double[] {2.5, 3.5, 4.5, 6}, 90, 0.2), readings);
        for (int i = 0; i < readings.length; i++) {
            assertThat(slow[i]).isLessThanOrEqualTo(quick[i]);
        }
    }

    private static int[] states(AlarmRule rule, double... readings) {
        double[] minutes = new double[readings.length];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = 30.0 * i;
        }
        return rule.states(minutes, readings);
    }
}
