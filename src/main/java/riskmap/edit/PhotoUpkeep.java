package riskmap.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.type.AttributeDescriptor;
import riskmap.data.Changes;
import riskmap.data.Photo;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;
import riskmap.data.gpkg.Photos;

/**
 * Photos go with their features, in the same step: those of a removed feature are removed with it, and come back with it
 * when the step is undone. Where a step removes features and changes just one of the same layer, as a merge does, that
 * one takes their photos over: they show what it has become.
 */
final class PhotoUpkeep {
    private final GeoPackage store;

    PhotoUpkeep(GeoPackage store) {
        this.store = store;
    }

    /** The step with what it means for photos; the same where it means nothing. */
    Changes with(Changes changes) {
        Map<String, Set<Long>> removed = new LinkedHashMap<>();
        for (RowChange row : changes.rows()) {
            if (row.isRemoved()) {
                removed.computeIfAbsent(row.layer(), layer -> new HashSet<>()).add(row.fid());
            }
        }
        removed.keySet().removeIf(layer -> !store.photos().arePrepared(layer));
        List<RowChange> more = new ArrayList<>();
        removed.forEach((layer, fids) -> {
            Long heir = heir(changes, layer);
            Set<Long> said = said(changes, Photos.mapping(layer));
            fids.stream().sorted().forEach(fid -> {
                for (Photo photo : store.photos().of(layer, fid)) {
                    if (!said.contains(photo.link())) {
                        follow(more, layer, fid, photo, heir);
                    }
                }
            });
        });
        if (more.isEmpty()) {
            return changes;
        }
        List<RowChange> rows = new ArrayList<>(changes.rows());
        rows.addAll(more);
        return new Changes(changes.name(), rows);
    }

    private void follow(List<RowChange> more, String layer, long fid, Photo photo, Long heir) {
        if (heir != null) {
            more.add(RowChange.changed(Photos.mapping(layer), photo.link(), "base_id", fid, heir));
            return;
        }
        more.add(removed(Photos.mapping(layer), photo.link()));
        more.add(removed(Photos.TABLE, photo.id()));
    }

    /** A row taken away with all its values, so that undo brings it back whole. */
    private RowChange removed(String table, long key) {
        List<String> columns = store.schema(table).getAttributeDescriptors().stream()
                .map(AttributeDescriptor::getLocalName)
                .toList();
        return new RowChange(table, key, store.edits().values(table, key, columns), null);
    }

    /** Rows of a table that the step speaks of itself. */
    private static Set<Long> said(Changes changes, String table) {
        Set<Long> fids = new HashSet<>();
        changes.rows().stream().filter(row -> row.layer().equals(table)).forEach(row -> fids.add(row.fid()));
        return fids;
    }

    /** The one feature of a layer that the step changes or adds, null where there is none or several. */
    private static Long heir(Changes changes, String layer) {
        List<Long> left = changes.rows().stream()
                .filter(row -> row.layer().equals(layer) && !row.isRemoved())
                .map(RowChange::fid)
                .distinct()
                .limit(2)
                .toList();
        return left.size() == 1 ? left.get(0) : null;
    }
}
