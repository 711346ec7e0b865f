package riskmap.ui.task;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.Tasks;
import riskmap.base.CancelledException;
import riskmap.base.Message;

/**
 * Work of which only the latest counts, such as a preview that follows what is chosen: a new start cancels the one before,
 * and what an older one still brings is dropped. A failure is kept as a problem until a later start succeeds.
 */
public final class LatestWork {
    private final TasksViewModel tasks;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private Task<?> running;
    private int generation;

    public LatestWork(TasksViewModel tasks) {
        this.tasks = tasks;
    }

    /** Whether something is being done. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What stood in the way, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Something stands in the way that was found before any work. */
    public void refuse(Message why) {
        problem.set(why);
    }

    /**
     * Starts in place of what runs.
     *
     * @param done takes the result, if this is still the latest
     * @param failed is told, if this is still the latest and failed
     */
    public <T> void start(Message title, Tasks.Work<T> work, Consumer<T> done, Runnable failed) {
        cancel();
        int mine = ++generation;
        busy.set(true);
        running = tasks.start(
                title,
                work,
                result -> {
                    if (mine == generation) {
                        busy.set(false);
                        problem.set(null);
                        done.accept(result);
                    }
                },
                failure -> {
                    if (mine == generation) {
                        busy.set(false);
                        if (!(failure instanceof CancelledException)) {
                            problem.set(Failures.message(failure));
                            failed.run();
                        }
                    }
                });
    }

    /** Stops what runs. */
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }
}
