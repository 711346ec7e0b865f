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

/** Count, sum, mean, least, greatest value and standard deviation of a raster's cells. */
final class RasterStatistics implements Operation {
    private static final String OWNER = "analysis.raster-statistics";

    @Override
    public String id() {
        return "raster-statistics";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of(OWNER, "raster", Parameter.Type.GRID, null));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        ZonalStatistics.Summary summary = ZonalStatistics.of(grid, false, progress);
        List<Table.Column> columns = new ArrayList<>();
        for (String key : List.of("count", "sum", "mean", "min", "max", "stdev")) {
            int decimals = "count".equals(key) ? 0 : 4;
            columns.add(new Table.Column(key, Message.of("analysis.statistic-" + key), "", decimals));
        }
        List<Object> row = Arrays.asList(
                summary.count(),
                summary.sum(),
                summary.mean(),
                summary.minimum(),
                summary.maximum(),
                summary.standardDeviation());
        Table table = new Table("raster-statistics", title(), columns, List.of(row));
        long cells = grid.geometry().cellCount();
        return new Output.Rows(table, List.of(CellNote.of(grid.geometry(), cells - Math.round(summary.count()))));
    }
}
