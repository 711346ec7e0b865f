package riskmap.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * Long work beside the window: every task runs on a thread of its own pool, can be watched and cancelled. The command
 * line runs the same work on its own thread and needs none of this.
 */
public final class Tasks implements AutoCloseable {
    /** Work that reports how far it is. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the work; what it throws is kept in the task. */
        T run(Progress progress) throws Exception;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "task");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Task<?>> running = new CopyOnWriteArrayList<>();
    private final List<Consumer<Task<?>>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Starts work; the listeners hear of every change of its state, on the thread that works. What is asked for while all
     * is being closed, such as a count that was to be made a moment later, is cancelled before it begins.
     */
    public <T> Task<T> start(Message title, Work<T> work) {
        Task<T> task = new Task<>(title, this::tell);
        running.add(task);
        tell(task);
        try {
            threads.execute(() -> finish(task, work));
        } catch (RejectedExecutionException closed) {
            finish(task, progress -> {
                throw new CancelledException();
            });
        }
        return task;
    }

    private <T> void finish(Task<T> task, Work<T> work) {
        task.run(work);
        running.remove(task);
        tell(task);
    }

    /** The tasks that have not ended. */
    public List<Task<?>> running() {
        return List.copyOf(running);
    }

    /** Calls the listener at start, progress and end of every task, on the working thread. */
    public void onChange(Consumer<Task<?>> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        running.forEach(Task::cancel);
        threads.shutdown();
    }

    private void tell(Task<?> task) {
        listeners.forEach(listener -> listener.accept(task));
    }
}
