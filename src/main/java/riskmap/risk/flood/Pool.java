package riskmap.risk.flood;

/** A reservoir as a pool with a level surface: what it holds and what runs out of it at each level, neither ever falling. */
public interface Pool {
    /** The lowest level it is known for, in m. */
    double lowest();

    /** Storage at a level in m³. */
    double storage(double level);

    /** Outflow at a level in m³/s. */
    double outflow(double level);

    /** The level at which it holds so much, in m; the lowest for less than it holds there. */
    default double levelOf(double storage) {
        return solve(storage, 0);
    }

    /**
     * The level at which storage + outflow · seconds has a value, by halving: to the last bit of the level.
     *
     * @param value in m³
     */
    default double solve(double value, double seconds) {
        double low = lowest();
        if (storage(low) + outflow(low) * seconds >= value) {
            return low;
        }
        double high = low + 1;
        while (storage(high) + outflow(high) * seconds < value) {
            low = high;
            high = lowest() + 2 * (high - lowest());
            if (high - lowest() > 1e9) {
                throw new IllegalArgumentException("no level holds " + value + " m³");
            }
        }
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return high;
            }
            if (storage(middle) + outflow(middle) * seconds < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** Flow over a free broad weir, m·B·√(2g)·H^1.5 in m³/s; none while the level is below its crest. */
    static double weir(double coefficient, double widthMetres, double head) {
        return head <= 0 ? 0 : coefficient * widthMetres * Math.sqrt(2 * 9.81) * head * Math.sqrt(head);
    }
}
