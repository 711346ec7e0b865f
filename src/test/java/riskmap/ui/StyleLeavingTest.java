package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A style that is tried and not saved is never lost without a question. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class StyleLeavingTest {
    @TempDir
    private static Path folder;

    private static WindowDriver window;
    private static Path other;

    private int tried;

    @BeforeAll
    static void openTheProject() throws Exception {
        other = SmallProject.write(Files.createDirectory(folder.resolve("other")));
        window = WindowDriver.open(folder).project(SmallProject.write(folder));
    }

    @AfterAll
    static void closeTheWindow() throws Exception {
        if (window != null) {
            window.close();
        }
    }

    @BeforeEach
    void aStyleIsTried() throws Exception {
        style("building");
        window.await(() -> "房屋建筑".equals(shown()));
        window.settle();
        int rules = window.get(StyleLeavingTest::rules);
        press("style-rule-copy");
        window.await(() -> window.model().preview().get() != null && rules() == rules + 1);
        tried = rules + 1;
    }

    @AfterEach
    void itIsGivenUp() throws Exception {
        window.run(() -> {
            Button cancel = Fx.find("#style-cancel", Button.class);
            if (cancel != null) {
                cancel.fire();
            }
        });
        window.await(() -> window.model().preview().get() == null);
    }

    @Test
    void theStyleOfAnotherLayerIsOpenedOnlyWhenTheChangesMayGo() throws Exception {
        style("town");
        answer(false);
        assertThat(window.get(StyleLeavingTest::shown)).isEqualTo("房屋建筑");
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried);
        assertThat(window.get(() -> window.model().preview().get())).isNotNull();
        style("town");
        answer(true);
        window.await(() -> "镇街".equals(shown()) && window.model().preview().get() == null);
    }

    @Test
    void theStyleOfTheSameLayerIsThereAsItIsTried() throws Exception {
        window.run(
                () -> Fx.find("#side-panel", TabPane.class).getSelectionModel().select(0));
        style("building");
        window.await(() -> "style".equals(front().getUserData())
                && window.model().tasks().running().isEmpty());
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried);
        assertThat(window.get(() -> window.model().preview().get())).isNotNull();
    }

    @Test
    void thePanelIsClosedOnlyWhenTheChangesMayGo() throws Exception {
        close();
        answer(false);
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried);
        close();
        answer(true);
        window.await(() -> window.model().preview().get() == null);
    }

    @Test
    void theProjectAndTheWindowAreLeftOnlyWhenTheChangesMayGo() throws Exception {
        Platform.runLater(() -> window.model().open(other));
        answer(false);
        Platform.runLater(() -> {
            var stage = window.window().window().getScene().getWindow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        answer(false);
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried);
        assertThat(window.get(
                        () -> window.window().window().getScene().getWindow().isShowing()))
                .isTrue();
    }

    private static void style(String layer) {
        Platform.runLater(() -> {
            window.model().layers().selected().set(layer);
            window.command("style").run();
        });
    }

    /** As the cross of the tab does. */
    private static void close() {
        Platform.runLater(() -> {
            Tab tab = front();
            Event asked = new Event(tab, tab, Tab.TAB_CLOSE_REQUEST_EVENT);
            EventHandler<Event> handler = tab.getOnCloseRequest();
            if (handler != null) {
                handler.handle(asked);
            }
            if (!asked.isConsumed()) {
                tab.getTabPane().getTabs().remove(tab);
                tab.getOnClosed().handle(new Event(Tab.CLOSED_EVENT));
            }
        });
    }

    private static void answer(boolean discard) throws Exception {
        window.await(() -> {
            DialogPane pane = Fx.find(".dialog-pane", DialogPane.class);
            if (pane == null
                    || pane.getContentText() == null
                    || !pane.getContentText().contains("房屋建筑")) {
                return false;
            }
            ButtonType wanted = pane.getButtonTypes().stream()
                    .filter(type -> (type.getButtonData() != ButtonBar.ButtonData.CANCEL_CLOSE) == discard)
                    .findFirst()
                    .orElseThrow();
            ((Button) pane.lookupButton(wanted)).fire();
            return true;
        });
        window.await(() -> Fx.find(".dialog-pane", DialogPane.class) == null);
        window.settle();
    }

    private static Tab front() {
        return Fx.find("#side-panel", TabPane.class).getSelectionModel().getSelectedItem();
    }

    private static String shown() {
        Label layer = Fx.find("#style-layer", Label.class);
        return layer == null ? null : layer.getText();
    }

    private static int rules() {
        return Fx.find("#style-rules", ListView.class).getItems().size();
    }

    private static void press(String id) throws Exception {
        window.await(() -> {
            Button button = Fx.find("#" + id, Button.class);
            boolean ready = button != null && !button.isDisabled();
            if (ready) {
                button.fire();
            }
            return ready;
        });
    }
}
