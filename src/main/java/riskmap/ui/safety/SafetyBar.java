package riskmap.ui.safety;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import riskmap.base.Message;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Icons;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.Texts;

/**
 * The lines under the tool bars that stay until what they say is over: the project can only be read and why, or steps
 * wait because its file cannot be written. Each with what can be done about it.
 */
public final class SafetyBar extends VBox {
    /** What waits is tried again by itself so often. */
    private static final Duration RETRY = Duration.seconds(15);

    private final SafetyViewModel safety;
    private final Timeline retrying;

    /** Follows the open project's safety. */
    public SafetyBar(SafetyViewModel safety) {
        this.safety = safety;
        setId("safety-bar");
        BooleanBinding refused = safety.refusal().isNotNull();
        ObservableValue<String> why = Bindings.createStringBinding(
                () -> refused.get()
                        ? Message.of("ui.safety-read-only", safety.refusal().get())
                                .text()
                        : "",
                safety.refusal(),
                Texts.language());
        add("safety-read-only", MaterialDesignL.LOCK_OUTLINE, refused, why, button("safety-try", safety::tryToWrite));
        BooleanBinding waits = safety.waiting().greaterThan(0);
        ObservableValue<String> waiting =
                Bindings.createStringBinding(this::waiting, safety.waiting(), safety.reason(), Texts.language());
        add(
                "safety-waiting",
                MaterialDesignA.ALERT_OUTLINE,
                waits,
                waiting,
                button("safety-write", () -> safety.retry(false)),
                button("safety-elsewhere", this::saveElsewhere));
        BooleanBinding shared = safety.share().isNotNull();
        ObservableValue<String> where = Bindings.createStringBinding(
                () -> shared.get() ? safety.share().get().text() : "", safety.share(), Texts.language());
        add(
                "safety-share",
                MaterialDesignF.FOLDER_NETWORK_OUTLINE,
                shared,
                where,
                button("safety-back", safety::writeBack));
        retrying = new Timeline(new KeyFrame(RETRY, event -> safety.retry(true)));
        retrying.setCycleCount(Animation.INDEFINITE);
        waits.addListener((property, before, now) -> retry(now));
        held = List.of(waits, refused, shared);
    }

    /** Held here: what they listen to holds them only weakly. */
    private final List<BooleanBinding> held;

    private void retry(boolean waits) {
        if (waits) {
            retrying.play();
        } else {
            retrying.stop();
        }
    }

    private String waiting() {
        Message why = safety.reason().get();
        String count = Integer.toString(safety.waiting().get());
        return why == null
                ? Message.of("ui.safety-waiting", count).text()
                : Message.of("ui.safety-waiting-because", count, why).text();
    }

    private void add(String id, Ikon icon, BooleanBinding shown, ObservableValue<String> text, Button... buttons) {
        Label label = new Label();
        label.setId(id);
        label.setGraphic(Icons.of(icon, 16));
        label.setWrapText(true);
        label.textProperty().bind(text);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, label);
        line.getChildren().addAll(buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("safety-line", id);
        line.visibleProperty().bind(shown);
        line.managedProperty().bind(shown);
        getChildren().add(line);
    }

    private static Button button(String id, Runnable action) {
        Button button = Buttons.words("ui." + id, action);
        button.setId(id);
        return button;
    }

    private void saveElsewhere() {
        new SavePlace("ui.safety-elsewhere", "")
                .kind(Message.of("ui.files-project").text(), "gpkg")
                .ask(getScene().getWindow())
                .ifPresent(safety::saveElsewhere);
    }
}
