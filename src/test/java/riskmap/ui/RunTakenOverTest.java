package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.base.Message;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/** The values of a run that is on record, taken over into the form of its model in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class RunTakenOverTest {
    private static WindowDriver window;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        window = open;
    }

    /** The form stood at the charts of the last run: that anything had happened was not to be seen. */
    @Test
    @SuppressWarnings("unchecked")
    void itsValuesStandInTheFormAndInSight() throws Exception {
        window.run(() -> window.command("risk").run());
        window.await(() -> Fx.find("#risk-model", ComboBox.class) != null);
        window.run(() -> ((ComboBox<RiskModel>) Fx.find("#risk-model", ComboBox.class))
                .setValue(RiskModels.byId("shelter-allocation")));
        window.settle();
        String radius = window.get(() -> field().getText());
        window.run(() -> Fx.find("#risk-run", Button.class).fire());
        window.await(() -> window.model().tasks().running().isEmpty() && scrolled() > 0);
        window.settle();
        window.run(() -> field().setText("123"));
        window.run(() -> window.command("runs").run());
        String take = Message.of("ui.runs-take").text();
        window.await(() -> window.robot.lookup(take).tryQuery().isPresent());
        window.settle();
        window.robot.clickOn(take);
        window.await(() -> field().getText().equals(radius) && scrolled() == 0);
        assertThat(window.get(() -> Fx.find("#risk-view", Node.class).isVisible()))
                .isTrue();
    }

    private static double scrolled() {
        return ((ScrollPane) Fx.find("#risk-view", Node.class).lookup(".scroll-pane")).getVvalue();
    }

    /** The first field of the form. */
    private static TextField field() {
        return (TextField) Fx.find("#risk-view", Node.class).lookup(".text-field");
    }
}
