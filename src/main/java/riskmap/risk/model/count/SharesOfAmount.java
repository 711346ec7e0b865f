package riskmap.risk.model.count;

import java.math.BigDecimal;
import java.math.RoundingMode;
import riskmap.base.RiskMapException;
import riskmap.risk.model.zone.ZoneParts.Part;

/**
 * An amount divided by the shares of a feature's parts, each rounded to a billionth. What rounding leaves over goes to the
 * largest; what the shares really lack, beyond {@link #ROUNDING}, lies in no part and is not evened out.
 *
 * @param each of the parts
 * @param lacking what lies in none of them, 0 where the shares add up to 1
 */
record SharesOfAmount(BigDecimal[] each, BigDecimal lacking) {
    private static final int DIGITS = 9;

    /** Shares that an overlay of a sliver's sides finds may differ so much from 1. */
    private static final double ROUNDING = 1e-6;

    /** Parts that come to so much more than the whole count something twice. */
    private static final double TWICE = 0.01;

    /**
     * Divides.
     *
     * @param row of the feature, from 0
     * @throws RiskMapException where the parts are more than the whole
     */
    static SharesOfAmount of(double amount, Part[] parts, String layer, int row) {
        double sum = 0;
        int largest = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += parts[i].share();
            largest = parts[i].share() > parts[largest].share() ? i : largest;
        }
        if (sum > 1 + TWICE) {
            throw RiskMapException.of("risk.shares-twice", layer, row + 1, Math.round(sum * 1000) / 10.0);
        }
        BigDecimal[] each = new BigDecimal[parts.length];
        BigDecimal all = BigDecimal.valueOf(amount);
        BigDecimal left = all;
        for (int i = 0; i < parts.length; i++) {
            each[i] = all.multiply(BigDecimal.valueOf(parts[i].share())).setScale(DIGITS, RoundingMode.HALF_EVEN);
            left = left.subtract(each[i]);
        }
        if (parts.length == 0 || sum < 1 - ROUNDING) {
            return new SharesOfAmount(each, left);
        }
        each[largest] = each[largest].add(left);
        return new SharesOfAmount(each, BigDecimal.ZERO);
    }
}
