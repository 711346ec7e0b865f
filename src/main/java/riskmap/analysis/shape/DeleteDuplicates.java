package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Leaves out features whose shape another before them has: the same set of points, wherever the ring begins and however
 * the parts are ordered. Features without geometry stay.
 */
public final class DeleteDuplicates implements Operation {
    @Override
    public String id() {
        return "delete-duplicates";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of("analysis.delete-duplicates", "features", Parameter.Type.FEATURES, null));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        HPRtree tree = new HPRtree();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                tree.insert(rows.geometry(row).getEnvelopeInternal(), row);
            }
        }
        tree.build();
        OutputRows output = new OutputRows("distinct", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        int twice = 0;
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
                progress.report(0.4 + 0.6 * row / rows.size());
            }
            if (rows.geometry(row) != null && seenBefore(rows, row, tree)) {
                twice++;
            } else {
                output.add(OutputRows.join(rows.geometry(row), OutputRows.values(rows, row, taken)));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-duplicates", twice, rows.size()));
        return new Output.Features(output.features(), notes);
    }

    private static boolean seenBefore(LayerRows rows, int row, HPRtree tree) {
        Geometry shape = rows.geometry(row);
        boolean[] found = {false};
        tree.query(shape.getEnvelopeInternal(), item -> {
            int other = (Integer) item;
            found[0] |= other < row
                    && rows.geometry(other).getEnvelopeInternal().equals(shape.getEnvelopeInternal())
                    && rows.geometry(other).equalsTopo(shape);
        });
        return found[0];
    }
}
