package riskmap.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Grid;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;

/** Reads a raster file of any known format. */
public final class Rasters {
    private Rasters() {}

    public static Grid read(Path file, Consumer<Message> notes, Progress progress) {
        if (!(Formats.reading(file) instanceof GridFormat format)) {
            throw RiskMapException.of("app.raster-not", file);
        }
        ImportLog log = new ImportLog();
        Grid grid = format.read(file, ReadOptions.standard(), log, progress);
        log.reasons().forEach(reason -> notes.accept(reason.example()));
        return grid;
    }
}
