package riskmap.risk.model.combination;

import java.util.Arrays;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;
import riskmap.risk.Workings;
import riskmap.risk.weighting.EntropyWeights;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.PairwiseComparison;

/** The weights of the factors of a combination: as given, by pairwise comparison, or by entropy over the areas. */
final class CombinationWeights {
    private CombinationWeights() {}

    /** Scores of the areas, one row each, read when entropy needs them. */
    interface AreaScores {
        double[][] get();
    }

    /** Weights in the order of the factors; says how they came about. */
    static double[] of(List<Factor> factors, ParameterValues values, AreaScores scores, Workings workings) {
        double[] weights = factors.stream().mapToDouble(Factor::weight).toArray();
        switch (values.text("weighting")) {
            case "ahp" -> {
                PairwiseComparison found =
                        PairwiseComparison.ofJudgements(values.judgements("comparison"), factors.size());
                weights = found.weights();
                write(factors, weights, "ahp-weights", "A·w = λ·w", workings);
                workings.of("");
                workings.add("lambda", "λ", found.lambda(), "", "");
                workings.add(
                        "consistency",
                        "CR = (λ − n)/(n − 1)/RI",
                        found.consistencyRatio(),
                        "",
                        "(%s − %s)/%s/RI",
                        found.lambda(),
                        factors.size(),
                        factors.size() - 1);
            }
            case "entropy" -> {
                EntropyWeights found = entropy(scores.get());
                weights = found.weights();
                for (int i = 0; i < factors.size(); i++) {
                    workings.of(factors.get(i).name());
                    workings.add("entropy", "e = −Σ p·ln p/ln m", found.entropies()[i], "", "");
                    workings.add(
                            "entropy-weights",
                            "w = (1 − e)/Σ(1 − e)",
                            weights[i],
                            "",
                            "(1 − %s)/Σ",
                            found.entropies()[i]);
                }
            }
            default -> write(factors, weights, "weight", "w", workings);
        }
        workings.of("");
        return weights;
    }

    /** Whether weights can be had by entropy of these scores, a row for each area. */
    static boolean hasEntropy(double[][] scores) {
        try {
            return entropy(scores) != null;
        } catch (RiskMapException e) {
            return false;
        }
    }

    private static EntropyWeights entropy(double[][] all) {
        // an area that lacks a score tells nothing of how differently the areas do
        double[][] scores = Arrays.stream(all)
                .filter(area -> Arrays.stream(area).noneMatch(Double::isNaN))
                .map(double[]::clone)
                .toArray(double[][]::new);
        // shares need amounts that are not negative: scores that can be are counted from the least of their factor
        for (int j = 0; scores.length > 0 && j < scores[0].length; j++) {
            double least = 0;
            for (double[] area : scores) {
                least = Math.min(least, area[j]);
            }
            for (double[] area : scores) {
                area[j] -= least;
            }
        }
        try {
            return EntropyWeights.of(scores);
        } catch (IllegalArgumentException e) {
            throw new RiskMapException(Message.of("risk.entropy-impossible"), e);
        }
    }

    private static void write(List<Factor> factors, double[] weights, String key, String formula, Workings workings) {
        for (int i = 0; i < weights.length; i++) {
            workings.of(factors.get(i).name());
            workings.add(key, formula, weights[i], "", "");
        }
    }
}
