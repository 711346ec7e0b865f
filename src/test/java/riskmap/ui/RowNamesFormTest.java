package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import riskmap.risk.RiskModels;

/** The boxes of forms that name one row of a layer, in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class RowNamesFormTest {
    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheModels() throws Exception {
        Path project = SmallProject.write(folder);
        SmallProject.addReservoirs(project, List.of("试验水库", "甲水库"));
        driver = WindowDriver.open(folder).project(project);
        driver.run(() -> driver.command("risk").run());
        driver.await(() -> Fx.find("#risk-model", ComboBox.class) != null);
        driver.settle();
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void theNamesOfTheLayerCanBeChosenAndAnyOtherTyped() throws Exception {
        for (String model : List.of("reservoir-flood", "rain-capacity", "dam-break", "inundation")) {
            chooseOfReservoirs(model);
            driver.run(() -> {
                ComboBox<?> box = node("#parameter-reservoir", ComboBox.class);
                assertThat(box.isEditable()).as(model).isTrue();
                assertThat(box.getItems().stream().map(Object::toString))
                        .as(model)
                        .containsExactly("试验水库", "甲水库");
                box.getEditor().setText("别的水库");
            });
            choose("impact");
            chooseOfReservoirs(model);
            assertThat(driver.get(() -> node("#parameter-reservoir", ComboBox.class)
                            .getEditor()
                            .getText()))
                    .isEqualTo("别的水库");
        }
    }

    @Test
    void aLayerThatIsNotThereOffersNothingAndTheNameIsTyped() throws Exception {
        choose("accident");
        driver.await(() -> Fx.find("#parameter-site", Node.class) != null);
        assertThat(driver.get(() -> node("#parameter-site", Node.class))).isInstanceOf(TextInputControl.class);
    }

    private static void choose(String id) throws Exception {
        driver.run(() -> Fx.find("#risk-model", ComboBox.class).setValue(RiskModels.byId(id)));
        driver.settle();
    }

    /** Chooses a model and waits for the names of reservoirs, which are read beside the window. */
    private static void chooseOfReservoirs(String model) throws Exception {
        choose(model);
        driver.await(() -> {
            ComboBox<?> box = node("#parameter-reservoir", ComboBox.class);
            return box != null && !box.getItems().isEmpty();
        });
    }

    private static <T> T node(String selector, Class<T> type) {
        return Fx.find(selector, type);
    }
}
