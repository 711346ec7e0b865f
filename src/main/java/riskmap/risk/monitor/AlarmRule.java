package riskmap.risk.monitor;

/**
 * The alarm colour of a series of readings by threshold, least duration and hysteresis.
 *
 * <p>A colour is raised when the readings have been at or above its threshold, without a gap, for at least the least
 * duration (0: at once). It is lowered only when a reading is below its threshold by more than the hysteresis, so that a
 * reading that wavers about a threshold does not switch the alarm on and off. A missing reading is the state
 * {@link #MISSING}: it neither raises nor ends an alarm, and what was on before it is on after it unless the next reading
 * says otherwise; a duration begins anew behind it.
 *
 * @param thresholds least readings of levels 1 (blue) to 4 (red), ascending; NaN for a level there is not
 * @param leastMinutes how long readings must stay at a level before it is raised
 * @param hysteresis by how much a reading must fall below the threshold before the level ends
 */
public record AlarmRule(double[] thresholds, double leastMinutes, double hysteresis) {
    /** The state of a reading that is missing. */
    public static final int MISSING = -1;

    public AlarmRule {
        thresholds = thresholds.clone();
    }

    /** The thresholds, a copy. */
    @Override
    public double[] thresholds() {
        return thresholds.clone();
    }

    /** The level a reading alone would have, 0 to 4; {@link #MISSING} for NaN. */
    public int levelOf(double reading) {
        return Double.isNaN(reading) ? MISSING : highest(reading, 0);
    }

    private int highest(double reading, double below) {
        int level = 0;
        for (int i = 0; i < thresholds.length; i++) {
            if (reading >= thresholds[i] - below) {
                level = i + 1;
            }
        }
        return level;
    }

    /**
     * The state at each reading: 0 none, 1 blue … 4 red, or {@link #MISSING}.
     *
     * @param minutes when each was read, ascending
     * @param readings NaN where one is missing
     */
    public int[] states(double[] minutes, double[] readings) {
        int[] states = new int[readings.length];
        double[] since = new double[thresholds.length];
        java.util.Arrays.fill(since, Double.NaN);
        int held = 0;
        for (int i = 0; i < readings.length; i++) {
            if (Double.isNaN(readings[i])) {
                java.util.Arrays.fill(since, Double.NaN);
                states[i] = MISSING;
                continue;
            }
            int raised = 0;
            for (int k = 0; k < thresholds.length; k++) {
                if (readings[i] >= thresholds[k]) {
                    since[k] = Double.isNaN(since[k]) ? minutes[i] : since[k];
                    raised = minutes[i] - since[k] >= leastMinutes ? k + 1 : raised;
                } else {
                    since[k] = Double.NaN;
                }
            }
            int kept = Math.min(held, highest(readings[i], hysteresis));
            held = Math.max(raised, kept);
            states[i] = held;
        }
        return states;
    }
}
