package riskmap.ui.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.RiskMapException;
import riskmap.risk.weighting.Factor;

/**
 * The factors of a combination while they are filled in: a {@link FactorDraft} for each, put together into the text of
 * the parameter with every change, and taken from it when it is changed elsewhere. Knows no toolkit.
 */
final class FactorsViewModel {
    /** What weights may differ from 1 by when added up, as the run takes them. */
    private static final double EXACT = 1e-6;

    private static final int WEIGHT_DECIMALS = 4;

    private final FormViewModel form;
    private final StringProperty value;
    private final ObservableList<FactorDraft> drafts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Message> unreadable = new ReadOnlyObjectWrapper<>();
    private final InvalidationListener changed = property -> write();
    private boolean writing;

    /** Weak, as the text outlives the cards: the form is shown again with others. */
    private final ChangeListener<String> typed = (property, before, now) -> {
        if (!writing) {
            read();
        }
    };

    FactorsViewModel(FormViewModel form, Parameter parameter) {
        this.form = form;
        this.value = form.value(parameter.key());
        value.addListener(new WeakChangeListener<>(typed));
        read();
    }

    /** What is wrong with a text of factors by itself; null while it can be read. */
    static Message problem(String text) {
        try {
            Factor.parse(text == null ? "" : text);
            return null;
        } catch (RiskMapException e) {
            return e.userMessage();
        }
    }

    private void read() {
        unreadable.set(problem(value.get()));
        if (unreadable.get() == null) {
            drafts.forEach(draft -> draft.parts().forEach(part -> part.removeListener(changed)));
            List<FactorDraft> now =
                    Factor.parse(value.get()).stream().map(FactorDraft::of).toList();
            now.forEach(this::follow);
            drafts.setAll(now);
        }
    }

    private void follow(FactorDraft draft) {
        draft.parts().forEach(part -> part.addListener(changed));
    }

    private void write() {
        writing = true;
        value.set(drafts.stream().map(FactorDraft::text).collect(Collectors.joining("; ")));
        writing = false;
        unreadable.set(null);
    }

    /** The text of the parameter. */
    StringProperty text() {
        return value;
    }

    /** The factors in their order. */
    ObservableList<FactorDraft> drafts() {
        return drafts;
    }

    /** What keeps a text that was not put together here from being read; null while it is. */
    ReadOnlyObjectProperty<Message> unreadable() {
        return unreadable.getReadOnlyProperty();
    }

    /** Adds a factor that still lacks its layer, and gives it. */
    FactorDraft add() {
        FactorDraft draft = new FactorDraft();
        draft.weight.set(plain(rounded(1.0 / (drafts.size() + 1), 2)));
        follow(draft);
        drafts.add(draft);
        write();
        return draft;
    }

    void remove(FactorDraft draft) {
        drafts.remove(draft);
        write();
    }

    /** Moves a factor up (−1) or down (1), where there is another. */
    void move(FactorDraft draft, int by) {
        int from = drafts.indexOf(draft);
        int to = from + by;
        if (to >= 0 && to < drafts.size()) {
            List<FactorDraft> now = new ArrayList<>(drafts);
            now.remove(from);
            now.add(to, draft);
            drafts.setAll(now);
            write();
        }
    }

    /** The sum of the weights, without the noise of adding; not a number while one is none. */
    double sum() {
        double sum = drafts.stream().mapToDouble(FactorDraft::weighs).sum();
        return Double.isFinite(sum) ? rounded(sum, 9).doubleValue() : Double.NaN;
    }

    /** Whether the run takes the weights that are given, and wants them to add up to 1. */
    boolean weightsCount() {
        return choice("weighting", "given") && choice("rule", "sum");
    }

    /** Whether the weights add up to 1, or need not. */
    boolean isSumGood() {
        return !weightsCount() || Math.abs(sum() - 1) <= EXACT;
    }

    /** Divides the weights by their sum, to four decimals; the greatest takes what rounding leaves. */
    void makeSumOne() {
        double sum = sum();
        if (!(sum > 0)) {
            return;
        }
        List<BigDecimal> shares = new ArrayList<>(drafts.stream()
                .map(draft -> rounded(draft.weighs() / sum, WEIGHT_DECIMALS))
                .toList());
        BigDecimal left = BigDecimal.ONE.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        int greatest =
                shares.indexOf(shares.stream().max(Comparator.naturalOrder()).orElseThrow());
        shares.set(greatest, shares.get(greatest).add(left));
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).weight.set(plain(shares.get(i)));
        }
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Layers and rasters to choose from. */
    List<String> layers() {
        return form.layers().stream()
                .filter(name -> !form.titles().layer(name).isEmpty()
                        || !form.fieldsOf(name).isEmpty())
                .toList();
    }

    /** Names of the fields of a factor's layer. */
    List<String> fields(FactorDraft draft) {
        return form.fieldsOf(draft.layer.get().trim());
    }

    /** What a factor may be divided by: the area in km², or a field of the areas; nothing where cells are computed. */
    List<String> divisors() {
        List<String> all = new ArrayList<>(List.of("", "km2"));
        StringProperty areas = form.value("areas");
        all.addAll(areas == null ? List.of() : form.fieldsOf(areas.get().trim()));
        return all;
    }

    /** Whether cells are computed, in which a factor is not divided. */
    boolean isByCells() {
        return choice("unit", "cells");
    }

    /** All that the problems and the sum depend on. */
    Observable[] everything() {
        List<Observable> all = new ArrayList<>(List.of(value));
        for (String key : List.of("unit", "areas", "weighting", "rule")) {
            if (form.value(key) != null) {
                all.add(form.value(key));
            }
        }
        return all.toArray(Observable[]::new);
    }

    /** What is wrong with a factor now, by itself, beside the others and with its layer; null for nothing. */
    ObservableValue<Message> problem(FactorDraft draft) {
        return Bindings.createObjectBinding(() -> problemNow(draft), everything());
    }

    private Message problemNow(FactorDraft draft) {
        Message own = draft.problem();
        if (own != null) {
            return own;
        }
        String called = draft.called();
        if (drafts.stream().anyMatch(other -> other != draft && other.called().equals(called))) {
            return Message.of("risk.check-factor-twice", called);
        }
        Factor.Measure measure = draft.measured();
        Message measured = Message.of("ui.factor-measure-" + measure.key());
        String layer = draft.layer.get().trim();
        if (!form.layers().isEmpty() && !form.layers().contains(layer)) {
            return Message.of("ui.factor-no-layer", layer);
        }
        if (isByCells() && (measure == Factor.Measure.COUNT || measure == Factor.Measure.SUM)) {
            return Message.of("risk.check-factor-areas", called, measured, layer);
        }
        if (isByCells() && !draft.per.get().isBlank()) {
            return Message.of("risk.check-factor-per", called, draft.per.get());
        }
        return withFields(draft, measured, form.fieldsOf(layer));
    }

    /** What does not fit the fields of the layer, where they are known: those of a raster are none. */
    private static Message withFields(FactorDraft draft, Message measured, List<String> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        String field = draft.field.get().trim();
        if (draft.measured() == Factor.Measure.SLOPE) {
            return Message.of("risk.check-factor-raster", draft.called(), measured, draft.layer.get());
        }
        if (draft.measured().needsField() && field.isEmpty()) {
            return Message.of("ui.factor-field-missing", measured);
        }
        boolean known = fields.stream().anyMatch(each -> each.equalsIgnoreCase(field));
        return draft.measured().hasField() && !field.isEmpty() && !known
                ? Message.of("ui.factor-no-field", draft.layer.get(), field)
                : null;
    }

    /** Whether a choice of the same form stands so; yes where it has no such choice. */
    private boolean choice(String key, String wanted) {
        StringProperty chosen = form.value(key);
        return chosen == null || wanted.equals(chosen.get());
    }
}
