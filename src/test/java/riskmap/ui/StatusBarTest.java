package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.ui.look.Texts;

/** The lowest line of the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class StatusBarTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        driver = open;
    }

    @Test
    void aScaleTypedAsANumberIsTakenAndWrittenAsAScale() throws Exception {
        driver.settle();
        driver.run(() -> scale().getEditor().requestFocus());
        driver.await(() -> scale().getEditor().isFocused());
        driver.run(() -> scale().getEditor().selectAll());
        driver.enter("20000");
        driver.await(() -> Math.round(driver.model().map().scaleDenominator()) == 20_000);
        driver.await(() -> "1:20,000".equals(scale().getEditor().getText()));
    }

    /** It went on to say how many were selected when none was any more. */
    @Test
    void howManyAreSelectedIsSaidOnlyAsLongAsTheyAre() throws Exception {
        driver.edit("building");
        driver.run(() -> driver.command("select-all").run());
        driver.await(() -> news().equals("选中 400 个要素"));
        driver.run(() -> driver.model().clearSelection());
        driver.await(() -> !news().contains("选中"));
    }

    /** On a screen of 1920 pixels at 200 % the bar took most of the room and the task's name was cut off. */
    @Test
    void theNameOfARunningTaskHasMostOfTheRoomInANarrowWindow() throws Exception {
        Stage stage =
                (Stage) driver.get(() -> driver.window().window().getScene().getWindow());
        double before = driver.get(stage::getWidth);
        double least = driver.get(stage::getMinWidth);
        CountDownLatch end = new CountDownLatch(1);
        try {
            driver.run(() -> {
                stage.setMinWidth(0);
                stage.setWidth(960);
            });
            driver.settle();
            driver.run(() -> driver.model()
                    .tasks()
                    .start(
                            Message.of("ui.rows-reading", "统计人口、房屋与设施"),
                            progress -> end.await(60, TimeUnit.SECONDS),
                            done -> {}));
            driver.robot.moveTo(driver.get(() -> Fx.find("#status-scale", Node.class)));
            driver.robot.moveTo(driver.window().map());
            driver.await(
                    () -> Fx.find("#status-position", Label.class).getText().contains(","));
            driver.await(() -> Fx.find("#task-progress", Node.class).getParent().isVisible());
            driver.await(() -> {
                Label text = Fx.find("#task-text", Label.class);
                return text.getText().contains("统计")
                        && text.getWidth()
                                > 1.5 * Fx.find("#task-progress", Region.class).getWidth();
            });
        } finally {
            end.countDown();
            driver.run(() -> {
                stage.setWidth(before);
                stage.setMinWidth(least);
            });
        }
    }

    private static String news() {
        Message told = driver.model().tasks().news().get();
        return told == null ? "" : told.text();
    }

    @Test
    void theBarStaysWithinANarrowWindow() throws Exception {
        Stage stage =
                (Stage) driver.get(() -> driver.window().window().getScene().getWindow());
        double before = driver.get(stage::getWidth);
        double least = driver.get(stage::getMinWidth);
        try {
            // half of 1366 pixels, as on a screen at 200 %
            driver.run(() -> {
                Texts.use(Language.ENGLISH);
                stage.setMinWidth(0);
                stage.setWidth(683);
                driver.model().selection().only("building", List.of(1L, 2L));
                driver.command("risk").run();
            });
            driver.settle();
            driver.robot.moveTo(driver.window().map());
            driver.await(
                    () -> Fx.find("#status-position", Label.class).getText().contains(","));
            driver.settle();
            for (String part :
                    List.of("#status-position", "#status-scale", "#status-saved", "#side-panel", "#risk-run")) {
                driver.await(() -> right(part) <= 683);
            }
            assertThat(driver.get(() -> driver.window().window().getWidth())).isEqualTo(683);
            assertThat(driver.get(() -> scale().getWidth())).isGreaterThan(100);
            assertThat(driver.get(() -> right("#status-rotation"))).isLessThanOrEqualTo(683);
        } finally {
            driver.run(() -> {
                Texts.use(Language.CHINESE);
                stage.setMinWidth(least);
                stage.setWidth(before);
            });
        }
    }

    private static double right(String id) {
        Node part = Fx.find(id, Node.class);
        return part.localToScene(part.getLayoutBounds()).getMaxX();
    }

    private static ComboBox<?> scale() {
        return Fx.find("#status-scale", ComboBox.class);
    }
}
