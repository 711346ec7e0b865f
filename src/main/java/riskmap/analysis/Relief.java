package riskmap.analysis;

import java.util.List;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Grid;
import riskmap.geo.Terrain;

/** The tools that make a raster of the form of the ground from elevations: slope, aspect, hillshade. */
final class Relief implements Operation {
    private final String id;
    private final List<Parameter> parameters;
    private final Kernel kernel;

    private interface Kernel {
        Grid run(Grid elevation, ParameterValues values, Progress progress);
    }

    private Relief(String id, Kernel kernel, Parameter... parameters) {
        this.id = id;
        this.kernel = kernel;
        java.util.ArrayList<Parameter> all = new java.util.ArrayList<>();
        all.add(Parameter.of("analysis." + id, "elevation", Parameter.Type.GRID, null));
        all.addAll(List.of(parameters));
        this.parameters = List.copyOf(all);
    }

    /** Steepness in degrees or percent. */
    static Operation slope() {
        return new Relief(
                "slope",
                (elevation, values, progress) -> "degrees".equals(values.text("unit"))
                        ? Terrain.slopeDegrees(elevation, progress)
                        : Terrain.slopePercent(elevation, progress),
                Parameter.choice("analysis.slope", "unit", "degrees", "degrees", "percent"));
    }

    /** The way downhill in degrees from north. */
    static Operation aspect() {
        return new Relief("aspect", (elevation, values, progress) -> Terrain.aspect(elevation, progress));
    }

    /** Shaded relief. */
    static Operation hillshade() {
        String owner = "analysis.hillshade";
        return new Relief(
                "hillshade",
                Relief::hillshade,
                Parameter.choice(owner, "light", "one", "one", "four"),
                Parameter.number(owner, "azimuth", "°", 315, 0, 360),
                Parameter.number(owner, "altitude", "°", 45, 0, 90),
                Parameter.number(owner, "exaggeration", "", 1, 0.01, 100));
    }

    private static Grid hillshade(Grid elevation, ParameterValues values, Progress progress) {
        double altitude = values.number("altitude");
        double exaggeration = values.number("exaggeration");
        return "four".equals(values.text("light"))
                ? Terrain.multidirectionalHillshade(elevation, altitude, exaggeration, progress)
                : Terrain.hillshade(elevation, values.number("azimuth"), altitude, exaggeration, progress);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        return new Output.Raster(kernel.run(inputs.grid("elevation"), values, progress), List.of());
    }
}
