package riskmap.risk.weighting;

/**
 * Weights from pairwise comparison (analytic hierarchy process): the principal eigenvector of a reciprocal matrix, its
 * eigenvalue λ, and the consistency ratio CR = (λ − n)/(n − 1)/RI. Judgements with CR above 0.10 contradict each other.
 *
 * <p><b>Source:</b> Saaty 1980; random indices RI of Saaty (0.58 for three factors). Example: 1 3 5 / ⅓ 1 3 / ⅕ ⅓ 1 gives
 * 0.63699, 0.25828, 0.10473, λ 3.03851, CR 0.0332.
 *
 * @param weights of the factors, sum 1
 * @param lambda principal eigenvalue
 * @param consistencyRatio 0 where nothing can contradict (one or two factors)
 */
public record PairwiseComparison(double[] weights, double lambda, double consistencyRatio) {
    /** Above this the judgements are to be made again. */
    public static final double GREATEST_RATIO = 0.10;

    /** Most factors there is a random index for. */
    public static final int MOST = 15;

    private static final double[] RANDOM_INDEX = {
        0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };

    /**
     * Weights of a reciprocal matrix.
     *
     * @param matrix how much more the factor of the row counts than that of the column; up to 15 factors
     * @throws IllegalArgumentException when it is not square, not positive or not reciprocal
     */
    public static PairwiseComparison of(double[][] matrix) {
        int n = matrix.length;
        checkReciprocal(matrix);
        double[] vector = new double[n];
        java.util.Arrays.fill(vector, 1.0 / n);
        for (int round = 0; round < 10_000; round++) {
            double[] next = times(matrix, vector);
            double sum = java.util.Arrays.stream(next).sum();
            double change = 0;
            for (int i = 0; i < n; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            if (change < 1e-15) {
                break;
            }
        }
        double[] image = times(matrix, vector);
        double lambda = 0;
        for (int i = 0; i < n; i++) {
            lambda += image[i] / vector[i] / n;
        }
        double ratio = n < 3 ? 0 : (lambda - n) / (n - 1) / RANDOM_INDEX[n];
        return new PairwiseComparison(vector, lambda, Math.max(0, ratio));
    }

    /**
     * Weights of judgements above the diagonal, row by row: {@code 3, 5, 3} stands for the example.
     *
     * @throws IllegalArgumentException when there are not as many as {@code factors} factors have
     */
    public static PairwiseComparison ofJudgements(double[] judgements, int factors) {
        if (judgements.length != factors * (factors - 1) / 2) {
            throw new IllegalArgumentException(judgements.length + " judgements of " + factors + " factors");
        }
        double[][] matrix = new double[factors][factors];
        int next = 0;
        for (int i = 0; i < factors; i++) {
            matrix[i][i] = 1;
            for (int j = i + 1; j < factors; j++) {
                matrix[i][j] = judgements[next++];
                matrix[j][i] = 1 / matrix[i][j];
            }
        }
        return of(matrix);
    }

    public boolean isConsistent() {
        return consistencyRatio <= GREATEST_RATIO;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                result[i] += matrix[i][j] * vector[j];
            }
        }
        return result;
    }

    private static void checkReciprocal(double[][] matrix) {
        int n = matrix.length;
        if (n == 0 || n >= RANDOM_INDEX.length) {
            throw new IllegalArgumentException("1 to 15 factors");
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (matrix[i].length != n || !(matrix[i][j] > 0) || Math.abs(matrix[i][j] * matrix[j][i] - 1) > 1e-3) {
                    throw new IllegalArgumentException("not reciprocal at " + (i + 1) + ", " + (j + 1));
                }
            }
        }
    }
}
