package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the window says over the map and in the dialogs beside it can be read, all of it at a time. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class OverTheMapWindowTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) throws Exception {
        driver = open;
        driver.settle();
    }

    @Test
    void whatIsMeasuredLeftOutAndPreviewedStandsSideBySide() throws Exception {
        driver.run(() -> {
            driver.model().frame().time().on().set(true);
            driver.model().tool().set(Tool.DISTANCE);
        });
        driver.settle();
        driver.click(SmallProject.WEST + 3_000, SmallProject.SOUTH + 3_000);
        driver.click(SmallProject.WEST + 4_000, SmallProject.SOUTH + 3_500);
        List<String> words = List.of("#measured-distance", "#time-notice");
        driver.await(
                () -> words.stream().allMatch(word -> Fx.find(word, Label.class).isVisible()));
        driver.settle();
        assertThat(driver.<Boolean>get(() -> place(words.get(0)).intersects(place(words.get(1)))))
                .as("one covers the other")
                .isFalse();
        driver.run(() -> {
            driver.model().tool().set(Tool.PAN);
            driver.model().frame().time().on().set(false);
        });
        driver.settle();
    }

    @Test
    void aDistanceThatIsNoneIsToldWithWhatToWrite() throws Exception {
        driver.edit("building");
        driver.run(() -> driver.command("select-near").run());
        driver.await(() -> Fx.find("#select-near-distance", Node.class) != null);
        assertThat(driver.<Boolean>get(
                        () -> Fx.find("#select-near-problem", Label.class).isVisible()))
                .isFalse();
        driver.run(() -> Fx.find("#select-near-distance", TextField.class).setText("五百"));
        driver.await(() -> Fx.find("#select-near-problem", Label.class).isVisible());
        assertThat(driver.<String>get(
                        () -> Fx.find("#select-near-problem", Label.class).getText()))
                .contains("单位为米", "如 500");
        assertThat(driver.<Boolean>get(
                        () -> Fx.find("#select-near-apply", Node.class).isDisabled()))
                .isTrue();
        driver.run(() -> Fx.find("#select-near-distance", TextField.class).setText("500"));
        driver.await(() -> !Fx.find("#select-near-problem", Label.class).isVisible());
        Fx.click("#select-near-apply");
        driver.settle();
    }

    private static Bounds place(String word) {
        Label label = Fx.find(word, Label.class);
        return label.localToScene(label.getBoundsInLocal());
    }
}
