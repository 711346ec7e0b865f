package riskmap.ui;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A window that is closed is gone, with all that was in it. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class ClosedWindowTest {
    @TempDir
    private Path folder;

    private WindowDriver driver;

    @AfterEach
    void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void aWindowThatAnotherTookThePlaceOfIsGone() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
        WeakReference<Node> map = new WeakReference<>(driver.window().map());
        driver.close();
        driver = null;
        driver = WindowDriver.open(folder);
        driver.settle();
        driver.awaitGone(map);
    }
}
