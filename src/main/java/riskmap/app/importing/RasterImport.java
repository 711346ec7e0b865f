package riskmap.app.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.TextTable;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.raster.GeoTiffFormat;

/** Brings a raster into the CRS of a project, as a GeoTIFF beside it. */
public final class RasterImport {
    /** Points on each side of the raster whose places in the target make its extent there. */
    private static final int SIDE_POINTS = 64;

    /** What files of elevation are often called. */
    private static final Pattern ELEVATION =
            Pattern.compile("dem|dsm|dtm|elev|srtm|aster|高程|地形", Pattern.CASE_INSENSITIVE);

    private RasterImport() {}

    static void write(
            ImportSource source, CoordinateReferenceSystem target, Path file, ImportLog log, Progress progress) {
        log.about(source.fileName());
        Grid grid = ((GridFormat) source.format())
                .read(source.address().file(), source.options(), log, progress.part(0, 0.4));
        Grid moved = to(grid, source.fileName(), target, progress.part(0.4, 0.8));
        new GeoTiffFormat().write(file, moved, progress.part(0.8, 1));
        log.notice(Message.of(
                "app.import-raster",
                file.getFileName(),
                Integer.toString(moved.width()),
                Integer.toString(moved.height()),
                TextTable.plain(moved.geometry().cellWidth()),
                Crs.title(target)));
        if (moved != grid) {
            log.notice(
                    Message.of("app.import-resampled", Crs.title(grid.geometry().crs()), Crs.title(target)));
        }
        String name = file.getFileName().toString();
        if (ELEVATION.matcher(name).find()
                && !name.equals("dem.tif")
                && !Files.exists(file.resolveSibling("dem.tif"))) {
            log.notice(Message.of("app.import-raster-elevation", name));
        }
    }

    /** The grid in another CRS, bilinear, with square cells about as large as before. */
    public static Grid to(Grid grid, String name, CoordinateReferenceSystem target, Progress progress) {
        CoordinateReferenceSystem from = grid.geometry().crs();
        if (from == null) {
            throw RiskMapException.of("io.crs-missing", name);
        }
        if (Crs.same(from, target)) {
            return grid;
        }
        GridGeometry lattice = lattice(grid.geometry(), target);
        CrsTransform back = Crs.transform(target, from);
        progress.report(0, Message.of("app.import-warping", name));
        return Resampling.warp(grid, lattice, back::apply, Sampling.Method.BILINEAR, progress);
    }

    private static GridGeometry lattice(GridGeometry source, CoordinateReferenceSystem target) {
        CrsTransform forth = Crs.transform(source.crs(), target);
        Envelope extent = new Envelope();
        double[] point = new double[2];
        for (int i = 0; i <= SIDE_POINTS; i++) {
            double x = source.minX() + (source.maxX() - source.minX()) * i / SIDE_POINTS;
            double y = source.minY() + (source.maxY() - source.minY()) * i / SIDE_POINTS;
            double[][] border = {{x, source.minY()}, {x, source.maxY()}, {source.minX(), y}, {source.maxX(), y}};
            for (double[] at : border) {
                point[0] = at[0];
                point[1] = at[1];
                forth.apply(point, 1);
                if (Double.isFinite(point[0]) && Double.isFinite(point[1])) {
                    extent.expandToInclude(point[0], point[1]);
                }
            }
        }
        double cells = (double) source.width() * source.height();
        double size = Math.sqrt(extent.getArea() / cells);
        return GridGeometry.covering(extent, rounded(size), target);
    }

    /** Two significant digits: 27.3 m becomes 27 m. */
    private static double rounded(double size) {
        double unit = Math.pow(10, Math.floor(Math.log10(size)) - 1);
        return Math.rint(size / unit) * unit;
    }
}
