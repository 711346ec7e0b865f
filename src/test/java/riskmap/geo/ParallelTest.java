package riskmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;

class ParallelTest {
    @Test
    void everyItemIsWorkedOnOnceWhateverTheProcessors() throws Exception {
        for (int processors : new int[] {1, 2, 7}) {
            ForkJoinPool pool = new ForkJoinPool(processors);
            try {
                for (int count : new int[] {0, 1, 5, 1000}) {
                    AtomicIntegerArray times = new AtomicIntegerArray(count);
                    pool.submit(() -> Parallel.items(count, 3, Progress.silent(), (from, to) -> count(times, from, to)))
                            .get();
                    assertOnce(times);
                }
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void noBandBeginsAfterOneHasFailed() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            assertThatThrownBy(() -> pool.submit(() -> Parallel.items(100, 1, Progress.silent(), (from, to) -> {
                                if (begun.incrementAndGet() == 5) {
                                    throw new IllegalStateException("x");
                                }
                            }))
                            .get())
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        } finally {
            pool.shutdown();
        }
        assertThat(begun).hasValue(5);
    }

    @Test
    void patientWorkIsDoneOnceAndWholeWheneverItIsAwaited() {
        for (int after : new int[] {0, 1, 20, 1000}) {
            AtomicBoolean awaited = new AtomicBoolean();
            AtomicIntegerArray times = new AtomicIntegerArray(100);
            Parallel.patiently(awaited::get, () -> {
                Parallel.items(100, 2, Progress.silent(), (from, to) -> {
                    count(times, from, to);
                    awaited.compareAndSet(false, from >= after);
                });
                return null;
            });
            assertOnce(times);
        }
    }

    @Test
    void patientWorkIsDoneEvenWhereOthersNeverEndWithoutIt() {
        CountDownLatch done = new CountDownLatch(1);
        Thread patient = new Thread(() -> {
            AtomicIntegerArray times = new AtomicIntegerArray(10);
            Parallel.patiently(() -> false, () -> {
                Parallel.items(10, 1, Progress.silent(), (from, to) -> count(times, from, to));
                return null;
            });
            done.countDown();
        });
        AtomicBoolean started = new AtomicBoolean();
        Parallel.items(2 * (ForkJoinPool.getCommonPoolParallelism() + 1), 1, Progress.silent(), (from, to) -> {
            if (started.compareAndSet(false, true)) {
                patient.start();
            }
            await(done);
        });
        assertThat(done.getCount()).isZero();
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void count(AtomicIntegerArray times, int from, int to) {
        for (int item = from; item < to; item++) {
            times.incrementAndGet(item);
        }
    }

    private static void assertOnce(AtomicIntegerArray times) {
        for (int item = 0; item < times.length(); item++) {
            assertThat(times.get(item)).as("item %d", item).isEqualTo(1);
        }
    }
}
