package riskmap.analysis.raster;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * A raster worked out cell by cell from up to five others, {@code a} to {@code e}, of the same cells or in cells of
 * a given size or of the finest, by an ECQL expression. What cannot be worked out (a missing value, a division by zero) is missing, and counted.
 */
public final class RasterCalculator implements Operation {
    private static final String OWNER = "analysis.raster-calculator";
    private static final double MOST_CELLS = 4e8;
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    @Override
    public String id() {
        return "raster-calculator";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = LetteredRasters.parameters(OWNER, NAMES);
        all.add(Parameter.of(OWNER, "formula", Parameter.Type.TEXT, "a"));
        all.add(Parameter.bounded(OWNER, "cell", Parameter.Type.NUMBER, "", null, 1e-9, 1e6)
                .asOptional());
        all.add(Parameter.of(OWNER, "finest", Parameter.Type.BOOLEAN, "false"));
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<String> names = NAMES.stream().filter(inputs::has).toList();
        List<Grid> given = names.stream().map(inputs::grid).toList();
        List<Grid> grids = values.has("cell")
                ? onCells(values.number("cell"), given, names, progress)
                : values.flag("finest") && differ(given) ? onCells(finest(given), given, names, progress) : given;
        Grid first = grids.get(0);
        for (int i = 0; i < grids.size(); i++) {
            if (!grids.get(i).geometry().sameLattice(first.geometry())) {
                throw RiskMapException.of("analysis.lattices-differ", names.get(i), "a");
            }
        }
        CellExpression.Value value = CellExpression.read(values.text("formula"), names);
        float[] result = new float[first.cells().length];
        long[] missing = new long[first.height()];
        first.geometry().bandsOfRows(progress, (from, to) -> {
            double[] cells = new double[grids.size()];
            for (int row = from; row < to; row++) {
                for (int cell = row * first.width(); cell < (row + 1) * first.width(); cell++) {
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = grids.get(i).cells()[cell];
                    }
                    float made = (float) value.of(cells);
                    result[cell] = Float.isFinite(made) ? made : Float.NaN;
                    missing[row] += Float.isFinite(made) ? 0 : 1;
                }
            }
        });
        long without = java.util.Arrays.stream(missing).sum();
        return new Output.Raster(new Grid(first.geometry(), result), List.of(CellNote.of(first.geometry(), without)));
    }

    private static boolean differ(List<Grid> grids) {
        GridGeometry first = grids.get(0).geometry();
        return grids.stream().anyMatch(grid -> !grid.geometry().sameLattice(first));
    }

    /** The least side of a cell of any. */
    private static double finest(List<Grid> grids) {
        return grids.stream()
                .map(Grid::geometry)
                .mapToDouble(cells -> Math.min(cells.cellWidth(), cells.cellHeight()))
                .min()
                .orElseThrow();
    }

    /** The rasters over all they cover, in cells of about a size: as many as fit, each with the value at its centre. */
    private static List<Grid> onCells(double cell, List<Grid> grids, List<String> names, Progress progress) {
        Envelope extent = new Envelope();
        CoordinateReferenceSystem crs = grids.get(0).geometry().crs();
        for (int i = 0; i < grids.size(); i++) {
            if (!Crs.same(crs, grids.get(i).geometry().crs())) {
                throw RiskMapException.of("analysis.lattices-differ", names.get(i), names.get(0));
            }
            extent.expandToInclude(grids.get(i).geometry().envelope());
        }
        double across = Math.max(1, Math.rint(extent.getWidth() / cell));
        double down = Math.max(1, Math.rint(extent.getHeight() / cell));
        if (across * down > MOST_CELLS) {
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(cell), Math.round(across * down));
        }
        GridGeometry lattice = new GridGeometry(
                (int) across,
                (int) down,
                extent.getMinX(),
                extent.getMaxY(),
                extent.getWidth() / across,
                extent.getHeight() / down,
                crs);
        return grids.stream().map(grid -> sampled(grid, lattice, progress)).toList();
    }

    private static Grid sampled(Grid grid, GridGeometry lattice, Progress progress) {
        Grid made = Grid.filled(lattice, Float.NaN);
        // a centre on the line of two cells: the one on the right and below, whatever the rounding
        double nudge = 1e-6;
        lattice.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < lattice.width(); column++) {
                    double x = lattice.x(column) + nudge * grid.geometry().cellWidth();
                    double y = lattice.y(row) - nudge * grid.geometry().cellHeight();
                    made.set(column, row, grid.at(x, y));
                }
            }
        });
        return made;
    }
}
