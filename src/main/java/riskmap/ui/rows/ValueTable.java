package riskmap.ui.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.tool.ValueRows;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.ui.form.LayerSource;

/**
 * A tool or risk model run over rows of values: each row has its own layers, values and name of its result, each is checked while it is
 * filled in, and each becomes a recorded run of its own. Knows no toolkit.
 */
public final class ValueTable {
    /** How far a row is. */
    public enum State {
        READY,
        WRONG,
        MADE,
        FAILED
    }

    /** One call. */
    public final class Row {
        private final RowCall call;
        private final SimpleObjectProperty<RowSubject.Done> done = new SimpleObjectProperty<>();
        private final ObjectBinding<Message> own;
        private final ObjectBinding<Message> wrong;

        private Row(RowCall call) {
            this.call = call;
            Observable[] all = call.everything().toArray(Observable[]::new);
            own = Bindings.createObjectBinding(() -> call.hindrance(), all);
            wrong = Bindings.createObjectBinding(
                    () -> own.get() == null ? wrongName(call.result().get()) : own.get(), own, changes);
            for (Observable each : all) {
                each.addListener(observable -> {
                    done.set(null);
                    changed();
                });
            }
        }

        /** What it calls. */
        public RowCall call() {
            return call;
        }

        /** How far it is. */
        public State state() {
            if (done.get() != null) {
                return done.get().made() ? State.MADE : State.FAILED;
            }
            return wrong.get() == null ? State.READY : State.WRONG;
        }

        /** What there is to say of it, null for nothing: what is wrong with it, or what became of it. */
        public Message said() {
            return done.get() == null ? wrong.get() : done.get().said();
        }
    }

    /** So many rows that are to be mended are named by their numbers. */
    private static final int MOST_NUMBERS = 8;

    private final RowSubject subject;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final IntegerProperty changes = new SimpleIntegerProperty();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private Map<String, Integer> names;
    private Task<?> task;

    /** A table without rows. */
    public ValueTable(RowSubject subject) {
        this.subject = subject;
        rows.addListener((Observable list) -> changed());
    }

    /** What is run; its form gives a new row its values. */
    RowSubject subject() {
        return subject;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** Changes whenever anything of any row does. */
    public Observable changes() {
        return changes;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What stopped the last run or reading as a whole, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    private void changed() {
        names = null;
        changes.set(changes.get() + 1);
    }

    /** Adds a row with what the form says. */
    public Row add() {
        return add(rows.size(), subject.call(), freeName(subject.call().result().get()));
    }

    /** Adds a row like this one below it. */
    public Row duplicate(Row row) {
        return add(rows.indexOf(row) + 1, row.call, freeName(row.call.result().get()));
    }

    private Row add(int index, RowCall like, String name) {
        Row row = new Row(like(like, Map.of(), Map.of()));
        row.call.result().set(name);
        rows.add(index, row);
        return row;
    }

    /** A new call like another but for some layers and values; a layer that is not there is left to be chosen. */
    private RowCall like(RowCall other, Map<String, String> layers, Map<String, String> values) {
        RowCall call = subject.newCall();
        call.form().parameters().forEach(parameter -> call.form()
                .value(parameter.key())
                .set(other.form().value(parameter.key()).get()));
        call.form().fill(values);
        for (Parameter input : inputs()) {
            String named = layers.get(input.key());
            call.input(input.key())
                    .setValue(
                            named == null
                                    ? other.input(input.key()).getValue()
                                    : source(named).orElse(null));
        }
        return call;
    }

    /** The inputs, which come before the values. */
    List<Parameter> inputs() {
        return subject.parameters().stream().filter(Parameter::isInput).toList();
    }

    /** The values of a row. */
    List<Parameter> values() {
        return subject.parameters().stream()
                .filter(parameter -> !parameter.isInput())
                .toList();
    }

    /** The layer of the project that a table names, with or without the stroke before it or the file. */
    private Optional<LayerSource> source(String named) {
        return Stream.of(named, "#" + named, named.substring(Math.max(0, named.lastIndexOf('#'))))
                .flatMap(name -> subject.find(name).stream())
                .findFirst();
    }

    public void remove(Collection<Row> gone) {
        rows.removeAll(List.copyOf(gone));
    }

    /**
     * Gives the rows below one its layer or value.
     *
     * @param key of the input or value
     */
    public void fillDown(Row from, String key) {
        for (Row row : List.copyOf(rows.subList(rows.indexOf(from) + 1, rows.size()))) {
            if (from.call.input(key) != null) {
                row.call.input(key).setValue(from.call.input(key).getValue());
            } else {
                row.call.form().value(key).set(from.call.form().value(key).get());
            }
        }
    }

    /** A name that neither a layer nor a row has, with the first number that makes it so. */
    private String freeName(String wanted) {
        if (!subject.namesResult()) {
            return wanted;
        }
        String base = wanted.replaceFirst("_\\d+$", "");
        int number = 1;
        while (!subject.isFree(base + "_" + number) || names().containsKey(plain(base + "_" + number))) {
            number++;
        }
        return base + "_" + number;
    }

    private Message wrongName(String name) {
        if (!subject.namesResult()) {
            return null;
        }
        if (!subject.isFree(name)) {
            return Message.of("ui.tool-name-taken", name == null ? "" : name);
        }
        return names().getOrDefault(plain(name), 0) > 1 ? Message.of("ui.rows-name-twice", name) : null;
    }

    /** How many rows have each name. */
    private Map<String, Integer> names() {
        if (names == null) {
            names = new HashMap<>();
            rows.forEach(row -> names.merge(plain(row.call.result().get()), 1, Integer::sum));
        }
        return names;
    }

    private static String plain(String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    /** The rows that can be run: those that have made nothing as they are now and need no mending. */
    private List<Row> open() {
        return rows.stream()
                .filter(row -> row.state() == State.READY || row.state() == State.FAILED)
                .toList();
    }

    private List<Row> wrong() {
        return rows.stream().filter(row -> row.state() == State.WRONG).toList();
    }

    /** How many rows a run would do now. */
    public int openCount() {
        return open().size();
    }

    /** What keeps all rows from being run, null for nothing. */
    public Message hindrance() {
        if (!open().isEmpty()) {
            return null;
        }
        List<Row> wrong = wrong();
        return wrong.isEmpty()
                ? Message.of(rows.isEmpty() ? "ui.rows-none" : "ui.rows-all-made")
                : wrong("ui.rows-wrong", wrong);
    }

    /** Which rows a run would leave out because they are to be mended, and why the first of them; null for none. */
    public Message leftOut() {
        List<Row> wrong = wrong();
        return wrong.isEmpty() || open().isEmpty() ? null : wrong("ui.rows-left-out", wrong);
    }

    private Message wrong(String key, List<Row> wrong) {
        List<String> numbers =
                wrong.stream().map(row -> String.valueOf(rows.indexOf(row) + 1)).toList();
        return Message.of(key, NameList.of(numbers, MOST_NUMBERS), wrong.get(0).said(), numbers.size(), numbers.get(0));
    }

    /** Whether they can be run now. */
    public BooleanBinding canRun() {
        return Bindings.createBooleanBinding(() -> !running.get() && hindrance() == null, running, changes);
    }

    /**
     * Runs the rows that have made nothing yet, one after another; one that is to be mended is left out, one that fails is
     * named, and the rest goes on.
     */
    public void run() {
        List<Row> open = open();
        RowSubject.Runs runs = subject.runs(open.stream().map(Row::call).toList());
        List<RowSubject.Done> results = Collections.synchronizedList(new ArrayList<>());
        problem.set(null);
        running.set(true);
        task = subject.tasks()
                .start(
                        Message.of("ui.rows-running", subject.title(), open.size()),
                        progress -> {
                            runs.run(results::add, progress);
                            return null;
                        },
                        nothing -> ran(open, runs, results),
                        failure -> {
                            ran(open, runs, results);
                            problem.set(
                                    failure instanceof CancelledException
                                            ? Message.of("ui.task-cancelled", subject.title())
                                            : Failures.message(failure));
                        });
    }

    private void ran(List<Row> open, RowSubject.Runs runs, List<RowSubject.Done> results) {
        running.set(false);
        if (!results.isEmpty()) {
            runs.finished();
        }
        for (int i = 0; i < results.size(); i++) {
            open.get(i).done.set(results.get(i));
        }
        changed();
    }

    /** Asks the run to stop: what is made stays. */
    public void cancel() {
        if (task != null) {
            task.cancel();
        }
    }

    /** Adds the rows of a table in a file behind those there are. */
    public void read(Path file) {
        problem.set(null);
        subject.tasks()
                .start(
                        Message.of("ui.rows-reading", file.getFileName()),
                        progress -> ValueRows.read(subject.parameters(), file, progress),
                        this::take,
                        failure -> problem.set(Failures.message(failure)));
    }

    private void take(List<ValueRows.Row> read) {
        List<Row> added = new ArrayList<>();
        for (ValueRows.Row each : read) {
            Row row = new Row(like(subject.call(), each.inputs(), each.parameters()));
            row.call
                    .result()
                    .set(
                            subject.namesResult()
                                    ? each.result()
                                    : subject.call().result().get());
            added.add(row);
        }
        rows.addAll(added);
        added.stream().filter(row -> row.call.result().get() == null).forEach(row -> row.call
                .result()
                .set(freeName(subject.call().result().get())));
    }

    /** Writes the rows as a table into a file. */
    public void write(Path file) {
        problem.set(null);
        List<ValueRows.Row> written = rows.stream()
                .map(row -> new ValueRows.Row(
                        row.call.layers(),
                        row.call.form().given(),
                        row.call.result().get()))
                .toList();
        subject.tasks()
                .start(
                        Message.of("ui.rows-writing", file.getFileName()),
                        progress -> {
                            ValueRows.write(
                                    subject.id(), subject.title(), subject.parameters(), written, file, progress);
                            return file;
                        },
                        done -> subject.tasks().say(Message.of("ui.rows-written", file)),
                        failure -> problem.set(Failures.message(failure)));
    }
}
