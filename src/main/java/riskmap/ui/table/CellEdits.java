package riskmap.ui.table;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import riskmap.app.rows.FieldFill;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.RuleViolations;
import riskmap.ui.edit.EditingViewModel;
import riskmap.ui.edit.Fids;
import riskmap.ui.feature.FieldInput;
import riskmap.ui.feature.FieldText;
import riskmap.ui.task.TasksViewModel;

/**
 * Edits of the cells of a layer's table: one cell, or one field of many rows. The same rules as in the form, looked at
 * while the user types; each edit is one step, stored beside the window's thread. Knows no toolkit.
 */
public final class CellEdits {
    private final String layer;
    private final SimpleFeatureType type;
    private final AttributeTableViewModel rows;
    private final EditingViewModel editing;
    private final TasksViewModel tasks;

    /** Edits through the session of the open project. */
    CellEdits(
            String layer,
            SimpleFeatureType type,
            AttributeTableViewModel rows,
            EditingViewModel editing,
            TasksViewModel tasks) {
        this.layer = layer;
        this.type = type;
        this.rows = rows;
        this.editing = editing;
        this.tasks = tasks;
    }

    /** Name of the layer's table. */
    public String layer() {
        return layer;
    }

    /** Whether cells of this column may be changed now. */
    boolean isEditable(FieldText field) {
        return editing.isWritable().get() && !isReadOnly(field);
    }

    /** Whether the program alone writes this column. */
    boolean isReadOnly(FieldText field) {
        return input(field).isReadOnly();
    }

    /** What is filled in for a field of some rows; empty at first. */
    FieldInput input(FieldText field) {
        return new FieldInput(field, type.getDescriptor(field.name()));
    }

    /** A cell while the user fills it in; checked as he types. */
    FieldInput input(FieldText field, Row row) {
        FieldInput input = input(field);
        input.load(value(row, field.name()));
        input.text().addListener(property -> input.setProblem(problem(input, row)));
        return input;
    }

    private Message problem(FieldInput input, Row row) {
        if (!input.touched().get()) {
            return null;
        }
        return input.rule()
                .problemIn(key -> key.equals(input.key()) ? input.rule().value(input.value()) : value(row, key))
                .orElse(null);
    }

    private Object value(Row row, String column) {
        Object[] held = row.values().get();
        for (int i = 0; held != null && i < held.length; i++) {
            if (rows.fields().get(i).name().equals(column)) {
                return held[i];
            }
        }
        return null;
    }

    /** Stores a cell; what stands against it is told. */
    void store(Row row, FieldInput input) {
        if (!input.touched().get()) {
            return;
        }
        if (input.problem().get() != null) {
            say(input.problem().get());
            return;
        }
        RowChange change =
                RowChange.changed(layer, Fids.of(row.id()), input.key(), value(row, input.key()), input.value());
        Message name =
                Message.of("ui.step-cell", input.shown().title(), input.shown().text(input.value()));
        editing.commit(Changes.of(name, change), done -> {}, this::tell);
    }

    /** Says what keeps a cell from being stored. */
    void say(Message problem) {
        tasks.say(Message.of("ui.cell-not-stored", problem));
    }

    /** Gives many rows the value of a cell as one step. */
    void fill(Collection<Long> fids, FieldInput input) {
        if (input.problem().get() != null) {
            say(input.problem().get());
            return;
        }
        Object value = input.value();
        Filter chosen = Fids.query(rows.source(), fids).getFilter();
        fill(() -> FieldFill.withValue(editing.workspace(), layer, input.key(), value), chosen, done -> {}, this::tell);
    }

    /** How a fill comes about: it reads the layer's columns, so not on the window's thread. */
    interface Filling {
        FieldFill get();
    }

    /** Fills one field of the rows that meet a condition, as one step. */
    void fill(Filling filling, Filter chosen, Consumer<Changes> done, Consumer<Throwable> failed) {
        editing.make(
                Message.of("ui.filling"), (session, progress) -> filling.get().step(chosen, progress), done, failed);
    }

    /** Works out what a fill would do; the task can be cancelled. */
    riskmap.app.Task<FieldFill.Preview> preview(
            Filling filling, Filter chosen, int most, Consumer<FieldFill.Preview> done, Consumer<Throwable> failed) {
        return tasks.start(
                Message.of("ui.fill-previewing"),
                progress -> filling.get().preview(chosen, most, progress),
                done,
                failed);
    }

    FieldFill byExpression(String field, String expression) {
        return FieldFill.byExpression(editing.workspace(), layer, field, expression);
    }

    FieldFill withValue(String field, Object value) {
        return FieldFill.withValue(editing.workspace(), layer, field, value);
    }

    /** What stands against a step, with the row it is about. */
    static Optional<Message> said(Throwable failure) {
        return failure instanceof RuleViolations broken && !broken.list().isEmpty()
                ? Optional.of(Message.of(
                        "ui.fill-refused",
                        broken.list().size(),
                        Long.toString(broken.list().get(0).fid()),
                        broken.list().get(0).message()))
                : Optional.empty();
    }

    private void tell(Throwable failure) {
        said(failure).ifPresentOrElse(tasks::say, () -> editing.tell(failure));
    }

    /** The fields that may be filled, by column. */
    Map<String, FieldText> fillable() {
        Map<String, FieldText> result = new java.util.LinkedHashMap<>();
        for (FieldText field : rows.fields()) {
            if (!isReadOnly(field)) {
                result.put(field.name(), field);
            }
        }
        return result;
    }

    AttributeTableViewModel rows() {
        return rows;
    }
}
