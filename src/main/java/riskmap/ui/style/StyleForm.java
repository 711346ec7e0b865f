package riskmap.ui.style;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.app.style.StyleChoice;
import riskmap.base.RiskMapException;
import riskmap.style.ClassLimits;
import riskmap.style.ClassStyles;
import riskmap.style.ColourRamp;
import riskmap.style.RuleFacts;
import riskmap.style.SldDocument;

/**
 * What stands in the editor: a value, so that undo is going back to an earlier one.
 *
 * @param field what categories and classes go by, null while none is chosen
 * @param breaks limits as typed, separated by commas or spaces; empty to have them found
 * @param colour of the single symbol
 */
public record StyleForm(
        Mode mode,
        String field,
        ClassLimits.Method method,
        int classes,
        String breaks,
        ColourRamp ramp,
        boolean reversed,
        String colour,
        ClassStyles.Look look) {
    private static final Pattern EQUAL = Pattern.compile("(\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_]*) = .*");
    private static final Pattern FROM =
            Pattern.compile("(\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_]*) >= (-?[0-9.]+(?:[eE][-+]?[0-9]+)?)");

    /** Kinds of styles that the editor makes. */
    public enum Mode {
        SINGLE,
        CATEGORIES,
        GRADUATED
    }

    /** The form as it opens. */
    static StyleForm initial() {
        return new StyleForm(
                Mode.SINGLE,
                null,
                ClassLimits.Method.JENKS,
                5,
                "",
                ColourRamp.CIVIDIS,
                false,
                "#3182bd",
                ClassStyles.Look.USUAL);
    }

    /** The form of a style as it is: what its rules go by, as far as they go by one field. */
    static StyleForm of(SldDocument document) {
        StyleForm usual = initial();
        String field = null;
        List<String> limits = new ArrayList<>();
        Mode mode = Mode.SINGLE;
        for (int i = 0; i < document.ruleCount(); i++) {
            RuleFacts rule = document.rule(i);
            Matcher equal = EQUAL.matcher(rule.filter() == null ? "" : rule.filter());
            Matcher from = FROM.matcher(rule.filter() == null ? "" : rule.filter());
            if (equal.matches()) {
                mode = Mode.CATEGORIES;
                field = equal.group(1);
            } else if (from.find()) {
                mode = Mode.GRADUATED;
                field = from.group(1);
                limits.add(from.group(2));
            }
        }
        String breaks = mode == Mode.GRADUATED
                ? limits.stream().distinct().collect(java.util.stream.Collectors.joining(", "))
                : "";
        return field == null
                ? usual
                : new StyleForm(
                        mode,
                        field.replace("\"", ""),
                        usual.method,
                        Math.max(2, limits.size() + 1),
                        breaks,
                        mode == Mode.CATEGORIES ? ColourRamp.SET : usual.ramp,
                        false,
                        usual.colour,
                        usual.look);
    }

    /** The same of another kind, with the colours and the number of classes that are usual for it. */
    StyleForm as(Mode now) {
        StyleForm usual = initial();
        boolean ordered = mode != Mode.GRADUATED && now == Mode.GRADUATED && ramp == ColourRamp.SET;
        ColourRamp colours = ordered ? usual.ramp : now == Mode.CATEGORIES ? ColourRamp.SET : ramp;
        int count = ordered ? Math.max(classes, usual.classes) : classes;
        return new StyleForm(now, field, method, count, breaks, colours, reversed, colour, look);
    }

    /** Whether enough is chosen to draw something. */
    boolean complete() {
        return mode == Mode.SINGLE || field != null;
    }

    /** What it asks for. */
    StyleChoice choice() {
        return switch (mode) {
            case SINGLE -> new StyleChoice.Single(colour, look);
            case CATEGORIES -> new StyleChoice.Categories(field, ramp, reversed, look);
            case GRADUATED -> new StyleChoice.Graduated(field, method, classes, limits(), ramp, reversed, look);
        };
    }

    private List<Double> limits() {
        List<Double> result = new ArrayList<>();
        for (String word : breaks.trim().split("[\\s,，;；]+")) {
            if (!word.isEmpty()) {
                try {
                    result.add(Double.valueOf(word));
                } catch (NumberFormatException e) {
                    throw RiskMapException.of("ui.style-break-wrong", word);
                }
            }
        }
        return result;
    }
}
