package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/** Ranges of values and what becomes of them; the first that holds a value counts. */
final class ValueRanges {
    private ValueRanges() {}

    /** A raster by its ranges; a value in none stays, or becomes no data, and is counted. No data stays no data. */
    static Output apply(Grid grid, List<Range> ranges, boolean keep, Progress progress) {
        float[] made = new float[grid.cells().length];
        long[] outside = new long[grid.height()];
        grid.geometry().bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int cell = row * grid.width(); cell < (row + 1) * grid.width(); cell++) {
                    float value = grid.cells()[cell];
                    Range range = Float.isNaN(value) ? null : find(ranges, value);
                    outside[row] += range == null && !Float.isNaN(value) ? 1 : 0;
                    made[cell] = range != null ? range.value() : keep ? value : Float.NaN;
                }
            }
        });
        List<Message> notes = new ArrayList<>();
        long without = Arrays.stream(outside).sum();
        if (without > 0) {
            notes.add(
                    Message.of(keep ? "analysis.note-not-in-table-kept" : "analysis.note-not-in-table-none", without));
        }
        return new Output.Raster(new Grid(grid.geometry(), made), notes);
    }

    private static Range find(List<Range> ranges, float value) {
        for (Range range : ranges) {
            if (range.holds(value)) {
                return range;
            }
        }
        return null;
    }

    /** Values from one number to another, with or without these, as cells hold them: 0.7 of a raster is at the end 0.7. */
    record Range(float from, float to, boolean withFrom, boolean withTo, float value) {
        boolean holds(float cell) {
            return (cell > from || withFrom && cell == from) && (cell < to || withTo && cell == to);
        }
    }
}
