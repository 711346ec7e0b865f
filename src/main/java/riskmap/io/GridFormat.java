package riskmap.io;

import java.nio.file.Path;
import java.util.Optional;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** A format of rasters. Cells without data are NaN in memory. */
public non-sealed interface GridFormat extends Format {
    /** Reads the first band. */
    Grid read(Path file, ReadOptions options, ImportLog log, Progress progress);

    /** Where the cells lie, without what is in them where the format can tell one without the other. */
    default GridGeometry lattice(Path file, ReadOptions options, ImportLog log, Progress progress) {
        return read(file, options, log, progress).geometry();
    }

    /** Writes a grid; a file of that name is replaced when all is written. */
    void write(Path file, Grid grid, Progress progress);

    /** Writes a grid with its cells as asked for, where the format has a choice; one of text has none. */
    default void write(Path file, Grid grid, CellEncoding encoding, Progress progress) {
        write(file, grid, progress);
    }

    /** How the cells of a file are written, where the format has a choice and this program can write them so. */
    default Optional<CellEncoding> encoding(Path file) {
        return Optional.empty();
    }
}
