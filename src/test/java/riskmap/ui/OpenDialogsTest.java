package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** Dialogs beside which the window stays usable: how often they open. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class OpenDialogsTest {
    @TempDir
    static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject() throws Exception {
        Path project = SmallProject.write(folder);
        driver = WindowDriver.open(folder);
        driver.project(project);
        driver.edit("building");
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    private static List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().getRoot() instanceof DialogPane)
                .toList();
    }

    private static void again(String command) throws Exception {
        driver.run(() -> driver.command(command).run());
    }

    private static void closeAll() throws Exception {
        driver.run(() -> dialogs().forEach(Window::hide));
        driver.await(() -> dialogs().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print",
                "report",
                "export",
                "preferences",
                "go-to",
                "readout-crs",
                "bookmarks",
                "themes",
                "select-by",
                "select-near"
            })
    void aKeyThatIsHeldOpensADialogOnceAndAfterItWasClosedAgain(String command) throws Exception {
        try {
            again(command);
            again(command);
            again(command);
            List<Window> open = driver.get(OpenDialogsTest::dialogs);
            assertThat(open).hasSize(1);
            closeAll();
            again(command);
            assertThat(driver.get(OpenDialogsTest::dialogs)).hasSize(1);
        } finally {
            closeAll();
        }
    }

    @Test
    void aConditionToSelectByIsReadAsTheToolsReadTheirs() throws Exception {
        try {
            again("select-by");
            assertThat(problemOf("PEOPLE >= 60")).isEmpty();
            assertThat(problemOf("peopel >= 60")).contains("peopel", "people");
            assertThat(problemOf("people >= ")).isNotEmpty();
            assertThat(problemOf("area(people, 3) > 1")).isNotEmpty();
            assertThat(problemOf("strMatches(name, '[') = true")).contains("[");
            assertThat(problemOf("regexp_match(name, '(a') > 0")).contains("(a");
            assertThat(problemOf("strMatches(name, '[a-z]+') = true")).isEmpty();
            // one that names all fields takes several lines
            assertThat(problemOf("storeys >= 60")).contains("floors", "people");
            Fx.awaitNothingCut();
        } finally {
            closeAll();
        }
    }

    /** What the dialog says of a condition; it can be applied just when that is nothing. */
    private static String problemOf(String condition) throws Exception {
        return driver.get(() -> {
            var pane = (DialogPane) dialogs().get(0).getScene().getRoot();
            ((TextArea) pane.lookup("#select-by-condition")).setText(condition);
            String problem = ((Label) pane.lookup(".form-problem")).getText();
            assertThat(pane.lookup("#select-by-apply").isDisabled()).isEqualTo(!problem.isEmpty());
            return problem;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDialogThatWantsMoreThanTheScreenHasIsAsLargeAsThatAndShowsItsButtons(boolean cannotShrink) throws Exception {
        try {
            Window opened = driver.get(() -> {
                Region content = new Region();
                content.setPrefSize(6_000, 4_000);
                if (cannotShrink) {
                    // on a small screen with enlarged letters most are so
                    content.setMinSize(6_000, 4_000);
                }
                Window owner = driver.window().window().getScene().getWindow();
                Dialog<ButtonType> dialog = Dialogs.of(owner, Message.of("ui.command.about"), content, Dialogs.close());
                return Dialogs.showBeside(dialog, content);
            });
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            driver.await(() -> opened.getX() >= screen.getMinX()
                    && opened.getY() >= screen.getMinY()
                    && opened.getX() + opened.getWidth() <= screen.getMaxX()
                    && opened.getY() + opened.getHeight() <= screen.getMaxY());
            driver.await(() -> {
                Node close = opened.getScene().getRoot().lookup(".button-bar .button");
                var place = close.localToScreen(close.getBoundsInLocal());
                return place.getMaxX() <= screen.getMaxX() && place.getMaxY() <= screen.getMaxY();
            });
        } finally {
            closeAll();
        }
    }

    /** Under a busy window system one came out 200 pixels wide, its buttons out of sight, and stayed so. */
    @Test
    void aDialogWhoseFirstSizeIsToldLateStillComesOutWhole() throws Exception {
        try {
            again("bookmarks");
            Window opened = driver.get(() -> dialogs().get(0));
            driver.await(() -> opened.getWidth() > 400);
            double width = driver.get(opened::getWidth);
            double height = driver.get(opened::getHeight);
            driver.run(() -> {
                opened.setWidth(200);
                opened.setHeight(200);
            });
            driver.await(() -> opened.getWidth() == width && opened.getHeight() == height);
            Node close = driver.get(() -> opened.getScene().getRoot().lookup(".button-bar .button"));
            driver.await(() -> close.localToScreen(close.getBoundsInLocal()).getMaxY() <= opened.getY() + height);
        } finally {
            closeAll();
        }
    }

    /** The news stood over the window: after it the keyboard was the window's, and Escape did nothing any more. */
    @Test
    void afterNewsOfADialogTheKeyboardIsTheDialogsAgain() throws Exception {
        try {
            Window opened = driver.get(() -> {
                Window owner = driver.window().window().getScene().getWindow();
                TextArea content = new TextArea();
                Dialog<ButtonType> dialog = Dialogs.of(owner, Message.of("ui.command.about"), content, Dialogs.close());
                Window shown = Dialogs.showBeside(dialog, dialog.getDialogPane().lookup(".button"));
                Dialogs.news(dialog, Message.of("ui.command.print"), "map.pdf");
                return shown;
            });
            Stage news = (Stage) driver.get(() -> dialogs().stream()
                    .filter(each -> each != opened)
                    .findFirst()
                    .orElseThrow());
            assertThat(news.getOwner()).isSameAs(opened);
            driver.await(news::isFocused);
            driver.robot.type(KeyCode.ESCAPE);
            driver.await(() -> dialogs().size() == 1 && opened.isFocused());
            driver.robot.type(KeyCode.ESCAPE);
            driver.await(() -> dialogs().isEmpty());
        } finally {
            closeAll();
        }
    }

    /** Under some window managers also the dialogs of the system took its full size from the window. */
    @Test
    void theWindowIsAsLargeAsTheScreenAgainAfterADialogOfTheSystem() throws Exception {
        Stage stage = (Stage) driver.window().window().getScene().getWindow();
        driver.run(() -> stage.setMaximized(true));
        driver.await(stage::isMaximized);
        again("print");
        Window print = driver.get(() -> dialogs().get(0));
        String chosen = driver.get(() -> Maximized.through(print, over -> {
            stage.setMaximized(false);
            return over == print ? "map.pdf" : "";
        }));
        assertThat(chosen).isEqualTo("map.pdf");
        driver.await(stage::isMaximized);
        closeAll();
        driver.run(() -> stage.setMaximized(false));
    }

    /** Titles are read from the project, which may be closed by then. */
    @Test
    void theBoxesOfADialogThatWasClosedDoNotFollowTheLanguage() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try {
            driver.run(() -> {
                ComboBox<String> box = new ComboBox<>();
                box.setValue("a");
                Titles.show(box, value -> value + asked.incrementAndGet());
                Window owner = driver.window().window().getScene().getWindow();
                Dialogs.showBeside(Dialogs.of(owner, Message.of("ui.command.about"), box, Dialogs.close()), box);
            });
            driver.settle();
            int open = asked.get();
            driver.run(() -> Texts.use(Language.ENGLISH));
            assertThat(asked.get()).isGreaterThan(open);
            closeAll();
            int closed = asked.get();
            driver.run(() -> Texts.use(Language.CHINESE));
            assertThat(asked.get()).isEqualTo(closed);
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
            closeAll();
        }
    }

    @Test
    void selectingInAnotherLayerIsAnotherDialog() throws Exception {
        try {
            again("select-by");
            driver.edit("town");
            again("select-by");
            assertThat(driver.get(OpenDialogsTest::dialogs)).hasSize(2);
        } finally {
            closeAll();
            driver.edit("building");
        }
    }
}
