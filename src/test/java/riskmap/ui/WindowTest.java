package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.ui.Fx.await;
import static riskmap.ui.Fx.click;
import static riskmap.ui.Fx.find;
import static riskmap.ui.Fx.onWindowThread;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.GridPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.testfx.api.FxRobot;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.style.ColourScheme;
import riskmap.ui.canvas.ShownPicture;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;
import riskmap.ui.print.PrintDialog;
import riskmap.ui.print.PrintViewModel;
import riskmap.ui.table.Row;

/** The real window on a real project, driven by mouse and keyboard. Needs a screen; installer/test brings one. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class WindowTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private static Path folder;

    private static WindowDriver driver;
    private static WindowController window;
    private static WindowViewModel model;
    private static FxRobot robot;

    @BeforeAll
    static void openTheProject(WindowDriver open) throws Exception {
        driver = open;
        window = driver.window();
        model = driver.model();
        robot = driver.robot;
    }

    @BeforeEach
    void rest() throws Exception {
        settle();
    }

    @Test
    void hidingALayerChangesThePictureAndShowingItBringsItBack() throws Exception {
        int[] before = pixels();
        assertThat(Arrays.stream(before).distinct().count()).isGreaterThan(3);
        show("flood_zone", false);
        int[] hidden = pixels();
        assertThat(hidden).isNotEqualTo(before);
        show("flood_zone", true);
        assertThat(pixels()).isEqualTo(before);
        assertThat(model.project().workspace().get().map().layers())
                .anyMatch(layer -> layer.id().equals("flood_zone") && layer.visible());
    }

    @Test
    void everyButtonHasANameThatAScreenReaderCanSay() throws Exception {
        assertThat(Fx.nameless()).isEmpty();
    }

    @Test
    void panelsAndTheirTabsAreWholeOnASmallScreenInBothLanguages() throws Exception {
        Stage stage = (Stage) window.window().getScene().getWindow();
        TabPane side = find("#side-panel", TabPane.class);
        double[] before = {stage.getWidth(), stage.getHeight()};
        size(stage, 1366, 768);
        for (Language language : Language.values()) {
            Fx.run(() -> Texts.use(language));
            for (Runnable panel :
                    List.<Runnable>of(window::showToolbox, window::showToolRuns, window::runRisk, window::showRuns)) {
                Fx.run(panel);
                settle();
                Fx.awaitNothingCut();
            }
            await(() -> side.getTabs().size() == 6 && isWhole(side));
            for (Runnable panel : List.<Runnable>of(window::showQuery, window::showChecks, window::runRisk)) {
                Fx.run(panel);
                settle();
            }
            await(() -> side.getTabs().size() == 8 && isWhole(side));
            assertThat(side.getTabs()).allMatch(tab -> !tab.getText().isBlank(), "the menu of tabs names it");
            Fx.run(() -> side.getTabs().removeIf(tab -> !((SideTab) tab).isKept()));
        }
        Fx.run(() -> Texts.use(Language.CHINESE));
        size(stage, before[0], before[1]);
    }

    private static void size(Stage stage, double width, double height) throws Exception {
        Fx.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        await(() -> stage.getScene().getWidth() == width);
    }

    /** Whether the tabs of a pane all lie within it. */
    private static boolean isWhole(TabPane pane) {
        Bounds all = pane.localToScene(pane.getLayoutBounds());
        List<Bounds> tabs = pane.lookupAll(".tab").stream()
                .filter(tab -> tab.getParent().getParent().getParent() == pane)
                .map(tab -> tab.localToScene(tab.getLayoutBounds()))
                .toList();
        return tabs.size() == pane.getTabs().size()
                && tabs.stream()
                        .allMatch(tab -> tab.getMinX() >= all.getMinX() - 1 && tab.getMaxX() <= all.getMaxX() + 1);
    }

    @Test
    void wheelAndDragMoveTheMapAndTheWayBackLeadsHome() throws Exception {
        Envelope start = extent();
        int[] before = pixels();
        robot.moveTo(window.map());
        robot.scroll(3, javafx.geometry.VerticalDirection.UP);
        settle();
        assertThat(extent().getWidth()).isLessThan(start.getWidth() * 0.6);
        assertThat(pixels()).isNotEqualTo(before);
        Envelope zoomed = extent();
        Thread.sleep(600);
        robot.drag(window.map(), MouseButton.PRIMARY).moveBy(120, 60).drop();
        settle();
        assertThat(extent().getMinX()).isLessThan(zoomed.getMinX());
        assertThat(extent().getMaxY()).isGreaterThan(zoomed.getMaxY());
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        settle();
        assertThat(extent().getMinX()).isCloseTo(zoomed.getMinX(), org.assertj.core.data.Offset.offset(1.0));
        run("zoom-whole");
        settle();
        assertThat(extent().contains(new Envelope(500_100, 507_900, 4_140_100, 4_147_900)))
                .isTrue();
    }

    @Test
    void identifyShowsTheFieldsOfABuildingInChinese() throws Exception {
        run("zoom-whole");
        Fx.run(() -> model.tool().set(Tool.IDENTIFY));
        settle();
        // the first building: 房屋0, 120 x 90 m at (200, 200) m from the corner
        clickOnMap(SmallProject.WEST + 260, SmallProject.SOUTH + 245);
        await(() -> model.identify().chosen().get() != null);
        settle();
        assertThat(model.identify().chosen().get().name()).isEqualTo("房屋0");
        TreeView<?> tree = find("#identify-tree", TreeView.class);
        assertThat(tree.getSelectionModel().getSelectedItem().getValue())
                .isEqualTo(model.identify().chosen().get());
        GridPane fields = find("#identify-fields", GridPane.class);
        assertThat(texts(fields)).contains("地上层数", "房屋0", "试验路0号");
        assertThat(model.highlight().get().pointedAt()).hasSize(1);
    }

    /** As in other programs of maps: a tool is laid down by taking another. */
    @Test
    void aToolThatIsChosenAgainStaysInHand() throws Exception {
        for (String tool : java.util.List.of("identify", "select", "distance", "pan")) {
            Fx.run(() -> model.tool().set(Tool.AREA));
            ToggleButton button = find("#tool-" + tool, ToggleButton.class);
            Fx.run(button::fire);
            Tool taken = onWindowThread(() -> model.tool().get());
            assertThat(taken).isNotEqualTo(Tool.AREA);
            Fx.run(button::fire);
            assertThat(onWindowThread(() -> model.tool().get())).isEqualTo(taken);
            await(button::isSelected);
            Fx.run(() -> driver.command(tool).run());
            assertThat(onWindowThread(() -> model.tool().get())).isEqualTo(taken);
            await(button::isSelected);
        }
    }

    @Test
    void theTableOpensSortsFiltersAndSelectsOnTheMap() throws Exception {
        Fx.run(() -> model.openTable("building"));
        await(() -> rows() != null && rows().getItems().size() == 400);
        await(() -> value(0, "people") != null);
        Fx.run(() -> {
            var people = rows().getColumns().stream()
                    .filter(column -> "people".equals(column.getUserData()))
                    .findFirst()
                    .orElseThrow();
            people.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
            rows().getSortOrder().setAll(java.util.List.of(people));
        });
        await(() -> Long.valueOf(64).equals(value(0, "people")));
        TextField filter = find("#table-filter", TextField.class);
        click("#table-filter").write("people >= 60 AND floors < 3").type(KeyCode.ENTER);
        await(() -> rows().getItems().size() < 400);
        await(() -> value(0, "floors") != null);
        int found = rows().getItems().size();
        assertThat(found).isEqualTo((int) java.util.stream.IntStream.range(0, 400)
                .filter(i -> 5 + i % 60 >= 60 && 1 + i % 9 < 3)
                .count());
        Fx.run(() -> rows().getSelectionModel().select(0));
        await(() -> model.highlight().get().selected().size() == 1);
        Fx.run(() -> {
            filter.setText("people >>> 3");
            filter.getOnAction().handle(null);
        });
        assertThat(find("#table-count", Label.class).getText()).contains(Integer.toString(found));
        Stage stage = (Stage) window.window().getScene().getWindow();
        double[] before = {stage.getWidth(), stage.getHeight()};
        size(stage, 1366, 768);
        Fx.awaitNothingCut();
        Fx.run(() -> {
            filter.setText("");
            filter.getOnAction().handle(null);
        });
        size(stage, before[0], before[1]);
        run("unselect");
    }

    @Test
    void languageAndThemeChangeWhileTheWindowIsOpen() throws Exception {
        MenuBar menus = find("#menu-bar", MenuBar.class);
        assertThat(menus.getMenus().get(0).getText()).isEqualTo("文件");
        Fx.run(() -> model.frame().time().on().set(true));
        Fx.await(() -> "月".equals(chosen("#time-step")));
        run("language");
        assertThat(menus.getMenus().get(0).getText()).isEqualTo("File");
        Fx.await(() -> "month".equals(chosen("#time-step")));
        Fx.await(() -> "Date of feature".equals(chosen("#time-which")));
        Fx.run(() -> model.frame().time().on().set(false));
        assertThat(model.layers().node("building").title().text()).isEqualTo("Buildings");
        run("language");
        assertThat(menus.getMenus().get(0).getText()).isEqualTo("文件");
        run("theme");
        assertThat(Look.theme().get()).isEqualTo(Theme.DARK);
        Fx.await(() -> ground().getBrightness() < 0.3);
        run("theme");
        Fx.await(() -> ground().getBrightness() > 0.9);
        assertThat(model.preferences().theme()).isEqualTo(Theme.LIGHT);
    }

    /** What a closed box of choices shows. */
    private static String chosen(String box) {
        ListCell<?> cell = find(box, ComboBox.class).getButtonCell();
        return cell == null ? null : cell.getText();
    }

    /** What shows wherever nothing is laid. */
    private static Color ground() {
        return (Color) window.window().getScene().getFill();
    }

    @Test
    void theRiskModelRunsFromItsFormAndItsZonesAppear() throws Exception {
        openRiskForm();
        TextField size = find("#parameter-cell-size", TextField.class);
        Fx.run(() -> size.setText("0"));
        assertThat(find("#risk-run", Node.class).isDisabled()).isTrue();
        Fx.run(() -> size.setText("50"));
        click("#risk-run");
        await(() -> model.project().layer("risk_zone") != null);
        settle();
        assertThat(model.layers().node("risk_zone").title().text()).contains("风险");
        assertThat(model.tables().open()).anyMatch(table -> table.results() != null);
    }

    @Test
    void anotherModelIsChosenAndShowsHowItComputed() throws Exception {
        openRiskForm();
        javafx.scene.control.ComboBox<?> models = find("#risk-model", javafx.scene.control.ComboBox.class);
        Fx.run(() -> models.getSelectionModel().select(1));
        await(() -> find("#parameter-curve-number", TextField.class) != null);
        settle();
        assertThat(find("#parameter-curve-number", TextField.class).getText()).isEqualTo("75");
        Fx.run(() -> ((javafx.scene.control.Button) find("#risk-check", Node.class)).fire());
        await(() -> find("#risk-findings", javafx.scene.layout.VBox.class).getChildren().stream()
                .anyMatch(line -> ((Label) line).getText().equals("输入没有问题")));
        click("#risk-run");
        await(() -> find("#risk-workings", javafx.scene.layout.VBox.class).getChildren().stream()
                .anyMatch(step -> ((Label) step).getText().contains("25400/75 − 254 = 84.6667 mm")));
        assertThat(find("#risk-charts", javafx.scene.layout.VBox.class).getChildren())
                .hasSize(1);
        settle();
        Fx.run(() -> models.getSelectionModel().select(0));
        await(() -> find("#parameter-cell-size", TextField.class) != null);
    }

    @Test
    void aRunThatIsStoppedLeavesNothing() throws Exception {
        openRiskForm();
        var runs = riskmap.app.run.RiskRuns.runs(model.project().workspace().get());
        Fx.run(() -> find("#parameter-cell-size", TextField.class).setText("1.5"));
        click("#risk-run");
        await(() -> !find("#risk-stop", Node.class).isDisabled());
        Fx.run(() -> model.tasks().cancelAll());
        await(() -> find("#risk-stop", Node.class).isDisabled());
        assertThat(riskmap.app.run.RiskRuns.runs(model.project().workspace().get()))
                .isEqualTo(runs);
        Fx.run(() -> find("#parameter-cell-size", TextField.class).setText("50"));
    }

    @Test
    void thePrintDialogShowsThePageAndWritesAPdf() throws Exception {
        PrintViewModel print = onWindowThread(() ->
                new PrintViewModel(model.tasks(), model.project().workspace().get(), window.painter(), 1));
        Fx.run(() -> new PrintDialog(window.window().getScene().getWindow(), print).show());
        await(() -> !print.layouts().get().isEmpty());
        Fx.run(() -> print.layout().set("map-a3"));
        await(() -> print.preview().get() != null || print.problem().get() != null);
        assertThat(print.problem().get()).isNull();
        await(() -> find("#print-page", ImageView.class).getImage() != null);
        await(() -> find("#print-send", Node.class) != null);
        Node save = find("#print-save", Node.class);
        await(() -> save.localToScene(save.getLayoutBounds()).getMaxY()
                <= save.getScene().getHeight());
        ComboBox<ColourScheme> colours = find("#print-colours", ComboBox.class);
        Fx.run(() -> colours.setValue(ColourScheme.PRINT));
        assertThat(print.colours().get()).isEqualTo(ColourScheme.PRINT);
        Path target = folder.resolve(print.fileName());
        CompletableFuture<String> told = new CompletableFuture<>();
        Fx.run(() -> print.print(target, answer -> told.complete(answer.text())));
        assertThat(told.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .contains(target.getFileName().toString());
        assertThat(new String(Files.readAllBytes(target), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        Fx.run(() -> find("#print-dialog", Node.class).getScene().getWindow().hide());
    }

    @Test
    void aProjectThatIsOpenedAgainAtOnceOrTwiceStaysWritableWithItsHistory() throws Exception {
        Workspace before = model.project().workspace().get();
        Fx.run(() -> model.editing()
                .commit(
                        Changes.of(
                                Message.of("app.quality-fixing"),
                                RowChange.changed("building", 1, "remark", null, "再开")),
                        done -> {}));
        await(() -> before.edits().undoName().isPresent() && idle());
        Fx.run(() -> {
            model.open(before.file());
            model.open(before.file());
        });
        await(WindowTest::idle);
        assertThat(model.project().workspace().get()).isSameAs(before);
        assertThat(before.edits().undoName()).isPresent();
        Fx.run(() -> model.editing().undo());
        await(() -> before.edits().undoName().isEmpty() && idle());

        // closed and opened in one breath, with the second click of a double click
        Fx.run(() -> {
            model.closeProject();
            model.open(before.file());
            model.open(before.file());
        });
        await(() -> model.project().workspace().get() != null && idle());
        Workspace again = model.project().workspace().get();
        assertThat(again).isNotSameAs(before);
        assertThat(again.isReadOnly()).isFalse();
        settle();
    }

    private static boolean idle() {
        return model.tasks().running().isEmpty();
    }

    @Test
    void aCommandThatCannotBeDoneIsGreyAndSaysWhy() throws Exception {
        Fx.run(() -> model.layers().selected().set(null));
        Node button = find("#tool-table", Node.class);
        assertThat(button.isDisabled()).isTrue();
        var reason = window.commands().all().stream()
                .filter(command -> command.id().equals("table"))
                .findFirst()
                .orElseThrow()
                .reason();
        assertThat(reason.getValue().text(Language.CHINESE)).isEqualTo("请先在图层树中选择一个图层");
        Fx.run(() -> model.layers().selected().set("building"));
        assertThat(button.isDisabled()).isFalse();
    }

    private static void openRiskForm() throws Exception {
        run("risk");
        await(() -> find("#parameter-cell-size", TextField.class) != null);
        settle();
    }

    private static void show(String layer, boolean visible) throws Exception {
        Fx.run(() -> model.layers().setVisible(model.layers().node(layer), visible));
        settle();
    }

    private static int[] pixels() throws Exception {
        settle();
        return onWindowThread(() -> ShownPicture.pixels(window.map()));
    }

    private static Envelope extent() throws Exception {
        return onWindowThread(() -> model.map().view().get().extent());
    }

    private static void clickOnMap(double x, double y) throws Exception {
        Point2D at = onWindowThread(() -> window.map()
                .localToScreen(
                        model.map().view().get().viewX(x, y),
                        model.map().view().get().viewY(x, y)));
        robot.clickOn(at);
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row> rows() {
        return find("#attribute-table", TableView.class);
    }

    private static Object value(int row, String column) {
        if (rows().getItems().isEmpty()) {
            return null;
        }
        Object[] values = rows().getItems().get(row).values().get();
        int index = 0;
        for (var known : rows().getColumns()) {
            if (column.equals(known.getUserData())) {
                return values == null ? null : values[index];
            }
            index++;
        }
        return null;
    }

    private static String texts(GridPane grid) {
        StringBuilder all = new StringBuilder();
        for (Node node : grid.getChildren()) {
            all.append(node instanceof Label label ? label.getText() : ((TextField) node).getText())
                    .append('\n');
        }
        return all.toString();
    }

    private static void run(String command) throws Exception {
        Fx.run(() -> window.commands().all().stream()
                .filter(known -> known.id().equals(command))
                .findFirst()
                .orElseThrow()
                .run());
    }

    private static void settle() throws Exception {
        driver.settle();
    }
}
