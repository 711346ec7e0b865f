package riskmap.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import riskmap.app.Tasks;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

@Timeout(20)
class TasksViewModelTest {
    /** The window's thread is the test's: what is to run on it waits here. */
    private final LinkedBlockingQueue<Runnable> later = new LinkedBlockingQueue<>();

    private final Tasks runner = new Tasks();
    private final TasksViewModel tasks = new TasksViewModel(runner, later::add);
    private final Message title = Message.of("ui.preparing-map");

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void progressAndResultComeOnTheWindowsThread() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        List<Object> result = new ArrayList<>();
        tasks.start(
                title,
                progress -> {
                    progress.report(0.4, Message.of("ui.storing-map"));
                    goOn.await();
                    return Thread.currentThread();
                },
                result::add);
        runUntil(() -> !tasks.running().isEmpty()
                && tasks.running().get(0).step().get().key().equals("ui.storing-map"));
        assertThat(tasks.running().get(0).fraction().get()).isEqualTo(0.4);
        goOn.countDown();
        runUntil(() -> !result.isEmpty() && tasks.running().isEmpty());
        assertThat(result.get(0)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void whatIsAskedForWhileTheWindowClosesIsCancelledBeforeItBegins() {
        List<Object> begun = new ArrayList<>();
        List<Throwable> ended = new ArrayList<>();
        runner.close();
        tasks.start(title, progress -> begun.add("begun"), begun::add, ended::add);
        List.copyOf(later).forEach(Runnable::run);
        assertThat(begun).isEmpty();
        assertThat(ended).hasSize(1).first().isInstanceOf(CancelledException.class);
        assertThat(runner.running()).isEmpty();
    }

    @Test
    void aCancelledTaskSaysSoAndIsNoFailure() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        tasks.onFailure(failures::add);
        tasks.start(
                title,
                progress -> {
                    while (true) {
                        progress.check();
                        Thread.sleep(1);
                    }
                },
                nothing -> {});
        runUntil(() -> !tasks.running().isEmpty());
        tasks.running().get(0).cancel();
        assertThat(tasks.running().get(0).stopping().get()).isTrue();
        runUntil(() -> tasks.running().isEmpty() && tasks.news().get() != null);
        assertThat(tasks.news().get().key()).isEqualTo("ui.task-cancelled");
        assertThat(failures).isEmpty();
    }

    @Test
    void aFailureReachesTheOneWhoTellsTheUser() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        tasks.onFailure(failures::add);
        tasks.start(
                title,
                progress -> {
                    throw RiskMapException.of("app.file-missing", "x");
                },
                nothing -> {});
        runUntil(() -> !failures.isEmpty());
        assertThat(failures.get(0)).isInstanceOf(RiskMapException.class);
    }

    private void runUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            later.take().run();
        }
    }
}
