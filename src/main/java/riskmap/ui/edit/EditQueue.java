package riskmap.ui.edit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import riskmap.app.Tasks;
import riskmap.base.Message;
import riskmap.ui.task.TasksViewModel;

/**
 * Edits one after the other, in the order they were asked for, beside the window's thread. Ten undos pressed in a second
 * are ten undos.
 */
final class EditQueue {
    private final TasksViewModel tasks;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    EditQueue(TasksViewModel tasks) {
        this.tasks = tasks;
    }

    /** Does the work once all that was asked for before is done; hands the outcome over on the window's thread. */
    <T> void add(Message title, Tasks.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        CompletableFuture<?> before = last;
        CompletableFuture<Void> mine = new CompletableFuture<>();
        last = mine;
        tasks.start(
                title,
                progress -> {
                    try {
                        before.get();
                        return work.run(progress);
                    } catch (ExecutionException e) {
                        throw new IllegalStateException("a turn never fails", e);
                    } finally {
                        mine.complete(null);
                    }
                },
                done,
                failed);
    }

    /** Completes when everything asked for so far is done. */
    CompletableFuture<?> idle() {
        return last;
    }
}
