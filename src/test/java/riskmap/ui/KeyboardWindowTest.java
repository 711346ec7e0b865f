package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The window by the keyboard alone: it goes where the work is, and one sees where it is. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class KeyboardWindowTest {
    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
        driver.edit("building");
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void aPanelThatIsOpenedTakesTheKeyboard() throws Exception {
        for (String command : List.of("risk", "query", "checks", "style", "risk")) {
            driver.run(() -> driver.window().map().requestFocus());
            driver.run(() -> driver.command(command).run());
            driver.await(() -> {
                TabPane side = Fx.find("#side-panel", TabPane.class);
                Node panel = side.getSelectionModel().getSelectedItem().getContent();
                return panel != null && lies(side.getScene().getFocusOwner(), panel);
            });
            driver.settle();
        }
    }

    @Test
    void aToolIsFoundOpenedAndFilledInWithoutAMouse() throws Exception {
        driver.run(() -> driver.window().map().requestFocus());
        driver.keys(KeyCode.CONTROL, KeyCode.T);
        driver.await(() -> Fx.find("#toolbox-search", TextField.class) != null
                && Fx.find("#toolbox-search", TextField.class).isFocused());
        driver.robot.write("buffer", 0);
        driver.await(() -> Fx.find("#toolbox-search", TextField.class).getText().equals("buffer"));
        driver.robot.type(KeyCode.DOWN);
        driver.await(() -> Fx.find("#toolbox-tree", TreeView.class).isFocused());
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> Fx.find("#tool-view", Node.class) != null
                && lies(
                        Fx.find("#tool-view", Node.class).getScene().getFocusOwner(),
                        Fx.find("#tool-view", Node.class)));
        assertThat(driver.get(() ->
                        driver.window().window().getScene().getFocusOwner().getId()))
                .isEqualTo("input-features");
    }

    @Test
    void oneSeesWhetherTheKeyboardIsInAList() throws Exception {
        driver.run(() -> {
            driver.command("style").run();
        });
        driver.await(() -> Fx.find("#style-rules", ListView.class) != null && chosen() != null);
        driver.settle();
        driver.run(() -> Fx.find("#style-rules", ListView.class).requestFocus());
        driver.settle();
        Paint with = driver.get(KeyboardWindowTest::ground);
        driver.run(() -> driver.window().map().requestFocus());
        driver.await(() -> !ground().equals(with));
    }

    private static Paint ground() {
        Region cell = chosen();
        return cell.getBackground()
                .getFills()
                .get(cell.getBackground().getFills().size() - 1)
                .getFill();
    }

    /** The row of the list of rules that is chosen; null while there is none. */
    private static ListCell<?> chosen() {
        return Fx.find("#style-rules", ListView.class).lookupAll(".list-cell").stream()
                .map(cell -> (ListCell<?>) cell)
                .filter(ListCell::isSelected)
                .findFirst()
                .orElse(null);
    }

    private static boolean lies(Node node, Node within) {
        Node part = node;
        while (part != null && part != within) {
            part = part.getParent();
        }
        return part != null;
    }
}
