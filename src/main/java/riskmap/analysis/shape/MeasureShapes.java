package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Measures;

/**
 * Gives the features fields with their measures: area and perimeter of areas, length of lines, coordinates of points; in
 * the plane of the projection or on the ellipsoid, in metres and square metres.
 */
public final class MeasureShapes implements Operation {
    private static final String OWNER = "analysis.add-geometry-attributes";

    @Override
    public String id() {
        return "add-geometry-attributes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "measure", "planar", "planar", "ellipsoid"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        boolean onEllipsoid = values.text("measure").equals("ellipsoid");
        if (onEllipsoid && rows.crs() == null) {
            throw RiskMapException.of("analysis.crs-unknown", rows.type().getTypeName());
        }
        Measures measures = onEllipsoid ? Measures.on(rows.crs()) : null;
        int dimension = rows.dimension();
        OutputRows output = new OutputRows("measured", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        List<String> names =
                switch (dimension) {
                    case 0 -> List.of("x", "y", "parts");
                    case 1 -> List.of("length");
                    case 2 -> List.of("area", "perimeter");
                    default -> List.of("area", "length");
                };
        names.forEach(name -> output.attribute(name, name.equals("parts") ? Long.class : Double.class));
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
                progress.report(0.5 + 0.5 * row / rows.size());
            }
            Geometry shape = rows.geometry(row);
            Object[] numbers = shape == null ? new Object[names.size()] : numbers(shape, dimension, measures);
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken), numbers));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-measured", Message.of(OWNER + ".measure." + values.text("measure"))));
        return new Output.Features(output.features(), notes);
    }

    private static Object[] numbers(Geometry shape, int dimension, Measures measures) {
        if (dimension == 0) {
            Point point = shape.getCentroid();
            return new Object[] {point.getX(), point.getY(), (long) shape.getNumGeometries()};
        }
        double length = measures == null ? shape.getLength() : measures.length(shape);
        double area = measures == null ? shape.getArea() : measures.area(shape);
        return dimension == 1 ? new Object[] {length} : new Object[] {area, length};
    }
}
