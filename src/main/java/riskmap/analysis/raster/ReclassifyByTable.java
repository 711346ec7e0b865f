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
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;

/**
 * A raster whose values are looked up in a table: rows {@code from, to, new value}, or {@code value, new value} for the
 * codes of a classification. The first row that holds a value counts; a value in none stays, or becomes no data. No data
 * stays no data.
 */
public final class ReclassifyByTable implements Operation {
    private static final String OWNER = "analysis.reclassify-by-table";

    @Override
    public String id() {
        return "reclassify-by-table";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "table", Parameter.Type.TABLE, null),
                Parameter.choice(OWNER, "bounds", "lower", "lower", "upper", "both", "neither"),
                Parameter.choice(OWNER, "others", "keep", "keep", "none"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<Range> ranges = ranges(values.rows("table"), values.text("bounds"));
        boolean keep = values.text("others").equals("keep");
        Grid grid = inputs.grid("raster");
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

    /** Values from one number to another, with or without these. */
    private record Range(double from, double to, boolean withFrom, boolean withTo, float value) {
        boolean holds(float cell) {
            return (cell > from || withFrom && cell == from) && (cell < to || withTo && cell == to);
        }
    }

    private static List<Range> ranges(double[][] table, String bounds) {
        List<Range> ranges = new ArrayList<>();
        for (double[] row : table) {
            if (row.length < 2 || row.length > 3) {
                throw RiskMapException.of("analysis.table-columns", row.length);
            }
            if (row.length == 2) {
                // codes are written with few digits, a raster of floats holds the nearest float
                float code = (float) row[0];
                ranges.add(new Range(code, code, true, true, (float) row[1]));
            } else if (row[0] > row[1]) {
                throw RiskMapException.of(
                        "analysis.table-range", ranges.size() + 1, Double.toString(row[0]), Double.toString(row[1]));
            } else {
                boolean both = bounds.equals("both");
                ranges.add(new Range(
                        row[0], row[1], both || bounds.equals("lower"), both || bounds.equals("upper"), (float)
                                row[2]));
            }
        }
        return ranges;
    }
}
