package riskmap.ui;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The lowest line of the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class StatusBarTest {
    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
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

    private static ComboBox<?> scale() {
        return Fx.find("#status-scale", ComboBox.class);
    }
}
