package riskmap.ui.task;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.Task;
import riskmap.base.Message;

/** A running task as the window shows it. All of it is read and changed on the window's thread only. */
public final class TaskViewModel {
    private final Task<?> task;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Message> step = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();

    TaskViewModel(Task<?> task) {
        this.task = task;
        refresh();
    }

    public Message title() {
        return task.title();
    }

    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> step() {
        return step.getReadOnlyProperty();
    }

    /** Whether cancelling was asked for and the work has not stopped yet. */
    public ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    /** Asks the work to stop. */
    public void cancel() {
        stopping.set(true);
        task.cancel();
    }

    boolean isOf(Task<?> other) {
        return task == other;
    }

    boolean isRunning() {
        return task.state() == Task.State.RUNNING;
    }

    void refresh() {
        fraction.set(task.fraction());
        step.set(task.step());
    }
}
