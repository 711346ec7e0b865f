package riskmap.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.RowChange;
import riskmap.geo.crs.CrsTransform;

/**
 * A packed layer after edits, made from the one before without reading the file. Rows keep their order (that of their
 * keys): a changed row stays where it is, a new one goes where its key belongs, one that is removed or loses its geometry
 * is emptied. Coordinates of changed rows are put behind all others; what is not touched is shared or copied as a block,
 * so that an edit of a layer of 300,000 polygons costs a few milliseconds.
 */
final class LayerPatch {
    private static final long MOST_KEY = 999_999_999;

    private final PackedLayer before;
    private final PackedRows old;
    private final GeometryPacker packer;
    /** Key → what its row comes to. */
    private final TreeMap<Long, Row> rows = new TreeMap<>();

    private long[] insertedKeys = new long[0];
    private int[] insertedAt = new int[0];

    /** What edits leave of a row. */
    private static final class Row {
        private boolean isNew;
        private boolean geometryChanged;
        private Geometry geometry;
        private final Map<String, Object> columns = new LinkedHashMap<>();
        /** Place in the arrays after the edit. */
        private int at;
        /** Row in the packer's arrays, −1 for none. */
        private int packed = -1;
    }

    /**
     * The outcome.
     *
     * @param layer the layer after the edits
     * @param insertedAt places in the old arrays before which rows have come in, ascending
     * @param touched rows of the new layer that are not as they were
     */
    record Patched(PackedLayer layer, int[] insertedAt, int[] touched) {}

    private LayerPatch(PackedLayer before, CrsTransform transform) {
        this.before = before;
        this.old = before.rows();
        this.packer = new GeometryPacker(transform, before.originX(), before.originY());
    }

    /** The layer after these changes; null where it must be read anew. */
    static Patched apply(PackedLayer layer, String geometry, CrsTransform transform, List<RowChange> changes) {
        if (layer.size() == 0 || !layer.rows().ids().isAscending()) {
            return null;
        }
        LayerPatch patch = new LayerPatch(layer, transform);
        for (RowChange change : changes) {
            patch.take(change, geometry);
        }
        return patch.place() ? patch.build(changes.get(0).layer()) : null;
    }

    private void take(RowChange change, String geometry) {
        Row row = rows.computeIfAbsent(change.fid(), absent -> new Row());
        row.isNew |= change.isAdded();
        if (change.isRemoved() || change.after().containsKey(geometry)) {
            row.geometryChanged = true;
            row.geometry = change.isRemoved() ? null : (Geometry) change.after().get(geometry);
        }
        if (!change.isRemoved()) {
            for (String name : before.columnNames()) {
                if (change.isAdded() || change.after().containsKey(name)) {
                    row.columns.put(name, change.after().get(name));
                }
            }
        }
    }

    /** Finds where each row lies or belongs; false where that cannot be told. */
    private boolean place() {
        List<Long> inserted = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int packed = 0;
        for (Map.Entry<Long, Row> entry : List.copyOf(rows.entrySet())) {
            Row row = entry.getValue();
            int count = row.geometry == null ? 0 : packer.add(row.geometry);
            row.packed = count == 0 ? -1 : packed;
            packed += count;
            int at = old.ids().find(entry.getKey());
            if (count > 1 || entry.getKey() > MOST_KEY || at >= 0 && old.ids().repeats(at) > 1) {
                return false;
            }
            if (at >= 0) {
                row.at = at + inserted.size();
            } else if (count == 0) {
                rows.remove(entry.getKey());
            } else if (row.isNew) {
                row.at = -1 - at + inserted.size();
                places.add(-1 - at);
                inserted.add(entry.getKey());
            } else {
                // a row without geometry got one: its other values are only in the file
                return false;
            }
        }
        insertedKeys = inserted.stream().mapToLong(Long::longValue).toArray();
        insertedAt = places.stream().mapToInt(Integer::intValue).toArray();
        return true;
    }

    private Patched build(String layer) {
        PackedRows fresh = packer.rows(new FeatureIds());
        int size = before.size() + insertedAt.length;
        int firstNewPart = old.parts();
        int firstNewPoint = old.firstPoint()[old.parts()];
        float[] xy = room(old.xy(), 2 * firstNewPoint, fresh.xy().length);
        System.arraycopy(fresh.xy(), 0, xy, 2 * firstNewPoint, fresh.xy().length);
        int[] firstPoint = room(old.firstPoint(), firstNewPart + 1, fresh.parts());
        for (int part = 1; part <= fresh.parts(); part++) {
            firstPoint[firstNewPart + part] = firstNewPoint + fresh.firstPoint()[part];
        }
        PackedRows result = new PackedRows(
                spread(old.dimension(), new byte[size], 1, insertedAt),
                spread(old.firstPart(), new int[size], 1, insertedAt),
                spread(old.endPart(), new int[size], 1, insertedAt),
                firstNewPart + fresh.parts(),
                firstPoint,
                xy,
                spread(old.boxes(), new float[4 * size], 4, insertedAt),
                new float[0],
                insertedAt.length == 0 ? old.ids() : old.ids().with(layer, insertedKeys));
        for (Row row : rows.values()) {
            set(result, row, fresh, firstNewPart);
        }
        PackedRows whole = result.withBlocks(blocks(result.boxes(), size));
        int[] touched = rows.values().stream().mapToInt(row -> row.at).toArray();
        int revision = before.trail().add(new EditTrail.Step(touchedBoxes(whole), touched, insertedAt.length > 0));
        return new Patched(before.after(whole, columns(size), revision), insertedAt, touched);
    }

    private float[] blocks(float[] boxes, int size) {
        if (insertedAt.length > 0) {
            return LayerPacker.blocks(boxes, size);
        }
        float[] blocks = old.blocks().clone();
        rows.values().stream()
                .mapToInt(row -> row.at / PackedLayer.BLOCK)
                .distinct()
                .forEach(block -> LayerPacker.block(boxes, size, block, blocks));
        return blocks;
    }

    /** Where the rows were and are. */
    private List<float[]> touchedBoxes(PackedRows whole) {
        List<float[]> boxes = new ArrayList<>();
        int inserted = 0;
        for (Row row : rows.values()) {
            while (inserted < insertedAt.length && insertedAt[inserted] + inserted < row.at) {
                inserted++;
            }
            boolean isNew = inserted < insertedAt.length && insertedAt[inserted] + inserted == row.at;
            if (!isNew) {
                addBox(boxes, old.boxes(), row.at - inserted);
            }
            addBox(boxes, whole.boxes(), row.at);
        }
        return boxes;
    }

    private static void addBox(List<float[]> boxes, float[] all, int row) {
        float[] box = Arrays.copyOfRange(all, 4 * row, 4 * row + 4);
        if (box[0] <= box[2]) {
            boxes.add(box);
        }
    }

    private static void set(PackedRows into, Row row, PackedRows fresh, int firstNewPart) {
        if (!row.geometryChanged) {
            return;
        }
        if (row.packed < 0) {
            into.dimension()[row.at] = 0;
            into.endPart()[row.at] = into.firstPart()[row.at];
            Arrays.fill(into.boxes(), 4 * row.at, 4 * row.at + 2, Float.POSITIVE_INFINITY);
            Arrays.fill(into.boxes(), 4 * row.at + 2, 4 * row.at + 4, Float.NEGATIVE_INFINITY);
            return;
        }
        into.dimension()[row.at] = fresh.dimension()[row.packed];
        into.firstPart()[row.at] = firstNewPart + fresh.firstPart()[row.packed];
        into.endPart()[row.at] = firstNewPart + fresh.endPart()[row.packed];
        System.arraycopy(fresh.boxes(), 4 * row.packed, into.boxes(), 4 * row.at, 4);
    }

    private Map<String, Object[]> columns(int size) {
        Map<String, Object[]> result = new LinkedHashMap<>();
        for (String name : before.columnNames()) {
            boolean touched = rows.values().stream().anyMatch(row -> row.columns.containsKey(name));
            Object[] values = before.column(name);
            if (touched || insertedAt.length > 0) {
                values = spread(values, new Object[size], 1, insertedAt);
                for (Row row : rows.values()) {
                    if (row.columns.containsKey(name)) {
                        values[row.at] = row.columns.get(name);
                    }
                }
            }
            result.put(name, values);
        }
        return result;
    }

    /**
     * Copies an array, leaving room where rows come in.
     *
     * @param stride elements per row
     * @param at rows before which one comes in, ascending
     */
    static <T> T spread(T from, T into, int stride, int... at) {
        int start = 0;
        for (int i = 0; i < at.length; i++) {
            System.arraycopy(from, stride * start, into, stride * (start + i), stride * (at[i] - start));
            start = at[i];
        }
        int left = java.lang.reflect.Array.getLength(into) - stride * (start + at.length);
        System.arraycopy(from, stride * start, into, stride * (start + at.length), left);
        return into;
    }

    /** The array with room for more elements behind those in use: itself where it has it, nobody reads that far. */
    private static float[] room(float[] array, int used, int more) {
        return used + more <= array.length ? array : Arrays.copyOf(array, grown(used, more));
    }

    private static int[] room(int[] array, int used, int more) {
        return used + more <= array.length ? array : Arrays.copyOf(array, grown(used, more));
    }

    private static int grown(int used, int more) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, used + more + 4096L + used / 8);
    }
}
