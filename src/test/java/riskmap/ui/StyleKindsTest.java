package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.style.ColourRamp;

/** The kinds of style in the real window: what is usual for each is there when it is chosen. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class StyleKindsTest {
    private static WindowDriver window;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        window = open;
    }

    /** Buildings come coloured by category; in the colours and the two classes of those no order of numbers was seen. */
    @Test
    void classesOfALayerOfCategoriesAreInOrderedColours() throws Exception {
        window.run(() -> {
            window.model().layers().selected().set("building");
            window.command("style").run();
        });
        window.settle();
        window.await(() -> Fx.find("#style-mode", ComboBox.class) != null);
        window.run(
                () -> Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(1));
        assertThat(window.<Object>get(
                        () -> Fx.find("#style-ramp", ComboBox.class).getValue()))
                .isEqualTo(ColourRamp.SET);
        kind(2);
        assertThat(window.<Object>get(
                        () -> Fx.find("#style-ramp", ComboBox.class).getValue()))
                .isEqualTo(ColourRamp.CIVIDIS);
        assertThat(window.<Object>get(
                        () -> Fx.find("#style-classes", Spinner.class).getValue()))
                .isEqualTo(5);
        kind(1);
        kind(0);
        kind(2);
        assertThat(window.<Object>get(
                        () -> Fx.find("#style-ramp", ComboBox.class).getValue()))
                .isEqualTo(ColourRamp.CIVIDIS);
        window.run(() -> Fx.find("#style-cancel", Button.class).fire());
        window.await(() -> window.model().preview().get() == null);
    }

    /** Sliders moved without a number, and areas were asked for the size of their points. */
    @Test
    void slidersSayWhatTheyStandAtAndOnlyPointsHaveASize() throws Exception {
        window.style("town");
        window.await(() -> Fx.find("#style-layer", Label.class).getText().equals("镇街"));
        window.run(
                () -> Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(1));
        window.settle();
        assertThat(values()).containsExactly("80 %", "0.8");
        window.style("shelter");
        window.await(() -> Fx.find("#style-layer", Label.class).getText().equals("应急避难场所"));
        window.run(
                () -> Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(1));
        window.settle();
        assertThat(values()).containsExactly("80 %", "0.8", "8");
        window.run(() -> Fx.find("#style-cancel", Button.class).fire());
    }

    private static List<String> values() throws Exception {
        return window.get(() -> Fx.find("#style-view", Node.class).lookupAll(".slider-value").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    /** The user was asked whether to give up changes where there were none: nothing had been drawn otherwise. */
    @Test
    void aKindWhoseFieldIsNotChosenIsLeftWithoutAQuestion() throws Exception {
        window.style("town");
        window.run(
                () -> Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(1));
        kind(2);
        assertThat(window.<Object>get(() -> window.model().preview().get())).isNull();
        // with a question this would wait for its answer
        window.style("shelter");
        window.await(() -> Fx.find("#style-layer", Label.class).getText().equals("应急避难场所"));
        // a colour is a change
        window.run(
                () -> Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(0));
        window.run(() -> Fx.find("#style-rule-copy", Button.class).fire());
        window.await(() -> window.model().preview().get() != null);
        window.run(() -> Fx.find("#style-cancel", Button.class).fire());
        window.await(() -> window.model().preview().get() == null);
    }

    private static void kind(int index) throws Exception {
        window.run(
                () -> Fx.find("#style-mode", ComboBox.class).getSelectionModel().select(index));
        window.settle();
    }
}
