package riskmap.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.base.Language;
import riskmap.ui.look.Texts;

/** The symbology editor on a screen of 1290 pixels, in English: nothing is cut, what belongs together stands together. */
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class StyleOnSmallScreenTest {
    private static WindowDriver window;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        window = open;
    }

    @Test
    void aColourIsReadAsAWholeAndTheArrowsStandSideBySideOnASmallScreen() throws Exception {
        Window stage = window.get(() -> window.window().window().getScene().getWindow());
        double width = window.get(stage::getWidth);
        try {
            window.run(() -> {
                stage.setWidth(1290);
                Texts.use(Language.ENGLISH);
            });
            window.style("building");
            window.run(() ->
                    Fx.find("#style-tabs", TabPane.class).getSelectionModel().select(0));
            window.await(() -> {
                Node colour = Fx.find("#style-field-fill", Node.class);
                if (colour == null || !(colour.lookup(".text-field") instanceof TextField field)) {
                    return false;
                }
                Text widest = new Text("#CCCCCC");
                widest.setFont(field.getFont());
                return field.getWidth()
                        >= widest.getLayoutBounds().getWidth()
                                + field.getInsets().getLeft()
                                + field.getInsets().getRight();
            });
            window.await(() -> Fx.find("#style-symbol-lower", Button.class)
                            .localToScene(0, 0)
                            .getY()
                    == Fx.find("#style-symbol-upper", Button.class)
                            .localToScene(0, 0)
                            .getY());
        } finally {
            window.run(() -> {
                stage.setWidth(width);
                Texts.use(Language.CHINESE);
            });
        }
    }
}
