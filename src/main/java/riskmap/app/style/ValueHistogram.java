package riskmap.app.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the numbers of a field are spread: how many lie in each of {@value #BINS} bins of equal width between the least and
 * the greatest, [a, b) each but the last, which holds the greatest too; and the limits of classes among them.
 *
 * @param least number
 * @param greatest number
 * @param counts of the bins, from the least
 * @param limits between classes, ascending
 */
public record ValueHistogram(double least, double greatest, List<Integer> counts, List<Double> limits) {
    /** As many as a narrow panel shows apart. */
    public static final int BINS = 40;

    public ValueHistogram {
        counts = List.copyOf(counts);
        limits = List.copyOf(limits);
    }

    /** The histogram of numbers, at least one, all finite. */
    static ValueHistogram of(double[] values, double[] limits) {
        double least = Arrays.stream(values).min().orElseThrow();
        double greatest = Arrays.stream(values).max().orElseThrow();
        int[] counts = new int[BINS];
        for (double value : values) {
            double place = greatest > least ? (value - least) / (greatest - least) * BINS : 0;
            counts[(int) Math.min(BINS - 1.0, place)]++;
        }
        List<Integer> listed = new ArrayList<>();
        Arrays.stream(counts).forEach(listed::add);
        return new ValueHistogram(
                least, greatest, listed, Arrays.stream(limits).boxed().toList());
    }

    /** The class that the middle of a bin belongs to, from 0. */
    public int classOf(int bin) {
        double middle = least + (bin + 0.5) * (greatest - least) / BINS;
        return (int) limits.stream().filter(limit -> middle >= limit).count();
    }

    /** Where a number lies between the least and the greatest, 0 to 1. */
    public double place(double value) {
        return greatest > least ? Math.max(0, Math.min(1, (value - least) / (greatest - least))) : 0;
    }

    /** The limits with one moved to a place, still ascending: rounded to what the histogram can show. */
    public List<Double> moved(int limit, double place) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1e-300, (greatest - least) / 200))));
        double wanted = Math.round((least + place * (greatest - least)) / step) * step;
        double low = limit == 0 ? Double.NEGATIVE_INFINITY : limits.get(limit - 1);
        double high = limit == limits.size() - 1 ? Double.POSITIVE_INFINITY : limits.get(limit + 1);
        List<Double> result = new ArrayList<>(limits);
        if (wanted > low && wanted < high) {
            // a step such as 0.1 has no exact double: its sums are told as they are meant
            result.set(limit, Double.valueOf(String.format(java.util.Locale.ROOT, "%.12g", wanted)));
        }
        return result;
    }
}
