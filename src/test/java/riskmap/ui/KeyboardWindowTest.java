package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.analysis.Operations;
import riskmap.base.Language;
import riskmap.ui.form.LayerSource;
import riskmap.ui.look.Texts;

/** The window by the keyboard alone: it goes where the work is, and one sees where it is. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class KeyboardWindowTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) throws Exception {
        driver = open;
        driver.edit("building");
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

    /** Alt and a letter are the drawing tools': a menu that opens with such a letter takes the tool from the hand. */
    @Test
    void menusOpenWithF10AndLeaveAltAndLettersToTheDrawingTools() throws Exception {
        MenuBar bar = Fx.find("#menu-bar", MenuBar.class);
        Map<KeyCode, Tool> tools = Map.of(
                KeyCode.D, Tool.DRAW, KeyCode.E, Tool.RESHAPE, KeyCode.F, Tool.FILL_HOLE, KeyCode.V, Tool.VERTEX);
        for (Language language : Language.values()) {
            driver.run(() -> Texts.use(language));
            driver.run(() -> driver.window().map().requestFocus());
            driver.settle();
            driver.robot.type(KeyCode.F10);
            driver.robot.type(KeyCode.DOWN);
            driver.await(() -> bar.getMenus().get(0).isShowing());
            driver.robot.type(KeyCode.ESCAPE);
            driver.await(() -> !bar.getMenus().get(0).isShowing());
            driver.run(() -> driver.window().map().requestFocus());
            for (Map.Entry<KeyCode, Tool> tool : tools.entrySet()) {
                driver.robot.push(KeyCode.ALT, tool.getKey());
                driver.await(() -> driver.model().tool().get() == tool.getValue());
                assertThat(bar.getMenus()).noneMatch(Menu::isShowing);
            }
        }
        driver.run(() -> Texts.use(Language.CHINESE));
        driver.run(() -> driver.model().tool().set(Tool.PAN));
    }

    /** The table takes its place some frames after its panel: the keyboard stayed on the map. */
    @Test
    void aTableThatIsOpenedTakesTheKeyboard() throws Exception {
        for (String time : List.of("first", "again")) {
            driver.run(() -> driver.window().map().requestFocus());
            driver.robot.type(KeyCode.F6);
            driver.await(() -> Fx.find("#attribute-table", TableView.class) != null
                    && Fx.find("#attribute-table", TableView.class).isFocused());
            driver.await(() ->
                    !Fx.find("#attribute-table", TableView.class).getItems().isEmpty());
            driver.robot.type(KeyCode.DOWN);
            int row = time.equals("first") ? 0 : 1;
            driver.await(() -> Fx.find("#attribute-table", TableView.class)
                            .getSelectionModel()
                            .getSelectedIndex()
                    == row);
            assertThat(driver.get(() -> driver.model().tables().open().size()))
                    .as(time)
                    .isEqualTo(1);
        }
        driver.run(() -> driver.model().tables().closeAll());
    }

    /** The arrow down went on to the second bookmark, and a single one was never reached. */
    @Test
    void aBookmarkIsKeptAndGoneToWithoutAMouse() throws Exception {
        driver.run(() -> driver.command("zoom-in").run());
        driver.run(() -> driver.command("zoom-in").run());
        driver.settle();
        double near = driver.pixel();
        driver.run(() -> driver.command("bookmarks").run());
        driver.await(() -> Fx.find("#bookmarks-name", TextField.class) != null
                && Fx.find("#bookmarks-name", TextField.class).isFocused());
        driver.robot.write("bay", 0).type(KeyCode.ENTER);
        driver.await(() -> Fx.find("#bookmarks-list", ListView.class).getItems().size() == 1);
        driver.run(() -> driver.command("zoom-whole").run());
        driver.settle();
        assertThat(driver.pixel()).isNotCloseTo(near, within(1e-3));
        driver.robot.type(KeyCode.TAB, 2);
        driver.await(() -> Fx.find("#bookmarks-list", ListView.class).isFocused());
        driver.robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        driver.await(() -> Math.abs(driver.model().map().view().get().unitsPerPixel() - near) < 1e-9);
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> Fx.find("#bookmarks-name", TextField.class) == null);
    }

    /** What is typed meanwhile must not land in the table. */
    @Test
    void aTableThatComesLateLeavesTheKeyboardToWhoHasGoneOn() throws Exception {
        driver.run(() -> driver.command("toolbox").run());
        driver.await(() -> Fx.find("#toolbox-search", TextField.class) != null);
        driver.run(() -> {
            driver.window().map().requestFocus();
            driver.command("table").run();
            TextField search = Fx.find("#toolbox-search", TextField.class);
            search.requestFocus();
            search.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false));
        });
        driver.await(() -> Fx.find("#attribute-table", TableView.class) != null
                && Fx.find("#attribute-table", TableView.class).getScene() != null);
        driver.settle();
        assertThat(driver.get(() -> Fx.find("#toolbox-search", TextField.class).isFocused()))
                .isTrue();
        driver.run(() -> driver.model().tables().closeAll());
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

    /** The arrow down went to the first tool of the list, extraction by an extent, whatever was asked for. */
    @Test
    void theToolThatIsMeantIsMarkedWhileItIsSearchedFor() throws Exception {
        driver.run(() -> driver.command("toolbox").run());
        driver.await(() -> Fx.find("#toolbox-search", TextField.class) != null);
        driver.run(() -> Fx.find("#toolbox-search", TextField.class).setText("native:clip"));
        String clip = driver.get(() -> Operations.all().stream()
                .filter(tool -> tool.id().equals("clip"))
                .findFirst()
                .orElseThrow()
                .title()
                .text());
        driver.await(() -> Fx.find("#toolbox-tree", TreeView.class).lookupAll(".tree-cell").stream()
                .anyMatch(
                        node -> node instanceof TreeCell<?> cell && cell.isSelected() && clip.equals(cell.getText())));
        driver.run(() -> Fx.find("#toolbox-search", TextField.class).setText(""));
        assertThat(driver.get(() -> Fx.find("#toolbox-tree", TreeView.class)
                        .getSelectionModel()
                        .isEmpty()))
                .isTrue();
    }

    /** The layers stand in the order of their tables there, names of places first; for any shape the first shown is meant. */
    @Test
    void aToolBeginsWithTheFirstLayerThatIsShownAndFits() throws Exception {
        driver.run(() -> driver.model().layers().selected().set(null));
        String first =
                driver.get(() -> driver.model().layers().likely().findFirst().orElseThrow());
        driver.run(() -> driver.command("toolbox").run());
        driver.run(() -> Fx.find("#toolbox-search", TextField.class).setText("reproject"));
        driver.run(() -> Fx.find("#toolbox-search", TextField.class).fireEvent(new ActionEvent()));
        // a form that another test has left open goes first
        driver.await(() -> Fx.find("#input-features", ComboBox.class) != null
                && Fx.find("#input-features", ComboBox.class).getValue() instanceof LayerSource taken
                && taken.source().equals("#" + first));
        driver.run(() -> driver.model().layers().selected().set("building"));
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
