package riskmap.analysis.raster;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Where all of some rasters, or any of them, say yes: 1 there, 0 elsewhere. 0 is no, any other value yes. A cell where one
 * has no data has none, or it counts as no. In the cells of the first or of another raster, by their centres.
 */
public final class RasterLogic implements Operation {
    private static final String OWNER = "analysis.raster-logic";
    private static final String LIKE = "like";

    @Override
    public String id() {
        return "raster-logic";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = LetteredRasters.parameters(OWNER, LetteredRasters.EIGHT);
        all.add(Parameter.choice(OWNER, "yes", "all", "all", "any"));
        all.add(Parameter.choice(OWNER, "missing", "none", "none", "no"));
        all.add(Parameter.of(OWNER, LIKE, Parameter.Type.GRID, null).asOptional());
        return all;
    }

    @Override
    public Set<String> lattices() {
        return Set.of(LIKE);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        GridGeometry cells = inputs.has(LIKE)
                ? inputs.lattice(LIKE)
                : inputs.grid(LetteredRasters.EIGHT.get(0)).geometry();
        List<Grid> grids = LetteredRasters.EIGHT.stream()
                .filter(inputs::has)
                .map(name -> CellSampling.onto(inputs.grid(name), cells, progress))
                .toList();
        boolean all = values.text("yes").equals("all");
        boolean no = values.text("missing").equals("no");
        float[] made = new float[cells.cellCount()];
        long[] yes = new long[cells.height()];
        long[] none = new long[cells.height()];
        cells.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int cell = row * cells.width(); cell < (row + 1) * cells.width(); cell++) {
                    made[cell] = value(grids, cell, all, no);
                    yes[row] += made[cell] == 1 ? 1 : 0;
                    none[row] += Float.isNaN(made[cell]) ? 1 : 0;
                }
            }
        });
        long there = Arrays.stream(yes).sum();
        long missing = Arrays.stream(none).sum();
        return new Output.Raster(
                new Grid(cells, made),
                List.of(
                        CellNote.of(cells, missing),
                        Message.of("analysis.note-yes-cells", there, made.length - missing - there)));
    }

    private static float value(List<Grid> grids, int cell, boolean all, boolean no) {
        boolean met = all;
        boolean missing = false;
        for (Grid grid : grids) {
            float value = grid.cells()[cell];
            missing |= Float.isNaN(value);
            boolean yes = !Float.isNaN(value) && value != 0;
            met = all ? met && yes : met || yes;
        }
        return missing && !no ? Float.NaN : met ? 1 : 0;
    }
}
