package riskmap.io;

import java.nio.file.Path;
import riskmap.base.Progress;
import riskmap.geo.Grid;

/** A format of rasters. Cells without data are NaN in memory. */
public non-sealed interface GridFormat extends Format {
    /** Reads the first band. */
    Grid read(Path file, ReadOptions options, ImportLog log, Progress progress);

    /** Writes a grid; a file of that name is replaced when all is written. */
    void write(Path file, Grid grid, Progress progress);
}
