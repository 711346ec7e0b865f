package riskmap.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import riskmap.ui.Fx;

/** Values beside their titles: none is cut where the panel ends. */
class ShownValueTest {
    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aValueThatMayNotFitIntoALineIsShownWholeInSeveral() throws Exception {
        String name = "初村邵源新材料公司（演示）";
        Node shown = Fx.onWindowThread(() -> {
            Node value = ShownValue.of(name);
            StackPane pane = new StackPane(value);
            new Scene(pane, 90, 200);
            pane.applyCss();
            pane.layout();
            return value;
        });
        assertThat(shown).isInstanceOfSatisfying(Label.class, label -> {
            assertThat(label.getText()).isEqualTo(name);
            assertThat(label.isWrapText()).isTrue();
            assertThat(label.getHeight()).isGreaterThanOrEqualTo(label.prefHeight(90) - 1);
            assertThat(label.getContextMenu().getItems()).hasSize(1);
        });
    }

    @Test
    void aShortValueIsSelectedInPart() throws Exception {
        Node shown = Fx.onWindowThread(() -> ShownValue.of("75-56-9"));
        assertThat(shown).isInstanceOfSatisfying(TextField.class, field -> assertThat(field.isEditable())
                .isFalse());
    }
}
