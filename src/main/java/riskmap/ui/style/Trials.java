package riskmap.ui.style;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the styles that are tried one after another is the latest, and what waits until that one is drawn. Used by the
 * window's thread only.
 */
final class Trials {
    private final List<Runnable> waiting = new ArrayList<>();
    private long latest;
    private long ended;

    /** Begins a trial in place of the one before; returns its number. */
    long begin() {
        return ++latest;
    }

    /** Whether no later trial was begun or given up. */
    boolean isLatest(long trial) {
        return trial == latest;
    }

    /** Whether the latest trial goes on. */
    boolean isGoing() {
        return ended != latest;
    }

    /** The latest trial is drawn or refused: what waits for it is done. */
    void end() {
        ended = latest;
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /** Nothing is tried any more: what is being drawn comes too late. */
    void giveUp() {
        latest++;
        end();
    }

    /** Does something when the latest trial has ended. */
    void afterwards(Runnable what) {
        waiting.add(what);
    }
}
