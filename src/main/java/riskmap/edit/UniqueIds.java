package riskmap.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;

/** Finds uuids that a step would make stand twice in a layer: with another row of the step or one already there. */
final class UniqueIds {
    static final String COLUMN = "uuid";

    private final GeoPackage store;

    private final Set<String> fresh;

    /** @param fresh uuids that were made just now and need not be looked for */
    UniqueIds(GeoPackage store, Set<String> fresh) {
        this.store = store;
        this.fresh = fresh;
    }

    List<RuleViolation> check(Changes changes) {
        List<RuleViolation> found = new ArrayList<>();
        for (String layer : changes.layers()) {
            // row → its uuid after the step; "" where the step takes it away
            Map<Long, String> after = new LinkedHashMap<>();
            for (RowChange row : changes.rows()) {
                if (row.layer().equals(layer) && row.isRemoved()) {
                    after.put(row.fid(), "");
                } else if (row.layer().equals(layer)
                        && row.after().get(COLUMN) instanceof String uuid
                        && !fresh.contains(uuid)) {
                    after.put(row.fid(), uuid);
                }
            }
            check(layer, after, found);
        }
        return found;
    }

    private void check(String layer, Map<Long, String> after, List<RuleViolation> found) {
        Map<String, Long> owners = new HashMap<>();
        after.forEach((fid, uuid) -> {
            Long other = uuid.isBlank() ? null : owners.putIfAbsent(uuid, fid);
            if (other != null) {
                found.add(twice(layer, fid, uuid, other));
            }
        });
        if (owners.isEmpty()) {
            return;
        }
        Map<Long, String> there = store.edits().rowsWith(layer, COLUMN, Set.copyOf(owners.keySet()));
        there.forEach((fid, uuid) -> {
            if (!after.containsKey(fid)) {
                found.add(twice(layer, owners.get(uuid), uuid, fid));
            }
        });
    }

    private static RuleViolation twice(String layer, long fid, String uuid, long other) {
        return new RuleViolation(layer, fid, COLUMN, Message.of("edit.rule-uuid-twice", uuid, Long.toString(other)));
    }
}
