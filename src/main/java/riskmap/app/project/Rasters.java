package riskmap.app.project;

import java.nio.file.Files;
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
        log.reasons().forEach(reason -> notes.accept(reason.message()));
        return grid;
    }

    /** Where the cells of a raster lie, without what is in them. */
    public static GridGeometry lattice(Path file, ReadOptions options, Consumer<Message> notes, Progress progress) {
        ImportLog log = new ImportLog();
        GridGeometry geometry = format(file).lattice(file, options, log, progress);
        log.reasons().forEach(reason -> notes.accept(reason.message()));
        return geometry;
    }

    /**
     * The file of a raster that a project names, which must lie in its folder.
     *
     * @param folder of the project, absolute
     * @throws RiskMapException when the file is not there, or lies elsewhere: a project reads no other files
     */
    public static Path beside(Path folder, String relative) {
        Path path = folder.resolve(relative).normalize();
        if (Path.of(relative).isAbsolute() || !path.startsWith(folder)) {
            throw RiskMapException.of("app.raster-outside", relative, folder);
        }
        if (!Files.isRegularFile(path)) {
            throw RiskMapException.of("app.raster-missing", path);
        }
        return path;
    }

    private static GridFormat format(Path file) {
        if (Formats.reading(file) instanceof GridFormat format) {
            return format;
        }
        throw RiskMapException.of("app.raster-not", file);
    }
}
