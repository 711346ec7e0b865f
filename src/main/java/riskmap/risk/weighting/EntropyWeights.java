package riskmap.risk.weighting;

/**
 * Weights from how differently the objects do in each factor: e = −Σ p ln p / ln m over the shares p of the m objects,
 * w = (1 − e) / Σ(1 − e). A factor that is the same everywhere gets no weight.
 *
 * <p><b>Source:</b> Shannon's entropy as used in multi-criteria evaluation. Example: (.2 .9 .4)(.5 .8 .4)(.9 .7 .5)(.4 .6
 * .4) gives e 0.90749 0.99194 0.99639 and w 0.88794 0.07740 0.03466.
 *
 * @param entropies of the factors, 0 to 1
 * @param weights of the factors, sum 1
 */
public record EntropyWeights(double[] entropies, double[] weights) {
    /**
     * @param values one row for each object, one column for each factor, none negative
     * @throws IllegalArgumentException when there are fewer than two objects, a value is negative, or all factors are the
     *     same everywhere
     */
    public static EntropyWeights of(double[][] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("two objects at least");
        }
        int factors = values[0].length;
        double[] entropies = new double[factors];
        double different = 0;
        for (int j = 0; j < factors; j++) {
            entropies[j] = entropy(values, j);
            different += 1 - entropies[j];
        }
        if (different < 1e-12) {
            throw new IllegalArgumentException("all factors are the same everywhere");
        }
        double[] weights = new double[factors];
        for (int j = 0; j < factors; j++) {
            weights[j] = (1 - entropies[j]) / different;
        }
        return new EntropyWeights(entropies, weights);
    }

    private static double entropy(double[][] values, int factor) {
        double sum = 0;
        for (double[] object : values) {
            if (!(object[factor] >= 0)) {
                throw new IllegalArgumentException("negative value of factor " + (factor + 1));
            }
            sum += object[factor];
        }
        if (sum == 0) {
            return 1;
        }
        double entropy = 0;
        for (double[] object : values) {
            double share = object[factor] / sum;
            entropy -= share == 0 ? 0 : share * Math.log(share);
        }
        return entropy / Math.log(values.length);
    }
}
