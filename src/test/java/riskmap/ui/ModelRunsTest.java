package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/** What comes of a run that is begun in the form of a model. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class ModelRunsTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheModels(WindowDriver open) throws Exception {
        driver = open;
        driver.run(() -> driver.command("risk").run());
        driver.await(() -> Fx.find("#risk-model", ComboBox.class) != null);
        driver.settle();
    }

    /** The next press of the space bar put all values back. */
    @Test
    void afterARunTheKeyboardIsBackOnTheButtonThatBeganIt() throws Exception {
        choose("peak-discharge");
        driver.run(() -> node("#risk-run", Button.class).requestFocus());
        driver.await(() -> node("#risk-run", Button.class).isFocused());
        driver.robot.type(KeyCode.SPACE);
        driver.await(() -> node("#risk-unverified", Node.class) != null
                && driver.model().tasks().running().isEmpty());
        driver.await(() -> node("#risk-run", Button.class).isFocused());
    }

    /** It waited on the button that puts all values back. */
    @Test
    void afterARunDuringWhichAnotherWindowWasInFrontTheKeyboardComesBackToTheButtonThatBeganIt() throws Exception {
        choose("peak-discharge");
        driver.run(() -> node("#risk-run", Button.class).requestFocus());
        driver.await(() -> node("#risk-run", Button.class).isFocused());
        Stage other = driver.get(() -> {
            Stage front = new Stage();
            front.setScene(new Scene(new Label("-"), 200, 100));
            front.show();
            front.requestFocus();
            return front;
        });
        try {
            driver.await(() -> !node("#risk-run", Button.class).isFocused());
            driver.run(() -> node("#risk-run", Button.class).fire());
            driver.await(() -> node("#risk-unverified", Node.class) != null
                    && driver.model().tasks().running().isEmpty());
            driver.settle();
            Button run = driver.get(() -> node("#risk-run", Button.class));
            driver.await(() -> run.getScene().getFocusOwner() == run);
        } finally {
            // where there is no window manager nobody gives the keyboard back
            driver.run(() -> {
                other.hide();
                node("#risk-run", Button.class).getScene().getWindow().requestFocus();
            });
            driver.await(
                    () -> node("#risk-run", Button.class).getScene().getWindow().isFocused());
        }
    }

    @Test
    void aPlaceIsPickedOnTheMapAndEscapeGivesUp() throws Exception {
        choose("accident");
        double x = SmallProject.WEST + 4_000;
        double y = SmallProject.SOUTH + 4_000;
        driver.run(() -> node("#pick-x", Button.class).fire());
        driver.await(() -> node("#map", Node.class).isFocused());
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> driver.model().tasks().news().get() != null
                && driver.model().tasks().news().get().key().equals("ui.place-given-up"));
        assertThat(driver.get(() -> value("x"))).isEmpty();
        driver.run(() -> node("#pick-x", Button.class).fire());
        driver.click(x, y);
        driver.await(() -> !value("x").isEmpty());
        double pixel = driver.pixel();
        assertThat(Double.parseDouble(driver.get(() -> value("x")))).isCloseTo(x, within(pixel));
        assertThat(Double.parseDouble(driver.get(() -> value("y")))).isCloseTo(y, within(pixel));
    }

    @Test
    void aSmallResultInALargeMapIsShownWithItsSurroundings() throws Exception {
        choose("accident");
        double x = SmallProject.WEST + 1_000;
        double y = SmallProject.SOUTH + 6_000;
        driver.zoomTo(x - 60_000, y - 60_000, x + 60_000, y + 60_000);
        driver.run(() -> {
            field("x").setText(String.valueOf(x));
            field("y").setText(String.valueOf(y));
            field("amount").setText("1");
            node("#risk-run", Button.class).fire();
        });
        driver.await(() -> driver.model().map().view().get().extent().getWidth() < 30_000);
        driver.settle();
        assertThat(driver.get(() -> driver.model().map().view().get().extent().contains(x, y)))
                .isTrue();
        assertThat(driver.get(() -> driver.model().tasks().news().get().key())).isEqualTo("ui.result-moved-to");
        driver.run(() -> driver.command("back").run());
        driver.settle();
        assertThat(driver.get(() -> driver.model().map().view().get().extent().getWidth()))
                .isGreaterThan(100_000);
        driver.run(() -> {
            driver.model().map().zoomToWhole();
            node("#risk-reset", Button.class).fire();
        });
    }

    @Test
    void whatCameOutIsInSightAfterTheRunThoughTheFormKnowsNewLayersThen() throws Exception {
        choose("shelter-allocation");
        driver.run(() -> node("#risk-run", Button.class).fire());
        driver.await(() -> driver.model().tasks().running().isEmpty() && !charts().isEmpty());
        driver.settle();
        driver.await(() -> {
            ScrollPane scroll = (ScrollPane) node("#risk-view", Node.class).lookup(".scroll-pane");
            double top = scroll.sceneToLocal(node("#risk-charts", Node.class).localToScene(0, 0))
                    .getY();
            // on a high screen the page ends before its results have moved up to the middle
            return top >= 0 && (top < scroll.getHeight() / 2 || scroll.getVvalue() == scroll.getVmax());
        });
    }

    private static List<Node> charts() {
        return ((javafx.scene.layout.VBox) node("#risk-charts", Node.class)).getChildren();
    }

    private static org.assertj.core.data.Offset<Double> within(double pixel) {
        return org.assertj.core.data.Offset.offset(2 * pixel);
    }

    private static String value(String key) {
        return field(key).getText();
    }

    private static TextField field(String key) {
        Node field = node("#parameter-" + key, Node.class);
        return (TextField) (field instanceof TextField ? field : field.lookup(".text-field"));
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
