package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import riskmap.app.Answer;
import riskmap.base.CancelledException;
import riskmap.base.Progress;

/** What came out of one run is written while the next one that does not touch it is computed; all are told in order. */
class WrittenBesideTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    /** Something that was computed: written by the second half of its name, "w" cannot be. */
    private final class Made implements WrittenBeside.Made {
        private final String name;
        private final CountDownLatch before;

        Made(String name, CountDownLatch before) {
            this.name = name;
            this.before = before;
        }

        @Override
        public Answer write(Progress progress) {
            await(before);
            progress.check();
            done.add("written " + name);
            if (name.endsWith("w")) {
                throw new IllegalStateException(name);
            }
            return new Answer(name, Map.of());
        }

        @Override
        public void close() {
            done.add("closed " + name);
        }
    }

    /** What other tests left counts as memory in use: where that is half of all, nothing is computed beside. */
    @BeforeEach
    void tidyUp() {
        System.gc();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
    }

    private Made compute(String name, CountDownLatch before) {
        done.add("computed " + name);
        if (name.endsWith("c")) {
            throw new IllegalStateException(name);
        }
        return new Made(name, before);
    }

    private void tell(EachInTurn.Done<String, Answer> one) {
        told.add(one.given() + (one.problem() == null ? " well" : " badly"));
    }

    @Test
    void theNextIsComputedWhileOneIsWritten() {
        CountDownLatch second = new CountDownLatch(1);
        WrittenBeside.run(
                List.of("1", "2"),
                (name, progress) -> {
                    if (name.equals("2")) {
                        second.countDown();
                    }
                    return compute(name, second);
                },
                (one, next) -> true,
                this::tell,
                Progress.silent());
        assertThat(told).containsExactly("1 well", "2 well");
        assertThat(done).containsSubsequence("written 1", "closed 1").containsSubsequence("written 2", "closed 2");
    }

    @Test
    void whatTouchesTheOneBeforeItBeginsWhenThatIsWritten() {
        WrittenBeside.run(
                List.of("1", "2", "3"),
                (name, progress) -> compute(name, new CountDownLatch(0)),
                (one, next) -> false,
                this::tell,
                Progress.silent());
        assertThat(done)
                .containsExactly(
                        "computed 1",
                        "written 1",
                        "closed 1",
                        "computed 2",
                        "written 2",
                        "closed 2",
                        "computed 3",
                        "written 3",
                        "closed 3");
    }

    @Test
    void whatFailsIsToldInItsPlaceAndTheRestGoesOn() {
        WrittenBeside.run(
                List.of("1w", "2c", "3", "4w", "5c"),
                (name, progress) -> compute(name, new CountDownLatch(0)),
                (one, next) -> true,
                this::tell,
                Progress.silent());
        assertThat(told).containsExactly("1w badly", "2c badly", "3 well", "4w badly", "5c badly");
        assertThat(done).contains("closed 1w", "closed 3", "closed 4w");
    }

    @Test
    void whoCancelsFindsNothingOpenAndNobodyWriting() {
        CountDownLatch never = new CountDownLatch(0);
        assertThatThrownBy(() -> WrittenBeside.run(
                        List.of("1", "2", "3"),
                        (name, progress) -> {
                            if (name.equals("2")) {
                                throw new CancelledException();
                            }
                            return compute(name, never);
                        },
                        (one, next) -> true,
                        this::tell,
                        Progress.silent()))
                .isInstanceOf(CancelledException.class);
        assertThat(done).startsWith("computed 1").contains("closed 1").doesNotContain("computed 3");
    }
}
