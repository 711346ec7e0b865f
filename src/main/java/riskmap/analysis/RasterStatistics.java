package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.geo.zonal.ZonalStatistics;

/**
 * Count, sum, mean, least, greatest value, their range and the standard deviation of a raster's cells: that of these cells
 * (√(S/n)) or the one expected of what they are a sample of (√(S/(n − 1))), and S = Σ(value − mean)² itself.
 */
final class RasterStatistics implements Operation {
    private static final String OWNER = "analysis.raster-statistics";

    @Override
    public String id() {
        return "raster-statistics";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "deviation", "cells", "cells", "sample"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        ZonalStatistics.Summary summary = ZonalStatistics.of(grid, false, progress);
        List<Table.Column> columns = new ArrayList<>();
        for (String key : List.of("count", "sum", "mean", "min", "max", "range", "stdev", "squares")) {
            int decimals = "count".equals(key) ? 0 : 4;
            columns.add(new Table.Column(key, Message.of("analysis.statistic-" + key), "", decimals));
        }
        double squares = squares(grid);
        boolean sample = values.text("deviation").equals("sample");
        List<Object> row = Arrays.asList(
                summary.count(),
                summary.sum(),
                summary.mean(),
                summary.minimum(),
                summary.maximum(),
                summary.maximum() - summary.minimum(),
                sample ? Math.sqrt(squares / (summary.count() - 1)) : summary.standardDeviation(),
                squares);
        Table table = new Table("raster-statistics", title(), columns, List.of(row));
        long cells = grid.geometry().cellCount();
        return new Output.Rows(table, List.of(CellNote.of(grid.geometry(), cells - Math.round(summary.count()))));
    }

    /** Σ(value − mean)² with the mean so far (B. P. Welford, Technometrics 4, 1962), row by row as QGIS adds it up. */
    private static double squares(Grid grid) {
        double mean = 0;
        double squares = 0;
        long count = 0;
        for (float cell : grid.cells()) {
            if (!Float.isNaN(cell)) {
                count++;
                double from = cell - mean;
                mean += from / count;
                squares += from * (cell - mean);
            }
        }
        return squares;
    }
}
