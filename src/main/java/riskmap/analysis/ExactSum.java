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
            whole = Math.addExact(whole, (long) value);
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
        whole = Math.addExact(whole, other.whole);
        decimal = decimal.add(other.decimal);
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
