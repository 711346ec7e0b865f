package riskmap.ui.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** The extents the user came through, for going back and forth as in a browser. Keeps the last hundred. */
final class ExtentHistory {
    private static final int LENGTH = 100;

    private final Deque<Envelope> before = new ArrayDeque<>();
    private final Deque<Envelope> after = new ArrayDeque<>();

    /** Notes that the view left this extent for a new one. */
    void left(Envelope extent) {
        before.push(new Envelope(extent));
        after.clear();
        if (before.size() > LENGTH) {
            before.removeLast();
        }
    }

    /** The extent before this one. */
    Optional<Envelope> back(Envelope now) {
        return move(before, after, now);
    }

    /** The extent that was left by going back. */
    Optional<Envelope> forth(Envelope now) {
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

    private static Optional<Envelope> move(Deque<Envelope> from, Deque<Envelope> to, Envelope now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(new Envelope(now));
        return Optional.of(from.pop());
    }
}
