package riskmap.risk.flood;

/**
 * Runoff of a storm by the curve number method of the US Soil Conservation Service.
 *
 * <pre>  S = 25400/CN − 254,  Ia = λ·S,  Q = (P − Ia)²/(P − Ia + S) where P &gt; Ia, else 0</pre>
 *
 * with rain P, potential retention S, initial abstraction Ia and runoff Q in millimetres. Q never falls when P or CN rises.
 * The curve numbers are tabled for λ = 0.2; with λ = 0.05 the retention of the table is converted, S₀.₀₅ = 1.33 S₀.₂^1.15 in
 * inches.
 *
 * <p>Example: {@code new CurveNumber(80, 0.2).runoff(100)} is 50.539 mm.
 *
 * <p><b>Source:</b> USDA NRCS, TR-55 (1986), chapter 2; λ = 0.05 with its own retention: Woodward et al. (2003).
 *
 * @param number curve number, above 0 to 100
 * @param ratio initial abstraction over retention, λ
 */
public record CurveNumber(double number, double ratio) {
    /** λ of TR-55. */
    public static final double USUAL_RATIO = 0.2;

    /** λ that comes with its own retention. */
    public static final double SMALL_RATIO = 0.05;

    private static final double INCH = 25.4;

    public CurveNumber {
        if (!(number > 0 && number <= 100) || !(ratio >= 0 && ratio < 1)) {
            throw new IllegalArgumentException("CN " + number + ", λ " + ratio);
        }
    }

    /** The number of several covers together: the mean by area. */
    public static double weighted(double[] numbers, double[] areas) {
        double sum = 0;
        double area = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i] * areas[i];
            area += areas[i];
        }
        return sum / area;
    }

    /** Potential retention in mm as tabled for λ = 0.2. */
    public double tabledRetention() {
        return 25400 / number - 254;
    }

    /** Whether the retention is converted from the tabled one. */
    public boolean isConverted() {
        return ratio == SMALL_RATIO;
    }

    /** Potential retention S in mm that goes with λ. */
    public double retention() {
        return isConverted() ? 1.33 * Math.pow(tabledRetention() / INCH, 1.15) * INCH : tabledRetention();
    }

    /** Initial abstraction Ia in mm: less rain gives no runoff. */
    public double abstraction() {
        return ratio * retention();
    }

    /** Runoff in mm of so much rain in mm. */
    public double runoff(double rain) {
        double effective = rain - abstraction();
        return effective <= 0 ? 0 : effective * effective / (effective + retention());
    }

    /**
     * The rain in mm that gives so much runoff: the inverse of {@link #runoff}. With the free storage of a reservoir over
     * its catchment as runoff, this is the reservoir's rain-absorbing capacity (纳雨能力).
     */
    public double rainOf(double runoff) {
        // e² = R(e + S) with e = P − Ia
        double effective = (runoff + Math.sqrt(runoff * runoff + 4 * runoff * retention())) / 2;
        return abstraction() + effective;
    }

    /** Runoff in each step of a storm: the rise of the runoff of the rain so far. */
    public double[] runoffByStep(double[] rainByStep) {
        double[] steps = new double[rainByStep.length];
        double rain = 0;
        double before = 0;
        for (int i = 0; i < steps.length; i++) {
            rain += rainByStep[i];
            double now = runoff(rain);
            steps[i] = now - before;
            before = now;
        }
        return steps;
    }
}
