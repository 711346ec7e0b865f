package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;

/**
 * The volume between a surface and a level: what lies above it, what is missing below it (negative, as what a basin holds),
 * both together with their signs or both as they are. Σ (height − level) × area of a cell over the cells that count; cells
 * without data do not. In units of the coordinates, planar: in degrees it is no volume on the ground, and that is told.
 */
public final class RasterVolume implements Operation {
    private static final String OWNER = "analysis.raster-volume";

    @Override
    public String id() {
        return "raster-volume";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.number(OWNER, "level", "", 0, -1e6, 1e6),
                Parameter.choice(OWNER, "count", "above", "above", "below", "difference", "sum"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        double level = values.number("level");
        String count = values.text("count");
        double heights = 0;
        long cells = 0;
        long data = 0;
        for (int row = 0; row < grid.height(); row++) {
            progress.check();
            for (int column = 0; column < grid.width(); column++) {
                double height = grid.get(column, row) - level;
                if (Double.isNaN(height)) {
                    continue;
                }
                data++;
                boolean counts =
                        switch (count) {
                            case "above" -> height > 0;
                            case "below" -> height < 0;
                            default -> true;
                        };
                if (counts) {
                    cells++;
                    heights += count.equals("sum") ? Math.abs(height) : height;
                }
            }
        }
        double cell = grid.geometry().cellArea();
        boolean metres = AreaColumn.isMetres(grid.geometry())
                && Crs.isInGroundMetres(grid.geometry().crs());
        Table table = new Table(
                id(),
                title(),
                List.of(
                        new Table.Column(
                                "volume", Message.of("analysis.column-volume"), metres ? "m³" : "", metres ? 3 : 9),
                        AreaColumn.of(grid.geometry()),
                        new Table.Column("pixel_count", Message.of("analysis.statistic-count"), "", 0)),
                List.of(Arrays.asList(heights * cell, cells * cell, cells)));
        List<Message> notes = new ArrayList<>();
        notes.add(CellNote.of(grid.geometry(), grid.geometry().cellCount() - data));
        if (!metres) {
            notes.add(Message.of("analysis.note-volume-units"));
        }
        return new Output.Rows(table, notes);
    }
}
