package riskmap.ui.style;

import java.util.List;
import riskmap.style.BlendMode;
import riskmap.style.SymbolField;

/**
 * One of the values that a field of a symbol can have.
 *
 * @param value as the document has it, empty for none
 * @param title key of what the user reads
 * @param word the same in documents that say it though it is what holds without a word
 */
record FieldChoice(String value, String title, String word) {
    private static final String BLEND = "-blend-";

    FieldChoice(String value, String title) {
        this(value, title, value);
    }

    static List<FieldChoice> of(SymbolField.Kind kind) {
        return switch (kind) {
            case PATTERN ->
                List.of(
                        new FieldChoice("", "ui.style-choice-solid"),
                        new FieldChoice("shape://slash", "ui.style-choice-slash"),
                        new FieldChoice("shape://backslash", "ui.style-choice-backslash"),
                        new FieldChoice("shape://horline", "ui.style-choice-horline"),
                        new FieldChoice("shape://vertline", "ui.style-choice-vertline"),
                        new FieldChoice("shape://plus", "ui.style-choice-plus"),
                        new FieldChoice("shape://times", "ui.style-choice-times"),
                        new FieldChoice("shape://dot", "ui.style-choice-dot"));
            case CAP ->
                List.of(
                        new FieldChoice("", "ui.style-choice-cap-usual"),
                        new FieldChoice("butt", "ui.style-choice-butt"),
                        new FieldChoice("round", "ui.style-choice-round"),
                        new FieldChoice("square", "ui.style-choice-square"));
            case PLACEMENT ->
                List.of(
                        new FieldChoice("", "ui.style-choice-placed"),
                        new FieldChoice("right", "ui.style-choice-right"),
                        new FieldChoice("above", "ui.style-choice-above"),
                        new FieldChoice("centre", "ui.style-choice-centre"),
                        new FieldChoice("line", "ui.style-choice-line"));
            case WEIGHT ->
                List.of(
                        new FieldChoice("", "ui.style-choice-normal", "normal"),
                        new FieldChoice("bold", "ui.style-choice-bold"));
            case YES ->
                List.of(
                        new FieldChoice("", "ui.style-choice-no", "false"),
                        new FieldChoice("true", "ui.style-choice-yes"));
            case UNIT ->
                List.of(
                        new FieldChoice("", "ui.style-choice-pixel", "http://www.opengeospatial.org/se/units/pixel"),
                        new FieldChoice(
                                "http://www.opengeospatial.org/se/units/millimetre", "ui.style-choice-millimetre"),
                        new FieldChoice("http://www.opengeospatial.org/se/units/metre", "ui.style-choice-metre"));
            case MAP_TYPE ->
                List.of(
                        new FieldChoice("ramp", "ui.style-choice-ramp"),
                        new FieldChoice("intervals", "ui.style-choice-intervals"),
                        new FieldChoice("values", "ui.style-choice-values"));
            case BLEND -> blends();
            default -> List.of();
        };
    }

    private static List<FieldChoice> blends() {
        return List.of(
                new FieldChoice("", "ui.style-choice-blend-none"),
                new FieldChoice("multiply", "ui.style-choice-blend-multiply"),
                new FieldChoice("screen", "ui.style-choice-blend-screen"),
                new FieldChoice("overlay", "ui.style-choice-blend-overlay"),
                new FieldChoice("darken", "ui.style-choice-blend-darken"),
                new FieldChoice("lighten", "ui.style-choice-blend-lighten"),
                new FieldChoice("color-dodge", "ui.style-choice-blend-color-dodge"),
                new FieldChoice("color-burn", "ui.style-choice-blend-color-burn"),
                new FieldChoice("hard-light", "ui.style-choice-blend-hard-light"),
                new FieldChoice("soft-light", "ui.style-choice-blend-soft-light"),
                new FieldChoice("difference", "ui.style-choice-blend-difference"),
                new FieldChoice("exclusion", "ui.style-choice-blend-exclusion"));
    }

    /** Whether it is what a document says: a blend mode whatever its opacity, covering by its own name too. */
    boolean isIn(String written) {
        if (value.equals(written) || word.equalsIgnoreCase(written)) {
            return true;
        }
        if (!title.contains(BLEND)) {
            return false;
        }
        return BlendMode.of(written.split(",")[0]) == (value.isEmpty() ? BlendMode.NORMAL : BlendMode.of(value));
    }

    /** What the document says when this is chosen in place of what it said: the opacity of a blend stays. */
    String in(String written) {
        return value.isEmpty() || !title.contains(BLEND) ? value : value + opacity(written);
    }

    private static String opacity(String written) {
        int comma = written.indexOf(',');
        return comma < 0 ? "" : written.substring(comma);
    }
}
