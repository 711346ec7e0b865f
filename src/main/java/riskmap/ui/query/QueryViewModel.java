package riskmap.ui.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.geotools.api.data.Query;
import org.geotools.api.filter.Filter;
import riskmap.analysis.cross.Measure;
import riskmap.app.Task;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.ecql.EcqlProblem;
import riskmap.app.project.Workspace;
import riskmap.app.query.CrossSpec;
import riskmap.app.query.CrossTables;
import riskmap.app.query.FieldValues;
import riskmap.app.query.SavedQueries;
import riskmap.app.query.SavedQuery;
import riskmap.base.Message;
import riskmap.data.LayerKind;
import riskmap.data.gpkg.FeatureTable;
import riskmap.ui.task.TasksViewModel;

/** A query being written: layer, condition, what is wrong with it, how many it hits, its cross-table. Knows no toolkit. */
public final class QueryViewModel {
    /** How many values are offered. */
    private static final int MOST_VALUES = 200;

    /**
     * How many features a condition hits.
     *
     * @param found those that meet it
     * @param all those of the layer
     */
    public record Hits(int found, int all) {}

    private final TasksViewModel tasks;
    private final Workspace workspace;
    private final ObservableList<QueryLayer> layers = FXCollections.observableArrayList();
    private final ObjectProperty<QueryLayer> layer = new SimpleObjectProperty<>();
    private final StringProperty where = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<EcqlProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Hits> hits = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> trouble = new ReadOnlyObjectWrapper<>();
    private final SideViewModel rows = new SideViewModel();
    private final SideViewModel columns = new SideViewModel();
    private final SideViewModel third = new SideViewModel();
    private final ObservableList<Measure> measures = FXCollections.observableArrayList(Measure.COUNT);
    private final ObservableList<SavedQuery> saved = FXCollections.observableArrayList();
    private final Map<String, FieldValues.Found> values = new HashMap<>();
    private Task<?> counting;
    private boolean taking;

    /**
     * An empty query.
     *
     * @param layers what can be asked
     * @param saved the queries the project keeps
     */
    public QueryViewModel(TasksViewModel tasks, Workspace workspace, List<QueryLayer> layers, List<SavedQuery> saved) {
        this.tasks = tasks;
        this.workspace = workspace;
        this.layers.setAll(layers);
        this.saved.setAll(saved);
        layer.addListener((property, before, now) -> {
            hits.set(null);
            if (!taking) {
                take(now == null ? null : new SavedQuery("", now.name(), "", Optional.empty(), false));
            }
        });
        where.addListener(property -> check());
        layer.set(layers.isEmpty() ? null : layers.get(0));
    }

    Workspace workspace() {
        return workspace;
    }

    public ObservableList<QueryLayer> layers() {
        return layers;
    }

    /** The layer that is asked, null where the project has none. */
    public ObjectProperty<QueryLayer> layer() {
        return layer;
    }

    /** The condition; blank for all features. */
    public StringProperty where() {
        return where;
    }

    /** The name it is kept under. */
    public StringProperty name() {
        return name;
    }

    /** What is wrong with the condition, null while it is good. */
    public ReadOnlyObjectProperty<EcqlProblem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** How many features meet it, null while that is not known. */
    public ReadOnlyObjectProperty<Hits> hits() {
        return hits.getReadOnlyProperty();
    }

    /** What went wrong with the last thing asked for, null for nothing. */
    public ReadOnlyObjectProperty<Message> trouble() {
        return trouble.getReadOnlyProperty();
    }

    public SideViewModel rows() {
        return rows;
    }

    public SideViewModel columns() {
        return columns;
    }

    /** What divides the rows once more. */
    public SideViewModel third() {
        return third;
    }

    /** What the cells say. */
    public ObservableList<Measure> measures() {
        return measures;
    }

    /** The queries the project keeps. */
    public ObservableList<SavedQuery> saved() {
        return saved;
    }

    /** Layers whose areas features can lie in. */
    public List<QueryLayer> zones() {
        return layers.stream().filter(QueryLayer::isZones).toList();
    }

    /** Whether the condition can be used. */
    public boolean isUsable() {
        return layer.get() != null && (problem.get() == null || !problem.get().severe());
    }

    /** What keeps the cross-table from being made, null for nothing. */
    public Message hindrance() {
        if (!isUsable()) {
            return Message.of("ui.query-condition-first");
        }
        for (SideViewModel side : List.of(rows, columns, third)) {
            if (side.problem() != null) {
                return side.problem();
            }
        }
        if (rows.field().get() == null) {
            return Message.of("ui.query-rows-first");
        }
        return measures.isEmpty() ? Message.of("ui.query-measure-first") : null;
    }

    private void check() {
        QueryLayer asked = layer.get();
        hits.set(null);
        problem.set(
                asked == null
                        ? null
                        : EcqlCheck.problem(where.get(), asked.type(), asked.kind())
                                .orElse(null));
    }

    /** The project has other layers now: the one that is asked stays, where it is still there. */
    public void refresh(List<QueryLayer> now) {
        if (layers.equals(now)) {
            return;
        }
        QueryLayer asked = layer.get();
        taking = true;
        layers.setAll(now);
        layer.set(now.stream()
                .filter(known -> asked != null && known.name().equals(asked.name()))
                .findFirst()
                .orElse(now.isEmpty() ? null : now.get(0)));
        taking = false;
        check();
        recount();
    }

    /** Rows of the project have changed: what was read of them is read again when wanted. */
    public void dataChanged() {
        values.clear();
        recount();
    }

    /** Counts what meets the condition as it is now. */
    public void recount() {
        if (counting != null) {
            counting.cancel();
        }
        if (!isUsable()) {
            return;
        }
        QueryLayer asked = layer.get();
        String condition = where.get();
        counting = tasks.start(
                Message.of("ui.query-counting", asked.text()),
                progress -> {
                    var source = workspace.features(asked.name());
                    int all = FieldValues.count(source, Filter.INCLUDE, progress);
                    Filter filter = EcqlCheck.condition(condition, source.getSchema());
                    return new Hits(filter == Filter.INCLUDE ? all : FieldValues.count(source, filter, progress), all);
                },
                found -> {
                    if (layer.get() == asked && where.get().equals(condition)) {
                        hits.set(found);
                    }
                },
                failure -> {
                    // the next condition is being counted already, or the field says what is wrong with this one
                });
    }

    /** Reads the values of a field beside the window's thread, or takes those read before. */
    public void values(String field, Consumer<FieldValues.Found> done) {
        QueryLayer asked = layer.get();
        FieldValues.Found known = values.get(asked.name() + "\n" + field);
        if (known != null) {
            done.accept(known);
            return;
        }
        LayerKind kind = asked.kind();
        tasks.start(
                Message.of("ui.query-reading-values", field),
                progress -> FieldValues.of(
                        workspace.features(asked.name()),
                        field,
                        kind == null ? null : kind.field(field).orElse(null),
                        MOST_VALUES,
                        progress),
                found -> {
                    values.put(asked.name() + "\n" + field, found);
                    done.accept(found);
                },
                failure -> {
                    // without values there is still everything else to write
                });
    }

    /** Finds the keys of the features that meet the condition. */
    public void find(Consumer<List<String>> done) {
        QueryLayer asked = layer.get();
        String condition = where.get();
        start(
                Message.of("ui.query-finding", asked.text()),
                progress -> {
                    var source = workspace.features(asked.name());
                    Query query = new Query(asked.name(), EcqlCheck.condition(condition, source.getSchema()));
                    query.setPropertyNames(new String[0]);
                    FeatureTable table = FeatureTable.of(source, query, progress);
                    List<String> ids = new ArrayList<>();
                    for (int row = 0; row < table.size(); row++) {
                        ids.add(table.id(row));
                    }
                    return ids;
                },
                done);
    }

    /** Makes the cross-table. */
    public void make(Consumer<CrossTables.Made> done) {
        SavedQuery query = query(false);
        start(
                Message.of("ui.query-making"),
                progress -> CrossTables.make(
                        workspace, query.layer(), query.where(), query.cross().orElseThrow(), query.name(), progress),
                done);
    }

    /** The query as it is written. */
    public SavedQuery query(boolean inReports) {
        Optional<CrossSpec> cross =
                rows.spec().map(side -> new CrossSpec(side, columns.spec(), third.spec(), List.copyOf(measures)));
        return new SavedQuery(name.get(), layer.get().name(), where.get(), cross, inReports);
    }

    /** Keeps a query in the project. */
    public void save(SavedQuery query) {
        name.set(query.name());
        change(Message.of("app.query-saved", query.name()), () -> SavedQueries.put(workspace, query));
    }

    /** Gives a saved query another name. */
    public void rename(SavedQuery query, String other) {
        name.set(other);
        change(
                Message.of("app.query-renamed", query.name(), other),
                () -> SavedQueries.rename(workspace, query.name(), other));
    }

    /** Takes a saved query out of the project. */
    public void remove(SavedQuery query) {
        name.set("");
        change(Message.of("app.query-removed", query.name()), () -> SavedQueries.remove(workspace, query.name()));
    }

    private void change(Message said, Runnable change) {
        start(
                Message.of("ui.query-keeping"),
                progress -> {
                    change.run();
                    return SavedQueries.all(workspace);
                },
                all -> {
                    saved.setAll(all);
                    tasks.say(said);
                });
    }

    private <T> void start(Message title, riskmap.app.Tasks.Work<T> work, Consumer<T> done) {
        trouble.set(null);
        tasks.start(title, work, done, failure -> {
            if (failure instanceof riskmap.base.CancelledException) {
                tasks.say(Message.of("ui.task-cancelled", title));
            } else {
                trouble.set(riskmap.app.Failures.message(failure));
            }
        });
    }

    /** Takes a saved query over; nothing where its layer is gone. */
    public void take(SavedQuery query) {
        QueryLayer asked = query == null
                ? null
                : layers.stream()
                        .filter(known -> known.name().equals(query.layer()))
                        .findFirst()
                        .orElse(null);
        if (asked == null) {
            trouble.set(query == null ? null : Message.of("ui.query-layer-gone", query.layer()));
            return;
        }
        taking = true;
        layer.set(asked);
        taking = false;
        name.set(query.name());
        where.set(query.where());
        check();
        rows.take(query.cross().map(CrossSpec::rows), asked, layers);
        columns.take(query.cross().flatMap(CrossSpec::columns), asked, layers);
        third.take(query.cross().flatMap(CrossSpec::third), asked, layers);
        measures.setAll(query.cross().map(CrossSpec::measures).orElse(List.of(Measure.COUNT)));
        recount();
    }
}
