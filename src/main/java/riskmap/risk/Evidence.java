package riskmap.risk;

import riskmap.base.Message;

/** How well a formula or a number is known to be what its source says. */
public enum Evidence {
    /** Read in the cited source. */
    PUBLISHED,
    /** Computed anew from its definition by an independent program. */
    RECOMPUTED,
    /** Passed on without its printed standard at hand: to be checked against the standard before official use. */
    UNVERIFIED,
    /** A rule of the program's own: no standard says it, and the district has to settle it. */
    OWN;

    /** Said behind a formula or number; of an unverified one that it is to be checked against the standard. */
    public Message title() {
        return Message.of("risk.evidence-" + name().toLowerCase(java.util.Locale.ROOT));
    }

    /** The evidence by its letter in tables of worked numbers: V, R or M. */
    public static Evidence of(String tag) {
        return switch (tag) {
            case "V" -> PUBLISHED;
            case "R" -> RECOMPUTED;
            case "M" -> UNVERIFIED;
            default -> throw new IllegalArgumentException(tag);
        };
    }
}
