package riskmap.risk.model.combination;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.InputChecks;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.PairwiseComparison;
import riskmap.risk.weighting.RiskMatrix;
import riskmap.risk.weighting.Scale;

/** What can be wrong with a combination before it runs: weights, judgements, breaks, and layers that do not fit factors. */
public final class CombinationChecks {
    public static final String OWNER = "risk.combination";

    private CombinationChecks() {}

    public static void run(InputChecks checks) {
        ParameterValues values = checks.values();
        List<Factor> factors = Factor.parse(values.text("factors"));
        weights(checks, values, factors);
        checks.ascendingNumbers("breaks");
        checks.howMany("breaks", 3);
        if (values.text("rule").equals("matrix")) {
            double[][] matrix = values.rows("matrix");
            if (factors.size() != 2) {
                checks.problem("factors", Message.of("risk.check-matrix-factors", factors.size()));
            }
            if (matrix.length != 4 || matrix[0].length != 4) {
                checks.problem("matrix", Message.of("risk.check-matrix-four", values.text("matrix")));
            } else if (!new RiskMatrix(matrix).isSound()) {
                checks.problem("matrix", Message.of("risk.check-matrix-falls", values.text("matrix")));
            }
        }
        String areas = values.text("areas");
        checks.notEmpty(areas).projected(areas).dimension(areas, 2);
        entropy(checks, areas);
        if (values.text("unit").equals("cells")) {
            StudyArea.check(checks, areas, StudyArea.LEAST_BYTES);
        }
        for (Factor factor : factors) {
            factor(checks, values, factor, areas);
        }
        entropyOfFields(checks, factors, areas);
        if (values.has("count")) {
            checks.overlap(areas, values.text("count"));
            if (values.has("count-field")) {
                checks.hasField(values.text("count"), values.text("count-field"));
                checks.notNegative(values.text("count"), values.text("count-field"));
            }
        }
    }

    private static void weights(InputChecks checks, ParameterValues values, List<Factor> factors) {
        Set<String> names = new HashSet<>();
        for (Factor factor : factors) {
            if (!names.add(factor.name())) {
                checks.problem("factors", Message.of("risk.check-factor-twice", factor.name()));
            }
        }
        if (factors.isEmpty()) {
            checks.problem("factors", Message.of("risk.check-no-factors"));
        } else if (values.text("weighting").equals("ahp")) {
            judgements(checks, values, factors.size());
        } else if (values.text("weighting").equals("given")
                && values.text("rule").equals("sum")) {
            double sum = factors.stream().mapToDouble(Factor::weight).sum();
            if (Math.abs(sum - 1) > 1e-6) {
                checks.problem(
                        "factors", Message.of("risk.check-weights", values.called("factors"), Workings.shown(sum)));
            }
        } else if (values.text("weighting").equals("entropy") && factors.size() < 2) {
            checks.problem("factors", Message.of("risk.check-entropy"));
        }
    }

    /**
     * Whether the areas differ, where a look at fields tells: factors that are to be measured (in rasters, by distances, by
     * what lies in an area) are known after that only.
     */
    private static void entropyOfFields(InputChecks checks, List<Factor> factors, String areas) {
        ParameterValues values = checks.values();
        boolean asked = values.text("weighting").equals("entropy")
                && values.text("unit").equals("areas");
        Inputs inputs = checks.inputs();
        if (!asked
                || !inputs.has(areas)
                || inputs.isGrid(areas)
                || checks.findings().stream().anyMatch(InputChecks.Finding::fatal)
                || !factors.stream().allMatch(factor -> isField(inputs, factor, areas))) {
            return;
        }
        LayerRows rows = rows(inputs, areas);
        String[] names = CombinationAreas.names(rows);
        AreaFactors measured = new AreaFactors(inputs, areas, rows, names);
        boolean zero = values.text("missing").equals("zero");
        double[][] scores = factors.stream()
                .map(factor -> AreaFactors.scores(factor, measured.measures(factor, Progress.silent())))
                .map(each -> Arrays.stream(each)
                        .map(score -> zero && Double.isNaN(score) ? 0 : score)
                        .toArray())
                .toArray(double[][]::new);
        if (!CombinationWeights.hasEntropy(CombinationAreas.byArea(scores, names.length))) {
            checks.problem("factors", Message.of("risk.entropy-impossible"));
        }
    }

    private static boolean isField(Inputs inputs, Factor factor, String areas) {
        String layer = factor.layer();
        return inputs.has(layer)
                && !inputs.isGrid(layer)
                && (layer.equals(areas) && factor.measure() == Factor.Measure.VALUE
                        || rows(inputs, layer).type().getGeometryDescriptor() == null);
    }

    /** Entropy tells areas apart: it needs two at least. */
    private static void entropy(InputChecks checks, String areas) {
        Inputs inputs = checks.inputs();
        if (checks.values().text("weighting").equals("entropy") && inputs.has(areas) && !inputs.isGrid(areas)) {
            LayerRows rows = rows(inputs, areas);
            boolean cells = checks.values().text("unit").equals("cells");
            if (rows.size() - (cells ? rows.withoutGeometry() : 0) == 1) {
                checks.problem(areas, Message.of("risk.check-entropy-areas", areas));
            }
        }
    }

    private static void judgements(InputChecks checks, ParameterValues values, int factors) {
        double[] judgements = values.judgements("comparison");
        int wanted = factors * (factors - 1) / 2;
        if (judgements.length != wanted) {
            checks.problem("comparison", Message.of("risk.check-judgements", factors, wanted, judgements.length));
        } else if (factors > PairwiseComparison.MOST) {
            checks.problem("factors", Message.of("risk.check-many-factors", PairwiseComparison.MOST, factors));
        } else {
            PairwiseComparison found = PairwiseComparison.ofJudgements(judgements, factors);
            if (!found.isConsistent()) {
                checks.problem(
                        "comparison", Message.of("risk.check-inconsistent", Workings.shown(found.consistencyRatio())));
            }
        }
    }

    private static void factor(InputChecks checks, ParameterValues values, Factor factor, String areas) {
        Inputs inputs = checks.inputs();
        String layer = factor.layer();
        if (!inputs.has(layer)) {
            return;
        }
        boolean raster = inputs.isGrid(layer);
        boolean fits = raster ? !wantsFeatures(factor) : factor.measure() != Factor.Measure.SLOPE;
        String measure = factor.measure().key();
        if (!fits) {
            String key = raster ? "risk.check-factor-features" : "risk.check-factor-raster";
            checks.problem(layer, Message.of(key, factor.name(), measure, layer));
            return;
        }
        boolean table = !raster && rows(inputs, layer).type().getGeometryDescriptor() == null;
        boolean cells = values.text("unit").equals("cells");
        boolean areasOnly = factor.measure() == Factor.Measure.COUNT || factor.measure() == Factor.Measure.SUM || table;
        if (cells && areasOnly) {
            checks.problem(layer, Message.of("risk.check-factor-areas", factor.name(), measure, layer));
            return;
        }
        if (factor.per() != null && cells) {
            checks.problem(layer, Message.of("risk.check-factor-per", factor.name(), factor.per()));
        } else if (factor.per() != null && !factor.per().equals("km2")) {
            checks.hasField(areas, factor.per());
        }
        if (table) {
            checks.notEmpty(layer);
        } else {
            checks.overlap(areas, layer);
        }
        if (layer.equals("dem")) {
            checks.elevation();
        }
        if (!raster) {
            field(checks, factor);
        }
    }

    private static LayerRows rows(Inputs inputs, String layer) {
        return inputs.rows(layer, Progress.silent());
    }

    private static boolean wantsFeatures(Factor factor) {
        return switch (factor.measure()) {
            case VALUE, MEAN, MAX, SLOPE -> false;
            default -> true;
        };
    }

    private static void field(InputChecks checks, Factor factor) {
        if (factor.measure().needsField() && factor.field() == null) {
            checks.problem(
                    factor.layer(),
                    Message.of(
                            "risk.check-factor-field",
                            factor.name(),
                            factor.measure().key(),
                            factor.layer()));
        } else if (factor.field() != null) {
            checks.hasField(factor.layer(), factor.field());
            boolean amounts = factor.measure() == Factor.Measure.DENSITY || factor.measure() == Factor.Measure.SUM;
            if (amounts && factor.scale().kind() != Scale.Kind.CODES) {
                checks.notNegative(factor.layer(), factor.field());
            }
        }
    }
}
