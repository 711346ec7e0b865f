package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.TopologyValidationError;
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
import riskmap.geo.overlay.Repair;

/** A point for each feature that is not valid in the sense of the OGC, at the place of its first error, with the reason; or the valid or the invalid features themselves. */
public final class CheckValidity implements Operation {
    private static final String OWNER = "analysis.check-validity";

    @Override
    public String id() {
        return "check-validity";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "touching-rings", Parameter.Type.BOOLEAN, "false"),
                Parameter.choice(OWNER, "give", "errors", "errors", "valid", "invalid"),
                Parameter.choice(OWNER, "texts", "ours", "ours", "geos"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        Function<Geometry, Optional<TopologyValidationError>> check =
                values.flag("touching-rings") ? Repair::errorBesidesTouchingRings : Repair::error;
        TopologyValidationError[] errors = new TopologyValidationError[rows.size()];
        Parallel.items(errors.length, 256, progress.part(0.4, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                if (rows.geometry(row) != null) {
                    errors[row] = check.apply(rows.geometry(row)).orElse(null);
                }
            }
        });
        Function<TopologyValidationError, String> texts = values.text("texts").equals("geos")
                ? Repair::ofGeos
                : error -> Repair.problem(error).text();
        OutputRows output = values.text("give").equals("errors")
                ? places(rows, errors, texts)
                : features(rows, errors, values.text("give").equals("valid"), texts);
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        long invalid = Arrays.stream(errors).filter(Objects::nonNull).count();
        notes.add(Message.of("analysis.note-invalid", invalid, rows.size() - rows.withoutGeometry()));
        return new Output.Features(output.features(), notes);
    }

    /** The features without an error, or those with one and what it is; features without geometry have none. */
    private static OutputRows features(
            LayerRows rows,
            TopologyValidationError[] errors,
            boolean valid,
            Function<TopologyValidationError, String> texts) {
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows(valid ? "valid" : "invalid", type, rows.crs());
        int[] taken = output.take(rows.type());
        if (!valid) {
            output.attribute("_errors", String.class);
        }
        for (int row = 0; row < rows.size(); row++) {
            if (valid == (errors[row] == null)) {
                Object[] what = valid ? new Object[0] : new Object[] {texts.apply(errors[row])};
                Object[] own = OutputRows.values(rows, row, taken);
                output.add(OutputRows.join(rows.geometry(row), own, what));
            }
        }
        return output;
    }

    private static OutputRows places(
            LayerRows rows, TopologyValidationError[] errors, Function<TopologyValidationError, String> texts) {
        OutputRows output = new OutputRows("invalid", Point.class, rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute("feature", String.class);
        output.attribute("message", String.class);
        for (int row = 0; row < rows.size(); row++) {
            if (errors[row] != null) {
                Point place = rows.geometry(row).getFactory().createPoint(errors[row].getCoordinate());
                output.add(OutputRows.join(
                        place, OutputRows.values(rows, row, taken), new Object[] {rows.id(row), texts.apply(errors[row])
                        }));
            }
        }
        return output;
    }
}
