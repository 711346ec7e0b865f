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
import riskmap.geo.raster.GridGeometry;

/**
 * What a raster holds in each zone of another, such as heights by class of soil: area, sum, count, least, greatest and mean
 * value of the cells where both have data. In the cells of one of them, where the other is taken at their centres.
 */
public final class RasterZones implements Operation {
    private static final String OWNER = "analysis.raster-zones";
    private static final int MOST = 1_000_000;

    @Override
    public String id() {
        return "raster-zones";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "classes", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "cells", "raster", "raster", "classes"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        GridGeometry cells = inputs.grid(values.text("cells")).geometry();
        Grid raster = CellSampling.onto(inputs.grid("raster"), cells, progress.part(0, 0.4));
        Grid classes = CellSampling.onto(inputs.grid("classes"), cells, progress.part(0.4, 0.8));
        Map<Float, Sum> sums = new TreeMap<>();
        long missing = 0;
        for (int row = 0; row < cells.height(); row++) {
            progress.check();
            for (int column = 0; column < cells.width(); column++) {
                float zone = classes.get(column, row) + 0f;
                float value = raster.get(column, row);
                if (Float.isNaN(zone) || Float.isNaN(value)) {
                    missing++;
                } else {
                    sums.computeIfAbsent(zone, none -> new Sum()).add(value);
                }
            }
            if (sums.size() > MOST) {
                throw RiskMapException.of("analysis.too-many-values", MOST);
            }
        }
        List<List<Object>> rows = sums.entrySet().stream()
                .map(one -> one.getValue().row(one.getKey(), cells.cellArea()))
                .toList();
        Table table = new Table(
                id(),
                title(),
                List.of(
                        column("zone", "analysis.column-value", 4),
                        AreaColumn.of(cells),
                        column("sum", "analysis.statistic-sum", 4),
                        column("count", "analysis.statistic-count", 0),
                        column("min", "analysis.statistic-min", 4),
                        column("max", "analysis.statistic-max", 4),
                        column("mean", "analysis.statistic-mean", 4)),
                rows);
        return new Output.Rows(table, List.of(CellNote.of(cells, missing)));
    }

    private static Table.Column column(String key, String title, int decimals) {
        return new Table.Column(key, Message.of(title), "", decimals);
    }

    private static final class Sum {
        private long count;
        private double sum;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void add(float value) {
            count++;
            sum += value;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }

        List<Object> row(float zone, double cell) {
            return Arrays.asList((double) zone, count * cell, sum, count, least, greatest, sum / count);
        }
    }
}
