package riskmap.risk.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Relief goods that people need: the amount for each times the people, rounded up to whole pieces, litres or kilograms.
 *
 * <p>Example: 100 people with 0.07 sacks each need 7 sacks, not 8, though 0.07 × 100 is 7.000000000000001 in binary numbers.
 */
public final class ReliefNeed {
    /** Beyond these decimals a product is rounding of binary numbers, not need. */
    private static final int DECIMALS = 9;

    private ReliefNeed() {}

    /**
     * The need of an item.
     *
     * @param perHead for one person, not negative
     * @param people how many
     */
    public static double of(double perHead, double people) {
        return BigDecimal.valueOf(perHead)
                .multiply(BigDecimal.valueOf(people))
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.CEILING)
                .doubleValue();
    }
}
