package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;

/**
 * The same features with the same coordinates, said to be in another coordinate reference system: for layers that state
 * none, or a wrong one. Coordinates are not transformed; that is {@code reproject}.
 */
public final class AssignCrs implements Operation {
    private static final String OWNER = "analysis.assign-crs";

    @Override
    public String id() {
        return "assign-crs";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "crs", Parameter.Type.CRS, null));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        OutputRows output =
                new OutputRows("assigned", OutputRows.geometryType(rows.type()), Crs.of(values.text("crs")));
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            output.add(OutputRows.join(rows.geometry(row), OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (rows.crs() != null && !Crs.same(rows.crs(), Crs.of(values.text("crs")))) {
            notes.add(Message.of("analysis.note-assigned-crs", Crs.code(rows.crs()), values.text("crs")));
        }
        return new Output.Features(output.features(), notes);
    }
}
