package riskmap.analysis;

import java.math.BigDecimal;

/**
 * A sum without rounding, so that parts add up to the whole exactly: whole numbers are added as such, decimal ones by
 * their shortest decimal form (what a user reads in the table).
 */
public final class ExactSum {
    private long whole;
    private BigDecimal decimal = BigDecimal.ZERO;

    /** Adds a finite number; ignores NaN and the infinite. */
    public void add(double value) {
        if (Math.abs(value) < 1e15 && value == (long) value) {
            addWhole((long) value);
        } else if (Double.isFinite(value)) {
            decimal = decimal.add(BigDecimal.valueOf(value));
        }
    }

    /** Adds a decimal number. */
    public void add(BigDecimal value) {
        decimal = decimal.add(value);
    }

    /** Adds another sum. */
    public void add(ExactSum other) {
        addWhole(other.whole);
        decimal = decimal.add(other.decimal);
    }

    /** Adds to the whole numbers, which go over to the decimal ones before they are more than a long holds. */
    private void addWhole(long value) {
        long sum = whole + value;
        if (((whole ^ sum) & (value ^ sum)) < 0) {
            decimal = decimal.add(BigDecimal.valueOf(whole));
            sum = value;
        }
        whole = sum;
    }

    /** A sum as a table holds it: a whole number as such where a long holds it, else the nearest double. */
    public static Number number(BigDecimal exact) {
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        return whole && exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? (Number) exact.longValueExact()
                : (Number) exact.doubleValue();
    }

    /** Whether nothing was added, or as good as nothing. */
    public boolean isNothing() {
        return whole == 0 && decimal.signum() == 0 && decimal.scale() == 0;
    }

    /** The sum. */
    public BigDecimal exact() {
        return decimal.add(BigDecimal.valueOf(whole));
    }

    /** The sum as the nearest double. */
    public double value() {
        return exact().doubleValue();
    }

    /** Whether both hold the same sum exactly. */
    public boolean sameAs(ExactSum other) {
        return exact().compareTo(other.exact()) == 0;
    }
}
