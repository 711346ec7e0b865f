package riskmap.risk.monitor;

import static riskmap.risk.WorkedCases.quantities;

import java.util.Arrays;
import riskmap.risk.WorkedCases;

/** The cases of {@code monitor.csv}. */
public final class MonitorCases {
    private MonitorCases() {}

    /** All of them. */
    public static WorkedCases all() {
        return new WorkedCases()
                .add("slide-rain", in -> {
                    double rain = SlideRain.effective(in.number("today"), in.numbers("before"), in.number("k"));
                    double[] row = in.numbers("thresholds");
                    return quantities("R", rain, "level", SlideRain.level(new double[][] {row}, (int) row[0], rain));
                })
                .add("sea-alarm", in -> {
                    AlarmThresholds kind = AlarmThresholds.of(in.text("kind"));
                    if (kind == null) {
                        throw new IllegalArgumentException("kind: "
                                + Arrays.stream(AlarmThresholds.values())
                                        .map(AlarmThresholds::key)
                                        .toList());
                    }
                    AlarmRule rule = new AlarmRule(kind.levels(), 0, 0);
                    return quantities(
                            "level",
                            Arrays.stream(in.numbers("readings"))
                                    .map(reading -> rule.levelOf(reading))
                                    .toArray());
                });
    }
}
