package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.DrawnLayers;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.style.LegendEntry;
import riskmap.style.SldWriter;
import riskmap.ui.layers.Legend;

/** The symbology editor in the real window: tried on the map, undone, kept, and there again when the project opens. */
@ExtendWith(ShotOnFailure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StyleEditorTest {
    @TempDir
    private static Path folder;

    private static WindowDriver window;
    private static Path project;

    @BeforeAll
    static void openTheProject() throws Exception {
        project = SmallProject.write(folder);
        window = WindowDriver.open(folder).project(project);
    }

    @AfterAll
    static void closeTheWindow() throws Exception {
        if (window != null) {
            window.close();
        }
    }

    @Test
    @Order(2)
    void aGraduatedStyleIsTriedUndoneKeptAndThereAgain() throws Exception {
        window.style("building");
        assertThat(window.get(
                        () -> Fx.find("#style-rules", ListView.class).getItems().size()))
                .as("opens with the rules the layer has")
                .isPositive();
        window.run(
                () -> Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(1));
        choose("style-mode", 2);
        choose("style-field", fieldOf("floors"));
        window.await(() -> window.model().preview().get() != null);
        assertThat(window.get(() -> titleOf("#style-field"))).isEqualTo("地上层数 (层)　floors");
        assertThat(window.get(() -> window.model().preview().get().layer().id()))
                .isEqualTo("building");
        assertThat(legendOf()).isNotEqualTo(titles());
        window.settle();
        int classes = window.get(
                () -> Fx.find("#style-found", VBox.class).getChildren().size());
        assertThat(classes).isGreaterThan(1);

        assertThat(window.get(() -> Fx.find("#style-histogram", VBox.class).isVisible()))
                .as("the values are shown beside the breaks")
                .isTrue();

        List<String> byMethod = titles();
        window.run(() -> {
            TextField own = Fx.find("#style-breaks", TextField.class);
            own.setText("2.5");
            own.fireEvent(new ActionEvent());
        });
        window.settle();
        assertThat(titles()).contains("< 2.5", "≥ 2.5").isNotEqualTo(byMethod);
        choose("style-method", 0);
        window.settle();
        assertThat(window.get(() -> Fx.find("#style-breaks", TextField.class).getText()))
                .as("a method finds its own limits")
                .isEmpty();
        assertThat(titles()).as("limits of the method").doesNotContain("< 2.5", "≥ 2.5");
        press("style-undo");
        press("style-undo");
        window.settle();
        assertThat(titles()).isEqualTo(byMethod);

        press("style-undo");
        window.await(() -> window.model().preview().get() == null);
        press("style-redo");
        window.await(() -> window.model().preview().get() != null);

        choose("style-field", fieldOf("name"));
        window.await(() -> Fx.find("#style-problem", Label.class).isVisible());
        assertThat(window.get(() -> Fx.find("#style-problem", Label.class).getText()))
                .contains("没有数值");
        press("style-undo");
        window.await(() -> window.model().preview().get() != null);
        List<String> tried = titles();

        press("style-save");
        window.await(() -> window.model().preview().get() == null);
        window.settle();
        assertThat(window.get(() -> window.model().project().layer("building").style()))
                .startsWith("layer_styles:");
        assertThat(legendOf()).isEqualTo(tried);
        window.run(() -> window.model().open(project));
        window.settle();
        window.await(() -> window.model().project().layer("building") != null);
        assertThat(legendOf()).isEqualTo(tried);

        window.style("building");
        press("style-copy");
        window.settle();
        window.style("town");
        press("style-paste");
        window.await(() -> window.model().preview().get() != null);
        assertThat(window.get(() -> Fx.find("#style-layer", Label.class).getText()))
                .as("the editor names its layer, also where its tab has no room")
                .isEqualTo(window.get(() -> window.model().layerTitle("town").getValue()));
        assertThat(window.get(() -> window.model().preview().get().layer().id()))
                .isEqualTo("town");
        assertThat(titles()).isEqualTo(tried);
        press("style-cancel");
        window.await(() -> window.model().preview().get() == null);

        window.settle();
        int rules = rules();
        press("style-rule-copy");
        window.await(() -> window.model().preview().get() != null);
        assertThat(rules()).isEqualTo(rules + 1);
        window.run(() -> {
            TextField filter = Fx.find("#style-rule-filter", TextField.class);
            filter.setText("nonsense >");
            filter.fireEvent(new ActionEvent());
        });
        window.await(() -> Fx.find("#style-problem", Label.class).isVisible());
        assertThat(rules()).isEqualTo(rules + 1);
        window.run(() -> {
            TextField dashes = Fx.find("#style-field-dash", TextField.class);
            dashes.setText("8 b");
            dashes.fireEvent(new ActionEvent());
        });
        window.await(() -> Fx.find("#style-problem", Label.class).getText().contains("“8 b”不是虚线"));
        press("style-undo");
        window.await(() -> window.model().preview().get() == null);
        assertThat(rules()).isEqualTo(rules);
    }

    @Test
    @Order(1)
    void theMapIsDrawnInAnotherColourSchemeFromItsMenu() throws Exception {
        window.await(() -> window.model().project().legends().get().containsKey("building"));
        int usual = swatch();
        scheme("print");
        window.await(() -> window.model().project().layer("town").style().equals("town-print"));
        window.await(() -> swatch() != usual);
        String step = "撤销：地图改用黑白印刷配色";
        window.await(() -> step.equals(window.command("undo").name().getValue().text()));
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> swatch() == usual);
        window.keys(KeyCode.CONTROL, KeyCode.Y);
        window.await(() -> swatch() != usual);
        scheme("standard");
        window.await(() -> window.model().project().layer("town").style().equals("town"));
        window.await(() -> swatch() == usual);
    }

    @Test
    @Order(3)
    void aWidthGrowsWithTheValuesOfAField() throws Exception {
        window.style("building");
        window.await(() -> growing("floors") != null);
        assertThat(Fx.nameless()).isEmpty();
        window.await(() -> {
            MenuItem item = growing("floors");
            if (item != null) {
                item.fire();
            }
            return item != null;
        });
        window.await(() -> window.model().preview().get() != null);
        assertThat(SldWriter.write(
                        window.get(() -> window.model().preview().get().layer().style())))
                .contains("name=\"Interpolate\"", ">floors<");
        press("style-cancel");
        window.await(() -> window.model().preview().get() == null);
    }

    @Test
    @Order(4)
    void aSavedStyleIsAStepOfTheOneHistoryThatItsKeysWalk() throws Exception {
        Object unnamed = window.value("building", 1, "name");
        name("甲");
        window.style("town");
        String plain = window.get(() -> window.model().project().layer("town").style());
        press("style-rule-copy");
        window.await(() -> window.model().preview().get() != null);
        press("style-save");
        window.await(() -> window.model().preview().get() == null
                && window.model().project().layer("town").style().startsWith("layer_styles:"));
        name("乙");
        window.robot.clickOn("#map", MouseButton.MIDDLE);

        key(KeyCode.Z, "撤销：图层“镇街”的样式");
        awaitName("甲");
        int rules = rules();
        key(KeyCode.Z, "撤销：改名");
        window.await(() -> window.model().project().layer("town").style().equals(plain));
        window.await(() -> Fx.find("#style-rules", ListView.class).getItems().size() == rules - 1);
        assertThat(window.value("building", 1, "name"))
                .as("rows are as they were")
                .isEqualTo("甲");
        window.run(() -> window.command("undo").run());
        awaitName(unnamed);

        window.run(() -> window.command("history").run());
        window.settle();
        window.await(() -> shownSteps().containsAll(List.of("图层“镇街”的样式", "改名")));
        long last = window.get(
                () -> window.model().editing().history().get().steps().get(0).seq());
        window.run(() -> window.model().editing().goTo(last));
        window.await(() -> window.model().project().layer("town").style().startsWith("layer_styles:"));
        awaitName("乙");
    }

    /** What the panel of the history says; its rows come with the next frame. */
    private static List<String> shownSteps() {
        ListView<?> steps = Fx.find("#edit-history", ListView.class);
        return steps.lookupAll(".history-cell").stream()
                .filter(Node::isVisible)
                .flatMap(cell -> cell.lookupAll(".label").stream())
                .map(label -> ((Label) label).getText())
                .toList();
    }

    /** Several steps may be on their way, each at rest for a moment before the next. */
    private static void awaitName(Object name) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Objects.equals(window.value("building", 1, "name"), name) && System.nanoTime() < end) {
            window.settle();
        }
        assertThat(window.value("building", 1, "name")).isEqualTo(name);
    }

    private static void name(String name) throws Exception {
        Object now = window.value("building", 1, "name");
        Map<String, Object> before = new HashMap<>();
        before.put("name", now);
        window.run(() -> window.model()
                .editing()
                .commit(
                        Changes.of(Message.of("改名"), new RowChange("building", 1, before, Map.of("name", name))),
                        done -> {}));
        window.settle();
    }

    /** Presses Ctrl and a key on the map, and waits for what the menu then calls the next step to be undone. */
    private static void key(KeyCode code, String next) throws Exception {
        window.keys(KeyCode.CONTROL, code);
        window.settle();
        window.await(() -> next.equals(window.command("undo").name().getValue().text()));
    }

    @Test
    @Order(3)
    void onlyNumbersCanBeVariedWithAndWhatIsWrongIsToldInSight() throws Exception {
        window.style("building");
        window.await(() -> growing("floors") != null);
        assertThat(window.get(() -> growing("name"))).isNull();
        window.run(() -> {
            TextField dashes = Fx.find("#style-field-dash", TextField.class);
            dashes.setText("8 b");
            dashes.fireEvent(new ActionEvent());
        });
        window.await(() -> {
            Label problem = Fx.find("#style-problem", Label.class);
            TabPane side = Fx.find("#side-panel", TabPane.class);
            return problem.isVisible()
                    && side.localToScene(side.getLayoutBounds())
                            .contains(problem.localToScene(problem.getLayoutBounds()))
                    && problem.localToScene(problem.getLayoutBounds()).getMaxY()
                            <= side.getScene().getHeight();
        });
        press("style-cancel");
    }

    @Test
    @Order(3)
    void aPastedStyleSaysWhichFieldsTheLayerLacksAndAllItsRulesAreSeen() throws Exception {
        window.style("building");
        window.await(() -> growing("floors") != null);
        window.run(() -> growing("floors").fire());
        window.await(() -> window.model().preview().get() != null);
        window.settle();
        for (int i = 0; i < 4; i++) {
            int now = rules();
            press("style-rule-copy");
            window.await(
                    () -> Fx.find("#style-rules", ListView.class).getItems().size() == now + 1);
        }
        window.settle();
        int copied = rules();
        assertThat(copied).isGreaterThan(4);
        press("style-copy");
        press("style-cancel");
        window.style("shelter");
        window.await(() -> Fx.find("#style-layer", Label.class).getText().equals("应急避难场所"));
        press("style-paste");
        window.await(() -> Fx.find("#style-problem", Label.class).isVisible());
        assertThat(window.get(() -> Fx.find("#style-problem", Label.class).getText()))
                .contains("floors");
        window.await(() -> Fx.find("#style-rules", ListView.class).getItems().size() == copied);
        window.await(() -> {
            ListView<?> list = Fx.find("#style-rules", ListView.class);
            TabPane tabs = Fx.find("#style-tabs", TabPane.class);
            return list.getHeight() >= list.getPrefHeight() - 1
                    && list.localToScene(list.getLayoutBounds()).getMaxX()
                            <= tabs.localToScene(tabs.getLayoutBounds()).getMaxX();
        });
        press("style-cancel");
    }

    /** The item that lets the width of an outline grow with a field; null when there is none. */
    private static MenuItem growing(String field) {
        MenuButton button = Fx.find("#style-by-stroke-width", MenuButton.class);
        return button == null
                ? null
                : ((Menu) button.getItems().get(1))
                        .getItems().stream()
                                .filter(item -> item.getText().endsWith("　" + field))
                                .findFirst()
                                .orElse(null);
    }

    /** The colour in the middle of the first swatch of the legend of buildings in the layer tree. */
    private static int swatch() {
        Legend legend = window.model().project().legends().get().get("building");
        BufferedImage first = legend.items().get(0).swatch();
        return first.getRGB(first.getWidth() / 2, first.getHeight() / 2);
    }

    private static void scheme(String id) throws Exception {
        window.run(() -> items(Fx.find("#menu-bar", MenuBar.class).getMenus().stream())
                .filter(item -> ("menu-colours-" + id).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static Stream<MenuItem> items(Stream<? extends MenuItem> items) {
        return items.flatMap(item -> item instanceof Menu menu
                ? Stream.concat(Stream.of(item), items(menu.getItems().stream()))
                : Stream.of(item));
    }

    private static int rules() throws Exception {
        return window.get(
                () -> Fx.find("#style-rules", ListView.class).getItems().size());
    }

    private static List<String> legendOf() throws Exception {
        return window.get(() -> LegendEntry.of(DrawnLayers.style(
                        window.model().project().workspace().get(),
                        window.model().project().layer("building")))
                .stream()
                .map(LegendEntry::chinese)
                .toList());
    }

    private static List<String> titles() throws Exception {
        return window.get(
                () -> LegendEntry.of(window.model().preview().get().layer().style()).stream()
                        .map(LegendEntry::chinese)
                        .toList());
    }

    /** What a box shows while its list is closed. */
    private static String titleOf(String id) {
        Node shown = ((ComboBoxListViewSkin<?>) Fx.find(id, ComboBox.class).getSkin()).getDisplayNode();
        return ((ListCell<?>) shown).getText();
    }

    private static int fieldOf(String name) throws Exception {
        return window.get(
                () -> Fx.find("#style-field", ComboBox.class).getItems().indexOf(name));
    }

    private static void choose(String id, int index) throws Exception {
        window.run(() -> Fx.find("#" + id, ComboBox.class).getSelectionModel().select(index));
        window.settle();
    }

    @Test
    @Order(6)
    void aLabelIsChosenByTheTitleOfItsFieldAndWrittenByItsName() throws Exception {
        window.style("building");
        window.run(
                () -> Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(0));
        window.await(() -> {
            MenuButton add = Fx.find("#style-symbol-add", MenuButton.class);
            boolean ready = add != null && !add.isDisabled();
            if (ready) {
                add.getItems().stream()
                        .filter(item -> item.getId().endsWith("TextSymbolizer"))
                        .findFirst()
                        .orElseThrow()
                        .fire();
            }
            return ready;
        });
        window.await(() -> Fx.find("#style-field-label", ComboBox.class) != null);
        window.run(() -> Fx.find("#style-field-label", ComboBox.class).show());
        window.await(() -> offered("style-field-label").stream().anyMatch(text -> text.matches(".+　[a-z_]+")));
        window.run(() -> {
            ComboBox<String> label = Fx.find("#style-field-label", ComboBox.class);
            label.hide();
            label.setValue("floors");
        });
        window.await(() ->
                SldWriter.write(window.model().preview().get().layer().style()).contains("<ogc:PropertyName>floors<"));
        press("style-cancel");
        window.await(() -> window.model().preview().get() == null);
    }

    /** What the open list of a box offers. */
    private static List<String> offered(String id) {
        Node list = ((ComboBoxListViewSkin<?>) Fx.find("#" + id, ComboBox.class).getSkin()).getPopupContent();
        return list.lookupAll(".list-cell").stream()
                .map(cell -> ((ListCell<?>) cell).getText())
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Presses a button in the very moment it is seen to be there: the panel may be made anew at any other. */
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
