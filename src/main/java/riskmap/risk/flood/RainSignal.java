package riskmap.risk.flood;

/**
 * The rainstorm warning signal by how much rain fell, or is expected, in so many hours: the highest signal whose threshold
 * the rain of its period has reached.
 *
 * <p><b>Source:</b> 气象灾害预警信号发布与传播办法, CMA decree 16 (2007): blue 50 mm in 12 h, yellow 50 mm in 6 h, orange
 * 50 mm in 3 h, red 100 mm in 3 h.
 */
public final class RainSignal {
    private final double[][] thresholds;

    /**
     * A set of thresholds.
     *
     * @param thresholds rows of level (1 blue … 4 red), hours, millimetres
     */
    public RainSignal(double[][] thresholds) {
        this.thresholds = thresholds.clone();
    }

    /** The signal of a series of hourly rain: 0 none, 1 blue, 2 yellow, 3 orange, 4 red. */
    public int level(double[] hourly) {
        int level = 0;
        for (double[] row : thresholds) {
            if (most(hourly, (int) row[1]) >= row[2]) {
                level = Math.max(level, (int) row[0]);
            }
        }
        return level;
    }

    /** The hour after whose rain the signal is first reached, counted from 1; 0 when it never is. */
    public int firstHour(double[] hourly, int wanted) {
        for (int hours = 1; hours <= hourly.length; hours++) {
            if (level(java.util.Arrays.copyOf(hourly, hours)) >= wanted) {
                return hours;
            }
        }
        return 0;
    }

    /** The most rain in so many hours on end; all of it when the series is shorter. */
    public static double most(double[] hourly, int hours) {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < hourly.length; i++) {
            sum = 0;
            for (int k = Math.max(0, i - hours + 1); k <= i; k++) {
                sum += hourly[k];
            }
            most = Math.max(most, sum);
        }
        return most;
    }
}
