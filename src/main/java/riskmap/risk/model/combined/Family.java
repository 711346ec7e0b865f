package riskmap.risk.model.combined;

import riskmap.base.Message;

/** The families of hazards that are combined, in the order in which a tie for the dominant one is decided. */
public enum Family {
    FLOOD("flood"),
    WATERLOGGING("waterlogging"),
    GEOHAZARD("geohazard"),
    FOREST_FIRE("forest-fire"),
    CHEMICALS("hazardous-chemicals");

    private final String key;

    Family(String key) {
        this.key = key;
    }

    /** As in parameters and in the {@code family} attribute. */
    public String key() {
        return key;
    }

    public Message title() {
        return Message.of("risk.family-" + key);
    }
}
