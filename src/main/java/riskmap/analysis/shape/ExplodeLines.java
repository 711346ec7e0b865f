package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
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
import riskmap.geo.overlay.Overlay;

/**
 * A row for each straight piece of a line or an outline, from vertex to vertex, with the attributes of its feature;
 * features without geometry stay without. A vertex that stands twice makes no piece.
 */
public final class ExplodeLines implements Operation {
    @Override
    public String id() {
        return "explode-lines";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of("analysis.explode-lines", "features", Parameter.Type.FEATURES, null));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.PATHS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        OutputRows output = new OutputRows("pieces", LineString.class, rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            Object[] own = OutputRows.values(rows, row, taken);
            Geometry shape = rows.geometry(row);
            if (shape == null) {
                output.add(OutputRows.join(null, own));
                continue;
            }
            Geometry lines = Overlay.lines(shape);
            for (int part = 0; part < lines.getNumGeometries(); part++) {
                Coordinate[] path = lines.getGeometryN(part).getCoordinates();
                for (int i = 1; i < path.length; i++) {
                    if (!path[i].equals2D(path[i - 1])) {
                        Coordinate[] piece = {path[i - 1], path[i]};
                        output.add(OutputRows.join(shape.getFactory().createLineString(piece), own));
                    }
                }
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-parts", rows.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }
}
