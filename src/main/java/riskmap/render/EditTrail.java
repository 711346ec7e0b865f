package riskmap.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What edits have changed of a packed layer since it was read, step by step; shared by all revisions of the layer. A
 * picture of an earlier revision is brought up to date by painting anew only where the steps since have been.
 */
final class EditTrail {
    /** Older steps are forgotten: a picture that far behind is painted anew. */
    private static final int MOST_STEPS = 64;

    private final Deque<Step> steps = new ArrayDeque<>();
    private int revision;

    /**
     * What one edit has changed.
     *
     * @param boxes where the changed rows lay before and lie after: min x, min y, max x, max y of each, from the layer's
     *     origin; a row that is nowhere has none
     * @param rows the changed rows, as they are numbered after the edit
     * @param renumbered whether rows have come in, so that others have another number now
     */
    record Step(List<float[]> boxes, int[] rows, boolean renumbered) {}

    /** Adds a step; the number of the revision that it led to. */
    synchronized int add(Step step) {
        steps.add(step);
        if (steps.size() > MOST_STEPS) {
            steps.remove();
        }
        return ++revision;
    }

    /** The steps from one revision to a later one; empty when they are not known any more. */
    synchronized Optional<List<Step>> between(int from, int to) {
        int first = revision - steps.size();
        if (from < first || from > to) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(steps).subList(from - first, to - first));
    }
}
