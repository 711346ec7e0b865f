package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static riskmap.ui.Fx.await;
import static riskmap.ui.Fx.click;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.style.ColourScheme;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;
import riskmap.ui.report.ReportDialog;
import riskmap.ui.report.ReportViewModel;
import riskmap.ui.task.TasksViewModel;

/** The report dialog on a real project. Needs a screen; installer/test brings one. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class ReportDialogTest {
    @TempDir
    private static Path folder;

    private static final List<String> CHOICES =
            List.of("#report-template", "#report-run", "#report-compare", "#report-colours");

    private static Workspace project;
    private static ReportViewModel model;
    private static FxRobot robot;

    @BeforeAll
    static void openTheDialog() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        Language.use(Language.CHINESE);
        project = Workspace.open(SmallProject.write(folder), false, Progress.silent());
        RiskRuns.run(project, "combined", Map.of("cell-size", "100"), Progress.silent());
        Stage stage = FxToolkit.registerPrimaryStage();
        robot = new QuickRobot();
        FxToolkit.setupFixture(() -> {
            Texts.use(Language.CHINESE);
            Look.use(Theme.LIGHT);
            model = new ReportViewModel(new TasksViewModel(new Tasks(), Platform::runLater), project, 1);
            stage.setScene(new javafx.scene.Scene(new javafx.scene.layout.Pane(), 300, 200));
            stage.show();
            new ReportDialog(stage, model).show();
        });
    }

    @AfterAll
    static void close() throws Exception {
        if (model != null) {
            FxToolkit.setupFixture(() -> Window.getWindows().stream().toList().forEach(Window::hide));
        }
        if (project != null) {
            project.close();
        }
    }

    @Test
    void theUserChoosesATemplateLooksAtThePagesAndSaves() throws Exception {
        await(() -> !model.pages().get().isEmpty() || model.problem().get() != null);
        assertThat(model.problem().get()).isNull();
        int briefing = model.pages().get().size();
        assertThat(briefing).isGreaterThan(4);
        click("#report-forth");
        await(() ->
                robot.lookup("#report-number").queryAs(Label.class).getText().equals("2 / " + briefing));
        assertThat(robot.lookup("#report-page").queryAs(ImageView.class).getImage())
                .isNotNull();
        click("#report-template").type(KeyCode.DOWN).type(KeyCode.ENTER);
        ComboBox<?> template = robot.lookup("#report-template").queryAs(ComboBox.class);
        assertThat(template.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        await(() -> model.pages().get().size() < briefing && !model.drawing().get());
        // the form of another template may still be on its way to its place
        for (int tries = 0; !number().isFocused(); tries++) {
            assertThat(tries).isLessThan(10);
            click("#report-field-number");
            settleFocus();
        }
        robot.write("42");
        await(() -> number().getText().equals("42"));
        await(() -> !model.drawing().get());
        ComboBox<ColourScheme> colours = robot.lookup("#report-colours").query();
        Fx.run(() -> colours.setValue(ColourScheme.PRINT));
        assertThat(model.colours().get()).isEqualTo(ColourScheme.PRINT);
        Path target = folder.resolve("简报.html");
        CompletableFuture<String> told = new CompletableFuture<>();
        Platform.runLater(() -> model.write(target, answer -> told.complete(answer.text())));
        assertThat(told.get(60, TimeUnit.SECONDS)).contains("简报.html");
        assertThat(Files.readString(target)).contains("第 42 期");
        assertThat(model.fileName()).isEqualTo("试验区_会商简报（1–2_页）.pdf");
        click("#report-template").type(KeyCode.DOWN).type(KeyCode.ENTER);
        await(() -> model.problem().get() != null);
        assertThat(model.problem().get().text()).contains("riskmap risk inundation");
        assertThat(robot.lookup("#report-save").query().isDisabled()).isTrue();
    }

    @Test
    void aSwitchOfTheLanguageReachesEveryChoice() throws Exception {
        await(() -> robot.lookup("#report-template").queryAs(ComboBox.class).getValue() != null
                && !model.drawing().get());
        List<String> chinese = closed();
        assertThat(chinese).allMatch(text -> !text.isBlank());
        try {
            Fx.run(() -> Texts.use(Language.ENGLISH));
            WaitForAsyncUtils.waitForFxEvents();
            List<String> english = closed();
            for (int i = 0; i < chinese.size(); i++) {
                assertThat(english.get(i)).as(CHOICES.get(i)).isNotBlank().isNotEqualTo(chinese.get(i));
            }
            for (var label : robot.lookup("#report-dialog .form-title").queryAllAs(Label.class)) {
                assertThat(label.getText()).as("a title").doesNotContainPattern("[\\x{4e00}-\\x{9fff}]");
            }
        } finally {
            Fx.run(() -> Texts.use(Language.CHINESE));
        }
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(closed()).isEqualTo(chinese);
    }

    /** What the closed boxes show. */
    private static List<String> closed() throws Exception {
        AtomicReference<List<String>> texts = new AtomicReference<>();
        Fx.run(() -> texts.set(shown()));
        return texts.get();
    }

    private static List<String> shown() {
        return CHOICES.stream()
                .map(id -> ((ListCell<?>) ((ComboBoxListViewSkin<?>)
                                        robot.lookup(id).queryAs(ComboBox.class).getSkin())
                                .getDisplayNode())
                        .getText())
                .map(text -> text == null ? "" : text)
                .toList();
    }

    private static TextField number() {
        return robot.lookup("#report-field-number").queryAs(TextField.class);
    }

    private static void settleFocus() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (!number().isFocused() && System.nanoTime() < end) {
            WaitForAsyncUtils.waitForFxEvents();
        }
    }
}
