package riskmap.ui.rows;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import riskmap.base.Message;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** What stands below a form that runs a tool, beside the button that runs it. */
public final class RunFoot {
    private RunFoot() {}

    /** The button that stops a run. */
    public static Button stop(ObservableBooleanValue running, Runnable cancel) {
        Button stop = new Button(null, Icons.of(MaterialDesignS.STOP, 16));
        stop.textProperty().bind(Texts.of("ui.task-cancel"));
        stop.disableProperty().bind(Bindings.not(running));
        stop.setOnAction(event -> cancel.run());
        return stop;
    }

    /**
     * Lets the keyboard go from the button that begins a run to the one that stops it, and back when it is over. Each is
     * disabled while the other is not: the keyboard would move on to what lies beside them, and the next press of the
     * space bar would put all values back. So too where another program is in front meanwhile, when nothing has the
     * keyboard but something is to have it again.
     */
    public static void keyboard(Button stop, Button... starts) {
        AtomicReference<Button> began = new AtomicReference<>(starts[0]);
        ChangeListener<Node> follow = (property, before, now) -> {
            if (before == stop && stop.isDisabled()) {
                Platform.runLater(() -> began.get().requestFocus());
            } else if (before instanceof Button start
                    && start.isDisabled()
                    && List.of(starts).contains(start)) {
                began.set(start);
                Platform.runLater(() -> (stop.isDisabled() ? start : stop).requestFocus());
            }
        };
        ChangeListener<Scene> shown = (property, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(follow);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(follow);
            }
        };
        stop.sceneProperty().addListener(shown);
        shown.changed(stop.sceneProperty(), null, stop.getScene());
    }

    /** Says why it cannot be run, while it is not running; asked again whenever one of these changes. */
    public static Label why(ObservableBooleanValue running, Supplier<Message> hindrance, Observable... changes) {
        Label why = new Label();
        why.setWrapText(true);
        why.getStyleClass().add("hint-inline");
        why.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Message hinders = running.get() ? null : hindrance.get();
                            return hinders == null ? "" : hinders.text();
                        },
                        Stream.concat(Stream.of(changes), Stream.of(running, Texts.language()))
                                .toArray(Observable[]::new)));
        return why;
    }
}
