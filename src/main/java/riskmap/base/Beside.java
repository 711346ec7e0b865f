package riskmap.base;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Work that goes on in a thread of its own beside other work, until somebody needs what it finds. Closing it stops it where
 * it is not done, and returns when it has ended: what it reads may then be closed too.
 *
 * @param <T> what it finds
 */
public final class Beside<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private volatile boolean isOver;
    private volatile boolean isAwaited;

    private Beside(Progress whole, BiFunction<Progress, BooleanSupplier, T> work) {
        Progress own = Progress.silentUntil(() -> isOver || whole.isCancelled());
        task = new FutureTask<>(() -> work.apply(own, () -> isAwaited));
    }

    /**
     * Begins, and returns at once.
     *
     * @param whole what the work is a part of: it is cancelled with it
     * @param work is given a progress nobody watches
     */
    public static <T> Beside<T> begin(String name, Progress whole, Function<Progress, T> work) {
        return begin(name, whole, (progress, isAwaited) -> work.apply(progress));
    }

    /** The same with work that can ask whether somebody waits for what it finds. */
    public static <T> Beside<T> begin(String name, Progress whole, BiFunction<Progress, BooleanSupplier, T> work) {
        Beside<T> result = new Beside<>(whole, work);
        Thread thread = new Thread(result.task, name);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Whether the work has ended, well or not. */
    public boolean isDone() {
        return task.isDone();
    }

    /** What the work found, waited for where it is not done; what the work threw is thrown here. */
    public T result() {
        isAwaited = true;
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    @Override
    public void close() {
        isOver = true;
        isAwaited = true;
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException | CancellationException ended) {
                // whoever needed the result was told
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
