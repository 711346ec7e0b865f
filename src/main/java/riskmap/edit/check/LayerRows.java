package riskmap.edit.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.geo.overlay.PolygonLocator;

/**
 * The rows of a layer that a {@link LayerCheck} needs together: key, uuid, name, town, geometry in the project's CRS and
 * the columns that were asked for. Some of them are subjects, the others only stand by.
 */
final class LayerRows {
    private long[] fids = new long[1024];
    private int size;
    private final List<String> uuids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();
    private final List<Geometry> shapes = new ArrayList<>();
    private final Map<String, List<Object>> columns = new LinkedHashMap<>();
    private final Map<LayerCheck, BitSet> meant = new LinkedHashMap<>();
    private final BitSet subjects = new BitSet();
    private final Map<Integer, PolygonLocator> locators = new ConcurrentHashMap<>();
    private HPRtree tree;

    LayerRows(Iterable<String> columns) {
        columns.forEach(column -> this.columns.put(column, new ArrayList<>()));
    }

    void add(Row row, boolean subject) {
        if (size == fids.length) {
            fids = Arrays.copyOf(fids, 2 * size);
        }
        subjects.set(size, subject);
        fids[size++] = row.fid();
        uuids.add(row.text("uuid"));
        names.add(row.text("name"));
        towns.add(row.town());
        shapes.add(row.shape());
        columns.forEach((column, values) -> values.add(row.value(column)));
    }

    /** Says that the row added last fulfils the condition of a check. */
    void mean(LayerCheck check) {
        meant.computeIfAbsent(check, key -> new BitSet()).set(size - 1);
    }

    int size() {
        return size;
    }

    long fid(int index) {
        return fids[index];
    }

    String uuid(int index) {
        return uuids.get(index);
    }

    String name(int index) {
        return names.get(index);
    }

    String town(int index) {
        return towns.get(index);
    }

    /** In the project's CRS, null where the row has none. */
    Geometry shape(int index) {
        return shapes.get(index);
    }

    Object value(int index, String column) {
        return columns.get(column).get(index);
    }

    /** Whether findings about this row are wanted. */
    boolean isSubject(int index) {
        return subjects.get(index);
    }

    /** Whether the row fulfils the condition of the check. */
    boolean isMeant(LayerCheck check, int index) {
        BitSet rows = meant.get(check);
        return rows != null && rows.get(index);
    }

    /** Visits the rows whose extent meets this one, in no particular order; safe for several threads. */
    void near(Envelope extent, IntConsumer visitor) {
        tree().query(extent, item -> visitor.accept((Integer) item));
    }

    /** Where points lie with respect to an area; made when first asked for. */
    PolygonLocator locator(int index) {
        PolygonLocator known = locators.get(index);
        if (known == null) {
            known = PolygonLocator.of(shape(index));
            locators.put(index, known);
        }
        return known;
    }

    private synchronized HPRtree tree() {
        if (tree == null) {
            HPRtree fresh = new HPRtree();
            for (int i = 0; i < size; i++) {
                Geometry shape = shape(i);
                if (shape != null && !shape.isEmpty()) {
                    fresh.insert(shape.getEnvelopeInternal(), i);
                }
            }
            fresh.build();
            tree = fresh;
        }
        return tree;
    }
}
