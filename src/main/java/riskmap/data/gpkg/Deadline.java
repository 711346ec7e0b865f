package riskmap.data.gpkg;

import java.time.Duration;
import org.sqlite.ProgressHandler;
import riskmap.base.CurrentProgress;

/**
 * Stops a statement that computes without giving a row for too long: a view in a foreign file may never end. The clock
 * starts anew with each row. When the task is cancelled for which the thread works, what it
 * reads is stopped at once.
 */
final class Deadline extends ProgressHandler {
    /** How many steps of SQLite's machine lie between two looks at the clock. */
    static final int STEPS = 20_000;

    private volatile long nanos;
    private volatile long began;
    private volatile boolean stopped;
    private volatile boolean writes;

    Deadline(Duration limit) {
        allow(limit);
    }

    /** Sets another limit and starts the clock anew. */
    void allow(Duration limit) {
        nanos = limit.toNanos();
        began = 0;
        writes = false;
    }

    /** Allows what is written a day, whatever becomes of the task: its transaction is taken back by whoever began it. */
    void allowWriting() {
        allow(Duration.ofDays(1));
        writes = true;
    }

    /** Starts the clock anew. */
    void restart() {
        began = 0;
    }

    /** Stops what runs, and what would. */
    void stop() {
        stopped = true;
    }

    /** Whether it was told to stop, whatever the clock says. */
    boolean isStopped() {
        return stopped;
    }

    @Override
    protected int progress() {
        if (stopped || !writes && CurrentProgress.get().isCancelled()) {
            return 1;
        }
        long now = System.nanoTime();
        if (began == 0) {
            began = now;
            return 0;
        }
        return now - began > nanos ? 1 : 0;
    }
}
