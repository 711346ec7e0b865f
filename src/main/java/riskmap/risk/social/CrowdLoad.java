package riskmap.risk.social;

/**
 * How crowded a place is: density by Fruin's chart, and load against its capacity.
 *
 * <p>Capacity = effective area / area per person. Levels 1 to 4 by the breaks of density and of load, [a, b); the higher of
 * the two counts. What is not known gives no level.
 *
 * <p><b>Source:</b> Fruin (1971), as printed in EPJ Data Science 7: walking free at 0.43, slowed at 2, involuntary contact
 * at 3.57, dangerous forces in a moving crowd at 5.55, critical standing at 7.1 people/m²; LB/T 034-2014 (capacity). Example:
 * 900 people on 300 m² are 3 people/m², level 2 by breaks 2, 3.57, 5.55; of a capacity of 1000 a load of 90 %.
 *
 * @param density people/m², NaN for not known
 * @param load people over capacity, NaN for not known
 */
public record CrowdLoad(double density, double load) {
    /** The load of some people; an area or a capacity that is not above 0 is not known. */
    public static CrowdLoad of(double people, double area, double capacity) {
        return new CrowdLoad(area > 0 ? people / area : Double.NaN, capacity > 0 ? people / capacity : Double.NaN);
    }

    /** People an area has room for; NaN when either is not known. */
    public static double capacity(double area, double areaPerPerson) {
        return area > 0 && areaPerPerson > 0 ? Math.floor(area / areaPerPerson) : Double.NaN;
    }

    /** 1 to 4; 0 when neither density nor load is known. */
    public int level(double[] densityBreaks, double[] loadBreaks) {
        return Math.max(reached(density, densityBreaks), reached(load, loadBreaks));
    }

    /** 0 for a value that is not known. */
    private static int reached(double value, double[] breaks) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int level = 1;
        for (double limit : breaks) {
            level += value >= limit ? 1 : 0;
        }
        return level;
    }
}
