package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.ui.Fx.await;
import static riskmap.ui.Fx.find;
import static riskmap.ui.Fx.onWindowThread;
import static riskmap.ui.Fx.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import riskmap.base.Language;
import riskmap.ui.check.CheckViewModel;
import riskmap.ui.look.Texts;

/** The quality panel in the real window: check, find on the map, fix, undo, excuse, verdict, sign off, edit. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class CheckPanelTest {
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

    @Test
    void aSurveyorChecksFixesExcusesAndSignsOff() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q).release(KeyCode.Q, KeyCode.SHIFT, KeyCode.CONTROL);
        await(() -> find("#check-run", Node.class) != null
                && checks() != null
                && !checks().busy().get());
        fire("#check-run");
        await(() -> checks().shown().get().report() != null && idle());
        assertThat(find("#check-summary", Label.class).getText()).contains("个问题");
        // the error layer is on the map
        await(() -> model.project().document().get().layers().stream()
                .anyMatch(layer -> layer.id().equals("quality_finding")));

        whatTheProjectLacksIsListed();
        TreeItem<?> uuid = item("必填字段已填写");
        int before = stillOpen();
        assertThat(uuid).isNotNull();
        choose(uuid.getChildren().get(0));
        run(() -> tree().requestFocus());
        robot.push(KeyCode.ENTER);
        await(() -> !model.selection().isEmpty());
        assertThat(find("#check-detail", Label.class).getText()).contains("没有这些值");

        // a rule's findings together: one step, undone with one key, and the list follows
        choose(uuid);
        fire("#check-fix");
        confirm();
        await(() -> idle() && stillOpen() < before);
        assertThat(model.project().workspace().get().edits().undoName()).isPresent();
        run(() -> model.editing().undo());
        await(() -> idle() && stillOpen() == before);

        run(() -> ((ComboBox<Object>) find("#check-severity", ComboBox.class))
                .getSelectionModel()
                .select(1));
        TreeItem<?> first = tree().getRoot().getChildren().get(0).getChildren().get(0);
        choose(first);
        Platform.runLater(() -> find("#check-excuse", ButtonBase.class).fire());
        await(() -> find("#check-reason", TextArea.class) != null);
        run(() -> find("#check-reason", TextArea.class).setText("试验数据"));
        confirm();
        await(() -> idle() && !checks().shown().get().excuses().list().isEmpty());
        assertThat(stillOpen()).isLessThan(before);

        verdictAndSignOff();
    }

    /** A missing layer is a line of its own that tells what to do, with nothing to fix or to excuse. */
    private static void whatTheProjectLacksIsListed() throws Exception {
        TreeItem<?> line = item("缺少图层 道路（road）：调查必须有道路");
        assertThat(line).isNotNull();
        assertThat(checks().shown().get().report().missing())
                .hasSize(line.getParent().getChildren().size());
        choose(line);
        assertThat(find("#check-detail", Label.class).getText()).contains("缺少图层 道路", "没有道路，路线和可达范围算不出。");
        assertThat(find("#check-excuse", ButtonBase.class).isDisabled()).isTrue();
        assertThat(find("#check-fix", ButtonBase.class).isDisabled()).isTrue();
    }

    private static void verdictAndSignOff() throws Exception {
        run(() -> find("#check-tabs", TabPane.class).getSelectionModel().select(1));
        await(() -> find("#check-verdict", TreeView.class) != null);
        TreeView<?> verdict = find("#check-verdict", TreeView.class);
        await(() -> !verdict.getRoot().getChildren().isEmpty());
        assertThat(find("#check-conclusion", Label.class).getText()).contains("差错率");
        run(() -> verdict.getSelectionModel().select(0));
        Platform.runLater(() -> find("#check-sign", ButtonBase.class).fire());
        await(() -> find("#check-reason", TextArea.class) != null);
        run(() -> find("#check-reason", TextArea.class).setText("试验"));
        confirm();
        await(() -> idle() && !checks().shown().get().signed().isEmpty());
        assertThat(checks().shown().get().signed()).allMatch(state -> state.holds());
        String layer = checks().shown().get().signed().get(0).signOff().layer();
        run(() -> model.editing()
                .commit(
                        riskmap.data.Changes.of(
                                riskmap.base.Message.of("app.quality-fixing"),
                                riskmap.data.RowChange.changed(layer, 1, "remark", null, "改")),
                        done -> {}));
        await(() -> idle() && checks().shown().get().signed().stream().anyMatch(state -> !state.holds()));
        Path page = folder.resolve("结论.pdf");
        run(() -> checks().export(page));
        await(() -> idle() && Files.exists(page));
        assertThat(Files.size(page)).isPositive();
        theFindingsAreThereAgain();
    }

    /** The project is closed and opened: the panel shows the last run's findings and that the data changed since. */
    private static void theFindingsAreThereAgain() throws Exception {
        int before = (int) checks().shown().get().report().count();
        Path project = model.project().workspace().get().file();
        onWindowThread(() -> model.project().close()).get(60, TimeUnit.SECONDS);
        run(() -> model.open(project));
        await(() -> model.project().workspace().get() != null);
        run(() -> window.checks().show());
        await(() -> checks() != null);
        await(() -> checks() != null && idle() && checks().shown().get().last() != null);
        String summary =
                onWindowThread(() -> find("#check-summary", Label.class).getText());
        assertThat(summary).contains("上次检查：20", "此后有 1 个图层改动过");
        assertThat(onWindowThread(() -> tree().getRoot().getChildren().isEmpty()))
                .isFalse();
        assertThat((int) checks().shown().get().report().count()).isEqualTo(before);
        theFiltersFollowTheLanguage();
    }

    private static void theFiltersFollowTheLanguage() throws Exception {
        await(() -> chosen("#check-state").equals("待处理"));
        run(() -> Texts.use(Language.ENGLISH));
        try {
            await(() -> chosen("#check-state").equals("Open"));
            assertThat(onWindowThread(() -> chosen("#check-severity"))).isEqualTo("Errors and warnings");
        } finally {
            run(() -> Texts.use(Language.CHINESE));
        }
        await(() -> chosen("#check-state").equals("待处理"));
    }

    private static String chosen(String box) {
        return find(box, ComboBox.class).getButtonCell().getText();
    }

    private static CheckViewModel checks() {
        return window.checks().checks();
    }

    private static boolean idle() {
        return !checks().busy().get();
    }

    private static int stillOpen() {
        var shown = checks().shown().get();
        return (int) shown.report()
                .findings()
                .filter(finding -> !shown.excuses().excuses(finding))
                .count();
    }

    private static TreeView<?> tree() {
        return find("#check-findings", TreeView.class);
    }

    private static TreeItem<?> item(String rule) throws Exception {
        return onWindowThread(() -> {
            for (TreeItem<?> layer : tree().getRoot().getChildren()) {
                for (TreeItem<?> one : layer.getChildren()) {
                    if (one.getValue().toString().contains(rule)) {
                        return one;
                    }
                }
            }
            return null;
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void choose(TreeItem<?> item) throws Exception {
        run(() -> {
            for (TreeItem<?> up = item.getParent(); up != null; up = up.getParent()) {
                up.setExpanded(true);
            }
            ((TreeView) tree()).getSelectionModel().select(item);
        });
    }

    private static void fire(String id) {
        Platform.runLater(() -> find(id, ButtonBase.class).fire());
    }

    /** Presses the affirmative button of the dialog that is open. */
    private static void confirm() throws Exception {
        await(() -> dialog() != null);
        run(() -> {
            DialogPane pane = dialog();
            ((ButtonBase) pane.lookupButton(pane.getButtonTypes().get(0))).fire();
        });
    }

    private static DialogPane dialog() {
        return List.copyOf(Window.getWindows()).stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.getRoot() instanceof DialogPane)
                .map(scene -> (DialogPane) scene.getRoot())
                .findFirst()
                .orElse(null);
    }
}
