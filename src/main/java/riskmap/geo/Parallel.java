package riskmap.geo;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import riskmap.base.Progress;

/**
 * Work on a row of items cut into bands that run on all processors. How a row is cut never depends on the number of
 * processors, so that what a band computes does not either.
 */
public final class Parallel {
    /** How long a patient band waits at most, in milliseconds: what others do may itself wait for it. */
    private static final int LONGEST_WAIT = 20;

    /** Threads that work on bands at this moment. */
    private static final AtomicInteger WORKING = new AtomicInteger();

    /** Of a thread that works patiently: whether what it finds is awaited by now. */
    private static final ThreadLocal<BooleanSupplier> PATIENT = new ThreadLocal<>();

    private Parallel() {}

    /** What is done with the items {@code from} (included) to {@code to} (left out). */
    @FunctionalInterface
    public interface Band {
        void run(int from, int to);
    }

    /**
     * Runs the work on bands of so many items each. Each processor takes the next band when it has done one, so that none
     * waits while another has several before it.
     */
    public static void items(int count, int perBand, Progress progress, Band work) {
        int bands = (count + perBand - 1) / perBand;
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        IntConsumer one = band -> {
            progress.check();
            int from = band * perBand;
            work.run(from, Math.min(count, from + perBand));
            progress.report((double) done.incrementAndGet() / bands);
        };
        BooleanSupplier isAwaited = PATIENT.get();
        while (isAwaited != null && !isAwaited.getAsBoolean() && next.get() < bands) {
            waitForOthers(isAwaited);
            one.accept(next.getAndIncrement());
        }
        IntStream.range(0, Math.min(bands - next.get(), processors()))
                .parallel()
                .forEach(processor -> {
                    WORKING.incrementAndGet();
                    try {
                        for (int band = next.getAndIncrement(); band < bands; band = next.getAndIncrement()) {
                            one.accept(band);
                        }
                    } finally {
                        WORKING.decrementAndGet();
                        // no more where one has failed
                        next.set(bands);
                    }
                });
    }

    /**
     * Work that others can wait for: its bands run in this thread alone, each when a processor has nothing to do, as long as
     * nobody awaits what it finds; from then on as ever.
     */
    public static <T> T patiently(BooleanSupplier isAwaited, Supplier<T> work) {
        PATIENT.set(isAwaited);
        try {
            return work.get();
        } finally {
            PATIENT.remove();
        }
    }

    private static void waitForOthers(BooleanSupplier isAwaited) {
        int processors = ForkJoinPool.getCommonPoolParallelism() + 1;
        for (int i = 0; i < LONGEST_WAIT && WORKING.get() >= processors && !isAwaited.getAsBoolean(); i++) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** How many threads work at a time where this one asks them to. */
    public static int processors() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread worker
                ? worker.getPool().getParallelism()
                : ForkJoinPool.getCommonPoolParallelism() + 1;
    }
}
