package riskmap.risk.weighting;

/**
 * A risk matrix: the level 1 (blue) to 4 (red) of each pair of a class of likelihood (row) and of severity (column), both
 * numbered from 1. A sound matrix never falls as either rises.
 *
 * <p>Example: in {@code 1,2 / 2,4} likelihood 2 with severity 2 is red.
 */
public final class RiskMatrix {
    private final double[][] levels;

    /** A matrix of rows of likelihood, from the least. */
    public RiskMatrix(double[][] levels) {
        this.levels = levels;
    }

    /** Whether all levels are whole from 1 to 4 and never fall as likelihood or severity rises. */
    public boolean isSound() {
        boolean sound = levels.length > 0;
        for (int row = 0; row < levels.length; row++) {
            for (int column = 0; column < levels[row].length; column++) {
                double level = levels[row][column];
                sound &= level == Math.rint(level) && level >= 1 && level <= 4;
                sound &= row == 0 || level >= levels[row - 1][column];
                sound &= column == 0 || level >= levels[row][column - 1];
            }
        }
        return sound;
    }

    /** Whether the matrix has such classes. */
    public boolean has(double likelihood, double severity) {
        return likelihood == Math.rint(likelihood)
                && severity == Math.rint(severity)
                && likelihood >= 1
                && likelihood <= levels.length
                && severity >= 1
                && severity <= levels[0].length;
    }

    /** Level of a pair of classes. */
    public int level(double likelihood, double severity) {
        if (!has(likelihood, severity)) {
            throw new IllegalArgumentException(likelihood + ", " + severity);
        }
        return (int) levels[(int) likelihood - 1][(int) severity - 1];
    }
}
