package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.terrain.DepressionFilling;
import riskmap.geo.terrain.FlowAccumulation;
import riskmap.geo.terrain.FlowAngles;
import riskmap.geo.terrain.FlowDirections;
import riskmap.geo.terrain.WaterFlow;

/**
 * The tools that make a raster of the flow of water from elevations: depressions filled, direction, accumulation, and
 * height above the nearest drainage.
 */
final class FlowRasters implements Operation {
    private final String id;
    private final List<Parameter> parameters;
    private final Kernel kernel;

    private interface Kernel {
        Output run(Grid elevation, Inputs inputs, ParameterValues values, Progress progress);
    }

    private FlowRasters(String id, Kernel kernel, Parameter... parameters) {
        this.id = id;
        this.kernel = kernel;
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of("analysis." + id, "elevation", Parameter.Type.GRID, null));
        all.addAll(List.of(parameters));
        this.parameters = List.copyOf(all);
    }

    /** The ground with every depression filled to its brim. */
    static Operation fillDepressions() {
        return new FlowRasters("fill-depressions", FlowRasters::filled);
    }

    /** Where the water of each cell flows. */
    static Operation flowDirection() {
        return new FlowRasters("flow-direction", FlowRasters::direction, method("analysis.flow-direction"));
    }

    /** How much ground drains through each cell. */
    static Operation flowAccumulation() {
        String owner = "analysis.flow-accumulation";
        return new FlowRasters(
                "flow-accumulation",
                FlowRasters::accumulation,
                method(owner),
                Parameter.choice(owner, "unit", "cells", "cells", "square-metres"));
    }

    /** Height above the nearest drainage. */
    static Operation hand() {
        String owner = "analysis.hand";
        return new FlowRasters(
                "hand",
                FlowRasters::height,
                Parameter.of(owner, "streams", Parameter.Type.FEATURES, null).asOptional(),
                Parameter.number(owner, "stream-area", "km²", 0.5, 1e-6, 1e6));
    }

    private static Parameter method(String owner) {
        return Parameter.choice(owner, "method", "d8", "d8", "d-infinity");
    }

    private static Output filled(Grid elevation, Inputs inputs, ParameterValues values, Progress progress) {
        Grid filled = DepressionFilling.fill(elevation, progress);
        long raised = 0;
        double volume = 0;
        double deepest = 0;
        for (int i = 0; i < filled.cells().length; i++) {
            double more = (double) filled.cells()[i] - elevation.cells()[i];
            if (more > 0) {
                raised++;
                volume += more;
                deepest = Math.max(deepest, more);
            }
        }
        double cubic = volume * elevation.geometry().cellArea();
        return new Output.Raster(filled, List.of(Message.of("analysis.note-filled", raised, cubic, deepest)));
    }

    private static Output direction(Grid elevation, Inputs inputs, ParameterValues values, Progress progress) {
        DepressionFilling.Flood flood = DepressionFilling.flood(elevation, progress.part(0, 0.6));
        FlowDirections directions = FlowDirections.of(flood, progress.part(0.6, 0.8));
        return new Output.Raster(
                "d8".equals(values.text("method"))
                        ? directions.grid()
                        : FlowAngles.of(flood.surface(), directions, progress.part(0.8, 1))
                                .grid(),
                inDegrees(elevation));
    }

    private static Output accumulation(Grid elevation, Inputs inputs, ParameterValues values, Progress progress) {
        DepressionFilling.Flood flood = DepressionFilling.flood(elevation, progress.part(0, 0.5));
        FlowDirections directions = FlowDirections.of(flood, progress.part(0.5, 0.7));
        double perCell = "cells".equals(values.text("unit"))
                ? 1
                : MetresNeeded.require(elevation).geometry().cellArea();
        if ("d8".equals(values.text("method"))) {
            int[] cells = FlowAccumulation.cells(directions, progress.part(0.7, 1));
            return new Output.Raster(FlowAccumulation.grid(directions, cells, perCell), inDegrees(elevation));
        }
        Grid cells = FlowAngles.of(flood.surface(), directions, progress.part(0.7, 0.8))
                .accumulation(progress.part(0.8, 1));
        for (int i = 0; i < cells.cells().length; i++) {
            cells.cells()[i] *= (float) perCell;
        }
        return new Output.Raster(cells, inDegrees(elevation));
    }

    /** A degree to the east is shorter than one to the north, and the steepest fall another than on the ground: told. */
    private static List<Message> inDegrees(Grid elevation) {
        GridGeometry cells = elevation.geometry();
        return cells.crs() == null || !Crs.isGeographic(cells.crs())
                ? List.of()
                : List.of(Message.of(
                        "analysis.note-flow-degrees", MetresNeeded.remedy(cells.crs(), cells.envelope(), true)));
    }

    private static Output height(Grid elevation, Inputs inputs, ParameterValues values, Progress progress) {
        MetresNeeded.require(elevation);
        WaterFlow flow = WaterFlow.of(elevation, progress.part(0, 0.8));
        if (!inputs.has("streams")) {
            int cells = flow.streamCells(values.number("stream-area") * 1e6);
            return new Output.Raster(flow.heightAboveStreams(cells, progress.part(0.8, 1)), List.of());
        }
        LayerRows rows = LayerRows.read(inputs.features("streams"), progress);
        List<Geometry> shapes = Arrays.stream(
                        rows.in(elevation.geometry().crs(), progress).geometries())
                .filter(Objects::nonNull)
                .toList();
        Grid mask = Rasterizer.mask(elevation.geometry(), shapes, Rasterizer.Rule.ALL_TOUCHED, progress);
        if (!shapes.isEmpty() && IntStream.range(0, mask.cells().length).noneMatch(cell -> mask.cells()[cell] == 1)) {
            throw RiskMapException.of("analysis.streams-elsewhere");
        }
        Grid heights = flow.heightAbove(cell -> mask.cells()[cell] == 1, progress.part(0.8, 1));
        return new Output.Raster(heights, rows.notes("streams"));
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
        progress.check();
        return kernel.run(inputs.grid("elevation"), inputs, values, progress);
    }
}
