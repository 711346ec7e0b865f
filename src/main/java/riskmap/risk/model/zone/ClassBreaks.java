package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Message;
import riskmap.geo.Parallel;
import riskmap.geo.raster.FisherJenks;
import riskmap.geo.raster.Reclassification;
import riskmap.risk.Workings;

/**
 * The three breaks between four classes of scores, [a, b): fixed ones, or from the scores themselves: equal intervals
 * between least and greatest, quantiles (a quarter of the scores in each class as far as equal ones allow), or the natural
 * breaks of Fisher and Jenks (a break is the least score of its class).
 *
 * <p>Exact for up to 5000 scores; of more, such as cells, the scores are gathered in 2048 bins between least and greatest
 * first. Where there are too few different scores for four classes, the breaks that are missing lie above them all.
 */
public final class ClassBreaks {
    public static final String[] METHODS = {"fixed", "equal", "quantile", "natural"};

    private static final int BINS = 2048;
    private static final int EXACT = 5000;
    private static final int CLASSES = 4;

    private final double[] values;
    private final double[] counts;

    private ClassBreaks(double[] values, double[] counts) {
        this.values = values;
        this.counts = counts;
    }

    /** Ascending breaks by a method, from scores of which those that are NaN do not count. */
    public static double[] of(String method, double[] fixed, double[] scores) {
        if (method.equals("fixed")) {
            return fixed.clone();
        }
        double[] known = Arrays.stream(scores).filter(Double::isFinite).toArray();
        if (known.length == 0) {
            return fixed.clone();
        }
        if (known.length > EXACT) {
            return binned(known).breaks(method);
        }
        Arrays.sort(known);
        double[] ones = new double[known.length];
        Arrays.fill(ones, 1);
        return new ClassBreaks(known, ones).breaks(method);
    }

    /** The same from cells. */
    public static double[] ofCells(String method, double[] fixed, float[] scores) {
        if (method.equals("fixed")) {
            return fixed.clone();
        }
        double[] all = new double[scores.length];
        Parallel.items(all.length, 1 << 16, riskmap.base.Progress.silent(), (from, to) -> {
            for (int i = from; i < to; i++) {
                all[i] = scores[i];
            }
        });
        return of(method, fixed, all);
    }

    private static ClassBreaks binned(double[] scores) {
        double least = Arrays.stream(scores).min().orElse(0);
        double greatest = Arrays.stream(scores).max().orElse(0);
        double[] counts = new double[BINS];
        double[] firsts = new double[BINS];
        Arrays.fill(firsts, Double.POSITIVE_INFINITY);
        double width = greatest > least ? (greatest - least) / BINS : 1;
        for (double score : scores) {
            int bin = (int) Math.min(BINS - 1, (score - least) / width);
            counts[bin]++;
            firsts[bin] = Math.min(firsts[bin], score);
        }
        int used = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                counts[used] = counts[bin];
                firsts[used++] = firsts[bin];
            }
        }
        return new ClassBreaks(Arrays.copyOf(firsts, used), Arrays.copyOf(counts, used));
    }

    private double[] breaks(String method) {
        double least = values[0];
        double greatest = values[values.length - 1];
        List<Double> breaks = new ArrayList<>();
        if (method.equals("equal")) {
            for (int i = 1; i < CLASSES; i++) {
                breaks.add(least + (greatest - least) * i / CLASSES);
            }
        } else if (method.equals("quantile")) {
            quantiles(breaks);
        } else {
            int[] ends = FisherJenks.classEnds(values, counts, CLASSES);
            for (int i = 0; i + 1 < ends.length; i++) {
                breaks.add(values[ends[i] + 1]);
            }
        }
        return filled(breaks, greatest);
    }

    private void quantiles(List<Double> breaks) {
        double total = Arrays.stream(counts).sum();
        double below = 0;
        for (int i = 0; i < values.length && breaks.size() < CLASSES - 1; i++) {
            boolean next = breaks.isEmpty() || values[i] > breaks.get(breaks.size() - 1);
            if (i > 0 && values[i] > values[i - 1] && next && below >= total * (breaks.size() + 1) / CLASSES) {
                breaks.add(values[i]);
            }
            below += counts[i];
        }
    }

    /** Three of them, strictly ascending. */
    private static double[] filled(List<Double> breaks, double greatest) {
        List<Double> distinct = new ArrayList<>();
        for (double each : breaks) {
            if (distinct.isEmpty() || each > distinct.get(distinct.size() - 1)) {
                distinct.add(each);
            }
        }
        double above = Math.max(greatest, distinct.isEmpty() ? greatest : distinct.get(distinct.size() - 1));
        while (distinct.size() < CLASSES - 1) {
            above = above + Math.max(1e-9, Math.abs(above) * 1e-6);
            distinct.add(above);
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** 1 to 4: classes are [a, b). */
    public static int level(double score, double[] breaks) {
        int level = 1;
        for (double limit : breaks) {
            level += score >= limit ? 1 : 0;
        }
        return level;
    }

    /** The same for a cell, which lies on a break as {@link Reclassification#reaches} says. */
    public static int level(float cell, double[] breaks) {
        int level = 1;
        for (double limit : breaks) {
            level += Reclassification.reaches(cell, limit) ? 1 : 0;
        }
        return level;
    }

    public static Message note(double[] breaks, String method) {
        return Message.of(
                "risk.note-level-breaks",
                String.join(
                        " / ", Arrays.stream(breaks).mapToObj(Workings::shown).toList()),
                Message.of("risk.geohazard-susceptibility.break-method." + method));
    }

    /** Breaks that were given. */
    public static Message fixedNote(double[] breaks) {
        return note(breaks, "fixed");
    }
}
