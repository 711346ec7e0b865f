package riskmap.analysis;

import java.util.List;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Reclassification;

/** Turns the values of a raster into classes [a, b) by breaks, numbered from 1 or with values of their own. */
final class Reclassify implements Operation {
    private static final String OWNER = "analysis.reclassify";

    @Override
    public String id() {
        return "reclassify";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "breaks", Parameter.Type.NUMBERS, null),
                Parameter.of(OWNER, "values", Parameter.Type.NUMBERS, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        double[] breaks = values.numbers("breaks");
        double[] classes = values.numbers("values");
        return new Output.Raster(reclassification(breaks, classes).of(inputs.grid("raster"), progress), List.of());
    }

    /** Classes by breaks with these values, or numbered from 1 when there are none; says so when they do not fit. */
    private static Reclassification reclassification(double[] breaks, double[] classes) {
        requireAscending(breaks);
        if (classes.length == 0) {
            return Reclassification.from(1, breaks);
        }
        if (classes.length != breaks.length + 1) {
            throw RiskMapException.of("analysis.class-values", classes.length, breaks.length, breaks.length + 1);
        }
        float[] floats = new float[classes.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) classes[i];
        }
        return new Reclassification(breaks, floats);
    }

    /** Says so when breaks do not ascend. */
    static double[] requireAscending(double[] breaks) {
        for (int i = 1; i < breaks.length; i++) {
            if (breaks[i] <= breaks[i - 1]) {
                throw RiskMapException.of(
                        "analysis.breaks-ascend", Double.toString(breaks[i - 1]), Double.toString(breaks[i]));
            }
        }
        return breaks;
    }
}
