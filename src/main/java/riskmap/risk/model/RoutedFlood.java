package riskmap.risk.model;

import riskmap.risk.flood.LevelPool;

/** A reservoir and the flood through it. */
record RoutedFlood(ReservoirData reservoir, LevelPool flood, int alarm) {
    double peakLevel() {
        return flood.levels()[flood.peak()];
    }
}
