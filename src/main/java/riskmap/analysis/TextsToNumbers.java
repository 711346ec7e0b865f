package riskmap.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A field of texts made one of decimal numbers: “12.5”, “-2e3”, “３％” with full-width digits, which is 0.03. What is no
 * number becomes none, and how many were is told with the first of them; nothing is guessed from “about 20”.
 */
final class TextsToNumbers implements Operation {
    private static final String OWNER = "analysis.texts-to-numbers";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "texts-to-numbers";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, null));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        String name = values.text("field");
        int field = rows.attribute(name);
        OutputRows output = new OutputRows("numbers", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows, List.of(), null, List.of(name));
        int place = Arrays.stream(taken).boxed().toList().indexOf(field);
        int read = 0;
        int none = 0;
        List<String> unread = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 1023) == 0) {
                progress.check();
            }
            Object value = rows.value(row, field);
            Double number = value instanceof Number already
                    ? (Double) already.doubleValue()
                    : value == null ? null : number(value.toString());
            read += number == null ? 0 : 1;
            boolean blank = value == null || value.toString().isBlank();
            if (number == null && !blank && none++ < NAMED) {
                unread.add(value.toString());
            }
            Object[] own = OutputRows.values(rows, row, taken);
            own[place] = number;
            output.addWith(rows.geometry(row), own);
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-texts-read", read, rows.size() - read - none));
        if (none > 0) {
            notes.add(Message.of("analysis.note-texts-no-numbers", none, String.join("; ", unread)));
        }
        return new Output.Features(output.features(), notes);
    }

    /** The number a text is, a hundredth of it with a percent sign; null for none. */
    private static Double number(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        boolean percent = plain.endsWith("%");
        String digits = percent ? plain.substring(0, plain.length() - 1).strip() : plain;
        if (!NUMBER.matcher(digits).matches()) {
            return null;
        }
        double number = Double.parseDouble(digits);
        return Double.isInfinite(number) ? null : (Double) (percent ? number / 100 : number);
    }
}
