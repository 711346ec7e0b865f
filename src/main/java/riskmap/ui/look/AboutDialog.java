package riskmap.ui.look;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import riskmap.app.ProgramVersion;
import riskmap.base.Message;

/** What this program is: name, version, what it runs on, whose work it stands on. */
public final class AboutDialog {
    private AboutDialog() {}

    /** Shows it. */
    public static void show(Window owner) {
        Label name = label("ui.product");
        name.getStyleClass().add("title-3");
        VBox text = new VBox(
                6,
                name,
                label("ui.product-line"),
                label("ui.about-version", ProgramVersion.text()),
                label("ui.about-java", System.getProperty("java.version"), System.getProperty("javafx.version")),
                label("ui.about-libraries"),
                label("ui.about-keys"),
                label("ui.about-keyboard"));
        text.setPrefWidth(440);
        StackPane mark = new StackPane(Icons.of(MaterialDesignM.MAP_LEGEND, 40));
        mark.getStyleClass().add("start-mark");
        HBox content = new HBox(18, mark, text);
        content.setAlignment(Pos.TOP_LEFT);
        Dialogs.of(owner, Message.of("ui.command.about"), content, Dialogs.close())
                .show();
    }

    private static Label label(String key, Object... arguments) {
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty().bind(Texts.of(key, arguments));
        return label;
    }
}
