package riskmap.analysis.raster;

import java.util.List;
import java.util.Locale;
import riskmap.analysis.Inputs;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.BareGround;

/**
 * The ground of a surface model, or what stands on it ({@link BareGround}): the other cells have no data. Water runs over
 * the ground, not over roofs and tree tops.
 */
public final class BareGroundOfSurface implements Operation {
    private static final String OWNER = "analysis.bare-ground";

    @Override
    public String id() {
        return "bare-ground";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "surface", Parameter.Type.GRID, null),
                Parameter.integer(OWNER, "radius", "", 5, 1, 1000),
                Parameter.number(OWNER, "slope", "%", 30, 0, 1e6),
                Parameter.choice(OWNER, "distance", "metres", "metres", "cells"),
                Parameter.choice(OWNER, "errors", "ignored", "ignored", "keep-ground", "drop-others"),
                Parameter.number(OWNER, "deviation", "", 0.1, 0, 1000),
                Parameter.choice(OWNER, "give", "ground", "ground", "others"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid surface = inputs.grid("surface");
        boolean metres = values.text("distance").equals("metres");
        if (metres) {
            MetresNeeded.require(surface);
        }
        BareGround filter = new BareGround(
                surface,
                (int) values.integer("radius"),
                values.number("slope") / 100,
                metres ? surface.geometry().cellWidth() : 1,
                metres ? surface.geometry().cellHeight() : 1,
                BareGround.Errors.valueOf(
                        values.text("errors").replace('-', '_').toUpperCase(Locale.ROOT)),
                values.number("deviation"));
        Grid made = filter.cells(values.text("give").equals("ground"), progress);
        int kept = 0;
        for (float cell : made.cells()) {
            kept += Float.isNaN(cell) ? 0 : 1;
        }
        Message note = Message.of("analysis.note-bare-ground", kept, made.cells().length - kept);
        return new Output.Raster(made, List.of(note));
    }
}
