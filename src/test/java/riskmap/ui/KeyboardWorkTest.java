package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A day's work without a mouse: a project opened, a tool run, features chosen by a condition, a file written. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class KeyboardWorkTest {
    /** Those of the project. */
    private static final int LAYERS = 4;

    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) throws Exception {
        driver = open;
        driver.edit("building");
    }

    /** Enter did nothing in the form of a tool, and there was no key that ran it. */
    @Test
    void aToolIsRunByEnterInAFieldAndByCtrlEnterAnywhere() throws Exception {
        tool("buffer");
        driver.run(() -> Fx.find("#parameter-distance", TextField.class).requestFocus());
        driver.keys(KeyCode.CONTROL, KeyCode.A);
        driver.robot.write("50", 0).type(KeyCode.ENTER);
        awaitLayers(1);
        // from a box in which Enter has a meaning of its own
        tool("buffer");
        driver.run(() -> Fx.find("#input-features", ComboBox.class).requestFocus());
        driver.keys(KeyCode.CONTROL, KeyCode.ENTER);
        awaitLayers(2);
    }

    /** Tab stayed in the condition: it wrote a tab character. */
    @Test
    void featuresAreChosenByAConditionAndTheConditionIsLeftByTab() throws Exception {
        driver.keys(KeyCode.CONTROL, KeyCode.DIGIT1);
        driver.robot.type(KeyCode.F3);
        driver.await(() -> Fx.find("#query-where", TextArea.class) != null);
        driver.settle();
        driver.run(() -> Fx.find("#query-where", TextArea.class).requestFocus());
        driver.robot.write("floors > 8", 0);
        driver.keys(KeyCode.CONTROL, KeyCode.ENTER);
        driver.await(() -> driver.model().selection().size() == 44);
        driver.robot.type(KeyCode.ESCAPE).type(KeyCode.TAB);
        driver.await(() -> !Fx.find("#query-where", TextArea.class).isFocused());
        assertThat(driver.get(() -> Fx.find("#query-where", TextArea.class).getText()))
                .isEqualTo("floors > 8");
    }

    @Test
    void aLayerIsWrittenToAFileWithoutAMouse() throws Exception {
        Path target = folder.resolve("房屋.csv");
        // of a selection, which another test makes, only that would be written
        driver.run(driver.model().selection()::clear);
        driver.run(() -> driver.command("export").run());
        driver.await(() -> Fx.find("#export-target", TextField.class) != null);
        driver.settle();
        driver.run(() -> Fx.find("#export-target", TextField.class).requestFocus());
        driver.keys(KeyCode.CONTROL, KeyCode.A);
        driver.robot.write("x", 0);
        driver.run(() -> Fx.find("#export-target", TextField.class).setText(target.toString()));
        driver.run(() -> choose("#export-format", 0, "CSV"));
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> Files.exists(target));
        driver.await(() -> dialogs() == 1);
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> dialogs() == 0);
        assertThat(Files.readAllLines(target)).hasSize(401);
    }

    /** The choices come a frame after the window: Enter met the button that closes it. */
    @Test
    void theDialogThatPrintsBeginsAtItsFirstChoice() throws Exception {
        driver.keys(KeyCode.CONTROL, KeyCode.P);
        driver.await(() -> Fx.find("#print-layout", ComboBox.class) != null
                && Fx.find("#print-layout", ComboBox.class).isFocused());
        driver.await(() -> Fx.find("#print-layout", ComboBox.class).getValue() != null);
        assertThat(driver.get(() -> AccessibleNames.of(Fx.find("#print-layout", ComboBox.class))))
                .isEqualTo("版式");
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> dialogs() == 0);
    }

    /** Under some window managers a modal dialog took the full size from its owner for good. */
    @Test
    void aWindowThatADialogMadeSmallerIsAsLargeAsTheScreenAgainWhenItIsGone() throws Exception {
        Stage stage = (Stage) driver.window().window().getScene().getWindow();
        driver.run(() -> stage.setMaximized(true));
        driver.await(stage::isMaximized);
        driver.run(() -> driver.command("about").run());
        driver.await(() -> dialogs() == 1);
        driver.run(() -> stage.setMaximized(false));
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> dialogs() == 0);
        driver.await(stage::isMaximized);
    }

    /** The toolkit scrolls to a field and leaves its title above the edge, as at 200 % on a small screen. */
    @Test
    void theTitleOfAFieldComesIntoSightWithIt() throws Exception {
        Stage stage = (Stage) driver.window().window().getScene().getWindow();
        double height = driver.get(stage::getHeight);
        tool("buffer");
        driver.run(() -> stage.setHeight(620));
        driver.settle();
        driver.run(() -> Fx.find("#input-features", ComboBox.class).requestFocus());
        int titles = 0;
        for (KeyCode[] keys : new KeyCode[][] {{KeyCode.TAB}, {KeyCode.SHIFT, KeyCode.TAB}}) {
            for (int i = 0; i < 8; i++) {
                driver.robot.push(keys);
                Node row = driver.get(KeyboardWorkTest::rowWithTheKeyboard);
                if (row != null) {
                    driver.await(() -> isInSight(row.lookup(".form-title")));
                    titles++;
                }
            }
        }
        assertThat(titles).isGreaterThan(10);
        driver.run(() -> stage.setHeight(height));
    }

    private static Node rowWithTheKeyboard() {
        Node at = driver.window().window().getScene().getFocusOwner();
        while (at != null && !at.getStyleClass().contains("form-row")) {
            at = at.getParent();
        }
        return at;
    }

    private static boolean isInSight(Node title) {
        Node at = title;
        while (!(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        Bounds seen = at.localToScene(((ScrollPane) at).getViewportBounds());
        Bounds place = title.localToScene(title.getBoundsInLocal());
        return place.getMinY() >= at.localToScene(0, 0).getY()
                && place.getMaxY() <= at.localToScene(0, 0).getY() + seen.getHeight() + 1;
    }

    private static long dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().getRoot() instanceof DialogPane)
                .count();
    }

    @SuppressWarnings("unchecked")
    private static void choose(String box, int from, String title) {
        ComboBox<Object> choices = Fx.find(box, ComboBox.class);
        choices.getItems().stream()
                .skip(from)
                .filter(choice -> choices.getConverter().toString(choice).contains(title))
                .findFirst()
                .ifPresent(choices::setValue);
    }

    private static void tool(String id) throws Exception {
        driver.keys(KeyCode.CONTROL, KeyCode.T);
        driver.await(() -> Fx.find("#toolbox-search", TextField.class) != null
                && Fx.find("#toolbox-search", TextField.class).isFocused());
        driver.robot.write(id, 0).type(KeyCode.ENTER);
        driver.await(() -> Fx.find("#tool-view", Node.class) != null
                && !Fx.find("#tool-run", Node.class).isDisabled());
        driver.settle();
    }

    private static void awaitLayers(int made) throws Exception {
        driver.await(
                () -> driver.model().project().workspace().get().map().layers().size() == LAYERS + made);
        driver.settle();
    }
}
