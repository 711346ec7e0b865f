package riskmap.risk.model.flood;

import riskmap.risk.flood.LevelPool;

/** A reservoir and the flood through it. */
public record RoutedFlood(ReservoirData reservoir, LevelPool flood, int alarm) {
    double peakLevel() {
        return flood.levels()[flood.peak()];
    }
}
