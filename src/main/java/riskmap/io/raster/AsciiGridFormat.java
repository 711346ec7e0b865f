package riskmap.io.raster;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;

/**
 * Esri ASCII grid: a header of names and numbers, then the cells from the north-west, with a .prj beside it. Corner or
 * centre of the lower left cell, square cells or {@code dx} and {@code dy}, decimal commas and a byte order mark are
 * understood; values missing at the end have no data, values too many are counted.
 *
 * <p><b>Source:</b> Esri ASCII raster format, ArcGIS documentation; GDAL's AAIGrid for dx and dy.
 */
public final class AsciiGridFormat implements GridFormat {
    private static final int HEAD = 256;

    @Override
    public String id() {
        return "ascii-grid";
    }

    @Override
    public List<String> extensions() {
        return List.of("asc", "grd");
    }

    @Override
    public boolean reads(Path file) {
        String head = new String(SourceFiles.head(file, HEAD), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return head.matches("(?s)(ncols|nrows|xll|yll|cellsize|dx|nodata).*");
    }

    @Override
    public Grid read(Path file, ReadOptions options, ImportLog log, Progress progress) {
        SourceFiles.check(file);
        try {
            return new AsciiGridReader(file, options, log).read(progress);
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    @Override
    public void write(Path file, Grid grid, Progress progress) {
        try (NewFiles files = new NewFiles(file)) {
            if (grid.geometry().crs() != null) {
                Files.writeString(
                        files.path(SourceFiles.baseName(file) + ".prj"),
                        Crs.toEsriWkt(grid.geometry().crs()));
            }
            try (Writer out =
                    Files.newBufferedWriter(files.path(file.getFileName().toString()))) {
                write(out, grid, progress);
            }
            files.finish();
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }

    private static void write(Writer out, Grid grid, Progress progress) throws IOException {
        GridGeometry geometry = grid.geometry();
        out.write("ncols " + geometry.width() + "\nnrows " + geometry.height());
        out.write("\nxllcorner " + geometry.minX() + "\nyllcorner " + geometry.minY());
        if (geometry.cellWidth() == geometry.cellHeight()) {
            out.write("\ncellsize " + geometry.cellWidth());
        } else {
            out.write("\ndx " + geometry.cellWidth() + "\ndy " + geometry.cellHeight());
        }
        String noData = noData(grid);
        out.write("\nNODATA_value " + noData + "\n");
        for (int row = 0; row < grid.height(); row++) {
            progress.check();
            progress.report((double) row / grid.height());
            for (int column = 0; column < grid.width(); column++) {
                float value = grid.get(column, row);
                out.write(column == 0 ? "" : " ");
                out.write(Float.isNaN(value) ? noData : text(value));
            }
            out.write('\n');
        }
    }

    private static String text(float value) {
        return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
    }

    /** −9999, or with more nines when a cell has that value. */
    private static String noData(Grid grid) {
        int candidate = -9999;
        while (contains(grid, candidate)) {
            candidate = candidate * 10 - 9;
        }
        return Integer.toString(candidate);
    }

    private static boolean contains(Grid grid, int value) {
        for (float cell : grid.cells()) {
            if (cell == value) {
                return true;
            }
        }
        return false;
    }
}
