package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
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
        answer("取消");
        assertThat(window.get(StyleLeavingTest::shown)).isEqualTo("房屋建筑");
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried);
        assertThat(window.get(() -> window.model().preview().get())).isNotNull();
        style("town");
        answer("放弃修改");
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
        answer("取消");
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried);
        close();
        answer("放弃修改");
        window.await(() -> window.model().preview().get() == null);
    }

    @Test
    void whatWasTriedIsSavedBeforeItIsLeftIfTheUserSaysSo() throws Exception {
        style("town");
        answer("保存");
        window.await(() -> "镇街".equals(shown()));
        window.settle();
        style("building");
        window.await(() -> "房屋建筑".equals(shown()));
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried);
    }

    /** The style that is being drawn was not there yet: the one tried before it was saved, and the form said otherwise. */
    @Test
    void aChangeThatIsStillBeingDrawnIsSavedToo() throws Exception {
        window.run(() -> {
            Fx.find("#style-rule-copy", Button.class).fire();
            Fx.find("#style-save", Button.class).fire();
        });
        window.await(() -> window.model().preview().get() == null);
        window.settle();
        window.run(() -> Fx.find("#style-cancel", Button.class).fire());
        style("town");
        window.await(() -> "镇街".equals(shown()));
        style("building");
        window.await(() -> "房屋建筑".equals(shown()));
        assertThat(window.get(StyleLeavingTest::rules)).isEqualTo(tried + 1);
    }

    @Test
    void theProjectAndTheWindowAreLeftOnlyWhenTheChangesMayGo() throws Exception {
        Platform.runLater(() -> window.model().open(other));
        answer("取消");
        Platform.runLater(() -> {
            var stage = window.window().window().getScene().getWindow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        answer("取消");
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

    private static void answer(String button) throws Exception {
        Fx.answer("房屋建筑", button);
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
