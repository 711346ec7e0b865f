package riskmap.risk.model.combined;

import java.util.Arrays;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.FisherJenks;
import riskmap.risk.model.zone.StudyArea;

/**
 * The three breaks between the four risk levels: fixed ones, or ones made from the index of this district. Classes are
 * [a, b). Breaks from the data rank places within one computation only: the same place may change its level when another
 * place changes.
 */
public final class LevelBreaks {
    private static final int BINS = 1024;

    private LevelBreaks() {}

    /** Ascending breaks of the chosen method. */
    public static double[] of(ParameterValues values, StudyArea area, float[] index) {
        double[] fixed = values.numbers("breaks");
        require(values, 3, "breaks");
        String method = values.text("break-method");
        if (method.equals("fixed")) {
            return fixed;
        }
        double[] count = new double[BINS];
        double total = 0;
        for (int cell = 0; cell < index.length; cell++) {
            if (area.isActive(cell) && index[cell] > 0) {
                count[Math.min(BINS - 1, (int) (index[cell] * BINS))]++;
                total++;
            }
        }
        if (total == 0) {
            return fixed;
        }
        double[] breaks = method.equals("quantile") ? quantiles(count, total) : natural(count);
        // too few different values for four classes: what is missing lies above everything
        return breaks.length == 3 ? breaks : fixed;
    }

    /** Checks that a parameter has so many breaks, ascending. */
    public static void require(ParameterValues values, int count, String key) {
        double[] breaks = values.numbers(key);
        boolean good = breaks.length == count;
        for (int i = 1; good && i < count; i++) {
            good = breaks[i] > breaks[i - 1];
        }
        if (!good) {
            throw RiskMapException.of(
                    "risk.breaks-wrong", values.called(key), Integer.toString(count), values.text(key));
        }
    }

    private static double[] quantiles(double[] count, double total) {
        double[] breaks = new double[3];
        int found = 0;
        double sum = 0;
        for (int bin = 0; bin < BINS && found < 3; bin++) {
            sum += count[bin];
            if (sum >= total * (found + 1) / 4) {
                breaks[found++] = (bin + 1.0) / BINS;
                while (found < 3 && sum >= total * (found + 1) / 4) {
                    found++;
                }
            }
        }
        return Arrays.stream(breaks).filter(value -> value > 0).distinct().toArray();
    }

    private static double[] natural(double[] count) {
        double[] values = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            values[bin] = (bin + 0.5) / BINS;
        }
        int[] ends = FisherJenks.classEnds(values, count, 4);
        return Arrays.stream(ends)
                .limit(Math.max(0, ends.length - 1))
                .mapToDouble(end -> (end + 1.0) / BINS)
                .toArray();
    }
}
