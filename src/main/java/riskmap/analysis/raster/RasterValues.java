package riskmap.analysis.raster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;

/** How many cells of a raster have each value and what area they cover, planar in units of the coordinates; the least value first. */
public final class RasterValues implements Operation {
    private static final String OWNER = "analysis.raster-values";
    /** A raster with more is one of measurements, not of classes. */
    private static final int MOST = 1_000_000;

    @Override
    public String id() {
        return "raster-values";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of(OWNER, "raster", Parameter.Type.GRID, null));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        Map<Float, long[]> counts = new TreeMap<>();
        long missing = 0;
        for (int row = 0; row < grid.height(); row++) {
            progress.check();
            for (int column = 0; column < grid.width(); column++) {
                float value = grid.get(column, row) + 0f;
                if (Float.isNaN(value)) {
                    missing++;
                } else {
                    counts.computeIfAbsent(value, none -> new long[1])[0]++;
                }
            }
            if (counts.size() > MOST) {
                throw RiskMapException.of("analysis.too-many-values", MOST);
            }
        }
        double cell = grid.geometry().cellArea();
        List<List<Object>> rows = counts.entrySet().stream()
                .map(one -> Arrays.<Object>asList((double) one.getKey(), one.getValue()[0], one.getValue()[0] * cell))
                .toList();
        Table table = new Table(
                id(),
                title(),
                List.of(
                        new Table.Column("value", Message.of("analysis.column-value"), "", 4),
                        new Table.Column("count", Message.of("analysis.statistic-count"), "", 0),
                        AreaColumn.of(grid.geometry())),
                rows);
        return new Output.Rows(table, List.of(CellNote.of(grid.geometry(), missing)));
    }
}
