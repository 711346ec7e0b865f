package riskmap.analysis.relate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
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

/**
 * What differs between two states of a layer, such as a survey before and after a town has sent it again: a row is unchanged
 * where the other state has one of the same shape and the same values in the fields that are compared; other rows are
 * deleted or added. Each row is the partner of one only, so that unchanged and deleted rows are those before, unchanged and
 * added ones those after.
 */
public final class LayerChanges implements Operation {
    private static final String OWNER = "analysis.layer-changes";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    @Override
    public String id() {
        return "layer-changes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, BEFORE, Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, AFTER, Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.choice(OWNER, "shapes", "same-place", "same-place", "same-vertices"),
                Parameter.choice(OWNER, "give", "added", "added", "deleted", "unchanged"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public String inputOfFields(String parameter) {
        return parameter.equals("fields") ? BEFORE : "";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows before = LayerRows.read(inputs.features(BEFORE), progress.part(0, 0.3));
        LayerRows after = LayerRows.read(inputs.features(AFTER), progress.part(0.3, 0.6))
                .in(before.crs(), progress.part(0.6, 0.7));
        List<String> fields = values.names("fields");
        boolean exact = values.text("shapes").equals("same-vertices");
        Map<List<Object>, Deque<Integer>> known = new HashMap<>();
        int[] own = fields.stream().mapToInt(before::attribute).toArray();
        for (int row = 0; row < before.size(); row++) {
            known.computeIfAbsent(key(before, row, own), key -> new ArrayDeque<>())
                    .add(row);
        }
        int[] theirs = fields.stream().mapToInt(after::attribute).toArray();
        boolean[] matched = new boolean[before.size()];
        boolean[] there = new boolean[after.size()];
        int same = 0;
        for (int row = 0; row < after.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
                progress.report(0.7 + 0.3 * row / after.size());
            }
            Geometry shape = after.geometry(row);
            Deque<Integer> like = known.getOrDefault(key(after, row, theirs), new ArrayDeque<>());
            Integer partner = like.stream()
                    .filter(other -> alike(before.geometry(other), shape, exact))
                    .findFirst()
                    .orElse(null);
            if (partner != null) {
                like.remove(partner);
                matched[partner] = true;
                there[row] = true;
                same++;
            }
        }
        String give = values.text("give");
        OutputRows output = give.equals("added")
                ? rows(after, there, false, give)
                : rows(before, matched, give.equals("unchanged"), give);
        List<Message> notes = new ArrayList<>(before.notes(BEFORE));
        notes.addAll(after.notes(AFTER));
        notes.add(Message.of("analysis.note-layer-changes", same, before.size() - same, after.size() - same));
        return new Output.Features(output.features(), notes);
    }

    private static OutputRows rows(LayerRows rows, boolean[] matched, boolean wanted, String name) {
        OutputRows output = new OutputRows(name, OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            if (matched[row] == wanted) {
                output.addWith(rows.geometry(row), OutputRows.values(rows, row, taken));
            }
        }
        return output;
    }

    /** What rows must have in common before their shapes are compared: values, and about where they lie. */
    private static List<Object> key(LayerRows rows, int row, int[] fields) {
        Object[] key = Arrays.copyOf(OutputRows.values(rows, row, fields), fields.length + 1);
        for (int i = 0; i < fields.length; i++) {
            // 3 is 3, whether the field is one of whole numbers or of decimals
            key[i] = key[i] instanceof Number number && number.doubleValue() == number.longValue()
                    ? (Object) number.longValue()
                    : key[i];
        }
        Geometry shape = rows.geometry(row);
        // shapes at the same place have the same box
        key[fields.length] = shape == null ? null : shape.getEnvelopeInternal();
        return Arrays.asList(key);
    }

    private static boolean alike(Geometry one, Geometry other, boolean exact) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one.equalsExact(other)) {
            return true;
        }
        // what is not valid has no points of which it could be said whether they are the same
        return !exact
                && (one.norm().equalsExact(other.norm()) || one.isValid() && other.isValid() && one.equalsTopo(other));
    }
}
