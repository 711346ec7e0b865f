package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.ui.look.Texts;

/** The page that is there while no project is open. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class StartPageTest {
    @TempDir
    private Path folder;

    @Test
    void itsDoorsAreCalledInTheLanguageTheUserSwitchesTo() throws Exception {
        try (WindowDriver driver = WindowDriver.open(folder)) {
            for (Language language : List.of(Language.CHINESE, Language.ENGLISH, Language.CHINESE)) {
                driver.run(() -> Texts.use(language));
                for (String door : List.of("start-demo", "start-open")) {
                    String title = Message.of("ui." + door).text(language);
                    driver.await(() -> title(door) != null);
                    driver.settle();
                    assertThat(driver.get(() -> title(door))).isEqualTo(title);
                }
            }
        }
    }

    /** The tiles heard the mouse alone: without one, nothing on this page could be begun. */
    @Test
    void aDoorIsOpenedByEnterAndBySpace() throws Exception {
        try (WindowDriver driver = WindowDriver.open(folder)) {
            for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.SPACE)) {
                driver.await(() -> title("start-demo") != null);
                driver.run(() -> Fx.find("#start-demo", Node.class).requestFocus());
                driver.robot.type(key);
                driver.await(() -> Fx.find("#demo-open", Node.class) != null);
                driver.robot.type(KeyCode.ESCAPE);
                driver.await(() -> Fx.find("#demo-open", Node.class) == null);
            }
        }
    }

    private static String title(String door) {
        Label title = (Label) Fx.find("#" + door, Node.class).lookup(".title");
        return title == null ? null : title.getText();
    }
}
