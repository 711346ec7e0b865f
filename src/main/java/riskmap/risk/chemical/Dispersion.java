package riskmap.risk.chemical;

/**
 * How wide a plume has become at a distance downwind: σy and σz in metres, x in metres.
 *
 * <p><b>Sources:</b> {@link #CCPS}: CCPS 1999, σy = δ x^0.9, σz = δ x^β e^(γ ln² x); {@link #BRIGGS_RURAL} and
 * {@link #BRIGGS_URBAN}: Briggs 1973. The sets differ by 13 % in the concentration at 500 m in class F: a result names
 * its set.
 */
public enum Dispersion {
    CCPS {
        @Override
        public double sigmaY(Stability stability, double x) {
            return CCPS_Y[stability.ordinal()] * Math.pow(x, 0.9);
        }

        @Override
        public double sigmaZ(Stability stability, double x) {
            double[] c = CCPS_Z[stability.ordinal()];
            double log = Math.log(x);
            return c[0] * Math.pow(x, c[1]) * Math.exp(c[2] * log * log);
        }
    },
    BRIGGS_RURAL {
        @Override
        public double sigmaY(Stability stability, double x) {
            return RURAL_Y[stability.ordinal()] * x / Math.sqrt(1 + 1e-4 * x);
        }

        @Override
        public double sigmaZ(Stability stability, double x) {
            return switch (stability) {
                case A -> 0.20 * x;
                case B -> 0.12 * x;
                case C -> 0.08 * x / Math.sqrt(1 + 2e-4 * x);
                case D -> 0.06 * x / Math.sqrt(1 + 1.5e-3 * x);
                case E -> 0.03 * x / (1 + 3e-4 * x);
                case F -> 0.016 * x / (1 + 3e-4 * x);
            };
        }
    },
    BRIGGS_URBAN {
        @Override
        public double sigmaY(Stability stability, double x) {
            return URBAN_Y[stability.ordinal()] * x / Math.sqrt(1 + 4e-4 * x);
        }

        @Override
        public double sigmaZ(Stability stability, double x) {
            return switch (stability) {
                case A, B -> 0.24 * x * Math.sqrt(1 + 1e-3 * x);
                case C -> 0.20 * x;
                case D -> 0.14 * x / Math.sqrt(1 + 3e-4 * x);
                case E, F -> 0.08 * x / Math.sqrt(1 + 1.5e-3 * x);
            };
        }
    };

    private static final double[] CCPS_Y = {0.423, 0.313, 0.210, 0.136, 0.102, 0.0674};
    private static final double[][] CCPS_Z = {
        {107.7, -1.7172, 0.2770},
        {0.1355, 0.8752, 0.0136},
        {0.09623, 0.9477, -0.0020},
        {0.04134, 1.1737, -0.0316},
        {0.02275, 1.3010, -0.0450},
        {0.01122, 1.4024, -0.0540}
    };
    private static final double[] RURAL_Y = {0.22, 0.16, 0.11, 0.08, 0.06, 0.04};
    private static final double[] URBAN_Y = {0.32, 0.32, 0.22, 0.16, 0.11, 0.11};

    /** Standard deviation across the wind. */
    public abstract double sigmaY(Stability stability, double x);

    /** Standard deviation upwards. */
    public abstract double sigmaZ(Stability stability, double x);
}
