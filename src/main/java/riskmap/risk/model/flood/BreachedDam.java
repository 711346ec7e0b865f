package riskmap.risk.model.flood;

/** A reservoir, the water above its breach, and the peak. */
public record BreachedDam(ReservoirData reservoir, double volume, double head, double height, double peak) {}
