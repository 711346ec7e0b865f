package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.WeightedSum;

/**
 * The weighted sum of up to eight rasters, each scored by its breaks (0, 1, 2, …) or taken as it is, and its levels:
 * Σ weight × score, then classes [a, b) numbered from 1.
 */
final class Combine implements Operation {
    private static final String OWNER = "analysis.combine";
    private static final String FACTOR = "factor";
    private static final String BREAKS = "breaks";
    private static final int FACTORS = 8;

    @Override
    public String id() {
        return "combine";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (int i = 1; i <= FACTORS; i++) {
            Parameter factor = Parameter.of(OWNER, FACTOR + i, Parameter.Type.GRID, null);
            all.add(i == 1 ? factor : factor.asOptional());
        }
        all.add(Parameter.of(OWNER, "weights", Parameter.Type.NUMBERS, null).asOptional());
        for (int i = 1; i <= FACTORS; i++) {
            all.add(Parameter.of(OWNER, BREAKS + i, Parameter.Type.NUMBERS, null)
                    .asOptional());
        }
        all.add(Parameter.of(OWNER, "levels", Parameter.Type.NUMBERS, null).asOptional());
        all.add(Parameter.choice(OWNER, "missing", "no-data", "no-data", "zero"));
        return all;
    }

    @Override
    public String inputOfValue(String parameter) {
        return parameter.startsWith(BREAKS) ? FACTOR + parameter.substring(BREAKS.length()) : "";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<Integer> given = new ArrayList<>();
        for (int i = 1; i <= FACTORS; i++) {
            if (i == 1 || inputs.has(FACTOR + i)) {
                given.add(i);
            }
        }
        double[] weights = weights(values.numbers("weights"), given.size());
        float missing = "zero".equals(values.text("missing")) ? 0 : Float.NaN;
        List<WeightedSum.Factor> factors = new ArrayList<>();
        for (int n = 0; n < given.size(); n++) {
            double[] breaks = Reclassify.requireAscending(values.numbers(BREAKS + given.get(n)));
            Reclassification scores = breaks.length == 0 ? null : Reclassification.counting(breaks);
            factors.add(new WeightedSum.Factor(inputs.grid(FACTOR + given.get(n)), weights[n], scores, missing));
        }
        double[] levels = Reclassify.requireAscending(values.numbers("levels"));
        Grid result = levels.length == 0
                ? WeightedSum.sum(factors, progress)
                : WeightedSum.classes(factors, Reclassification.from(1, levels), progress);
        return new Output.Raster(result, List.of());
    }

    /** The weights given, or equal ones that add up to 1. */
    private static double[] weights(double[] given, int factors) {
        if (given.length == 0) {
            double[] equal = new double[factors];
            Arrays.fill(equal, 1.0 / factors);
            return equal;
        }
        if (given.length != factors) {
            throw RiskMapException.of("analysis.weights-count", given.length, factors);
        }
        return given;
    }
}
