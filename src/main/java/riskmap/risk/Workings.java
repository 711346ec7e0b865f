package riskmap.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;

/** The lines of a computation, written down while it runs. A model that computes many things shows a few of each. */
public final class Workings {
    /** Digits that numbers are shown with: more than any input has, few enough to be read. */
    private static final int DIGITS = 6;

    private final List<Working> lines = new ArrayList<>();
    private String subject = "";
    private Message about;

    /** What the next lines are computed for, by its name in the data. */
    public Workings of(String name) {
        subject = name == null ? "" : name;
        about = null;
        return this;
    }

    /** What the next lines are computed for, in words: they stand before each quantity, in the reader's language. */
    public Workings of(Message words) {
        subject = "";
        about = words;
        return this;
    }

    /**
     * Writes down a line.
     *
     * @param key names the quantity; its title is the message {@code risk.formula-<key>}
     * @param filled the formula with numbers: {@code %s} stands for each of these, rounded to be read
     * @return the value, unrounded
     */
    public double add(String key, String formula, double value, String unit, String filled, Object... numbers) {
        Object[] shown = new Object[numbers.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = numbers[i] instanceof Number number ? shown(number.doubleValue()) : numbers[i];
        }
        String with = filled.isEmpty() ? "" : String.format(java.util.Locale.ROOT, filled, shown);
        Message title = Message.of("risk.formula-" + key);
        Message quantity = about == null ? title : Message.of("risk.working-of", about, title);
        lines.add(new Working(subject, quantity, formula, with, shown(value), unit));
        return value;
    }

    /** What was written down. */
    public List<Working> lines() {
        return List.copyOf(lines);
    }

    /** A number as a person reads it: six significant digits, no superfluous zeros. */
    public static String shown(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        boolean plain = rounded.signum() == 0 || Math.abs(rounded.precision() - rounded.scale() - 1) < 9;
        return (plain ? rounded.toPlainString() : rounded.toString().replaceFirst("E\\+?", "×10^")).replace('-', '−');
    }
}
