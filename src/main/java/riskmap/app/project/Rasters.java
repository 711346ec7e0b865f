package riskmap.app.project;

import java.nio.file.Path;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;

/** Reads a raster file of any known format. */
public final class Rasters {
    private Rasters() {}

    public static Grid read(Path file, Consumer<Message> notes, Progress progress) {
        return read(file, ReadOptions.standard(), notes, progress);
    }

    /** Reads it with what the user says about it. */
    public static Grid read(Path file, ReadOptions options, Consumer<Message> notes, Progress progress) {
        ImportLog log = new ImportLog();
        Grid grid = format(file).read(file, options, log, progress);
        log.reasons().forEach(reason -> notes.accept(reason.example()));
        return grid;
    }

    /** Where the cells of a raster lie, without what is in them. */
    public static GridGeometry lattice(Path file, ReadOptions options, Consumer<Message> notes, Progress progress) {
        ImportLog log = new ImportLog();
        GridGeometry geometry = format(file).lattice(file, options, log, progress);
        log.reasons().forEach(reason -> notes.accept(reason.example()));
        return geometry;
    }

    private static GridFormat format(Path file) {
        if (Formats.reading(file) instanceof GridFormat format) {
            return format;
        }
        throw RiskMapException.of("app.raster-not", file);
    }
}
