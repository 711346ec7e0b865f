package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.Arrays;
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
 * greatest the greatest. For factors that are to be added up. A raster of one value only becomes the least. Infinite
 * values have no place between the two: they become no data, and are counted.
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
            if (Float.isFinite(cell)) {
                low = Math.min(low, cell);
                high = Math.max(high, cell);
            }
        }
        progress.check();
        long[] infinite = new long[grid.height()];
        double least = values.number("least");
        double from = low;
        double share = high > low ? (values.number("greatest") - least) / (high - low) : 0;
        float[] made = new float[grid.cells().length];
        grid.geometry().bandsOfRows(progress, (first, to) -> {
            for (int cell = first * grid.width(); cell < to * grid.width(); cell++) {
                float value = grid.cells()[cell];
                infinite[cell / grid.width()] += Float.isInfinite(value) ? 1 : 0;
                made[cell] = Float.isFinite(value) ? (float) ((value - from) * share + least) : Float.NaN;
            }
        });
        List<Message> notes = new ArrayList<>();
        if (low <= high) {
            notes.add(Message.of("analysis.note-rescaled", (float) low, (float) high));
        }
        long without = Arrays.stream(infinite).sum();
        if (without > 0) {
            notes.add(Message.of("analysis.note-infinite-cells", without));
        }
        return new Output.Raster(new Grid(grid.geometry(), made), notes);
    }
}
