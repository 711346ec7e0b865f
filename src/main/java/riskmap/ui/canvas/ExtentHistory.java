package riskmap.ui.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The extents the user came through, for going back and forth as in a browser. Keeps the last hundred. */
final class ExtentHistory {
    private static final int LENGTH = 100;

    private final Deque<View> before = new ArrayDeque<>();
    private final Deque<View> after = new ArrayDeque<>();

    /** Notes that the view left this extent for a new one. */
    void left(View extent) {
        before.push(extent);
        after.clear();
        if (before.size() > LENGTH) {
            before.removeLast();
        }
    }

    /** The extent before this one. */
    Optional<View> back(View now) {
        return move(before, after, now);
    }

    /** The extent that was left by going back. */
    Optional<View> forth(View now) {
        return move(after, before, now);
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }

    boolean canGoForth() {
        return !after.isEmpty();
    }

    void clear() {
        before.clear();
        after.clear();
    }

    private static Optional<View> move(Deque<View> from, Deque<View> to, View now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }
}
