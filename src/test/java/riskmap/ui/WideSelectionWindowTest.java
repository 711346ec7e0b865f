package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All rows of a long table selected in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class WideSelectionWindowTest {
    private static final int ROWS = 12_000;

    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheTable() throws Exception {
        Path project = SmallProject.write(folder);
        SmallProject.addReservoirs(
                project,
                IntStream.range(0, ROWS).mapToObj(number -> "水库" + number).toList());
        driver = WindowDriver.open(folder).project(project);
        driver.run(() -> driver.model().openTable("reservoir"));
        driver.await(() -> table() != null && table().getItems().size() == ROWS);
        driver.settle();
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void allRowsAreSelectedOnTheMapTooUntilOneIsSelectedAlone() throws Exception {
        driver.run(() -> table().requestFocus());
        driver.robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        driver.await(() -> driver.model().selection().of("reservoir").size() == ROWS);
        driver.settle();
        assertThat(driver.<Boolean>get(() -> table().getSelectionModel().isEmpty()))
                .isTrue();
        assertThat(driver.<Integer>get(
                        () -> driver.model().selection().of("reservoir").size()))
                .isEqualTo(ROWS);
        driver.run(() -> table().getSelectionModel().clearAndSelect(5));
        driver.await(() -> driver.model().selection().of("reservoir").size() == 1);
    }

    private static TableView<?> table() {
        return (TableView<?>) driver.window().window().lookup("#attribute-table");
    }
}
