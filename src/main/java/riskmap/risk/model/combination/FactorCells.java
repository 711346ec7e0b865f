package riskmap.risk.model.combination;

import java.util.Arrays;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;
import riskmap.geo.terrain.Terrain;
import riskmap.risk.model.zone.BoxSum;
import riskmap.risk.model.zone.LastRows;
import riskmap.risk.model.zone.StudyArea;

/**
 * What layers measure on the cells of the study area: features burnt into them, slopes, densities, rasters brought to their
 * lattice. Cells that one factor has done with are written over by the next.
 */
final class FactorCells {
    private final StudyArea area;
    private final double densityRadius;
    private final LastRows lastRows;
    /** Cells of the lattice that nobody needs any more, null for none. */
    private float[] spare;

    /**
     * Takes the spare cells of the area.
     *
     * @param densityRadius half a side of the square that densities are of, m
     * @param askedLast the layer of each factor that asks which row covers a cell last
     */
    FactorCells(StudyArea area, double densityRadius, List<String> askedLast) {
        this.area = area;
        this.densityRadius = densityRadius;
        this.spare = area.takeSpareCells();
        this.lastRows = new LastRows(askedLast);
    }

    /** Cells that may be written over from now on; null for none. */
    void keep(float[] cells) {
        spare = cells;
    }

    private float[] freeCells() {
        float[] cells = spare == null ? new float[area.lattice().cellCount()] : spare;
        spare = null;
        return cells;
    }

    /** Gives cells that are no longer needed back to the area, once all factors are known. */
    void finish() {
        area.giveSpareCells(spare);
        spare = null;
    }

    /** Whether which row covers a cell last is worth being found for all factors that ask. */
    boolean isWorth(String layer, int rows) {
        return lastRows.isWorth(layer, rows);
    }

    /** Slope in degrees. */
    Grid slope(Grid raster, Progress progress) {
        CoordinateReferenceSystem crs = raster.geometry().crs();
        boolean degrees = crs != null && Crs.isGeographic(crs);
        if (crs == null || Crs.same(crs, area.lattice().crs())) {
            return Terrain.slopeDegrees(raster, area.lattice(), freeCells(), progress);
        }
        // degrees have no slope: bring the heights to metres first
        Grid heights = degrees ? onLattice(raster, Sampling.Method.BILINEAR, progress) : raster;
        return onLattice(Terrain.slopeDegrees(heights, progress), Sampling.Method.NEAREST, progress);
    }

    /** A raster on the lattice; itself where it lies there. */
    Grid onLattice(Grid raster, Sampling.Method method, Progress progress) {
        GridGeometry lattice = area.lattice();
        CoordinateReferenceSystem crs = raster.geometry().crs();
        if (crs != null && !Crs.same(crs, lattice.crs())) {
            var back = Crs.transform(lattice.crs(), crs);
            return Resampling.warp(raster, lattice, back::apply, method, progress);
        }
        return raster.geometry().sameLattice(lattice)
                ? raster
                : Resampling.into(freeCells(), raster, lattice, method, progress);
    }

    /**
     * Areas by the centres of the cells, lines by every cell they touch (as the combined risk has them: who lives where a
     * fault or a river crosses a corner is not left out), points by their cell.
     */
    Grid burn(LayerRows rows, double[] numbers, Rasterizer.Combine combine, float background, Progress progress) {
        Rasterizer.Rule rule = rows.dimension() == 1 ? Rasterizer.Rule.ALL_TOUCHED : Rasterizer.Rule.CENTRE;
        return burn(rows, numbers, rule, combine, background, progress);
    }

    Grid burn(
            LayerRows rows,
            double[] numbers,
            Rasterizer.Rule rule,
            Rasterizer.Combine combine,
            float background,
            Progress progress) {
        return new Rasterizer(area.lattice(), rule, combine, background, freeCells(), progress)
                .addAll(rows.geometries(), numbers)
                .finish();
    }

    /** The row that covers each cell last. */
    Grid lastRows(String layer, LayerRows rows, Progress progress) {
        return lastRows.rows(layer, rows.size(), each -> burnLast(rows, each, progress));
    }

    /** The class of that row. */
    ClassGrid lastClasses(String layer, Grid last, byte[] classOf, byte none, Progress progress) {
        ClassGrid known = LastRows.classes(last, classOf, none, progress);
        spare = lastRows.isAskedAgain(layer) ? spare : last.cells();
        return known;
    }

    /** The number of that row. */
    Grid last(String layer, LayerRows rows, double[] numbers, Progress progress) {
        boolean all = Arrays.stream(numbers).noneMatch(Double::isNaN);
        return all && lastRows.isWorth(layer, rows.size())
                ? lastRows.numbers(layer, numbers, each -> burnLast(rows, each, progress), progress)
                : burn(rows, numbers, Rasterizer.Combine.LAST, 0, progress);
    }

    private Grid burnLast(LayerRows rows, double[] numbers, Progress progress) {
        return burn(rows, numbers, Rasterizer.Combine.LAST, Float.NaN, progress);
    }

    /** Features, or what their field adds up to, per km² of the square around each cell. */
    Grid density(LayerRows rows, String field, Progress progress) {
        double[] numbers = field == null ? null : rows.numbers(field);
        float[] cells = new float[area.lattice().cellCount()];
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (shape != null) {
                Point centre = shape instanceof Point point ? point : shape.getCentroid();
                int cell = area.cellAt(centre.getX(), centre.getY());
                double amount = numbers == null ? 1 : numbers[row];
                if (cell >= 0 && amount > 0) {
                    cells[cell] += (float) amount;
                }
            }
        }
        int radius = (int) Math.max(0, Math.round(densityRadius / area.lattice().cellWidth()));
        BoxSum square = new BoxSum(area.lattice(), radius);
        square.apply(cells, progress);
        float perSquareKilometre = (float) (1e6 / square.areaSquareMetres());
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] *= perSquareKilometre;
        }
        return new Grid(area.lattice(), cells);
    }
}
