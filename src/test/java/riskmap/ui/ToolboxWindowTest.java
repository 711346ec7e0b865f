package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.render.Viewport;
import riskmap.ui.form.LayerSource;
import riskmap.ui.look.Texts;
import riskmap.ui.rows.ValueTable;

/** The toolbox and the form of a tool in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class ToolboxWindowTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        driver = open;
    }

    @Test
    void itsKeyPutsTheKeyboardIntoTheSearchFromWhereverItStands() throws Exception {
        driver.run(() -> driver.window().map().requestFocus());
        searchIsReadyAfterTheKey();
        // it is open already, and the keyboard is on the map
        driver.run(() -> driver.window().map().requestFocus());
        searchIsReadyAfterTheKey();
        // another tab stands in front
        driver.run(() -> driver.command("risk").run());
        driver.await(() -> lookup("#risk-view") != null);
        driver.settle();
        searchIsReadyAfterTheKey();
        // the panel is put away
        driver.run(() -> driver.model().sideShown().set(false));
        driver.settle();
        searchIsReadyAfterTheKey();
    }

    private static void searchIsReadyAfterTheKey() throws Exception {
        driver.keys(KeyCode.CONTROL, KeyCode.T);
        driver.await(() -> search() != null && search().isFocused());
        driver.robot.write("clip", 0);
        driver.await(() -> search().getText().equals("clip"));
    }

    @Test
    void aBoxForAreasOffersAreasAloneAndABoxForAnyLayerOffersAll() throws Exception {
        open("clip");
        driver.run(() -> driver.model().layers().selected().set("shelter"));
        assertThat(offered("#input-areas"))
                .startsWith("#building", "#flood_zone", "#town")
                .doesNotContain("#shelter");
        assertThat(driver.get(() -> box("#input-areas").getValue().source())).isEqualTo("#building");
        assertThat(offered("#input-features")).contains("#shelter", "#building", "#flood_zone", "#town");
        open("voronoi");
        // points first
        assertThat(offered("#input-features")).startsWith("#shelter");
    }

    @Test
    void aChosenLayerIsCalledInTheLanguageInUseAlsoAfterItChanges() throws Exception {
        open("merge");
        try {
            for (Language language : List.of(Language.ENGLISH, Language.CHINESE)) {
                driver.run(() -> Texts.use(language));
                driver.settle();
                String source =
                        driver.get(() -> box("#input-features").getValue().name());
                assertThat(driver.get(() -> closed("#input-features")))
                        .contains(Catalogue.standard().kind(source).title().in(language));
                // also where the box is too narrow for it
                assertThat(driver.get(() -> box("#input-features").getTooltip().getText()))
                        .startsWith(driver.get(() -> closed("#input-features")) + "\n");
            }
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
        }
    }

    /** What a box shows while its list is closed. */
    private static String closed(String id) {
        Node shown = ((ComboBoxListViewSkin<?>) box(id).getSkin()).getDisplayNode();
        return ((ListCell<?>) shown).getText();
    }

    @Test
    void ofManyLayersThatMayBeLeftOutTheFilledOnesAndOneMoreAreShown() throws Exception {
        open("merge");
        assertThat(shownInputs()).containsExactly("input-features", "input-second");
        driver.run(() -> box("#input-second").getSelectionModel().select(1));
        assertThat(shownInputs()).containsExactly("input-features", "input-second", "input-third");
        driver.run(() -> box("#input-third").getSelectionModel().select(1));
        assertThat(shownInputs()).containsExactly("input-features", "input-second", "input-third", "input-fourth");
        driver.run(() -> box("#input-fourth").getSelectionModel().select(2));
        driver.run(() -> box("#input-third").setValue(null));
        // one that is filled stays, and so does the place of the one before it
        assertThat(shownInputs())
                .containsExactly("input-features", "input-second", "input-third", "input-fourth", "input-fifth");
    }

    @Test
    void breaksAreAskedForOfTheFactorsThatAreChosen() throws Exception {
        driver.run(() -> ToolRuns.run(
                driver.model().project().workspace().get(),
                new ToolRuns.Request("rasterize", Map.of("features", "#flood_zone"), Map.of("cell", "100"), "雨量格"),
                Progress.silent()));
        open("combine");
        assertThat(shownValues()).contains("parameter-breaks1").doesNotContain("parameter-breaks2");
        driver.run(() -> box("#input-factor2").setValue(box("#input-factor1").getValue()));
        assertThat(shownValues())
                .contains("parameter-breaks1", "parameter-breaks2")
                .doesNotContain("parameter-breaks3");
        driver.run(() -> box("#input-factor2").setValue(null));
        assertThat(shownValues()).doesNotContain("parameter-breaks2");
    }

    @Test
    void whatIsMeasuredInCoordinatesHasTheirUnitAndATableToTypeHasAnExample() throws Exception {
        open("snap");
        assertThat(driver.get(() ->
                        ((Label) lookup("#parameter-tolerance").getParent().lookup(".form-unit")).getText()))
                .isEqualTo("m");
        open("reclassify-by-table");
        assertThat(driver.get(() -> ((TextField) lookup("#parameter-table")).getPromptText()))
                .contains("0,5,1;5,15,2");
    }

    private static List<String> shownValues() throws Exception {
        driver.settle();
        return driver.get(() -> lookup("#tool-view").lookupAll(".text-field").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("parameter-"))
                .filter(node -> {
                    Node row = node;
                    while (!row.getStyleClass().contains("form-row")) {
                        row = row.getParent();
                    }
                    return row.isVisible() && row.isManaged();
                })
                .map(Node::getId)
                .toList());
    }

    private static List<String> shownInputs() throws Exception {
        driver.settle();
        return driver.get(() -> lookup("#tool-view").lookupAll(".combo-box").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("input-"))
                .filter(node -> node.getParent().isVisible() && node.getParent().isManaged())
                .map(Node::getId)
                .toList());
    }

    @Test
    void aFormIsNoWiderThanThePanelInEitherLanguage() throws Exception {
        try {
            for (Language language : Language.values()) {
                driver.run(() -> Texts.use(language));
                for (String tool : List.of("create-grid", "zonal-statistics", "spatial-join", "dissolve")) {
                    open(tool);
                    ScrollPane form = (ScrollPane) driver.get(() -> lookup("#tool-view .scroll-pane"));
                    assertThat(driver.get(
                                    () -> form.getContent().getLayoutBounds().getWidth()))
                            .as(tool + " " + language)
                            .isLessThanOrEqualTo(
                                    driver.get(() -> form.getViewportBounds().getWidth()));
                }
            }
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
        }
    }

    /** Boxes took the low line of a name for the sign of a key: flood_zone was offered as floodzone. */
    @Test
    void theBatchOffersLayersByTheirNamesAsTheyAre() throws Exception {
        open("convex-hull");
        driver.run(() -> ((TitledPane) lookup("#tool-batch")).setExpanded(true));
        driver.settle();
        assertThat(driver.get(() -> lookup("#tool-batch").lookupAll(".check-box .text").stream()
                        .map(text -> ((Text) text).getText())
                        .toList()))
                .anyMatch(text -> text.endsWith("flood_zone"));
    }

    @Test
    void layersTickedInTheBatchAreRunOneAfterAnotherInPlaceOfTheFirstInput() throws Exception {
        open("convex-hull");
        TextField find = (TextField) driver.get(() -> lookup("#tool-batch-search"));
        driver.run(() -> {
            ((TitledPane) lookup("#tool-batch")).setExpanded(true);
            find.setText("town");
            ((Button) lookup("#tool-batch-all")).fire();
            find.setText("shelter");
            ((Button) lookup("#tool-batch-all")).fire();
            find.setText("building");
            ((Button) lookup("#tool-batch-all")).fire();
            ((Button) lookup("#tool-batch-none")).fire();
            find.clear();
            ((TextField) lookup("#tool-result")).setText("外包");
        });
        assertThat(driver.get(() -> box("#input-features").isDisabled())).isTrue();
        assertThat(driver.get(() -> ((TitledPane) lookup("#tool-batch")).getText()))
                .contains("2");
        driver.await(() -> !lookup("#tool-run").isDisabled());
        driver.run(() -> ((Button) lookup("#tool-run")).fire());
        driver.await(() ->
                driver.model().project().workspace().get().layers().containsAll(List.of("外包_town", "外包_shelter")));
        driver.settle();
        assertThat(driver.model().project().workspace().get().layers()).doesNotContain("外包_building", "外包");
        driver.run(() -> ((Button) lookup("#tool-batch-none")).fire());
        assertThat(driver.get(() -> box("#input-features").isDisabled())).isFalse();
    }

    @Test
    void aSmallResultIsShownWhenTheMapIsElsewhereAndZoomingToItsLayerShowsWhatItDraws() throws Exception {
        open("buffer");
        driver.zoomTo(
                SmallProject.WEST + 90_000, SmallProject.SOUTH, SmallProject.WEST + 98_000, SmallProject.SOUTH + 8_000);
        driver.run(() -> {
            box("#input-features")
                    .setValue(box("#input-features").getItems().stream()
                            .filter(each -> each.source().equals("#shelter"))
                            .findFirst()
                            .orElseThrow());
            ((TextField) lookup("#tool-result")).setText("附近");
        });
        driver.await(() -> !lookup("#tool-run").isDisabled());
        driver.run(() -> ((Button) lookup("#tool-run")).fire());
        driver.await(() -> seen().contains(SmallProject.WEST + 1_000, SmallProject.SOUTH + 1_300));
        driver.settle();
        driver.run(() -> driver.model().project().change(ToolboxWindowTest::withOneShelter));
        driver.settle();
        driver.run(() -> driver.model().zoomTo("shelter"));
        driver.await(() -> seen().getWidth() < 1_000);
        assertThat(driver.get(() -> seen().contains(SmallProject.WEST + 1_000, SmallProject.SOUTH + 1_300)))
                .isTrue();
        driver.run(() -> driver.model().map().zoomToWhole());
        driver.settle();
    }

    @Test
    void whatCameOutIsToldWhereItIsSeenAndItsLayerIsInSightInTheTree() throws Exception {
        open("rasterize");
        TreeView<?> low = (TreeView<?>) driver.get(() -> lookup("#layer-tree"));
        driver.run(() -> {
            low.setMaxHeight(70);
            // cells lie below everything else, at the end of the tree
            ((TextField) lookup("#tool-result")).setText("周边");
        });
        driver.await(() -> !lookup("#tool-run").isDisabled());
        driver.run(() -> ((Button) lookup("#tool-run")).fire());
        driver.await(() -> String.valueOf(driver.model().tasks().news().get()).contains("周边"));
        driver.settle();
        Node form = driver.get(() -> ((BorderPane) lookup("#tool-view")).getCenter());
        driver.await(() -> isWithin(lookup("#tool-notes .label"), form));
        driver.await(() -> low.lookupAll(".label").stream()
                .filter(label -> label instanceof Label named && named.getText().startsWith("周边"))
                .anyMatch(label -> isWithin(label, low)));
        driver.run(() -> low.setMaxHeight(Double.MAX_VALUE));
    }

    private static boolean isWithin(Node inner, Node outer) {
        return outer.localToScene(outer.getBoundsInLocal())
                .contains(
                        inner.localToScene(inner.getBoundsInLocal()).getCenterX(),
                        inner.localToScene(inner.getBoundsInLocal()).getCenterY());
    }

    private static MapDocument withOneShelter(MapDocument map) {
        return map.withLayers(map.layers().stream()
                .map(layer -> layer.source().equals("#shelter")
                        ? new MapLayer(layer.id(), layer.title(), "", layer.source(), "", "name = '避难场所0'", true, 1)
                        : layer)
                .toList());
    }

    private static Envelope seen() {
        return driver.model().map().view().get().extent();
    }

    @Test
    void rowsOfValuesAreFilledInATableOfTheirOwnAndEachIsRun() throws Exception {
        open("buffer");
        driver.run(() -> {
            box("#input-features")
                    .setValue(box("#input-features").getItems().stream()
                            .filter(source -> source.source().equals("#shelter"))
                            .findFirst()
                            .orElseThrow());
            ((TextField) lookup("#tool-result")).setText("服务圈");
            // a key that is held asks twice
            ((Button) lookup("#tool-rows")).fire();
            ((Button) lookup("#tool-rows")).fire();
        });
        driver.await(() -> Fx.find("#rows-table", TableView.class) != null);
        assertThat(driver.get(() -> Window.getWindows().stream()
                        .filter(window -> window.getScene().getRoot().lookup("#rows-table") != null)
                        .count()))
                .isEqualTo(1);
        driver.run(() -> Fx.find("#rows-duplicate", Button.class).fire());
        driver.run(() -> Fx.find("#rows-add", Button.class).fire());
        driver.await(() -> distances().size() == 3);
        driver.run(() -> {
            distances().get(0).requestFocus();
            distances().get(0).setText("far");
        });
        driver.await(() -> Fx.find("#rows-run", Button.class).getText().contains("2"));
        assertThat(driver.get(() -> Fx.find("#rows-why", Label.class).getText()))
                .contains("第 1 行");
        // what a column is called begins where its values do
        assertThat(driver.get(() -> left("要素图层"))).isEqualTo(driver.get(() -> left("#")), within(1.0));
        driver.run(() -> distances().get(0).setText("300"));
        driver.run(() -> Fx.find("#rows-fill", Button.class).fire());
        driver.await(
                () -> distances().stream().allMatch(field -> field.getText().equals("300")));
        driver.run(() -> distances().get(2).setText("900"));
        driver.run(() -> Fx.find("#rows-run", Button.class).fire());
        driver.await(() ->
                driver.model().project().workspace().get().layers().containsAll(List.of("服务圈_1", "服务圈_2", "服务圈_3")));
        driver.settle();
        driver.await(() -> Fx.find("#rows-run", Button.class).getText().equals("运行"));
        assertThat(ToolRuns.history(driver.model().project().workspace().get()))
                .filteredOn(run -> run.output().source().startsWith("#服务圈_"))
                .extracting(run -> run.parameters().get("distance"))
                .containsExactlyInAnyOrder("300", "300", "900");
    }

    @Test
    void aRowThatFailsIsSelectedAndSaysWhyWhileTheOthersAreMade() throws Exception {
        open("buffer");
        driver.run(() -> {
            box("#input-features")
                    .setValue(box("#input-features").getItems().stream()
                            .filter(source -> source.source().equals("#shelter"))
                            .findFirst()
                            .orElseThrow());
            ((TextField) lookup("#tool-result")).setText("逐行");
            ((Button) lookup("#tool-rows")).fire();
        });
        driver.await(() -> Fx.find("#rows-table", TableView.class) != null);
        driver.run(() -> {
            Fx.find("#rows-duplicate", Button.class).fire();
            Fx.find("#rows-add", Button.class).fire();
        });
        driver.await(() -> distances().size() == 3);
        driver.run(() -> {
            // names are no distances
            ((ValueTable.Row) Fx.find("#rows-table", TableView.class).getItems().get(1))
                    .call()
                    .form()
                    .value("distance-field")
                    .set("name");
            Fx.find("#rows-run", Button.class).fire();
        });
        driver.await(() -> driver.model().project().workspace().get().layers().containsAll(List.of("逐行_1", "逐行_3")));
        driver.settle();
        driver.await(() ->
                Fx.find("#rows-table", TableView.class).getSelectionModel().getSelectedIndex() == 1);
        assertThat(driver.get(() -> Fx.find("#rows-said", Label.class).getText()))
                .contains("第 2 行", "name");
    }

    @AfterEach
    void closeTheRows() throws Exception {
        driver.run(() -> {
            TableView<?> rows = Fx.find("#rows-table", TableView.class);
            if (rows != null) {
                rows.getScene().getWindow().hide();
            }
        });
    }

    /** How far from the left edge of its heading a title of the table of rows begins. */
    private static double left(String title) {
        for (Node header : Fx.find("#rows-table", TableView.class).lookupAll(".column-header")) {
            for (Node text : header.lookupAll(".text")) {
                if (text instanceof Text words && words.getText().equals(title)) {
                    return words.localToScene(0, 0).getX()
                            - header.localToScene(0, 0).getX();
                }
            }
        }
        throw new AssertionError(title);
    }

    /** The fields of the distances in sight, from the first row. */
    private static List<TextField> distances() {
        return Fx.find("#rows-table", TableView.class).lookupAll(".table-row-cell").stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .map(row -> row.lookup("#rows-cell-distance"))
                .filter(field -> field != null && field.getScene() != null)
                .map(TextField.class::cast)
                .toList();
    }

    @Test
    void whatWasIdentifiedComesToTheFrontButNotOfAToolboxOpenedSinceTheClick() throws Exception {
        Runnable toolbox = driver.command("toolbox")::run;
        identify(() -> {}, toolbox);
        assertThat(driver.get(ToolboxWindowTest::front)).isEqualTo("toolbox");
        // the toolbox was there before this click
        identify(toolbox, () -> {});
        assertThat(driver.get(ToolboxWindowTest::front)).isEqualTo("identify");
    }

    /** Clicks on a building, with something done before and something before the answer can be there. */
    private static void identify(Runnable before, Runnable meanwhile) throws Exception {
        driver.run(() -> {
            driver.model().identify().clear();
            before.run();
            Viewport viewport = driver.window().map().viewport();
            Coordinate at = viewport.toTarget(SmallProject.WEST + 260, SmallProject.SOUTH + 245);
            driver.model().identifyAt(viewport, at.x, at.y);
            meanwhile.run();
        });
        driver.await(() -> !driver.model().identify().found().get().isEmpty());
    }

    private static Object front() {
        TabPane side = (TabPane) lookup("#side-panel");
        return side.getSelectionModel().getSelectedItem().getUserData();
    }

    private static void open(String tool) throws Exception {
        driver.run(() -> driver.command("toolbox").run());
        driver.await(() -> search() != null);
        driver.run(() -> {
            search().setText(tool);
            search().fireEvent(new javafx.event.ActionEvent());
        });
        String title =
                driver.get(() -> riskmap.analysis.Operations.byId(tool).title().text());
        driver.await(() -> lookup("#tool-result") instanceof TextField result
                && result.getText().startsWith(title));
        driver.settle();
    }

    private static List<String> offered(String input) throws Exception {
        return driver.get(
                () -> box(input).getItems().stream().map(LayerSource::source).collect(Collectors.toList()));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<LayerSource> box(String input) {
        return (ComboBox<LayerSource>) lookup(input);
    }

    private static TextField search() {
        return (TextField) lookup("#toolbox-search");
    }

    private static Node lookup(String id) {
        return driver.window().window().lookup(id);
    }
}
