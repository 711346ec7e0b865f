package riskmap.ui.feature;

import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import riskmap.app.rows.PhotoTurn;
import riskmap.data.Photo;
import riskmap.ui.look.Look;

/** A photo as large as its window, upright; left and right arrow go through the feature's photos, Esc closes. */
final class PhotoWindow {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 720;

    /** Kept free on a small screen for the title bar. */
    private static final double AROUND = 60;

    private final PhotosViewModel model;
    private final Stage stage = new Stage();
    private final ImageView picture = new ImageView();
    private final StackPane room = new StackPane(picture);
    private final List<Photo> photos;
    private int at;

    PhotoWindow(Window owner, PhotosViewModel model, Photo photo) {
        this.model = model;
        photos = model.photos().get();
        at = Math.max(0, photos.indexOf(photo));
        stage.initOwner(owner);
        room.setId("photo-window");
        room.getStyleClass().add("photo-window");
        picture.setPreserveRatio(true);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                room, Math.min(WIDTH, screen.getWidth() - AROUND), Math.min(HEIGHT, screen.getHeight() - AROUND));
        Look.dress(scene);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            } else if (event.getCode() == KeyCode.RIGHT) {
                go(1);
            } else if (event.getCode() == KeyCode.LEFT) {
                go(-1);
            }
        });
        room.widthProperty().addListener(property -> fit());
        room.heightProperty().addListener(property -> fit());
        stage.setScene(scene);
    }

    void show() {
        go(0);
        stage.show();
    }

    private void go(int step) {
        at = Math.floorMod(at + step, photos.size());
        Photo photo = photos.get(at);
        stage.setTitle(photo.name() + "  (" + (at + 1) + "/" + photos.size() + ")");
        model.read(photo, data -> {
            picture.setImage(new Image(new ByteArrayInputStream(data)));
            picture.setRotate(PhotoTurn.of(data));
            fit();
        });
    }

    /** Turned pictures lie in the window the other way round. */
    private void fit() {
        boolean lying = picture.getRotate() % 180 != 0;
        double width = Math.max(1, room.getWidth() - 16);
        double height = Math.max(1, room.getHeight() - 16);
        picture.setFitWidth(lying ? height : width);
        picture.setFitHeight(lying ? width : height);
    }
}
