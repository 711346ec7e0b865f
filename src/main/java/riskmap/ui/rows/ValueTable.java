package riskmap.ui.tool;

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
import riskmap.analysis.Operation;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.tool.ToolRuns;
import riskmap.app.tool.ValueRows;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Parameter;

/**
 * A tool run over rows of values: each row has its own layers, values and name of its result, each is checked while it is
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

    /** One call of the tool. */
    public final class Row {
        private final ToolCall call;
        private final SimpleObjectProperty<ToolViewModel.Done> done = new SimpleObjectProperty<>();
        private final ObjectBinding<Message> own;
        private final ObjectBinding<Message> wrong;

        private Row(ToolCall call) {
            this.call = call;
            Observable[] all = call.everything().toArray(Observable[]::new);
            own = Bindings.createObjectBinding(() -> call.hindrance(false), all);
            wrong = Bindings.createObjectBinding(
                    () -> own.get() == null ? wrongName(call.result().get()) : own.get(), own, changes);
            for (Observable each : all) {
                each.addListener(observable -> {
                    done.set(null);
                    changed();
                });
            }
        }

        ToolCall call() {
            return call;
        }

        /** How far it is. */
        public State state() {
            if (done.get() != null) {
                return done.get().outcome() == null ? State.FAILED : State.MADE;
            }
            return wrong.get() == null ? State.READY : State.WRONG;
        }

        /** What there is to say of it, null for nothing: what is wrong with it, or what became of it. */
        public Message said() {
            ToolViewModel.Done made = done.get();
            if (made == null) {
                return wrong.get();
            }
            return made.outcome() == null
                    ? Message.of("ui.tool-failed", made.layer(), made.problem())
                    : Message.of(
                            "ui.tool-made",
                            made.layer(),
                            made.outcome().record().output().size());
        }
    }

    private final ToolViewModel tool;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final IntegerProperty changes = new SimpleIntegerProperty();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private Map<String, Integer> names;
    private Task<?> task;

    ValueTable(ToolViewModel tool) {
        this.tool = tool;
        rows.addListener((Observable list) -> changed());
    }

    public Operation operation() {
        return tool.operation();
    }

    /** The tool whose form gives a new row its values. */
    ToolViewModel tool() {
        return tool;
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
        return add(rows.size(), tool.call(), freeName(tool.result().get()));
    }

    /** Adds a row like this one below it. */
    public Row duplicate(Row row) {
        return add(rows.indexOf(row) + 1, row.call, freeName(row.call.result().get()));
    }

    private Row add(int index, ToolCall like, String name) {
        Row row = new Row(like(like, Map.of(), Map.of()));
        row.call.result().set(name);
        rows.add(index, row);
        return row;
    }

    /** A new call like another but for some layers and values; a layer that is not there is left to be chosen. */
    private ToolCall like(ToolCall other, Map<String, String> layers, Map<String, String> values) {
        ToolCall call = tool.newCall();
        call.form().parameters().forEach(parameter -> call.form()
                .value(parameter.key())
                .set(other.form().value(parameter.key()).get()));
        call.form().fill(values);
        for (Parameter input : tool.inputs()) {
            String named = layers.get(input.key());
            call.input(input.key())
                    .set(
                            named == null
                                    ? other.input(input.key()).get()
                                    : source(named).orElse(null));
        }
        return call;
    }

    /** The layer of the project that a table names, with or without the stroke before it or the file. */
    private Optional<ToolSources.Source> source(String named) {
        return Stream.of(named, "#" + named, named.substring(Math.max(0, named.lastIndexOf('#'))))
                .flatMap(name -> tool.sources().find(name).stream())
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
                row.call.input(key).set(from.call.input(key).get());
            } else {
                row.call.form().value(key).set(from.call.form().value(key).get());
            }
        }
    }

    /** A name that neither a layer nor a row has, with the first number that makes it so. */
    private String freeName(String wanted) {
        String base = wanted.replaceFirst("_\\d+$", "");
        int number = 1;
        while (!tool.sources().isFree(base + "_" + number) || names().containsKey(plain(base + "_" + number))) {
            number++;
        }
        return base + "_" + number;
    }

    private Message wrongName(String name) {
        if (!tool.sources().isFree(name)) {
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

    /** The rows that are still to be run: those that have made nothing as they are now. */
    private List<Row> open() {
        return rows.stream().filter(row -> row.state() != State.MADE).toList();
    }

    /** How many rows are still to be run. */
    public int openCount() {
        return open().size();
    }

    /** What keeps the rows from being run, null for nothing. */
    public Message hindrance() {
        List<Row> open = open();
        if (open.isEmpty()) {
            return Message.of(rows.isEmpty() ? "ui.rows-none" : "ui.rows-all-made");
        }
        return open.stream()
                .filter(row -> row.state() == State.WRONG)
                .findFirst()
                .map(row -> Message.of("ui.rows-wrong", rows.indexOf(row) + 1, row.said()))
                .orElse(null);
    }

    /** Whether they can be run now. */
    public BooleanBinding canRun() {
        return Bindings.createBooleanBinding(() -> !running.get() && hindrance() == null, running, changes);
    }

    /** Runs the rows that have made nothing yet, one after another; one that fails is named and the rest goes on. */
    public void run() {
        List<Row> open = open();
        List<ToolRuns.Request> requests =
                open.stream().map(row -> row.call.request()).toList();
        List<ToolViewModel.Done> results = Collections.synchronizedList(new ArrayList<>());
        problem.set(null);
        running.set(true);
        task = tool.tasks()
                .start(
                        Message.of("ui.rows-running", operation().title(), requests.size()),
                        progress -> {
                            tool.inTurn(requests, results::add, progress);
                            return null;
                        },
                        nothing -> ran(open, results),
                        failure -> {
                            ran(open, results);
                            problem.set(
                                    failure instanceof CancelledException
                                            ? Message.of(
                                                    "ui.task-cancelled",
                                                    operation().title())
                                            : Failures.message(failure));
                        });
    }

    private void ran(List<Row> open, List<ToolViewModel.Done> results) {
        running.set(false);
        for (int i = 0; i < results.size(); i++) {
            ToolViewModel.Done done = results.get(i);
            if (done.outcome() != null) {
                tool.sources().take(done.layer());
            }
            open.get(i).done.set(done);
        }
        changed();
        if (!results.isEmpty()) {
            tool.tell(List.copyOf(results));
        }
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
        tool.tasks()
                .start(
                        Message.of("ui.rows-reading", file.getFileName()),
                        progress -> ValueRows.read(operation().parameters(), file, progress),
                        this::take,
                        failure -> problem.set(Failures.message(failure)));
    }

    private void take(List<ValueRows.Row> read) {
        List<Row> added = new ArrayList<>();
        for (ValueRows.Row each : read) {
            Row row = new Row(like(tool.call(), each.inputs(), each.parameters()));
            row.call.result().set(each.result());
            added.add(row);
        }
        rows.addAll(added);
        added.stream()
                .filter(row -> row.call.result().get() == null)
                .forEach(row -> row.call.result().set(freeName(tool.result().get())));
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
        tool.tasks()
                .start(
                        Message.of("ui.rows-writing", file.getFileName()),
                        progress -> {
                            ValueRows.write(operation(), written, file, progress);
                            return file;
                        },
                        done -> tool.tasks().say(Message.of("ui.rows-written", file)),
                        failure -> problem.set(Failures.message(failure)));
    }
}
