package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/** The sliders of weights in the forms of models, in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class WeightSlidersWindowTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheModels(WindowDriver open) throws Exception {
        driver = open;
        driver.run(() -> driver.command("risk").run());
        driver.await(() -> Fx.find("#risk-model", ComboBox.class) != null);
        driver.settle();
    }

    /** Areas a head and distances stood at the left end of sliders that reach to 100,000. */
    @Test
    void aSliderShowsWhereAWeightStandsAndOtherNumbersHaveNone() throws Exception {
        choose("combined");
        assertThat(driver.get(() -> node("#parameter-weights", Node.class)
                        .lookupAll(".slider")
                        .size()))
                .isPositive();
        choose("shelter-allocation");
        assertThat(driver.get(() -> node("#risk-view", Node.class).lookupAll(".slider").stream()
                        .map(Slider.class::cast)
                        .allMatch(slider -> slider.getValue() > slider.getMax() / 100)))
                .isTrue();
    }

    /** The thumb moved, the number stayed. */
    @Test
    void theArrowKeysMoveAWeightByItsSlider() throws Exception {
        choose("combined");
        Slider slider =
                driver.get(() -> (Slider) node("#parameter-weights", Node.class).lookup(".slider"));
        TextField field = driver.get(() -> node("#weight-flood", TextField.class));
        driver.run(() -> {
            assertThat(field.getText()).isEqualTo("1");
            slider.requestFocus();
        });
        driver.await(slider::isFocused);
        driver.robot.type(KeyCode.LEFT);
        driver.await(() -> field.getText().equals("0.95"));
        driver.run(() -> node("#risk-reset", Button.class).fire());
        driver.await(() -> slider.getValue() == 1);
    }

    @SuppressWarnings("unchecked")
    private static void choose(String id) throws Exception {
        driver.run(() -> ((ComboBox<RiskModel>) node("#risk-model", ComboBox.class)).setValue(RiskModels.byId(id)));
        driver.run(() -> {
            Node form = node("#risk-view", Node.class);
            form.applyCss();
            form.getParent().layout();
        });
    }

    private static <T> T node(String selector, Class<T> type) {
        return Fx.find(selector, type);
    }
}
