package riskmap.analysis.raster;

import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.terrain.TotalCurvature;

/** How much the ground bends at each cell ({@link TotalCurvature}), in units of the coordinates. */
public final class CurvatureOfGround implements Operation {
    private static final String OWNER = "analysis.total-curvature";

    @Override
    public String id() {
        return "total-curvature";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "elevation", Parameter.Type.GRID, null),
                Parameter.number(OWNER, "exaggeration", "", 1, 1e-9, 1e9));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        return new Output.Raster(
                TotalCurvature.of(inputs.grid("elevation"), values.number("exaggeration"), progress), List.of());
    }
}
