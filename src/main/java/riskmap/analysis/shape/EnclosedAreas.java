package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
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
import riskmap.geo.overlay.EnclosedFaces;
import riskmap.geo.overlay.Overlay;

/** The areas that the lines of a layer enclose together, cut where they cross; loose ends enclose nothing. */
public final class EnclosedAreas implements Operation {
    @Override
    public String id() {
        return "enclosed-areas";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("analysis.enclosed-areas", "features", Parameter.Type.FEATURES, null),
                Parameter.of("analysis.enclosed-areas", "fields", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.PATHS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        List<Geometry> lines = new ArrayList<>();
        for (Geometry shape : rows.geometries()) {
            if (shape != null && shape.getDimension() > 0) {
                lines.add(Overlay.lines(shape));
            }
        }
        progress.check();
        Geometry noded = UnaryUnionOp.union(lines, new GeometryFactory());
        progress.check();
        List<Polygon> areas = noded == null ? List.of() : EnclosedFaces.of(List.of(noded));
        OutputRows output = new OutputRows("areas", Polygon.class, rows.crs());
        // an area has several lines around it: their fields are there, and empty
        int empty = values.flag("fields") ? output.take(rows.type()).length : 0;
        output.attribute("area", Double.class);
        output.attribute("perimeter", Double.class);
        for (Polygon area : areas) {
            output.add(OutputRows.join(area, new Object[empty], new Object[] {area.getArea(), area.getLength()}));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-areas", areas.size()));
        return new Output.Features(output.features(), notes);
    }
}
