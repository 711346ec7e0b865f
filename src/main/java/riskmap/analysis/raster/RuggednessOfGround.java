package riskmap.analysis.raster;

import java.util.List;
import java.util.Locale;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.terrain.Ruggedness;

/** How uneven the ground is: ruggedness after Riley or Wilson, topographic position, roughness. */
public final class RuggednessOfGround implements Operation {
    private static final String OWNER = "analysis.ruggedness";

    @Override
    public String id() {
        return "ruggedness";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "elevation", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "measure", "riley", "riley", "wilson", "position", "roughness"),
                Parameter.choice(OWNER, "gaps", "none", "none", "fewer"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Ruggedness.Measure measure =
                Ruggedness.Measure.valueOf(values.text("measure").toUpperCase(Locale.ROOT));
        return new Output.Raster(
                Ruggedness.of(inputs.grid("elevation"), measure, "fewer".equals(values.text("gaps")), progress),
                List.of());
    }
}
