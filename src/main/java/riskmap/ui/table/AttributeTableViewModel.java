package riskmap.ui.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.ecql.EcqlCheck;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.LayerKind;
import riskmap.data.RowChange;
import riskmap.ui.edit.Fids;
import riskmap.ui.feature.FieldText;
import riskmap.ui.feature.LayerText;
import riskmap.ui.task.TasksViewModel;

/**
 * The attribute table of one layer: any number of rows, sorted and filtered by the store. Opening reads only ids; values
 * are read page by page, the page asked for last first. Knows no toolkit.
 */
public final class AttributeTableViewModel implements AutoCloseable {
    /** Pages that may wait: about what is in sight; older wishes have scrolled away. */
    private static final int WAITING_PAGES = 6;

    /** More rows than this are listed anew instead of one by one. */
    private static final int MOST_IN_PLACE = 1_000;

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final Message title;
    private final TasksViewModel tasks;
    private final Executor windowThread;
    private final List<FieldText> fields;
    private final RowReader reader;
    private final ExecutorService pageThread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "table-pages");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<ObservableList<Row>> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Message> filterProblem = new ReadOnlyObjectWrapper<>();
    /** Every row meets this, whatever the user filters. */
    private final Filter shown;

    private Filter filter;
    private RowReader.Order order = RowReader.Order.OF_FILE;
    private Task<?> listing;
    private LazyRows current;
    private int generation;

    /**
     * Opens a table and begins to read.
     *
     * @param title of the layer
     * @param source the layer
     * @param kind its kind in the catalogue, null for none
     * @param shown condition every row must meet, such as the layer's own filter
     * @param tasks runs what takes long
     * @param windowThread runs a command on the window's thread, later
     */
    public AttributeTableViewModel(
            Message title,
            SimpleFeatureSource source,
            LayerKind kind,
            Filter shown,
            TasksViewModel tasks,
            Executor windowThread) {
        this.title = title;
        this.tasks = tasks;
        this.windowThread = windowThread;
        this.fields = LayerText.of(source.getSchema(), kind).fields();
        this.reader = new RowReader(source, fields);
        this.shown = shown;
        this.filter = shown;
        take(new LazyRows(new IdList(), this::want));
        read();
    }

    SimpleFeatureSource source() {
        return reader.source();
    }

    public List<FieldText> fields() {
        return fields;
    }

    /** The rows, a list that grows while ids are being read; another list after sorting and filtering. */
    public ReadOnlyObjectProperty<ObservableList<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** How many rows there are so far. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** What is wrong with the filter text, null while it is good. */
    public ReadOnlyObjectProperty<Message> filterProblem() {
        return filterProblem.getReadOnlyProperty();
    }

    /**
     * Keeps only the rows that meet an ECQL condition, read as the tools and queries read theirs; all for a blank text. A
     * wrong text changes nothing.
     */
    public void filter(String condition) {
        try {
            Filter wanted = EcqlCheck.condition(condition, source().getSchema());
            filter = wanted == Filter.INCLUDE ? shown : shown == Filter.INCLUDE ? wanted : FILTERS.and(shown, wanted);
            filterProblem.set(null);
            read();
        } catch (RiskMapException e) {
            filterProblem.set(e.userMessage());
        }
    }

    /** Sorts by a column, or by the order of the file for null. */
    public void sort(String column, boolean ascending) {
        RowReader.Order wanted = column == null ? RowReader.Order.OF_FILE : new RowReader.Order(column, ascending);
        if (!wanted.equals(order)) {
            order = wanted;
            read();
        }
    }

    /** Rows of the layer were changed by any door: the table follows. Called on the window's thread. */
    public void applied(String layer, Changes changes) {
        Set<Long> removed = new LinkedHashSet<>();
        Set<Long> added = new LinkedHashSet<>();
        Map<Long, RowChange> changed = new LinkedHashMap<>();
        for (RowChange row : changes.rows()) {
            if (row.layer().equals(layer)) {
                if (row.isRemoved()) {
                    removed.add(row.fid());
                    added.remove(row.fid());
                } else if (row.isAdded()) {
                    added.add(row.fid());
                } else {
                    changed.put(row.fid(), row);
                }
            }
        }
        boolean placed = !order.equals(RowReader.Order.OF_FILE) || filter != Filter.INCLUDE;
        if (added.size() + removed.size() > MOST_IN_PLACE || !added.isEmpty() && placed || reading.get()) {
            read(false);
            return;
        }
        if (changed.size() > MOST_IN_PLACE) {
            current.forgetAll();
        } else if (!changed.isEmpty()) {
            for (int index : current.indicesOf(changed.keySet())) {
                RowChange row = changed.get(Fids.of(current.idAt(index)));
                current.change(index, held -> with(held, row.after()));
            }
        }
        current.remove(current.indicesOf(removed));
        added.forEach(fid -> current.append(layer + "." + fid));
        count.set(current.size());
    }

    /** Rows were added in bulk. */
    public void appended() {
        read(false);
    }

    private Object[] with(Object[] held, Map<String, Object> after) {
        for (int i = 0; i < held.length; i++) {
            String column = fields.get(i).name();
            if (after.containsKey(column)) {
                held[i] = after.get(column);
            }
        }
        return held;
    }

    /** The condition that the rows of the table meet. */
    public Filter shownRows() {
        return filter;
    }

    /** Position of a feature, -1 when it is not (or not yet) in the table. */
    public int indexOf(String id) {
        return current.indexOfId(id);
    }

    /** The feature at a position; all can be asked for, as no row is read for it. */
    public String idAt(int index) {
        return current.idAt(index);
    }

    /** Positions of the features of these keys that are in the table, ascending. */
    public int[] indicesOf(Set<Long> fids) {
        return current.indicesOf(fids);
    }

    /** Reads the geometries of features in the map's CRS and hands them over on the window's thread. */
    public void geometries(List<String> ids, CoordinateReferenceSystem mapCrs, Consumer<List<Geometry>> done) {
        tasks.start(title, progress -> reader.geometries(ids, mapCrs), done);
    }

    @Override
    public void close() {
        generation++;
        if (listing != null) {
            listing.cancel();
        }
        pageThread.shutdownNow();
    }

    private void read() {
        read(true);
    }

    /** @param growing whether rows are shown as they come; else the old ones stay until all are there */
    private void read(boolean growing) {
        if (listing != null) {
            listing.cancel();
        }
        int mine = ++generation;
        IdList ids = new IdList();
        Filter condition = filter;
        RowReader.Order wanted = order;
        boolean[] first = {true};
        reading.set(true);
        listing = tasks.start(
                Message.of("ui.table-reading", title),
                progress -> {
                    reader.ids(
                            condition,
                            wanted,
                            ids,
                            () -> {
                                if (growing) {
                                    windowThread.execute(() -> grown(mine, ids, first));
                                }
                            },
                            progress);
                    return ids;
                },
                done -> {
                    if (!growing) {
                        grown(mine, ids, first);
                    }
                    finished(mine);
                },
                failure -> failed(mine, failure));
    }

    private void grown(int mine, IdList ids, boolean[] first) {
        if (mine != generation) {
            return;
        }
        if (first[0]) {
            // the old rows stay until the new ones are there: no empty table in between
            first[0] = false;
            waiting.clear();
            take(new LazyRows(ids, this::want));
        } else {
            current.grow();
        }
        count.set(current.size());
    }

    private void take(LazyRows list) {
        current = list;
        rows.set(list);
    }

    private void finished(int mine) {
        if (mine == generation) {
            reading.set(false);
        }
    }

    private void failed(int mine, Throwable failure) {
        if (mine == generation) {
            reading.set(false);
            filterProblem.set(
                    failure instanceof CancelledException
                            ? Message.of("ui.table-stopped", count.get())
                            : Failures.message(failure));
        }
    }

    private void want(int page) {
        waiting.push(page);
        while (waiting.size() > WAITING_PAGES) {
            current.forget(waiting.removeLast());
        }
        // only when the thread has nothing left to do is it decided which page is wanted most
        if (!pageThread.isShutdown()) {
            pageThread.execute(() -> windowThread.execute(this::readNextPage));
        }
    }

    private void readNextPage() {
        if (waiting.isEmpty() || pageThread.isShutdown()) {
            return;
        }
        int page = waiting.pop();
        int mine = generation;
        List<String> ids = current.idsOf(page);
        pageThread.execute(() -> {
            Map<String, Object[]> values = reader.values(ids);
            windowThread.execute(() -> {
                if (mine == generation) {
                    current.fill(page, values);
                }
            });
        });
    }
}
