package riskmap.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import riskmap.app.demo.DemonstrationDistrict;
import riskmap.base.Message;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;

/** Asks where the demonstration district is to lie and how large it is to be; opens the one that is there already. */
final class DemoDialog {
    private final Window owner;
    private final TextField folder = new TextField();

    DemoDialog(Window owner) {
        this.owner = owner;
    }

    /** Shows it; {@code chosen} gets the folder and the size, null to open what is there. */
    void show(BiConsumer<Path, DemonstrationDistrict.Size> chosen) {
        folder.setId("demo-folder");
        folder.setText(Path.of(System.getProperty("user.home"), "riskmap-demo").toString());
        folder.setPrefColumnCount(34);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button browse = new Button();
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.textProperty().bind(Texts.of("ui.browse"));
        browse.setOnAction(event -> browse());
        HBox line = new HBox(8, folder, browse);
        line.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup sizes = new ToggleGroup();
        RadioButton small = size("ui.demo-small", sizes);
        RadioButton full = size("ui.demo-full", sizes);
        small.setSelected(true);
        BooleanBinding there = Bindings.createBooleanBinding(() -> isThere(), folder.textProperty());
        small.disableProperty().bind(there);
        full.disableProperty().bind(there);
        Label note = new Label();
        note.setWrapText(true);
        note.getStyleClass().add("hint-inline");
        note.textProperty()
                .bind(Bindings.when(there).then(Texts.of("ui.demo-there")).otherwise(Texts.of("ui.demo-new")));
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.demo-folder"));
        title.getStyleClass().add("form-title");
        VBox content = new VBox(12, title, line, small, full, note);
        content.setPrefWidth(520);
        ButtonType ok = Dialogs.button("ui.open", ButtonBar.ButtonData.OK_DONE);
        ButtonType cancel = Dialogs.button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = Dialogs.of(owner, Message.of("ui.start-demo"), content, ok, cancel);
        dialog.getDialogPane().lookupButton(ok).setId("demo-open");
        dialog.getDialogPane().lookupButton(ok).addEventHandler(ActionEvent.ACTION, event -> {
            DemonstrationDistrict.Size size =
                    full.isSelected() ? DemonstrationDistrict.Size.DISTRICT : DemonstrationDistrict.Size.SMALL;
            chosen.accept(Path.of(folder.getText().strip()), there.get() ? null : size);
        });
        dialog.show();
    }

    private static RadioButton size(String text, ToggleGroup group) {
        RadioButton button = new RadioButton();
        button.textProperty().bind(Texts.of(text));
        button.setToggleGroup(group);
        return button;
    }

    private boolean isThere() {
        try {
            return Files.exists(Path.of(folder.getText().strip()).resolve(DemonstrationDistrict.PROJECT));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.titleProperty().bind(Texts.of("ui.demo-folder"));
        File chosen = Maximized.through(owner, chooser::showDialog);
        if (chosen != null) {
            folder.setText(chosen.getPath());
        }
    }
}
