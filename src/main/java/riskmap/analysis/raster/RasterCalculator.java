package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Grid;
import riskmap.geo.Parallel;

/**
 * A raster worked out cell by cell from up to five others, {@code a} to {@code e}, of the same cells, by an ECQL
 * expression. What cannot be worked out (a missing value, a division by zero) is missing, and counted.
 */
public final class RasterCalculator implements Operation {
    private static final String OWNER = "analysis.raster-calculator";
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    @Override
    public String id() {
        return "raster-calculator";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (String name : NAMES) {
            Parameter raster = Parameter.of(OWNER, name, Parameter.Type.GRID, null);
            all.add(name.equals("a") ? raster : raster.asOptional());
        }
        all.add(Parameter.of(OWNER, "formula", Parameter.Type.TEXT, "a"));
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<String> names = NAMES.stream().filter(inputs::has).toList();
        List<Grid> grids = names.stream().map(inputs::grid).toList();
        Grid first = inputs.grid("a");
        for (int i = 0; i < grids.size(); i++) {
            if (!grids.get(i).geometry().sameLattice(first.geometry())) {
                throw RiskMapException.of("analysis.lattices-differ", names.get(i), "a");
            }
        }
        CellExpression.Value value = CellExpression.read(values.text("formula"), names);
        float[] result = new float[first.cells().length];
        long[] missing = new long[first.height()];
        Parallel.rows(first.geometry(), progress, (from, to) -> {
            double[] cells = new double[grids.size()];
            for (int row = from; row < to; row++) {
                for (int cell = row * first.width(); cell < (row + 1) * first.width(); cell++) {
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = grids.get(i).cells()[cell];
                    }
                    double made = value.of(cells);
                    result[cell] = Double.isFinite(made) ? (float) made : Float.NaN;
                    missing[row] += Double.isFinite(made) ? 0 : 1;
                }
            }
        });
        long without = java.util.Arrays.stream(missing).sum();
        return new Output.Raster(
                new Grid(first.geometry(), result),
                List.of(Message.of("analysis.note-cells", first.width(), first.height(), result.length, without)));
    }
}
