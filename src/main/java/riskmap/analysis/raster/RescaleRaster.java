package riskmap.analysis.raster;

import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/**
 * A raster whose values run from one number to another, in proportion: its least value becomes the least wanted, its
 * greatest the greatest. For factors that are to be added up. A raster of one value only becomes the least.
 */
public final class RescaleRaster implements Operation {
    private static final String OWNER = "analysis.rescale-raster";

    @Override
    public String id() {
        return "rescale-raster";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.number(OWNER, "least", "", 0, -1e9, 1e9),
                Parameter.number(OWNER, "greatest", "", 1, -1e9, 1e9));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float cell : grid.cells()) {
            if (!Float.isNaN(cell)) {
                low = Math.min(low, cell);
                high = Math.max(high, cell);
            }
        }
        progress.check();
        double least = values.number("least");
        double from = low;
        double share = high > low ? (values.number("greatest") - least) / (high - low) : 0;
        float[] made = new float[grid.cells().length];
        grid.geometry().bandsOfRows(progress, (first, to) -> {
            for (int cell = first * grid.width(); cell < to * grid.width(); cell++) {
                float value = grid.cells()[cell];
                made[cell] = Float.isNaN(value) ? value : (float) ((value - from) * share + least);
            }
        });
        List<Message> notes =
                low > high ? List.of() : List.of(Message.of("analysis.note-rescaled", (float) low, (float) high));
        return new Output.Raster(new Grid(grid.geometry(), made), notes);
    }
}
