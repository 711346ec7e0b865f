package riskmap.risk.social;

/**
 * What is usual: mean and standard deviation of the case rates of some weeks before. Weeks that were not reported are no
 * zeros: they are left out.
 *
 * <p>A rate has reached level 2, 3 or 4 when it is above the mean and no less than the mean and so many standard deviations.
 * <b>Source:</b> the moving mean ± 2σ of control charts (Stroup et al. 1989, Statistics in Medicine 8). Example: rates 4, 6,
 * 5, 5 have a mean of 5 and σ 0.81650 (of a sample); with 1, 2 and 3 σ a rate of 6.7 is level 3.
 *
 * @param weeks reported weeks it was made from
 * @param mean of their rates
 * @param deviation of a sample; 0 for one week
 */
public record CaseBaseline(int weeks, double mean, double deviation) {
    /** The baseline of some rates; NaN for a week that was not reported. */
    public static CaseBaseline of(double... rates) {
        int weeks = 0;
        double sum = 0;
        for (double rate : rates) {
            weeks += Double.isNaN(rate) ? 0 : 1;
            sum += Double.isNaN(rate) ? 0 : rate;
        }
        double mean = weeks == 0 ? Double.NaN : sum / weeks;
        double squares = 0;
        for (double rate : rates) {
            squares += Double.isNaN(rate) ? 0 : (rate - mean) * (rate - mean);
        }
        return new CaseBaseline(weeks, mean, weeks > 1 ? Math.sqrt(squares / (weeks - 1)) : 0);
    }

    /** The rate so many standard deviations above the mean (below, for a negative number; never below 0). */
    public double limit(double deviations) {
        return Math.max(0, mean + deviations * deviation);
    }

    /** 1 to 4 by the numbers of standard deviations that begin levels 2, 3 and 4. */
    public int level(double rate, double... deviations) {
        int level = 1;
        for (double each : deviations) {
            level += rate > mean && rate >= mean + each * deviation ? 1 : 0;
        }
        return level;
    }

    /** Cases per 100,000; NaN when either is not known. */
    public static double rate(double cases, double residents) {
        return residents > 0 ? cases * 100_000 / residents : Double.NaN;
    }
}
