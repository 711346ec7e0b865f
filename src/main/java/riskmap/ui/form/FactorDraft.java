package riskmap.ui.form;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.Scale;

/** One factor while it is filled in: its parts as text, which need not make a factor yet. Knows no toolkit. */
final class FactorDraft {
    /** What separates factors or their parts, and so cannot stand in a name. */
    private static final String RESERVED = "[;=*()\\n]";

    final StringProperty weight = new SimpleStringProperty("");
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty measure = new SimpleStringProperty(Factor.Measure.PRESENCE.key());
    final StringProperty layer = new SimpleStringProperty("");
    final StringProperty field = new SimpleStringProperty("");
    final StringProperty per = new SimpleStringProperty("");
    final StringProperty score = new SimpleStringProperty(Scale.Kind.MIN_MAX.key());
    /** Bounds of classes or scores of values, with blanks between them. */
    final StringProperty numbers = new SimpleStringProperty("");

    final ObjectProperty<Boolean> falling = new SimpleObjectProperty<>(false);

    static FactorDraft of(Factor factor) {
        FactorDraft draft = new FactorDraft();
        draft.weight.set(number(factor.weight()));
        draft.name.set(factor.name());
        draft.measure.set(factor.measure().key());
        draft.layer.set(factor.layer());
        draft.field.set(factor.field() == null ? "" : factor.field());
        draft.per.set(factor.per() == null ? "" : factor.per());
        draft.score.set(factor.scale().kind().key());
        draft.falling.set(factor.scale().falling());
        List<String> words = List.of(factor.scale().text().split(" "));
        draft.numbers.set(
                String.join(" ", words.subList(1, words.size() - (factor.scale().falling() ? 1 : 0))));
        return draft;
    }

    /** A title without what cannot stand in the name of a factor. */
    static String asName(String title) {
        return title.replaceAll(RESERVED, "");
    }

    /** As little as says the weight. */
    static String number(double weight) {
        return weight == Math.rint(weight) && Math.abs(weight) < 1e15
                ? Long.toString((long) weight)
                : Double.toString(weight);
    }

    /** All that its text depends on. */
    List<Observable> parts() {
        return List.of(weight, name, measure, layer, field, per, score, numbers, falling);
    }

    Factor.Measure measured() {
        return Arrays.stream(Factor.Measure.values())
                .filter(each -> each.key().equals(measure.get()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether its score has bounds or values. */
    boolean hasNumbers() {
        return isClasses() || isCodes();
    }

    boolean isClasses() {
        return score.get().equals(Scale.Kind.CLASSES.key());
    }

    private boolean isCodes() {
        return score.get().equals(Scale.Kind.CODES.key());
    }

    /** What it is called: its name, or its layer where it has none. */
    String called() {
        return name.get().isBlank() ? layer.get().trim() : name.get().trim();
    }

    /** As it is written in the parameter. */
    String text() {
        String at = measured().hasField() && !field.get().isBlank()
                ? layer.get().trim() + "." + field.get().trim()
                : layer.get().trim();
        String divided = per.get().isBlank() ? "" : " / " + per.get().trim();
        String called = name.get().isBlank() ? "" : name.get().trim() + " = ";
        return weight.get().trim() + " * " + called + measure.get() + "(" + at + ")" + divided + " " + scale();
    }

    /** How it is scored as it is written. */
    private String scale() {
        return Stream.of(score.get(), hasNumbers() ? blanks(numbers.get()) : "", falling.get() ? "falling" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Numbers as people write them, with commas or blanks, with one blank between them. */
    private static String blanks(String numbers) {
        return numbers.replaceAll("[,，、\\s]+", " ").trim();
    }

    /** The weight as a number, not a number while it is none. */
    double weighs() {
        try {
            return Double.parseDouble(weight.get().trim());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** What keeps its parts from making a factor; null for nothing. */
    Message problem() {
        if (!(weighs() >= 0) || Double.isInfinite(weighs())) {
            return Message.of("ui.factor-weight-wrong");
        }
        if (!asName(name.get()).equals(name.get())) {
            return Message.of("ui.factor-name-wrong");
        }
        if (layer.get().isBlank()) {
            return Message.of("ui.factor-layer-missing");
        }
        try {
            return Factor.parse(text()).size() == 1 ? null : Message.of("risk.factor-form", text());
        } catch (RiskMapException e) {
            return hasNumbers()
                    ? Message.of(isClasses() ? "ui.factor-classes-wrong" : "ui.factor-codes-wrong")
                    : e.userMessage();
        }
    }
}
