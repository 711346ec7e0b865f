package riskmap.analysis.raster;

import java.util.Arrays;
import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * How far the centre of each cell is from that of the nearest cell with one of some values, or with any but 0 where none
 * are given: exact, in metres, or in cells whatever their size. Farther than a distance there is no data.
 */
public final class DistanceToCells implements Operation {
    private static final String OWNER = "analysis.distance-to-cells";

    @Override
    public String id() {
        return "distance-to-cells";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "values", Parameter.Type.NUMBERS, null).asOptional(),
                Parameter.choice(OWNER, "unit", "metres", "metres", "cells"),
                Parameter.number(OWNER, "greatest-distance", "", 0, 0, 1e9),
                Parameter.number(OWNER, "within", "", 0, -1e9, 1e9),
                Parameter.choice(OWNER, "gaps", "nothing", "nothing", "sources"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        GridGeometry cells = grid.geometry();
        boolean metres = values.text("unit").equals("metres");
        if (metres) {
            MetresNeeded.require(grid);
        }
        GridGeometry measured =
                metres ? cells : new GridGeometry(cells.width(), cells.height(), 0, cells.height(), 1, 1, cells.crs());
        float[] sources = new float[cells.cellCount()];
        double[] wanted = values.has("values") ? values.numbers("values") : null;
        boolean gaps = values.text("gaps").equals("sources");
        int found = 0;
        for (int cell = 0; cell < sources.length; cell++) {
            float value = grid.cells()[cell];
            boolean is = wanted == null
                    ? Float.isNaN(value) ? gaps : value != 0
                    : Arrays.stream(wanted).anyMatch(one -> (float) one == value);
            sources[cell] = is ? 1 : 0;
            found += is ? 1 : 0;
        }
        progress.check();
        float[] made = DistanceTransform.distanceInPlace(new Grid(measured, sources), progress.part(0.1, 0.9))
                .cells();
        double greatest = values.number("greatest-distance");
        double within = values.number("within");
        for (int cell = 0; cell < made.length; cell++) {
            if (greatest > 0 && made[cell] > greatest) {
                made[cell] = Float.NaN;
            } else if (within != 0 && made[cell] > 0) {
                made[cell] = (float) within;
            }
        }
        return new Output.Raster(
                new Grid(cells, made), List.of(Message.of("analysis.note-distance-to-cells", found, made.length)));
    }
}
