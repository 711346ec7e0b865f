package riskmap.risk.model;

/** A reservoir, the water above its breach, and the peak. */
record BreachedDam(ReservoirData reservoir, double volume, double head, double height, double peak) {}
