package riskmap.ui.feature;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import riskmap.base.Message;
import riskmap.data.Photo;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The photos of a feature below its form: small pictures; a click shows one, files dropped on it are put in. */
public final class PhotosView extends VBox {
    private static final double SIDE = 84;

    private final PhotosViewModel model;
    private final FlowPane pictures = new FlowPane(6, 6);

    /** Shows them. */
    public PhotosView(PhotosViewModel model) {
        this.model = model;
        setId("photos");
        getStyleClass().add("photos");
        Label heading = new Label();
        heading.getStyleClass().add("form-group");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of("ui.photos", model.photos().get().size())
                                .text(),
                        model.photos(),
                        Texts.language()));
        Button add = new Button(null, Icons.of(MaterialDesignC.CAMERA_PLUS_OUTLINE, 16));
        add.setId("photo-add");
        add.getStyleClass().addAll("flat", "button-icon");
        Tips.name(add, "ui.photo-add");
        add.disableProperty().bind(model.isWritable().not());
        add.setOnAction(event -> choose());
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(6, heading, add);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, hint(), pictures);
        visibleProperty().bind(model.possible());
        managedProperty().bind(model.possible());
        setOnDragOver(this::over);
        setOnDragDropped(this::dropped);
        model.photos().addListener(property -> show());
        show();
    }

    private void show() {
        pictures.getChildren()
                .setAll(model.photos().get().stream().map(this::picture).toList());
    }

    /** Beside the pictures, not among them: a flow of pictures is as wide as its widest one, this wraps. */
    private Label hint() {
        Label hint = new Label();
        hint.setId("photos-hint");
        hint.getStyleClass().add("hint-inline");
        hint.textProperty().bind(Texts.of("ui.photos-hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.photos().get().isEmpty(), model.photos()));
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private Node picture(Photo photo) {
        ImageView small = new ImageView();
        if (photo.thumbnail() != null) {
            small.setImage(new Image(new ByteArrayInputStream(photo.thumbnail())));
        }
        small.setPreserveRatio(true);
        small.setFitWidth(SIDE);
        small.setFitHeight(SIDE);
        Button button =
                new Button(null, photo.thumbnail() == null ? Icons.of(MaterialDesignI.IMAGE_OFF_OUTLINE, 32) : small);
        button.setId("photo-" + photo.id());
        button.getStyleClass().addAll("flat", "photo");
        button.setMinSize(SIDE + 8, SIDE + 8);
        button.setPrefSize(SIDE + 8, SIDE + 8);
        button.setTooltip(new Tooltip(
                photo.name() + "\n" + String.format(Locale.ROOT, "%,.0f kB", Math.max(1, photo.size() / 1024.0))));
        button.setOnAction(event -> open(photo));
        button.setContextMenu(menu(photo));
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE && model.isWritable().get()) {
                event.consume();
                model.remove(photo);
            }
        });
        button.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.SECONDARY) {
                button.requestFocus();
            }
        });
        return button;
    }

    private ContextMenu menu(Photo photo) {
        MenuItem open = item("ui.photo-open", () -> open(photo));
        MenuItem save = item("ui.photo-save", () -> save(photo));
        MenuItem remove = item("ui.photo-remove", () -> model.remove(photo));
        remove.setId("photo-remove");
        remove.disableProperty().bind(model.isWritable().not());
        return new ContextMenu(open, save, remove);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(Texts.of(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void open(Photo photo) {
        new PhotoWindow(getScene().getWindow(), model, photo).show();
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Message.of("ui.photo-add").text());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Message.of("ui.photo-files").text(),
                        List.of("*.jpg", "*.jpeg", "*.png", "*.gif", "*.bmp", "*.JPG", "*.JPEG", "*.PNG")));
        List<File> files = Maximized.through(getScene().getWindow(), chooser::showOpenMultipleDialog);
        if (files != null) {
            model.add(files.stream().map(File::toPath).toList());
        }
    }

    private void save(Photo photo) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(photo.name());
        File file = Maximized.through(getScene().getWindow(), chooser::showSaveDialog);
        if (file != null) {
            model.save(photo, file.toPath());
        }
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() && model.isWritable().get()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        model.add(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }
}
