package riskmap.ui.task;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.Waiting;

/** The newest running task with its progress and a button to cancel it; how the last one ended when none runs. */
public final class TaskBar extends HBox {
    /** Shorter work does not flash up. */
    private static final Duration BLINK = Duration.millis(250);

    /** Pixels of the bar of progress, where there is room and where the words need it. */
    private static final double WIDE = 140;

    private static final double NARROW = 20;

    private final TasksViewModel model;
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Region waiting = Waiting.line();
    private final StackPane progress = new StackPane(bar, waiting);
    private final Button cancel = new Button();
    private final PauseTransition patience = new PauseTransition(BLINK);
    private TaskViewModel shown;

    /** Makes the bar. */
    public TaskBar(TasksViewModel model) {
        this.model = model;
        getStyleClass().add("task-bar");
        setAlignment(Pos.CENTER_LEFT);
        bar.setId("task-progress");
        bar.setMinWidth(NARROW);
        // what is being done is worth more room than how the bar looks
        bar.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(NARROW, Math.min(WIDE, getWidth() / 4)), widthProperty()));
        waiting.setId("task-waiting");
        waiting.setMaxHeight(Region.USE_PREF_SIZE);
        waiting.setVisible(false);
        progress.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setId("task-cancel");
        cancel.setGraphic(Icons.of(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, 16));
        cancel.getStyleClass().addAll("flat", "button-icon", "small");
        Tips.name(cancel, "ui.task-cancel");
        text.setId("task-text");
        text.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        whole.textProperty().bind(text.textProperty());
        // one that says nothing is not shown
        text.tooltipProperty()
                .bind(Bindings.when(text.textProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(whole));
        getChildren().addAll(progress, cancel, text);
        patience.setOnFinished(event -> show(newest()));
        Follow.changes(this, model.running(), this::refresh);
        show(null);
    }

    private TaskViewModel newest() {
        return model.running().isEmpty()
                ? null
                : model.running().get(model.running().size() - 1);
    }

    private void refresh() {
        if (model.running().isEmpty()) {
            patience.stop();
            show(null);
        } else if (shown != null) {
            show(newest());
        } else {
            patience.playFromStart();
        }
    }

    private void show(TaskViewModel task) {
        shown = task;
        boolean visible = task != null;
        progress.setVisible(visible);
        progress.setManaged(visible);
        cancel.setVisible(visible);
        cancel.setManaged(visible);
        bar.progressProperty().unbind();
        waiting.visibleProperty().unbind();
        cancel.disableProperty().unbind();
        if (task == null) {
            waiting.setVisible(false);
            text.textProperty().bind(Texts.of(model.news()));
            return;
        }
        bar.progressProperty().bind(Bindings.max(0, task.fraction()));
        waiting.visibleProperty().bind(Bindings.lessThanOrEqual(task.fraction(), 0));
        text.textProperty()
                .bind(Bindings.when(task.stopping())
                        .then(Texts.of("ui.task-stopping", task.title()))
                        .otherwise(Texts.of(task.step())));
        cancel.disableProperty().bind(task.stopping());
        cancel.setOnAction(event -> task.cancel());
    }
}
