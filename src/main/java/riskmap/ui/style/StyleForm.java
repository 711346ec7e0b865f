package riskmap.ui.style;

import java.util.ArrayList;
import java.util.List;
import riskmap.app.style.StyleChoice;
import riskmap.base.RiskMapException;
import riskmap.style.ClassLimits;
import riskmap.style.ClassStyles;
import riskmap.style.ColourRamp;

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
