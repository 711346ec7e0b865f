package riskmap.ui.task;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import riskmap.app.Task;
import riskmap.app.Tasks;
import riskmap.base.CancelledException;
import riskmap.base.Message;

/**
 * The tasks of the window: starts work, keeps the list of what is running, and brings the outcome back to the window's
 * thread. A failure goes to one place, which tells the user.
 */
public final class TasksViewModel {
    private final Tasks tasks;
    private final Executor windowThread;
    private final ObservableList<TaskViewModel> running = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Message> news = new ReadOnlyObjectWrapper<>();
    private Message refusal;
    private Consumer<Throwable> failed = failure -> {};

    /**
     * Makes the list.
     *
     * @param tasks what runs the work
     * @param windowThread runs a command on the window's thread, later
     */
    public TasksViewModel(Tasks tasks, Executor windowThread) {
        this.tasks = tasks;
        this.windowThread = windowThread;
        tasks.onChange(task -> windowThread.execute(() -> changed(task)));
    }

    /** What is running, the oldest first. */
    public ObservableList<TaskViewModel> running() {
        return running;
    }

    /** How the last task ended, for the status bar; null at first. */
    public ReadOnlyObjectProperty<Message> news() {
        return news.getReadOnlyProperty();
    }

    /** Says something in the status bar. */
    public void say(Message message) {
        news.set(message);
    }

    /**
     * Says something that is true only as long as a value stays as it is, such as how many features are selected: it is
     * taken back then.
     */
    public <T> void say(Message message, ObservableValue<T> asLongAs) {
        say(message);
        asLongAs.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends T> value, T before, T now) {
                asLongAs.removeListener(this);
                if (news.get() == message) {
                    news.set(null);
                }
            }
        });
    }

    /** Says why something was refused; that is news until something is done after all. */
    public void refuse(Message why) {
        refusal = why;
        news.set(why);
    }

    /** Something was done: an earlier refusal is no news any more. */
    public void succeeded() {
        if (refusal != null && news.get() == refusal) {
            news.set(null);
        }
        refusal = null;
    }

    /** Tells the user of a failure. */
    public void tell(Throwable failure) {
        failed.accept(failure);
    }

    /** Who tells the user of failures. */
    public void onFailure(Consumer<Throwable> listener) {
        failed = listener;
    }

    /** Starts work and hands its result over on the window's thread; failures are told to the user. */
    public <T> Task<T> start(Message title, Tasks.Work<T> work, Consumer<T> done) {
        return start(title, work, done, failure -> ended(title, failure));
    }

    /** Tells that a task did not come to its end: that it was stopped, or what went wrong. */
    public void ended(Message title, Throwable failure) {
        if (failure instanceof CancelledException) {
            news.set(Message.of("ui.task-cancelled", title));
        } else {
            failed.accept(failure);
        }
    }

    /** Starts work and hands its result, or what went wrong, over on the window's thread. */
    public <T> Task<T> start(Message title, Tasks.Work<T> work, Consumer<T> done, Consumer<Throwable> notDone) {
        Task<T> task = tasks.start(title, work);
        task.result()
                .whenComplete((value, failure) -> windowThread.execute(() -> {
                    if (failure == null) {
                        done.accept(value);
                    } else {
                        notDone.accept(failure);
                    }
                }));
        return task;
    }

    /** Cancels everything that runs. */
    public void cancelAll() {
        running.forEach(TaskViewModel::cancel);
    }

    private void changed(Task<?> task) {
        TaskViewModel known =
                running.stream().filter(entry -> entry.isOf(task)).findFirst().orElse(null);
        if (task.state() != Task.State.RUNNING) {
            running.remove(known);
        } else if (known == null) {
            running.add(new TaskViewModel(task));
        } else {
            known.refresh();
        }
    }
}
