package riskmap.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
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
        onASmallScreenInEnglish(() -> {
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
        });
    }

    /** In English the fields were wider than the panel, which does not scroll sideways: their right ends were cut off. */
    @Test
    void theFieldsOfASymbolEndWithinThePanel() throws Exception {
        onASmallScreenInEnglish(() -> {
            window.await(() -> Fx.find("#style-field-fill", Node.class) != null);
            // as wide as it is in a window of 1366 pixels
            window.run(() -> Fx.find("#workbench", SplitPane.class).setDividerPosition(1, 1 - 290.0 / 1290));
            window.settle();
            for (String field : List.of("#style-symbol", "#style-by-fill", "#style-field-blend")) {
                window.await(() -> right(Fx.find(field, Node.class)) <= right(Fx.find("#style-tabs", Node.class)));
            }
        });
    }

    /** What is looked at in the first tab of a style's panel. */
    private interface Look {
        void at() throws Exception;
    }

    private static void onASmallScreenInEnglish(Look look) throws Exception {
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
            look.at();
        } finally {
            window.run(() -> {
                stage.setWidth(width);
                Texts.use(Language.CHINESE);
            });
        }
    }

    /** A box that was open went on in the former language. */
    @Test
    void theWordsInTheBoxesFollowTheLanguage() throws Exception {
        window.style("building");
        window.await(() -> shown("#style-layer-blend").equals("覆盖（通常）"));
        try {
            window.run(() -> Texts.use(Language.ENGLISH));
            window.await(() -> shown("#style-layer-blend").equals("Cover (usual)"));
            window.await(() -> shown("#style-symbol").endsWith("Area"));
        } finally {
            window.run(() -> Texts.use(Language.CHINESE));
        }
        window.await(() -> shown("#style-layer-blend").equals("覆盖（通常）"));
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    /** What stands in a box that is not open. */
    private static String shown(String id) {
        ComboBox<?> box = Fx.find(id, ComboBox.class);
        return box == null
                ? ""
                : box.getChildrenUnmodifiable().stream()
                        .filter(ListCell.class::isInstance)
                        .map(cell -> String.valueOf(((ListCell<?>) cell).getText()))
                        .findFirst()
                        .orElse("");
    }
}
