package riskmap.app;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import riskmap.base.CancelledException;
import riskmap.base.CurrentProgress;
import riskmap.base.Message;
import riskmap.base.Progress;

/** One piece of long work that can be watched and cancelled. Safe to read from any thread. */
public final class Task<T> implements Progress {
    /** Where a task stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final Message title;
    private final Consumer<Task<?>> changed;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile State state = State.RUNNING;
    private volatile double fraction;
    private volatile Message step;
    private volatile boolean cancelRequested;
    private volatile long lastTold;

    Task(Message title, Consumer<Task<?>> changed) {
        this.title = title;
        this.changed = changed;
        this.step = title;
    }

    public Message title() {
        return title;
    }

    public State state() {
        return state;
    }

    /** 0 to 1. */
    public double fraction() {
        return fraction;
    }

    /** What is being done now. */
    public Message step() {
        return step;
    }

    /** Completes with the result, exceptionally when the work failed or was cancelled. */
    public CompletableFuture<T> result() {
        return result;
    }

    /** Asks the work to stop; it does at its next {@link Progress#check()}. */
    public void cancel() {
        cancelRequested = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelRequested;
    }

    @Override
    public void report(double done, Message newStep) {
        fraction = Math.max(0, Math.min(1, done));
        boolean stepChanged = newStep != null && !newStep.equals(step);
        if (newStep != null) {
            step = newStep;
        }
        long now = System.nanoTime();
        // Ten times a second is as much as an eye follows.
        if (stepChanged || now - lastTold > 100_000_000L) {
            lastTold = now;
            changed.accept(this);
        }
    }

    void run(Tasks.Work<T> work) {
        try {
            T value = CurrentProgress.during(this, () -> work.run(this));
            fraction = 1;
            state = State.DONE;
            result.complete(value);
        } catch (CancelledException e) {
            state = State.CANCELLED;
            result.completeExceptionally(e);
        } catch (Throwable e) {
            state = State.FAILED;
            result.completeExceptionally(e);
        }
    }
}
