package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Sampling;
import riskmap.geo.shape.Ordinates;

/**
 * Every vertex with the value of a raster at its place as its height (z) or measure (m), scaled and shifted: roads on the
 * ground, gauges at their altitude. Where the raster has no value a vertex gets the number given for that, or none.
 */
public final class HeightsFromRaster implements Operation {
    private static final String OWNER = "analysis.heights-from-raster";

    @Override
    public String id() {
        return "heights-from-raster";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                VertexOrdinates.ordinate(OWNER),
                Parameter.choice(OWNER, "method", "nearest", "nearest", "bilinear"),
                Parameter.number(OWNER, "scale", "", 1, -1e6, 1e6),
                Parameter.number(OWNER, "shift", "", 0, -1e6, 1e6),
                Parameter.of(OWNER, "without", Parameter.Type.NUMBER, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        LayerRows there = rows.in(grid.geometry().crs(), progress);
        Sampling.Method method =
                "nearest".equals(values.text("method")) ? Sampling.Method.NEAREST : Sampling.Method.BILINEAR_WITHIN;
        double none = values.has("without") ? values.number("without") : Double.NaN;
        OutputRows output = new OutputRows("heights", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        long missing = 0;
        long all = 0;
        for (int row = 0; row < rows.size(); row++) {
            progress.check();
            Geometry shape = rows.geometry(row);
            if (shape != null) {
                double[] found = sampled(grid, method, there.geometry(row), shape.getNumPoints());
                for (int i = 0; i < found.length; i++) {
                    missing += Double.isNaN(found[i]) ? 1 : 0;
                    found[i] =
                            Double.isNaN(found[i]) ? none : found[i] * values.number("scale") + values.number("shift");
                }
                all += found.length;
                int[] at = {0};
                Ordinates which = VertexOrdinates.ordinate(values);
                shape = Ordinates.map(shape, place -> which.with(place, found[at[0]++]));
            }
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (missing > 0) {
            notes.add(Message.of("analysis.note-vertices-without-value", missing, all));
        }
        return new Output.Features(output.features(), notes);
    }

    /** The values at the vertices, which may lie in another CRS there; NaN for none. */
    private static double[] sampled(Grid grid, Sampling.Method method, Geometry there, int vertices) {
        double[] found = new double[vertices];
        Coordinate[] places = there == null ? new Coordinate[0] : there.getCoordinates();
        for (int i = 0; i < vertices; i++) {
            found[i] = i < places.length ? Sampling.at(grid, method, places[i].x, places[i].y) : Double.NaN;
        }
        return found;
    }
}
