package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Windows that belong to a project: a key that is held opens one, and they go with the project, asking first. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class ProjectWindowsTest {
    @TempDir
    private Path folder;

    private WindowDriver driver;
    private Path first;
    private Path second;

    @BeforeEach
    void openAProject() throws Exception {
        first = SmallProject.write(folder);
        second = SmallProject.write(Files.createDirectory(folder.resolve("second")));
        driver = WindowDriver.open(folder).project(first);
    }

    @AfterEach
    void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void aHeldKeyOpensOneLayoutEditorAndOneImport() throws Exception {
        driver.run(() -> {
            driver.command("layout").run();
            driver.command("layout").run();
        });
        driver.await(() -> Fx.find("#layout-editor", Node.class) != null);
        driver.settle();
        assertThat(count("#layout-editor")).isEqualTo(1);
        driver.run(() -> {
            driver.window().imports().open(List.of());
            driver.window().imports().open(List.of());
        });
        assertThat(count("#import-window")).isEqualTo(1);
    }

    @Test
    void theyGoWithTheProject() throws Exception {
        driver.run(() -> {
            driver.command("print").run();
            driver.command("layout").run();
            driver.window().imports().open(List.of());
        });
        driver.await(() -> count("#layout-editor") + count("#print-dialog") + count("#import-window") == 3);
        driver.settle();
        driver.project(second);
        driver.await(() -> count("#layout-editor") + count("#print-dialog") + count("#import-window") == 0);
    }

    @Test
    void anUnsavedLayoutAsksAndTheProjectStaysUntilItIsGivenUp() throws Exception {
        driver.run(() -> driver.command("layout").run());
        driver.await(() -> Fx.find("#layout-items", ListView.class) != null
                && !Fx.find("#layout-items", ListView.class).getItems().isEmpty());
        driver.settle();
        driver.run(() -> {
            Fx.find("#layout-items", ListView.class).getSelectionModel().select(0);
            Fx.find("#layout-do-delete", Button.class).fire();
        });
        driver.await(() -> ((Stage)
                        Fx.find("#layout-items", ListView.class).getScene().getWindow())
                .getTitle()
                .startsWith("●"));
        Platform.runLater(() -> driver.model().open(second));
        driver.await(() -> question() != null);
        // a key that is pressed without reading gives nothing up
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> question() == null);
        driver.settle();
        assertThat(count("#layout-editor")).isEqualTo(1);
        assertThat(driver.get(() -> driver.model().project().workspace().get().file()))
                .isEqualTo(first);
        Platform.runLater(() -> driver.model().open(second));
        answer(0);
        driver.await(() -> driver.model().project().workspace().get() != null
                && driver.model().project().workspace().get().file().equals(second));
        driver.settle();
        assertThat(count("#layout-editor")).isZero();
    }

    /** Presses a button of the question that is asked. */
    private void answer(int button) throws Exception {
        driver.await(() -> question() != null);
        driver.run(() ->
                ((Button) question().lookupButton(question().getButtonTypes().get(button))).fire());
        driver.await(() -> question() == null);
    }

    private static DialogPane question() {
        return Fx.find(".alert", DialogPane.class);
    }

    private static long count(String id) {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing()
                        && window.getScene() != null
                        && window.getScene().getRoot().lookup(id) != null)
                .count();
    }
}
