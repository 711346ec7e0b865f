package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A long table in the real window: opened, and all its rows selected. */
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

    @Test
    void rowsOfATableThatOpensComeAFewAtATimeUntilTheyFillItsPanel() throws Exception {
        driver.run(() ->
                driver.model().tables().close(driver.model().tables().front().get()));
        driver.await(() -> table() == null);
        List<Integer> shown = new ArrayList<>();
        AnimationTimer frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                int rows = table() == null
                        ? 0
                        : table().lookupAll(".table-row-cell:filled").size();
                if (rows > 0 && (shown.isEmpty() || shown.get(shown.size() - 1) != rows)) {
                    shown.add(rows);
                }
            }
        };
        driver.run(() -> {
            frames.start();
            driver.model().openTable("reservoir");
        });
        driver.await(() ->
                table() != null && table().getItems().size() == ROWS && table().getMaxHeight() == Double.MAX_VALUE);
        driver.settle();
        driver.run(frames::stop);
        assertThat(shown).hasSizeGreaterThan(1).isSorted();
        // what a frame cannot hold would stand at once
        assertThat(shown.get(0)).isLessThanOrEqualTo(6);
        double panel =
                driver.<Double>get(() -> table().getParent().getBoundsInLocal().getHeight());
        assertThat(driver.<Double>get(() -> table().getBoundsInParent().getMaxY()))
                .isCloseTo(panel, within(1.0));
        assertThat(shown.get(shown.size() - 1)).isGreaterThan(shown.get(0));
    }

    private static TableView<?> table() {
        return (TableView<?>) driver.window().window().lookup("#attribute-table");
    }
}
