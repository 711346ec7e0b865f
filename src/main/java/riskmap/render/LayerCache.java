package riskmap.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.style.Style;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.geo.raster.Grid;

/**
 * What painters have read of layers, packed for drawing, so that a repaint does not go to the file. Holds about as many
 * bytes as it is allowed, and forgets the layer painted longest ago. Safe to use from several threads.
 */
public final class LayerCache {
    /** Above this many changed rows reading anew is no slower; and steps far above it come without values. */
    private static final int MOST_PENDING = 50_000;

    private final long maxBytes;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Grid, GridPyramid> pyramids = new WeakHashMap<>();

    /** A cache of a third of the memory that the program may use. */
    public LayerCache() {
        this(Runtime.getRuntime().maxMemory() / 3);
    }

    public LayerCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A layer is the same when it comes from the same store under the same name. */
    private record Key(Object store, String name, CoordinateReferenceSystem crs) {
        static Object storeOf(SimpleFeatureSource source) {
            try {
                return source.getDataStore() == null ? source : source.getDataStore();
            } catch (UnsupportedOperationException collection) {
                // features in memory have no store: they are themselves
                return source;
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.store == store && key.name.equals(name) && key.crs == crs;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(store) * 31 + name.hashCode();
        }
    }

    /** One layer's packed features and the rules they fulfil, per style. */
    private static final class Entry {
        private PackedLayer layer;
        private final Set<String> columns = new LinkedHashSet<>();
        private final Map<Which, RuleMatches> matches = new LinkedHashMap<>();
        /** Edits made since the layer was packed, to be worked in with the next repaint. */
        private final List<RowChange> pending = new ArrayList<>();
    }

    /** Styles are told apart by identity: comparing two by value costs more than asking their filters. */
    private record Which(Style style, Filter filter) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Which which && which.style == style && which.filter.equals(filter);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(style) * 31 + filter.hashCode();
        }
    }

    /** A layer and which rules of a style its rows fulfil. */
    record Styled(PackedLayer layer, RuleMatches matches) {}

    /** The packed layer, read now when it is not known or another style needs more columns. */
    Styled styled(
            SimpleFeatureSource source, Style style, Filter filter, CoordinateReferenceSystem crs, Progress progress) {
        Key key = new Key(Key.storeOf(source), source.getSchema().getTypeName(), crs);
        Entry entry;
        synchronized (entries) {
            entry = entries.computeIfAbsent(key, absent -> {
                source.addFeatureListener(event -> forget(source));
                return new Entry();
            });
        }
        synchronized (entry) {
            Set<String> wanted = StyleAttributes.of(style, filter).names();
            workIn(entry, source, crs);
            if (entry.layer == null || !entry.columns.containsAll(wanted)) {
                entry.columns.addAll(wanted);
                entry.matches.clear();
                entry.layer = LayerPacker.pack(source, entry.columns, crs, progress);
            }
            Which which = new Which(style, filter);
            RuleMatches matches = entry.matches.get(which);
            if (matches == null) {
                if (entry.matches.size() > 3) {
                    entry.matches.clear();
                }
                matches = RuleMatches.of(entry.layer, style, filter, progress);
                entry.matches.put(which, matches);
            }
            Styled result = new Styled(entry.layer, matches);
            trim(key);
            return result;
        }
    }

    /**
     * Tells that rows have changed: layers that are packed are patched with the next repaint instead of being read anew.
     *
     * @param store the store that the layers come from
     * @param changes what was done, as the file holds it now
     */
    public void apply(DataStore store, Changes changes) {
        Set<String> names = new HashSet<>(changes.layers());
        List<Map.Entry<Key, Entry>> touched;
        synchronized (entries) {
            touched = entries.entrySet().stream()
                    .filter(known -> known.getKey().store == store && names.contains(known.getKey().name))
                    .toList();
        }
        for (Map.Entry<Key, Entry> known : touched) {
            List<RowChange> rows = changes.rows().stream()
                    .filter(row -> row.layer().equals(known.getKey().name))
                    .toList();
            synchronized (known.getValue().pending) {
                if (known.getValue().pending.size() <= MOST_PENDING) {
                    known.getValue().pending.addAll(rows);
                }
            }
        }
    }

    private static void workIn(Entry entry, SimpleFeatureSource source, CoordinateReferenceSystem crs) {
        List<RowChange> changes;
        synchronized (entry.pending) {
            changes = List.copyOf(entry.pending);
            entry.pending.clear();
        }
        if (changes.isEmpty() || entry.layer == null) {
            return;
        }
        SimpleFeatureType type = source.getSchema();
        LayerPatch.Patched patched = changes.size() > MOST_PENDING || type.getGeometryDescriptor() == null
                ? null
                : LayerPatch.apply(
                        entry.layer,
                        type.getGeometryDescriptor().getLocalName(),
                        LayerPacker.transform(type, crs),
                        changes);
        if (patched == null) {
            entry.layer = null;
            return;
        }
        entry.matches.replaceAll((which, matches) -> matches.after(patched, which.style(), which.filter()));
        entry.layer = patched.layer();
    }

    /** The coarser versions of a raster, made once. */
    GridPyramid pyramid(Grid grid) {
        synchronized (pyramids) {
            return pyramids.computeIfAbsent(grid, GridPyramid::new);
        }
    }

    private void trim(Key kept) {
        synchronized (entries) {
            long sum = 0;
            for (Entry entry : entries.values()) {
                sum += entry.layer == null ? 0 : entry.layer.bytes();
            }
            for (Key key : new ArrayList<>(entries.keySet())) {
                if (sum <= maxBytes) {
                    return;
                }
                PackedLayer layer = entries.get(key) == null ? null : entries.get(key).layer;
                if (!key.equals(kept) && layer != null) {
                    sum -= layer.bytes();
                    entries.remove(key);
                }
            }
        }
    }

    /** Forgets a layer, because its features have changed. */
    public void forget(SimpleFeatureSource source) {
        Object store = Key.storeOf(source);
        String name = source.getSchema().getTypeName();
        synchronized (entries) {
            entries.keySet().removeIf(key -> key.store == store && key.name.equals(name));
        }
    }

    /** Forgets the layers of a store, because it is closed. */
    public void forget(DataStore store) {
        synchronized (entries) {
            entries.keySet().removeIf(key -> key.store == store);
        }
    }

    /** Forgets everything. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
        }
        synchronized (pyramids) {
            pyramids.clear();
        }
    }

    /** Bytes held for features, about. */
    public long bytes() {
        synchronized (entries) {
            return entries.values().stream()
                    .mapToLong(entry -> entry.layer == null ? 0 : entry.layer.bytes())
                    .sum();
        }
    }
}
