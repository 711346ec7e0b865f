package riskmap.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Grid;

/** Reads a raster file of any known format; the formats arrive with the package io. */
final class Rasters {
    private Rasters() {}

    static Grid read(Path file, Consumer<Message> notes, Progress progress) {
        throw RiskMapException.of("app.raster-not", file);
    }
}
