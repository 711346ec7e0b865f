package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
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
import riskmap.geo.Parallel;
import riskmap.geo.shape.InnermostPlace;

/** For each area the place furthest from its outline, with how far that is: {@link InnermostPlace}. */
public final class InnermostPoints implements Operation {
    private static final String OWNER = "analysis.innermost-points";

    @Override
    public String id() {
        return "innermost-points";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "tolerance", Parameter.COORDINATE_UNIT, 1, 1e-9, 1e6));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        rows.mustBeAreas();
        InnermostPlace[] places = new InnermostPlace[rows.size()];
        Parallel.items(places.length, 32, progress.part(0.3, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                places[row] = shape == null ? null : InnermostPlace.of(shape, values.number("tolerance"));
            }
        });
        OutputRows output = new OutputRows("innermost", Point.class, rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute("dist_pole", Double.class);
        for (int row = 0; row < places.length; row++) {
            InnermostPlace found = places[row];
            Point point = found == null ? null : rows.geometry(row).getFactory().createPoint(found.place());
            output.add(OutputRows.join(
                    point, OutputRows.values(rows, row, taken), new Object[] {found == null ? null : found.distance()
                    }));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-points-made", output.size()));
        return new Output.Features(output.features(), notes);
    }
}
