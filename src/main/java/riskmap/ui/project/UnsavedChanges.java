package riskmap.ui.project;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import riskmap.app.project.Workspace;
import riskmap.map.MapDocument;

/**
 * What the user changed on the map of one project and is not in its file yet. Changes are kept as what was done, not as
 * the map that came of it, so that they can be done on a map a run or an import has changed meanwhile; doing one twice
 * does no harm. Safe to use from several threads.
 */
final class UnsavedChanges {
    private final Queue<UnaryOperator<MapDocument>> waiting = new ConcurrentLinkedQueue<>();
    /** Whether storing is under way for what is waiting, but has not begun. */
    private final AtomicBoolean asked = new AtomicBoolean();

    /** Takes a change; never waits for the file. True when {@link #store} has to be called for it. */
    boolean add(UnaryOperator<MapDocument> change) {
        waiting.add(change);
        return !asked.getAndSet(true);
    }

    /** A project's map with all waiting changes done on it. */
    MapDocument onMapOf(Workspace target) {
        // in this order: a change stored between the two lines is done twice instead of not at all
        List<UnaryOperator<MapDocument>> changes = List.copyOf(waiting);
        return all(changes, target.map());
    }

    /** Stores what is waiting; when it returns, all taken before is in the file. */
    synchronized void store(Workspace target) {
        asked.set(false);
        List<UnaryOperator<MapDocument>> changes = List.copyOf(waiting);
        if (changes.isEmpty()) {
            return;
        }
        try {
            target.updateMap(map -> all(changes, map));
        } finally {
            // only now: whoever looks meanwhile finds a change here or in the file; one that fails is told, not
            // repeated
            changes.forEach(change -> waiting.poll());
        }
    }

    private static MapDocument all(List<UnaryOperator<MapDocument>> changes, MapDocument map) {
        MapDocument result = map;
        for (UnaryOperator<MapDocument> change : changes) {
            result = change.apply(result);
        }
        return result;
    }
}
