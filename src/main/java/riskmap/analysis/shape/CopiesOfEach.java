package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import riskmap.base.RiskMapException;

/**
 * Each feature and so many copies of it, each a step further than the one before: moved (rows of tents, parking places), or
 * lines beside a line (lanes). The field {@code instance} counts them, 0 for the feature itself. In units of the
 * coordinates.
 */
public final class CopiesOfEach implements Operation {
    private static final String COPIES = "copies";
    /** So many rows fit in memory beside what else is open. */
    private static final long MOST = 1_000_000;

    private final String owner;
    private final boolean beside;
    private final List<Parameter> step;

    private CopiesOfEach(String id, boolean beside, List<Parameter> step) {
        this.owner = "analysis." + id;
        this.beside = beside;
        this.step = step;
    }

    /** Copies each moved so far from the one before. */
    public static Operation moved() {
        String owner = "analysis.moved-copies";
        return new CopiesOfEach(
                "moved-copies",
                false,
                List.of(
                        Parameter.number(owner, "east", Parameter.COORDINATE_UNIT, 10, -1e9, 1e9),
                        Parameter.number(owner, "north", Parameter.COORDINATE_UNIT, 0, -1e9, 1e9),
                        Parameter.number(owner, "up", "", 0, -1e9, 1e9),
                        Parameter.number(owner, "measure", "", 0, -1e9, 1e9)));
    }

    /** Lines beside each line, to its left or, by a negative distance, to its right. */
    public static Operation beside() {
        return new CopiesOfEach("offset-copies", true, LinesOfEach.offsetParameters("analysis.offset-copies"));
    }

    @Override
    public String id() {
        return owner.substring(owner.indexOf('.') + 1);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(owner, "features", Parameter.Type.FEATURES, null));
        all.add(Parameter.integer(owner, COPIES, "", 10, 1, MOST));
        all.addAll(step);
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return beside ? FittingShapes.LINES : FittingShapes.ANY;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        long copies = values.integer(COPIES);
        if ((copies + 1) * rows.size() > MOST) {
            throw RiskMapException.of("analysis.too-many-copies", (copies + 1) * rows.size(), MOST);
        }
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("copies", beside ? Geometry.class : type, rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute("instance", Long.class);
        if (beside) {
            output.attribute("offset", Double.class);
        }
        for (int row = 0; row < rows.size(); row++) {
            progress.report(0.3 + 0.7 * row / rows.size());
            Geometry shape = rows.geometry(row);
            Object[] own = OutputRows.values(rows, row, taken);
            if (shape == null) {
                // what has no shape has no copies and no place among them
                output.add(OutputRows.join(null, own, new Object[beside ? 2 : 1]));
                continue;
            }
            for (long copy = 0; copy <= copies; copy++) {
                progress.check();
                Geometry made = copy == 0 ? shape : copy(shape, values, copy);
                double offset = beside ? copy * values.number("distance") + 0.0 : 0;
                output.add(OutputRows.join(made, own, beside ? new Object[] {copy, offset} : new Object[] {copy}));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-rows-made", rows.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }

    private Geometry copy(Geometry shape, ParameterValues values, long times) {
        if (beside) {
            Geometry line = LinesOfEach.beside(shape, times * values.number("distance"), values);
            return line == null || line.isEmpty() ? null : line;
        }
        return MovedShapes.moved(
                shape,
                Map.of(
                        "east", times * values.number("east"),
                        "north", times * values.number("north"),
                        "up", times * values.number("up"),
                        "measure", times * values.number("measure")));
    }
}
