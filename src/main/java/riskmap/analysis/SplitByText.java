package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.BoundedPattern;

/**
 * A feature for each part of a text in one of its fields, such as “school; shelter” taken apart at the semicolon; the other
 * fields and the shape are those of the whole. Without a text or a separator in it a feature stays one.
 */
final class SplitByText implements Operation {
    private static final String OWNER = "analysis.split-by-text";

    @Override
    public String id() {
        return "split-by-text";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "separator", Parameter.Type.TEXT, ";"),
                Parameter.of(OWNER, "pattern", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        int field = rows.attribute(values.text("field"));
        String separator = values.text("separator");
        BoundedPattern pattern = BoundedPattern.of(values.flag("pattern") ? separator : Pattern.quote(separator));
        OutputRows output = new OutputRows("parts", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        int place = Arrays.stream(taken).boxed().toList().indexOf(field);
        boolean texts = rows.type().getDescriptor(field).getType().getBinding() == String.class;
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            Object value = rows.value(row, field);
            List<?> parts = value == null || !texts ? Arrays.asList(value) : parts(value.toString(), pattern);
            for (Object part : parts) {
                Object[] own = OutputRows.values(rows, row, taken);
                own[place] = part;
                output.addWith(rows.geometry(row), own);
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-rows-made", rows.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }

    /** What stands between the separators, empty parts too. */
    private static List<String> parts(String text, BoundedPattern pattern) {
        return pattern.apply(text, found -> {
            List<String> parts = new ArrayList<>();
            int from = 0;
            while (found.find()) {
                if (found.end() > found.start()) {
                    parts.add(text.substring(from, found.start()));
                    from = found.end();
                }
            }
            parts.add(text.substring(from));
            return parts;
        });
    }
}
