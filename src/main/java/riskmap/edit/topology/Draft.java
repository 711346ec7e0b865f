package riskmap.edit.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.geo.overlay.Repair;
import riskmap.geo.shape.Form;

/**
 * An edit being made: what it proposes for each row. Reading goes through it, so that later parts of an edit see what
 * earlier parts did. {@link #finish} makes the {@code Changes}.
 *
 * <p>Not safe for several threads; used once.
 */
public final class Draft {
    /** Column of the key that stays with a feature for life; a new feature gets a new one. */
    private static final String UUID_COLUMN = "uuid";

    private final Surroundings around;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    private record Key(String layer, long fid) {
        static Key of(Row row) {
            return new Key(row.layer(), row.fid());
        }
    }

    /** A row before (null: new) and after (null: taken away), and where heights of new vertices come from. */
    record Entry(Row before, Row after, Geometry heights) {}

    public Draft(Surroundings around) {
        this.around = around;
    }

    public Surroundings around() {
        return around;
    }

    /** The row as this edit leaves it; null when it was taken away. */
    public Row current(Row row) {
        Entry entry = entries.get(Key.of(row));
        return entry == null ? row : entry.after();
    }

    /** Proposes another geometry for a row. */
    public Draft change(Row row, Geometry geometry) {
        Row held = Objects.requireNonNull(current(row), "the row was taken away");
        return put(row, held.with(geometry));
    }

    /** Proposes other values of columns. */
    public Draft change(Row row, Map<String, Object> values) {
        Row held = Objects.requireNonNull(current(row), "the row was taken away");
        Map<String, Object> changed = new LinkedHashMap<>(held.values());
        changed.putAll(values);
        return put(row, new Row(row.layer(), row.fid(), row.column(), row.type(), changed));
    }

    /** Takes a row away. */
    public Draft remove(Row row) {
        return put(row, null);
    }

    /** Adds a row like another, with its attributes, another geometry, a new key and a new uuid. */
    public Row addLike(Row template, Geometry geometry) {
        Map<String, Object> values = new LinkedHashMap<>(template.values());
        values.put(template.column(), geometry);
        if (values.containsKey(UUID_COLUMN)) {
            values.put(UUID_COLUMN, UUID.randomUUID().toString());
        }
        long fid = around.newFid().applyAsLong(template.layer());
        Row row = new Row(template.layer(), fid, template.column(), template.type(), values);
        entries.put(Key.of(row), new Entry(null, row, template.geometry()));
        return row;
    }

    /** The rows of a layer near a place as this edit leaves them, in the order of their keys. */
    public List<Row> near(String layer, Envelope extent) {
        TreeMap<Long, Row> found = new TreeMap<>();
        for (Row row : around.rows().near(layer, extent)) {
            if (row.geometry() != null && !entries.containsKey(Key.of(row))) {
                found.put(row.fid(), row);
            }
        }
        for (Entry entry : entries.values()) {
            Row row = entry.after();
            if (row != null
                    && row.layer().equals(layer)
                    && row.geometry() != null
                    && row.extent().intersects(extent)) {
                found.put(row.fid(), row);
            }
        }
        return List.copyOf(found.values());
    }

    /** The row as it was before this edit; null for a new one. */
    Row before(Row row) {
        Entry entry = entries.get(Key.of(row));
        return entry == null ? row : entry.before();
    }

    /** The rows this edit adds or changes, as it leaves them. */
    List<Row> touched() {
        return entries.values().stream()
                .map(Entry::after)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Carries the edit over to the neighbours, puts geometries into the form of their layer, and checks them.
     *
     * @throws RefusedEditException when a geometry would be empty, not valid, of several parts where the layer takes one, or
     *     overlap a neighbour in an exclusive layer
     */
    public Changes finish(Message name) {
        new SharedNodes(this).apply();
        entries.replaceAll((key, entry) -> formed(entry));
        entries.values().forEach(Draft::checkValid);
        new OverlapGuard(this).check();
        List<RowChange> rows = new ArrayList<>();
        entries.forEach((key, entry) -> change(entry, rows));
        return new Changes(name, rows);
    }

    private Draft put(Row row, Row after) {
        Entry held = entries.get(Key.of(row));
        if (held != null && held.before() == null && after == null) {
            entries.remove(Key.of(row));
            return this;
        }
        Row before = held == null ? row : held.before();
        Geometry heights = held == null ? row.geometry() : held.heights();
        entries.put(Key.of(row), new Entry(before, after, heights));
        return this;
    }

    private static Entry formed(Entry entry) {
        Row after = entry.after();
        boolean sameGeometry = entry.before() != null
                && after != null
                && after.geometry() == entry.before().geometry();
        if (after == null || after.geometry() == null || sameGeometry) {
            return entry;
        }
        Form form = Form.of(after.type(), entry.heights() == null ? after.geometry() : entry.heights());
        return new Entry(entry.before(), after.with(form.apply(after.geometry(), entry.heights())), entry.heights());
    }

    private static void checkValid(Entry entry) {
        Row after = entry.after();
        boolean sameGeometry = entry.before() != null
                && after != null
                && after.geometry() == entry.before().geometry();
        if (after == null || after.geometry() == null || sameGeometry) {
            return;
        }
        Geometry geometry = after.geometry();
        Coordinate somewhere = entry.heights() == null ? null : entry.heights().getCoordinate();
        if (geometry.isEmpty()) {
            throw RefusedEditException.at(somewhere, "edit.refused-empty");
        }
        if (!Form.of(after.type()).takesParts() && geometry.getNumGeometries() > 1) {
            Coordinate second = geometry.getGeometryN(1).getInteriorPoint().getCoordinate();
            throw RefusedEditException.at(second, "edit.refused-falls-apart", geometry.getNumGeometries());
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            throw new RefusedEditException(Repair.problem(error), error.getCoordinate());
        }
    }

    private static void change(Entry entry, List<RowChange> rows) {
        Row before = entry.before();
        Row after = entry.after();
        if (before == null) {
            rows.add(RowChange.added(after.layer(), after.fid(), after.values()));
        } else if (after == null) {
            rows.add(new RowChange(before.layer(), before.fid(), before.values(), null));
        } else {
            Map<String, Object> was = new LinkedHashMap<>();
            Map<String, Object> is = new LinkedHashMap<>();
            after.values().forEach((column, value) -> {
                if (!RowChange.same(before.values().get(column), value)) {
                    was.put(column, before.values().get(column));
                    is.put(column, value);
                }
            });
            if (!is.isEmpty()) {
                rows.add(new RowChange(before.layer(), before.fid(), was, is));
            }
        }
    }
}
