package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.LineString;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.ContourLines;

/** Lines of equal value of a raster, at whole multiples of an interval above a base. */
public final class Contours implements Operation {
    private static final String OWNER = "analysis.contours";
    /** More levels than this are a mistyped interval. */
    private static final int MOST_LEVELS = 10_000;

    @Override
    public String id() {
        return "contours";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.number(OWNER, "interval", "", 10, 1e-6, 1e6),
                Parameter.number(OWNER, "base", "", 0, -1e6, 1e6),
                Parameter.of(OWNER, "none", Parameter.Type.NUMBER, null).asOptional(),
                Parameter.of(OWNER, "name", Parameter.Type.TEXT, "value"),
                Parameter.of(OWNER, "number", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = values.has("none") ? without(inputs.grid("raster"), values.number("none")) : inputs.grid("raster");
        double interval = values.number("interval");
        double base = values.number("base");
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float cell : grid.cells()) {
            if (!Float.isNaN(cell)) {
                least = Math.min(least, cell);
                greatest = Math.max(greatest, cell);
            }
        }
        progress.check();
        long first = least > greatest ? 0 : (long) Math.ceil((least - base) / interval);
        long last = least > greatest ? -1 : (long) Math.floor((greatest - base) / interval);
        if (last - first >= MOST_LEVELS) {
            throw RiskMapException.of("analysis.too-many-levels", last - first + 1, values.text("interval"));
        }
        int count = (int) (last - first + 1);
        AtomicReferenceArray<List<LineString>> lines = new AtomicReferenceArray<>(Math.max(0, count));
        Parallel.items(Math.max(0, count), 1, progress.part(0, 0.9), (from, to) -> {
            for (int i = from; i < to; i++) {
                lines.set(i, ContourLines.of(grid, base + (first + i) * interval, progress));
            }
        });
        OutputRows output =
                new OutputRows("contours", LineString.class, grid.geometry().crs());
        boolean numbered = values.has("number");
        if (numbered) {
            output.attribute(values.text("number"), Integer.class);
        }
        output.attribute(values.text("name"), Double.class);
        for (int i = 0; i < count; i++) {
            double level = base + (first + i) * interval;
            for (LineString line : lines.get(i)) {
                output.add(
                        OutputRows.join(line, numbered ? new Object[] {output.size(), level} : new Object[] {level}));
            }
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-contours", Math.max(0, count), output.size()));
        return new Output.Features(output.features(), notes);
    }

    /** The raster with no data where it has this value. */
    private static Grid without(Grid grid, double none) {
        float[] cells = grid.cells().clone();
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = cells[cell] == (float) none ? Float.NaN : cells[cell];
        }
        return new Grid(grid.geometry(), cells);
    }
}
