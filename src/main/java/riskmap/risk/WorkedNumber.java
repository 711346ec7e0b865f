package riskmap.risk;

import java.util.Map;

/**
 * A number that a source of the models prints, to be compared with ours.
 *
 * @param family the table it stands in: flood, chemical, fire …
 * @param source where it is printed
 * @param evidence how well it is known
 * @param name the case: what is computed
 * @param inputs inputs of the case by name
 * @param quantity which result of the case
 * @param expected what the source prints, a series with blanks between, “…” for values that it leaves out
 * @param tolerance how far ours may be off: a number, or a share of the expected value in percent
 */
public record WorkedNumber(
        String family,
        String source,
        Evidence evidence,
        String name,
        Map<String, String> inputs,
        String quantity,
        String expected,
        String tolerance) {
    private static final String LEFT_OUT = "…";

    /** Ours beside it. */
    public double[] ours() {
        Map<String, double[]> all = WorkedNumbers.compute(name, inputs);
        if (!all.containsKey(quantity)) {
            throw new IllegalStateException(name + " gives no " + quantity);
        }
        return all.get(quantity);
    }

    /** Greatest difference between expected and ours; infinite when ours has another number of values. */
    public double difference(double[] ours) {
        return greatest(ours, false);
    }

    /** Whether all values of ours lie within the tolerance. */
    public boolean agrees(double[] ours) {
        boolean share = tolerance.endsWith("%");
        double limit = Double.parseDouble(share ? tolerance.substring(0, tolerance.length() - 1) : tolerance);
        return greatest(ours, share) <= (share ? limit / 100 : limit);
    }

    private double greatest(double[] ours, boolean share) {
        String[] texts = expected.trim().split(" +");
        int gap = texts.length;
        for (int i = 0; i < texts.length; i++) {
            gap = texts[i].equals(LEFT_OUT) ? i : gap;
        }
        boolean complete = gap == texts.length;
        int values = complete ? gap : texts.length - 1;
        if (ours.length < values || complete && ours.length != values) {
            return Double.POSITIVE_INFINITY;
        }
        double greatest = 0;
        for (int i = 0; i < texts.length; i++) {
            if (i != gap) {
                double printed = Double.parseDouble(texts[i]);
                double off = Math.abs(ours[i < gap ? i : ours.length - texts.length + i] - printed);
                greatest = Math.max(greatest, share && off > 0 ? off / Math.abs(printed) : off);
            }
        }
        return greatest;
    }
}
