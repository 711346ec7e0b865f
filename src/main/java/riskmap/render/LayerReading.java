package riskmap.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import riskmap.base.CancelledException;

/**
 * The threads on which layers are read, as many as processors. They are none of the common pool: who waits there for a
 * layer that another thread is reading looks for other work without rest, and takes a processor from the reading.
 */
final class LayerReading {
    private static final ThreadPoolExecutor THREADS = threads();

    private LayerReading() {}

    private static ThreadPoolExecutor threads() {
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        ThreadPoolExecutor result =
                new ThreadPoolExecutor(count, count, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "riskmap-layers");
                    thread.setDaemon(true);
                    return thread;
                });
        result.allowCoreThreadTimeOut(true);
        return result;
    }

    /** Does the same to each layer, several at a time; the results in their order. The first that fails ends the rest. */
    static <T> List<T> each(List<PaintLayer> layers, Function<PaintLayer, T> work) {
        List<Future<T>> running = new ArrayList<>();
        layers.forEach(layer -> running.add(THREADS.submit(() -> work.apply(layer))));
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return List.copyOf(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } finally {
            running.forEach(each -> each.cancel(false));
        }
    }
}
