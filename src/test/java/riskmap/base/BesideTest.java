package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BesideTest {
    @Test
    void theResultIsThatOfTheWorkAndSoIsItsFailure() {
        try (Beside<Integer> work = Beside.begin("a", Progress.silent(), progress -> 42)) {
            assertThat(work.result()).isEqualTo(42);
        }
        RuntimeException failure = new IllegalStateException("x");
        try (Beside<Integer> work = Beside.begin("b", Progress.silent(), progress -> {
            throw failure;
        })) {
            assertThatThrownBy(work::result).isSameAs(failure);
        }
    }

    @Test
    void closingStopsTheWorkAndReturnsWhenItHasEnded() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (Beside<Object> work = Beside.begin("c", Progress.silent(), progress -> {
            begun.countDown();
            try {
                while (true) {
                    progress.check();
                    Thread.onSpinWait();
                }
            } finally {
                ended.set(true);
            }
        })) {
            begun.await();
            assertThat(ended).isFalse();
        }
        assertThat(ended).isTrue();
    }

    @Test
    void workIsCancelledWithTheWhole() {
        AtomicBoolean over = new AtomicBoolean(true);
        try (Beside<Object> work = Beside.begin("d", Progress.silentUntil(over::get), progress -> {
            progress.check();
            return "";
        })) {
            assertThatThrownBy(work::result).isInstanceOf(CancelledException.class);
        }
    }
}
