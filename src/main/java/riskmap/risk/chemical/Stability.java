package riskmap.risk.chemical;

/**
 * Stability of the air after Pasquill, from A (very unstable) to F (stable).
 *
 * <p><b>Source:</b> Pasquill 1961 in the form of Turner's workbook; the table is to be checked against the print.
 */
public enum Stability {
    A,
    B,
    C,
    D,
    E,
    F;

    /** Sunshine by day, or cloud by night. */
    public enum Sky {
        STRONG_SUN,
        MODERATE_SUN,
        SLIGHT_SUN,
        CLOUDY_NIGHT,
        CLEAR_NIGHT,
        OVERCAST
    }

    /** The usual class for a wind in 10 m height; where the table names two (A–B), the more stable one: the plume is longer. */
    public static Stability of(double windMetresPerSecond, Sky sky) {
        if (sky == Sky.OVERCAST) {
            return D;
        }
        int row = windMetresPerSecond < 2
                ? 0
                : windMetresPerSecond < 3 ? 1 : windMetresPerSecond < 5 ? 2 : windMetresPerSecond < 6 ? 3 : 4;
        return switch (sky) {
            case STRONG_SUN -> new Stability[] {B, B, B, C, C}[row];
            case MODERATE_SUN -> new Stability[] {B, B, C, D, D}[row];
            case SLIGHT_SUN -> new Stability[] {B, C, C, D, D}[row];
            case CLOUDY_NIGHT -> new Stability[] {E, E, D, D, D}[row];
            default -> new Stability[] {F, F, E, D, D}[row];
        };
    }
}
