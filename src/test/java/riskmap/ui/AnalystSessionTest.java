package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.query.CrossSpec;
import riskmap.app.query.SavedQueries;
import riskmap.app.query.SavedQuery;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.print.ChartColours;
import riskmap.style.ColourScheme;
import riskmap.ui.form.LayerSource;
import riskmap.ui.look.Texts;
import riskmap.ui.query.CrossTableView;
import riskmap.ui.query.CrossTableViewModel;
import riskmap.ui.query.QueryLayer;
import riskmap.ui.query.QueryViewModel;

/** An analyst's session in the real window: a condition, an overlay, a cross-table, a bar clicked, a file and a report. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnalystSessionTest {
    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheQueryPanel(WindowDriver open) throws Exception {
        driver = open;
        driver.run(() -> driver.model().layers().selected().set("building"));
        driver.run(() -> driver.command("query").run());
        driver.await(() -> query() != null && query().hits().get() != null);
        driver.settle();
    }

    @Test
    @Order(1)
    void aConditionIsWrittenWithHelpAndItsHitsAreCounted() throws Exception {
        assertThat(driver.get(() -> query().layer().get().name())).isEqualTo("building");
        TextArea where = node("#query-where", TextArea.class);
        driver.run(where::requestFocus);
        driver.await(where::isFocused);
        driver.robot.write("层数", 0);
        driver.await(() -> where.getText().equals("层数"));
        driver.robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
        driver.await(() -> offered() > 0);
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> where.getText().equals("floors "));
        // input methods keep Ctrl+Space for themselves: the button offers the same, from the top of the list
        driver.run(() -> where.clear());
        driver.run(() -> button("#query-help").fire());
        driver.await(() -> offered() > 0 && where.isFocused());
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> offered() == 0);
        driver.run(() -> where.setText("floors > "));
        driver.await(
                () -> query().problem().get() != null && query().problem().get().severe());
        assertThat(driver.get(() -> query().problem().get().placed().text())).contains("第 8 个字符处");
        assertThat(driver.get(() -> button("#query-select").isDisabled())).isTrue();
        driver.run(() -> where.setText("floors > 5"));
        driver.await(() -> query().hits().get() != null && query().problem().get() == null);
        assertThat(driver.get(() -> query().hits().get().found()))
                .isEqualTo(buildings(i -> floors(i) > 5).size());
        driver.settle();
        driver.run(() -> button("#query-select").fire());
        driver.await(() -> !driver.model().selection().isEmpty());
        assertThat(selected()).isEqualTo(buildings(i -> floors(i) > 5));
        driver.settle();
    }

    @Test
    @Order(2)
    void anOverlayIsShownOnTheMapBeforeItIsMadeAndBecomesALayerThatCanBeAsked() throws Exception {
        driver.run(() -> driver.command("toolbox").run());
        driver.settle();
        TextField search = node("#toolbox-search", TextField.class);
        driver.run(() -> {
            search.setText("intersection");
            search.fireEvent(new javafx.event.ActionEvent());
        });
        driver.await(() -> lookup("#input-areas") != null);
        driver.run(() -> {
            choose("#input-features", "#building");
            choose("#input-areas", "#flood_zone");
            ((TextField) lookup("#tool-result")).setText("淹没房屋");
        });
        driver.await(() -> !button("#tool-run").isDisabled());
        driver.run(() -> button("#tool-preview").fire());
        driver.await(() -> driver.model().preview().get() != null);
        driver.settle();
        assertThat(driver.get(() -> lookup("#map-preview").isVisible())).isTrue();
        assertThat(driver.get(
                        () -> driver.window().map().content().get().layers().size()))
                .isEqualTo(5);
        assertThat(ToolRuns.runs(driver.model().project().workspace().get())).isEmpty();
        assertThat(driver.model().project().workspace().get().layers()).doesNotContain("淹没房屋");
        driver.run(() -> button("#tool-run").fire());
        driver.await(() -> driver.model().project().workspace().get().layers().contains("淹没房屋"));
        driver.settle();
        driver.await(
                () -> query().layers().stream().anyMatch(layer -> layer.name().equals("淹没房屋")));
    }

    @Test
    @Order(3)
    void aBarOfTheCrossTableSelectsItsFeaturesOnTheMapAndInTheTable() throws Exception {
        driver.run(() -> {
            driver.command("query").run();
            query().where().set("");
            QueryLayer town = query().zones().stream()
                    .filter(layer -> layer.name().equals("town"))
                    .findFirst()
                    .orElseThrow();
            combo("#query-from-rows").setValue(town);
            query().columns()
                    .field()
                    .set(query().layer().get().fields().stream()
                            .filter(field -> field.name().equals("floors"))
                            .findFirst()
                            .orElseThrow());
            ((TextField) lookup("#query-breaks-columns")).setText("3,6");
        });
        assertThat(driver.get(() -> query().rows().field().get().name())).isEqualTo("name");
        assertThat(driver.get(() -> combo("#query-from-rows").getButtonCell().getText()))
                .contains("镇街");
        assertThat(driver.get(() -> combo("#query-field-rows").getButtonCell().getText()))
                .isEqualTo("名称");
        assertThat(driver.get(
                        () -> combo("#query-field-columns").getButtonCell().getText()))
                .isEqualTo("地上层数");
        // what is drawn in the boxes, which the next layout does
        driver.await(() -> shown("#query-rule-rows").equals("质心在区内"));
        driver.await(() -> shown("#query-measure-field")
                .equals(combo("#query-measure-field").getButtonCell().getText()));
        driver.await(() -> !button("#query-make").isDisabled());
        driver.run(() -> driver.model().openTable("building"));
        driver.settle();
        driver.run(() -> button("#query-make").fire());
        driver.await(() -> lookup("#cross-table") != null && lookup("#bar-0-2") != null);
        driver.settle();
        assertThat(driver.get(() -> ((Parent) lookup("#cross-legend"))
                        .getChildrenUnmodifiable()
                        .size()))
                .isEqualTo(3);
        // orange and red would say a level of risk
        assertThat(driver.get(() -> lookup("#bar-0-2").getStyle())).contains("#8c6bb1");
        Label notes = (Label) driver.get(() -> lookup("#cross-notes"));
        driver.await(() -> ((Text) notes.lookup(".text")).getText().equals(notes.getText()));
        Node bar = driver.get(() -> lookup("#bar-0-2"));
        Set<Long> expected = buildings(i -> floors(i) >= 6 && i % 20 < 10 && i / 20 < 10);
        for (int tries = 0; !selected().equals(expected); tries++) {
            assertThat(tries).isLessThan(10);
            driver.settle();
            driver.robot.clickOn(bar);
            driver.settle();
        }
        assertThat(driver.get(() ->
                        driver.model().selectionHighlight().geometries().get().size()))
                .isEqualTo(expected.size());
    }

    @Test
    @Order(4)
    void aBarIsMarkedWhereverItsFeaturesWereSelected() throws Exception {
        // six floors in the first town, and four in the last
        driver.run(() -> driver.model().selection().only("building", List.of(6L)));
        driver.await(() -> marked().equals(Set.of("bar-0-2")));
        driver.run(() -> driver.model().selection().only("building", List.of(6L, 400L)));
        driver.await(() -> marked().equals(Set.of("bar-0-2", "bar-3-1")));
        driver.run(() -> combo("#cross-chart-kind").getSelectionModel().selectFirst());
        driver.await(() -> marked().equals(Set.of("bar-0-2", "bar-3-1")));
        driver.run(() -> driver.model().selection().clear());
        driver.await(() -> marked().isEmpty());
    }

    /** The bars that are set off. */
    private static Set<String> marked() {
        return lookup("#cross-chart").lookupAll(".chart-bar").stream()
                .filter(bar -> bar.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")))
                .map(Node::getId)
                .collect(Collectors.toSet());
    }

    @Test
    @Order(4)
    void aTotalOfTheTableSelectsWhatItAddsUp() throws Exception {
        TableView<?> table =
                driver.get(() -> (TableView<?>) lookup("#cross-table").lookup(".table-view"));
        driver.run(() -> selectLast(table));
        driver.await(() -> driver.model().selection().of("building").size() == 400);
        driver.settle();
    }

    @Test
    @Order(5)
    void theTabOfTheTableIsCalledInTheLanguageInUse() throws Exception {
        String chinese = driver.get(this::crossTab);
        assertThat(chinese).contains("房屋");
        driver.run(() -> Texts.use(Language.ENGLISH));
        driver.await(() -> !crossTab().equals(chinese) && crossTab().matches("[ -~–·×:]+"));
        driver.run(() -> Texts.use(Language.CHINESE));
        driver.await(() -> crossTab().equals(chinese));
    }

    @Test
    @Order(5)
    void theChartOfACrossTableIsInTheColoursOfTheMap() throws Exception {
        String usual = driver.get(() -> barStyle());
        for (ColourScheme scheme : List.of(ColourScheme.COLOURBLIND, ColourScheme.PRINT, ColourScheme.STANDARD)) {
            driver.run(() -> driver.model()
                    .project()
                    .change(map -> map.withLayers(map.layers().stream()
                            .map(layer -> layer.withStyle(scheme.named(layer.style())))
                            .toList())));
            driver.settle();
            Color colour = driver.get(() -> driver.model()
                    .crossTables()
                    .values()
                    .iterator()
                    .next()
                    .colours()
                    .of("", 0));
            String wanted = String.format("#%06x", colour.getRGB() & 0xffffff);
            driver.await(() -> barStyle().contains(wanted));
            assertThat(driver.get(() -> barStyle().equals(usual))).isEqualTo(scheme != ColourScheme.PRINT);
        }
    }

    @Test
    @Order(7)
    void levelsOfRiskHaveTheColoursThatTheyHaveOnTheMap() throws Exception {
        SmallProject.addRiskZones(driver.model().project().workspace().get());
        driver.run(() -> driver.model().project().reload(() -> {}));
        driver.await(
                () -> query().layers().stream().anyMatch(layer -> layer.name().equals("risk_zone")));
        CrossSpec spec = CrossSpec.of("town:name", "risk_zone:level", "", List.of("count"));
        driver.run(() -> {
            driver.command("query").run();
            query().take(new SavedQuery("等级", "building", "", Optional.of(spec), false));
        });
        driver.await(() -> !button("#query-make").isDisabled());
        driver.run(() -> button("#query-make").fire());
        ChartColours colours = driver.get(
                () -> driver.model().crossTables().values().iterator().next().colours());
        for (int level = 2; level <= 4; level++) {
            String wanted =
                    String.format("#%06x", colours.of("level_" + level, 0).getRGB() & 0xffffff);
            int at = level - 2;
            driver.await(() -> legend().size() > at && legend().get(at).contains(wanted));
        }
        assertThat(driver.get(() -> lookup("#bar-0-1").getStyle()))
                .isEqualTo(driver.get(AnalystSessionTest::legend).get(1));
    }

    /** Of two kinds of zones there are two long notes. */
    @Test
    @Order(8)
    void whatIsSaidOfTheCountLeavesRoomForTheTableOnASmallScreen() throws Exception {
        Window stage = driver.get(() -> driver.window().window().getScene().getWindow());
        double width = driver.get(stage::getWidth);
        double height = driver.get(stage::getHeight);
        try {
            driver.run(() -> {
                stage.setWidth(1306);
                stage.setHeight(640);
            });
            driver.await(() -> stage.getScene().getHeight() == 640);
            driver.settle();
            Region whole = driver.get(() -> (Region) ((TabPane) lookup("#tables"))
                    .getSelectionModel()
                    .getSelectedItem()
                    .getContent());
            Region notes = driver.get(() -> (Region) ((BorderPane) whole).getBottom());
            assertThat(driver.get(notes::getHeight)).isLessThanOrEqualTo(Math.max(31, whole.getHeight() / 4));
        } finally {
            driver.run(() -> {
                stage.setWidth(width);
                stage.setHeight(height);
            });
        }
    }

    /** The colours beside the newest chart. */
    private static List<String> legend() {
        return lookup("#cross-legend").lookupAll(".cross-colour").stream()
                .map(Node::getStyle)
                .toList();
    }

    private static String barStyle() {
        return lookup("#cross-chart").lookup("#bar-0-0").getStyle();
    }

    private String crossTab() {
        return ((TabPane) lookup("#tables"))
                .getTabs().stream()
                        .filter(tab -> tab.getContent() instanceof CrossTableView)
                        .map(Tab::getText)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    @Order(6)
    void theTableIsWrittenAndStandsInReports() throws Exception {
        CrossTableViewModel cross = driver.get(
                () -> driver.model().crossTables().values().iterator().next());
        Path file = folder.resolve("交叉表.xlsx");
        driver.run(() -> driver.window().queries().export(cross, file));
        driver.await(() -> Files.exists(file));
        driver.settle();
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Sheet sheet = book.getSheetAt(0);
            Row last = sheet.getRow(sheet.getLastRowNum());
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("试验甲镇");
            assertThat(last.getCell(0).getStringCellValue()).isEqualTo("合计");
            assertThat(last.getCell(last.getLastCellNum() - 1).getNumericCellValue())
                    .isEqualTo(400);
        }
        // the question for the name holds the window's thread until it is answered
        Platform.runLater(() -> button("#cross-report").fire());
        driver.await(() -> driver.window() != null && dialogButton() != null);
        driver.run(() -> dialogButton().fire());
        driver.await(() -> !query().saved().isEmpty());
        assertThat(SavedQueries.all(driver.model().project().workspace().get()))
                .hasSize(1)
                .allMatch(saved -> saved.inReports() && saved.cross().isPresent());
        driver.settle();
        savedAgainAndRenamedItStaysChosen();
    }

    /** The saved query can be worked with after it was saved; what is written meanwhile stays. */
    private static void savedAgainAndRenamedItStaysChosen() throws Exception {
        driver.run(() -> {
            query().where().set("floors > 2");
            query().save(query().query(false));
        });
        driver.await(() -> query().saved().get(0).where().equals("floors > 2"));
        driver.await(() -> !button("#query-rename").isDisabled());
        driver.run(() -> {
            query().where().set("floors > 4");
            query().rename(query().saved().get(0), "高楼");
        });
        driver.await(() -> query().saved().get(0).name().equals("高楼"));
        assertThat(driver.get(() -> combo("#query-saved").getValue()))
                .isEqualTo(query().saved().get(0));
        assertThat(driver.get(() -> button("#query-remove").isDisabled())).isFalse();
        assertThat(driver.get(() -> query().where().get())).isEqualTo("floors > 4");
        driver.settle();
    }

    private static int floors(int building) {
        return 1 + building % 9;
    }

    private static Set<Long> buildings(IntPredicate wanted) {
        return IntStream.range(0, 400)
                .filter(wanted)
                .mapToObj(i -> i + 1L)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> selected() throws Exception {
        return driver.get(() -> new TreeSet<>(driver.model().selection().of("building")));
    }

    private static int offered() {
        for (javafx.stage.Window open : javafx.stage.Window.getWindows()) {
            if (open.getScene().getRoot().lookup("#query-completion") instanceof ListView<?> list && open.isShowing()) {
                return list.getItems().size();
            }
        }
        return 0;
    }

    private static Button dialogButton() {
        for (javafx.stage.Window open : javafx.stage.Window.getWindows()) {
            if (open.getScene().getRoot().lookup("#query-agree") instanceof Button button && open.isShowing()) {
                return button;
            }
        }
        return null;
    }

    private static QueryViewModel query() {
        return driver.window().queries().query();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> combo(String id) {
        return (ComboBox<Object>) lookup(id);
    }

    /** What a closed box shows, cut or not. */
    private static String shown(String id) {
        return ((Text) combo(id).getButtonCell().lookup(".text")).getText();
    }

    private static void choose(String input, String source) {
        combo(input).getItems().stream()
                .filter(item ->
                        item instanceof LayerSource known && known.source().equals(source))
                .findFirst()
                .ifPresent(combo(input)::setValue);
    }

    private static <S> void selectLast(TableView<S> table) {
        var columns = table.getColumns();
        table.getSelectionModel().clearAndSelect(table.getItems().size() - 1, columns.get(columns.size() - 1));
    }

    private static Button button(String id) {
        return (Button) lookup(id);
    }

    private static Node lookup(String id) {
        return driver.window().window().lookup(id);
    }

    private static <T> T node(String id, Class<T> type) throws Exception {
        driver.await(() -> lookup(id) != null);
        return driver.find(id, type);
    }
}
