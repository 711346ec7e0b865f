package riskmap.ui.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static riskmap.ui.Fx.await;
import static riskmap.ui.Fx.onWindowThread;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.ui.Fx;
import riskmap.ui.QuickRobot;
import riskmap.ui.edit.SelectionViewModel;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;
import riskmap.ui.task.TasksViewModel;

/** The form on a real project, filled in with mouse and keyboard. Needs a screen. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FeatureFormViewTest {
    @TempDir
    private static Path folder;

    private static Workspace workspace;
    private static FeatureFormsViewModel model;
    private static SelectionViewModel selection;
    private static FxRobot robot;
    private static Tasks tasks;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        Stage stage = FxToolkit.registerPrimaryStage();
        robot = new QuickRobot();
        workspace = Workspace.open(SurveyProject.write(folder), false, Progress.silent());
        tasks = new Tasks();
        onWindowThread(() -> {
            Texts.use(Language.CHINESE);
            Look.use(Theme.LIGHT);
            SimpleObjectProperty<Workspace> project = new SimpleObjectProperty<>();
            selection = new SelectionViewModel();
            TasksViewModel running = new TasksViewModel(tasks, Platform::runLater);
            model = new FeatureFormsViewModel(
                    running,
                    selection,
                    project,
                    (changes, done, failed) -> running.start(
                            changes.name(), progress -> workspace.edits().commit(changes, progress), done, failed),
                    LastValues.read(folder.resolve("last.json")));
            workspace.edits().addListener(changes -> Platform.runLater(() -> model.applied(changes)));
            project.set(workspace);
            Scene scene = new Scene(new FeatureFormView(model), 360, 800);
            Look.dress(scene);
            stage.setScene(scene);
            stage.show();
            return null;
        });
        Fx.focus(stage);
    }

    @AfterAll
    static void close() throws Exception {
        if (workspace != null) {
            FxToolkit.hideStage();
            workspace.close();
            tasks.close();
        }
    }

    @BeforeEach
    void nothingSelected() throws Exception {
        onWindowThread(() -> {
            if (model.form().get() != null) {
                model.revert();
            }
            model.together().set(false);
            selection.clear();
            return null;
        });
    }

    @Test
    void aWrongNumberIsToldAtItsFieldAndNotStoredARightOneIsStored() throws Exception {
        show("building", 1);
        type("floors", "900");
        await(() -> text("#problem-floors").contains("150"));
        assertThat(link("#form-state")).contains("1");
        robot.type(KeyCode.ENTER);
        assertThat(row("building", 1).getAttribute("floors")).isEqualTo(1L);
        type("floors", "9");
        assertThat(model.form().get().wrong().get()).isZero();
        robot.type(KeyCode.ENTER);
        await(() -> Long.valueOf(9).equals(row("building", 1).getAttribute("floors")));
        await(() -> !model.form().get().dirty().get());
        assertThat(workspace.edits().undoName().orElseThrow().text(Language.CHINESE))
                .contains("地上层数");
    }

    /** Of a position the last digits were cut, which read as another position; of an identifier a third was seen. */
    @Test
    void whatIsOnlyReadStandsWhole() throws Exception {
        show("building", 1);
        String uuid = row("building", 1).getAttribute("uuid").toString();
        await(() -> whole().contains(uuid));
        onWindowThread(() -> {
            FactsGrid facts = (FactsGrid) find("#geometry-facts");
            facts.show(List.of(new GeometryFacts(Message.of("ui.form-position"), "425487.678, 4150561.987")));
            return null;
        });
        await(() -> whole().contains("425487.678, 4150561.987"));
    }

    /** Beside the buttons for the next feature a long name ended with dots: which of two schools it is was not seen. */
    @Test
    void aLongNameStandsWholeAboveTheForm() throws Exception {
        show("building", 1);
        type("name", "威海市环翠区张村镇中心小学教学综合楼及附属食堂与学生宿舍东区第二号楼");
        robot.type(KeyCode.ENTER);
        await(() -> !model.form().get().dirty().get());
        onWindowThread(() -> {
            selection.only("building", List.of(1L, 2L));
            return null;
        });
        await(() -> shown("#form-next") && text("#form-title").endsWith("第二号楼"));
        await(() -> ((Label) find("#form-title")).lookup(".text") instanceof Text seen
                && seen.getText().endsWith("第二号楼"));
    }

    /** Texts of several lines that are seen as they are. */
    private static List<String> whole() {
        return find("#geometry-facts").getScene().getRoot().lookupAll(".field-lines").stream()
                .map(Label.class::cast)
                .filter(label -> label.lookup(".text") instanceof Text shown
                        && shown.getText().equals(label.getText())
                        && label.getHeight() >= label.prefHeight(label.getWidth()))
                .map(Label::getText)
                .toList();
    }

    @Test
    void aCodeIsChosenByTypingPartOfItsTitle() throws Exception {
        show("building", 2);
        onWindowThread(() -> {
            field("structure").requestFocus();
            return null;
        });
        robot.eraseText(8);
        robot.write("砖木");
        robot.type(KeyCode.TAB);
        assertThat(model.form().get().input("structure").text().get()).isEqualTo("brick_wood");
        robot.type(KeyCode.ENTER);
        await(() -> "brick_wood".equals(row("building", 2).getAttribute("structure")));
    }

    @Test
    void aFieldThatHangsOnAnotherComesWithItAndIsRequired() throws Exception {
        show("hazardous_site", 1);
        await(() -> find("#field-major_hazard") != null);
        assertThat(shown("#field-major_hazard_level")).isFalse();
        onWindowThread(() -> {
            ToggleButton yes = (ToggleButton) ((javafx.scene.layout.HBox) find("#field-major_hazard"))
                    .getChildren()
                    .get(0);
            yes.fire();
            return null;
        });
        await(() -> shown("#field-major_hazard_level"));
        assertThat(model.form().get().wrong().get()).isEqualTo(1);
        onWindowThread(() -> {
            model.form().get().input("major_hazard_level").enter("2");
            model.store();
            return null;
        });
        await(() -> Long.valueOf(2).equals(row("hazardous_site", 1).getAttribute("major_hazard_level")));
    }

    @Test
    void severalAtOnceChangeOnlyWhatWasTouchedInOneStep() throws Exception {
        onWindowThread(() -> {
            model.together().set(true);
            selection.only("building", List.of(11L, 12L, 13L));
            return null;
        });
        await(() -> model.form().get() != null
                && model.form().get().features().get().size() == 3);
        await(() -> find("#field-structure") != null);
        assertThat(model.form().get().input("floors").several().get()).isTrue();
        type("people", "77");
        robot.type(KeyCode.ENTER);
        await(() -> Long.valueOf(77).equals(row("building", 13).getAttribute("people")));
        assertThat(row("building", 11).getAttribute("people")).isEqualTo(77L);
        assertThat(row("building", 11).getAttribute("floors")).isEqualTo(5L);
        assertThat(row("building", 12).getAttribute("floors")).isEqualTo(6L);
        workspace.edits().undo(Progress.silent());
        assertThat(row("building", 11).getAttribute("people")).isEqualTo(15L);
        assertThat(row("building", 13).getAttribute("people")).isEqualTo(17L);
    }

    @Test
    void whatWasTypedIsKeptWhileAnotherFeatureIsLookedAt() throws Exception {
        show("building", 21);
        type("address", "海滨路 1 号");
        show("building", 22);
        await(() -> model.kept().get() == 1);
        assertThat(model.form().get().input("address").text().get()).isEmpty();
        show("building", 21);
        assertThat(model.form().get().input("address").text().get()).isEqualTo("海滨路 1 号");
        assertThat(model.form().get().dirty().get()).isTrue();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void anUndoIsSeenInTheForm() throws Exception {
        show("building", 25);
        type("people", "50");
        robot.type(KeyCode.ENTER);
        await(() -> !model.form().get().dirty().get());
        workspace.edits().undo(Progress.silent());
        await(() -> "29".equals(model.form().get().input("people").text().get()));
    }

    private static void show(String layer, long fid) throws Exception {
        onWindowThread(() -> {
            selection.only(layer, List.of(fid));
            return null;
        });
        await(() -> model.form().get() != null
                && model.form().get().layer().equals(layer)
                && !model.form().get().features().get().isEmpty()
                && model.form().get().features().get().get(0).getID().endsWith("." + fid));
        await(() -> find("#field-remark") != null);
    }

    private static void type(String column, String text) throws Exception {
        onWindowThread(() -> {
            TextField field = field(column);
            field.requestFocus();
            field.selectAll();
            return null;
        });
        robot.write(text);
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextField field(String column) {
        Node node = find("#field-" + column);
        return node instanceof TextField field ? field : ((PopupField) node).field();
    }

    private static Node find(String query) {
        return robot.lookup(query).tryQuery().orElse(null);
    }

    private static boolean shown(String query) {
        for (Node node = find(query); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return find(query) != null;
    }

    private static String text(String query) {
        return find(query) instanceof Label label ? label.getText() : "";
    }

    private static String link(String query) {
        return ((Hyperlink) find(query)).getText();
    }

    private static SimpleFeature row(String layer, long fid) {
        return FormRows.read(workspace, layer, List.of(fid), Progress.silent())
                .features()
                .get(0);
    }
}
