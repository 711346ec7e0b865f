package riskmap.risk.flood;

/**
 * The alarm colour of a reservoir by its level, an own rule: blue from a margin below the flood limit level while rising,
 * yellow above the flood limit, orange above the design level, red above the check level or when it is forecast to spill
 * over the crest. A level that is not known counts as never reached.
 *
 * @param limit flood limit level in m
 * @param design design flood level
 * @param check check flood level
 * @param crest level of the dam's crest
 * @param margin m below the flood limit at which blue begins
 */
public record ReservoirAlarm(double limit, double design, double check, double crest, double margin) {
    /** The colour: 0 none, 1 blue, 2 yellow, 3 orange, 4 red. */
    public int level(double now, boolean rising, double forecast) {
        if (now > check || forecast > crest) {
            return 4;
        }
        if (now > design) {
            return 3;
        }
        if (now > limit) {
            return 2;
        }
        return rising && now >= limit - margin ? 1 : 0;
    }
}
