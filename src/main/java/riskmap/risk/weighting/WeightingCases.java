package riskmap.risk.weighting;

import static riskmap.risk.WorkedCases.quantities;

import java.util.Map;
import riskmap.risk.WorkedCases;

/** The cases of {@code weighting.csv}. */
public final class WeightingCases {
    private WeightingCases() {}

    /** All of them. */
    public static WorkedCases all() {
        return new WorkedCases()
                .add("pairwise", in -> {
                    double[] all = in.numbers("a");
                    int n = (int) Math.sqrt(all.length);
                    PairwiseComparison found = PairwiseComparison.of(rows(all, n));
                    return quantities("w", found.weights(), "lambda", found.lambda(), "CR", found.consistencyRatio());
                })
                .add("entropy", in -> {
                    EntropyWeights found = EntropyWeights.of(rows(in.numbers("x"), (int) in.number("factors")));
                    return quantities("e", found.entropies(), "w", found.weights());
                })
                .add("evidence", WeightingCases::evidence)
                .add("factor", in -> {
                    double[] cells = in.numbers("Si");
                    double[] values = new double[cells.length];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = new ClassEvidence(in.number("S"), in.number("N"), cells[i], in.numbers("Ni")[i])
                                .informationValue();
                    }
                    return quantities("I", values);
                })
                .add("curve", in -> {
                    double[] events = in.numbers("Ni");
                    byte[][] classes = new byte[events.length][1];
                    for (int i = 0; i < classes.length; i++) {
                        classes[i][0] = (byte) i;
                    }
                    EvidenceTable table =
                            new EvidenceTable(new int[] {events.length}, classes, in.numbers("Si"), events);
                    double[] scores = table.scores(EvidenceTable.Method.INFORMATION_VALUE);
                    RateCurve curve = RateCurve.of(scores, in.numbers("Si"), events);
                    return quantities("I", scores, "AUC", curve.auc(), "at15", curve.at(0.15), "at45", curve.at(0.45));
                })
                .add(
                        "matrix",
                        in -> quantities(
                                "level",
                                new RiskMatrix(rows(in.numbers("M"), 5)).level(in.number("L"), in.number("S"))))
                .add("lec", in -> {
                    double score = LecScore.of(in.number("L"), in.number("E"), in.number("C"));
                    return quantities("D", score, "level", LecScore.level(score));
                });
    }

    private static Map<String, double[]> evidence(WorkedCases.Inputs in) {
        ClassEvidence one = new ClassEvidence(in.number("S"), in.number("N"), in.number("Si"), in.number("Ni"));
        return quantities(
                "FR",
                one.frequencyRatio(),
                "I",
                one.informationValue(),
                "Wplus",
                one.weightInside(),
                "Wminus",
                one.weightOutside(),
                "C",
                one.contrast(),
                "s",
                one.contrastDeviation(),
                "C/s",
                one.contrast() / one.contrastDeviation());
    }

    private static double[][] rows(double[] all, int width) {
        double[][] rows = new double[all.length / width][width];
        for (int i = 0; i < all.length; i++) {
            rows[i / width][i % width] = all[i];
        }
        return rows;
    }
}
