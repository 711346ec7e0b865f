package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.GroundSize;

/**
 * Lines without the parts that are shorter than a length in metres, areas without those that are smaller than an area in
 * square metres, on the ground. Features no part of which is left are left out and counted; those without geometry stay.
 */
public final class RemoveSmallParts implements Operation {
    private static final String OWNER = "analysis.remove-small-parts";

    @Override
    public String id() {
        return "remove-small-parts";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "least", "", 1, 0, 1e15));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.PATHS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        double least = values.number("least");
        GroundSize ground = GroundSize.in(rows.crs());
        OutputRows output = new OutputRows("parts", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        int parts = 0;
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            Geometry shape = rows.geometry(row);
            List<Geometry> left = shape == null ? List.of() : left(shape, least, ground);
            parts += shape == null ? 0 : shape.getNumGeometries() - left.size();
            if (shape == null || !left.isEmpty()) {
                output.add(OutputRows.join(together(shape, left), OutputRows.values(rows, row, taken)));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-small-parts", parts, rows.size() - output.size()));
        return new Output.Features(output.features(), notes);
    }

    private static List<Geometry> left(Geometry shape, double least, GroundSize ground) {
        List<Geometry> left = new ArrayList<>();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            Geometry one = shape.getGeometryN(part);
            double size = one.getDimension() == 2 ? ground.area(one) : ground.length(one);
            if (one.getDimension() > 0 && size >= least) {
                left.add(one);
            }
        }
        return left;
    }

    private static Geometry together(Geometry shape, List<Geometry> left) {
        if (shape == null || left.size() == shape.getNumGeometries()) {
            return shape;
        }
        Geometry made = shape.getFactory().buildGeometry(left);
        return shape.getGeometryType().startsWith("Multi") ? OutputRows.asMulti(made) : made;
    }
}
