package riskmap.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the columns of a table share its width. */
final class ColumnWidths {
    private ColumnWidths() {}

    /**
     * Gives each column what it wants; where that is too much, the narrow ones first and the wide ones an equal share of what
     * is left, so that one long text does not squeeze the others. The columns together are as wide as the table.
     *
     * @param least what each column needs; together no more than {@code width}
     * @param wanted what each would like, no less than it needs
     */
    static double[] spread(double[] least, double[] wanted, double width) {
        double[] widths = new double[least.length];
        double wantedSum = sum(wanted);
        if (wantedSum <= width) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = wanted[i] * width / wantedSum;
            }
            return widths;
        }
        double spare = width - sum(least);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> wanted[i] - least[i]));
        for (int k = 0; k < order.size(); k++) {
            int i = order.get(k);
            double given = Math.min(wanted[i] - least[i], spare / (order.size() - k));
            widths[i] = least[i] + given;
            spare -= given;
        }
        return widths;
    }

    /**
     * The width in which a text is read with ease: in two lines, of four letters at least and of no more than twelve.
     *
     * @param text width of the text in one line
     * @param letter width of a Chinese letter, in the same unit
     */
    static double comfortable(double text, double letter) {
        return Math.min(text, Math.min(12 * letter, Math.max(4 * letter, text / 2 + letter)));
    }

    static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
