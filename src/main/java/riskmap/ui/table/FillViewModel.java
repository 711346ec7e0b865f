package riskmap.ui.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.geotools.api.filter.Filter;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.rows.FieldFill;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.ui.edit.Fids;
import riskmap.ui.feature.FieldInput;
import riskmap.ui.feature.FieldText;

/**
 * Filling one field of many rows: which field, a value or an expression, which rows; what would happen is worked out anew
 * beside the window's thread with every change, and only what was seen may be done. Knows no toolkit.
 */
public final class FillViewModel {
    private static final int SHOWN = 100;

    private final CellEdits edits;
    private final List<Long> selected;
    private final Map<String, FieldText> fields;
    private final ObjectProperty<FieldText> field = new SimpleObjectProperty<>();
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>();
    private final BooleanProperty byExpression = new SimpleBooleanProperty(true);
    private final StringProperty expression = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldInput> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FieldFill.Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Task<?> running;
    private int generation;

    /** Which rows are filled. */
    public enum Scope {
        /** Those that are selected. */
        SELECTED,
        /** Those the table shows. */
        TABLE
    }

    FillViewModel(CellEdits edits, Collection<Long> selected, String column) {
        this.edits = edits;
        this.selected = List.copyOf(selected);
        this.fields = edits.fillable();
        field.addListener((property, before, now) -> {
            FieldInput fresh = edits.input(now);
            fresh.load(null);
            fresh.text().addListener(text -> {
                fresh.setProblem(fresh.rule()
                        .problem(fresh.rule().value(fresh.text().get()))
                        .orElse(null));
                forget();
            });
            value.set(fresh);
        });
        scope.set(selected.isEmpty() ? Scope.TABLE : Scope.SELECTED);
        field.set(fields.getOrDefault(column, fields.values().iterator().next()));
        for (var said : List.of(field, scope, byExpression, expression)) {
            said.addListener(property -> forget());
        }
    }

    public List<FieldText> fields() {
        return List.copyOf(fields.values());
    }

    public ObjectProperty<FieldText> field() {
        return field;
    }

    public ObjectProperty<Scope> scope() {
        return scope;
    }

    /** Whether the values are worked out; else all rows get the same. */
    public BooleanProperty byExpression() {
        return byExpression;
    }

    public StringProperty expression() {
        return expression;
    }

    /** The value that all rows would get. */
    public ReadOnlyObjectProperty<FieldInput> value() {
        return value.getReadOnlyProperty();
    }

    /** What would happen, null until it is worked out. */
    public ReadOnlyObjectProperty<FieldFill.Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /** What is wrong, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something is being worked out or stored. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public int selectedCount() {
        return selected.size();
    }

    private void forget() {
        stop();
        preview.set(null);
        problem.set(null);
    }

    /** Ends what is being worked out. */
    public void stop() {
        generation++;
        if (running != null) {
            running.cancel();
            running = null;
        }
        busy.set(false);
    }

    /** Works out what would happen. */
    public void look() {
        stop();
        if (byExpression.get() && expression.get().isBlank()) {
            return;
        }
        int mine = generation;
        busy.set(true);
        running = edits.preview(
                filling(),
                rows(),
                SHOWN,
                found -> {
                    if (mine == generation) {
                        busy.set(false);
                        preview.set(found);
                    }
                },
                failure -> {
                    if (mine == generation && !(failure instanceof CancelledException)) {
                        busy.set(false);
                        problem.set(Failures.message(failure));
                    }
                });
    }

    /** Does it as one step; {@code done} is told when it is on the disk. */
    public void apply(Consumer<Integer> done) {
        int mine = ++generation;
        busy.set(true);
        edits.fill(
                filling(),
                rows(),
                stored -> {
                    busy.set(false);
                    done.accept(stored.rows().size());
                },
                failure -> {
                    if (mine == generation) {
                        busy.set(false);
                        preview.set(null);
                        problem.set(CellEdits.said(failure).orElseGet(() -> Failures.message(failure)));
                    }
                });
    }

    private CellEdits.Filling filling() {
        String column = field.get().name();
        if (byExpression.get()) {
            String text = expression.get();
            return () -> edits.byExpression(column, text);
        }
        Object same = value.get().value();
        return () -> edits.withValue(column, same);
    }

    private Filter rows() {
        return scope.get() == Scope.SELECTED
                ? Fids.query(edits.rows().source(), selected).getFilter()
                : edits.rows().shownRows();
    }
}
