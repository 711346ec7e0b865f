package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.overlay.Relation;

/**
 * Leaves out features whose shape another before them has: the same set of points, wherever the ring begins and however
 * the parts are ordered. Features without geometry stay.
 */
public final class DeleteDuplicates implements Operation {
    private static final String OWNER = "analysis.delete-duplicates";

    @Override
    public String id() {
        return "delete-duplicates";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "by", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.choice(OWNER, "give", "distinct", "distinct", "duplicates"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        IntPredicate seen = values.has("by") ? sameValues(rows, values.names("by")) : sameShape(rows);
        boolean distinct = values.text("give").equals("distinct");
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows(values.text("give"), type, rows.crs());
        int[] taken = output.take(rows.type());
        int twice = 0;
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
                progress.report(0.4 + 0.6 * row / rows.size());
            }
            boolean again = seen.test(row);
            twice += again ? 1 : 0;
            if (again != distinct) {
                Object[] own = OutputRows.values(rows, row, taken);
                output.add(type == null ? own : OutputRows.join(rows.geometry(row), own));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-duplicates", twice, rows.size()));
        return new Output.Features(output.features(), notes);
    }

    /** Whether a row before has the same values in some fields; to be asked row by row. */
    private static IntPredicate sameValues(LayerRows rows, List<String> fields) {
        int[] keys = fields.stream().mapToInt(rows::attribute).toArray();
        Set<List<Object>> known = new HashSet<>();
        return row -> !known.add(Arrays.asList(OutputRows.values(rows, row, keys)));
    }

    private static IntPredicate sameShape(LayerRows rows) {
        HPRtree tree = new HPRtree();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                tree.insert(rows.geometry(row).getEnvelopeInternal(), row);
            }
        }
        tree.build();
        return row -> rows.geometry(row) != null && seenBefore(rows, row, tree);
    }

    private static boolean seenBefore(LayerRows rows, int row, HPRtree tree) {
        Geometry shape = rows.geometry(row);
        boolean[] found = {false};
        tree.query(shape.getEnvelopeInternal(), item -> {
            int other = (Integer) item;
            found[0] |= other < row
                    && rows.geometry(other).getEnvelopeInternal().equals(shape.getEnvelopeInternal())
                    && isSame(rows.geometry(other), shape);
        });
        return found[0];
    }

    private static boolean isSame(Geometry one, Geometry other) {
        return Relation.holds(() -> one.equalsTopo(other), one, other, RelatePredicate::equalsTopo);
    }
}
