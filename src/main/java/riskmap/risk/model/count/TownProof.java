package riskmap.risk.model.count;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.ExactSum;
import riskmap.risk.Conservation;

/** The proof that a count by town lost nothing: what lies in a town, in none, or has no place adds up to all rows. */
public final class TownProof {
    private final ExactSum inside = new ExactSum();
    private final ExactSum outside = new ExactSum();
    private final ExactSum withoutPlace = new ExactSum();
    private final ExactSum total = new ExactSum();
    private long nullValues;

    /** A row with this amount, NaN for none, in a town, −1 for in none. */
    public void add(double amount, Geometry shape, int town) {
        if (Double.isNaN(amount)) {
            nullValues++;
            return;
        }
        total.add(amount);
        if (shape == null) {
            withoutPlace.add(amount);
        } else {
            add(amount, town);
        }
    }

    /** An amount with a place in a town, −1 for in none. */
    public void add(double amount, int town) {
        (town >= 0 ? inside : outside).add(amount);
    }

    /** So much more has no place. */
    public void withoutPlace(double amount) {
        withoutPlace.add(amount);
    }

    public Conservation of(String layer, String measure) {
        return of(layer, measure, total.exact());
    }

    public Conservation of(String layer, String measure, long all) {
        return of(layer, measure, BigDecimal.valueOf(all));
    }

    private Conservation of(String layer, String measure, BigDecimal all) {
        return new Conservation(layer, measure, inside.exact(), outside.exact(), withoutPlace.exact(), all, nullValues);
    }
}
