package riskmap.risk.chemical;

import java.util.List;

/**
 * Level of a major hazard installation: R = α Σ βᵢ qᵢ / Qᵢ, from the amounts present qᵢ (t), the critical amounts Qᵢ (t),
 * the substance factors βᵢ and the exposure factor α.
 *
 * <p>Levels: 1 from R = 100, 2 from 50, 3 from 10, 4 below. A value on a bound belongs to the more severe level.
 *
 * <p><b>Source:</b> interim provisions on major hazard installations, annex 1 (α, β and bounds as published),
 * as GB 18218-2018, tables 3 to 6, has them; critical amounts in its tables 1 and 2.
 */
public final class MajorHazard {
    private MajorHazard() {}

    /**
     * One substance at the site.
     *
     * @param beta substance factor β
     * @param amountTonnes greatest amount that may be present
     * @param criticalTonnes critical amount of the standard
     */
    public record Stock(double beta, double amountTonnes, double criticalTonnes) {
        public Stock {
            if (!(beta > 0) || !(amountTonnes >= 0) || !(criticalTonnes > 0)) {
                throw new IllegalArgumentException("β and Q above 0, q not negative");
            }
        }
    }

    /** Exposure factor α by the number of people within 500 m of the fence. */
    public static double alpha(long people) {
        if (people < 0) {
            throw new IllegalArgumentException("people: " + people);
        }
        if (people >= 100) {
            return 2.0;
        }
        if (people >= 50) {
            return 1.5;
        }
        if (people >= 30) {
            return 1.2;
        }
        return people >= 1 ? 1.0 : 0.5;
    }

    /** Σ q/Q: an installation is a major hazard from 1 on. */
    public static double ratio(List<Stock> stocks) {
        return stocks.stream()
                .mapToDouble(stock -> stock.amountTonnes() / stock.criticalTonnes())
                .sum();
    }

    /** R of an installation with this many people within 500 m. */
    public static double score(List<Stock> stocks, long people) {
        return alpha(people)
                * stocks.stream()
                        .mapToDouble(stock -> stock.beta() * stock.amountTonnes() / stock.criticalTonnes())
                        .sum();
    }

    /** Level 1 (most severe) to 4 of a score R. */
    public static int level(double score) {
        if (score >= 100) {
            return 1;
        }
        if (score >= 50) {
            return 2;
        }
        return score >= 10 ? 3 : 4;
    }
}
