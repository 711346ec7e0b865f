package riskmap.edit.topology;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What an edit knows of the map around what it changes.
 *
 * @param rows how the rows near a place are read; as they stand after all edits so far
 * @param newFid gives a fresh key of a layer (the session's {@code newFid})
 * @param shared <b>topological editing</b>: layers in which a common boundary is one: a moved, added or removed vertex and a
 *     reshaped edge change in every row of these layers that has it, and new vertices on an edge are put into every row
 *     that has the edge. Empty: rows change one at a time
 * @param exclusive layers whose polygons do not overlap: new polygons and the new parts of changed ones are cut back by the
 *     rows of these layers; an edit that would still make two polygons of one of them overlap is refused. Empty: overlaps
 *     are allowed
 */
public record Surroundings(RowsNear rows, ToLongFunction<String> newFid, List<String> shared, List<String> exclusive) {
    public Surroundings {
        shared = List.copyOf(shared);
        exclusive = List.copyOf(exclusive);
    }

    /** Only the edited rows themselves count. */
    public static Surroundings none(ToLongFunction<String> newFid) {
        return new Surroundings(RowsNear.nothing(), newFid, List.of(), List.of());
    }

    public boolean isShared(String layer) {
        return shared.contains(layer);
    }

    public boolean isExclusive(String layer) {
        return exclusive.contains(layer);
    }
}
