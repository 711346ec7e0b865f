package riskmap.ui;

import java.io.File;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Keeps a picture of every open window of a test that failed, under {@code target/shots}. */
final class ShotOnFailure implements TestExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        File folder = new File("target/shots");
        folder.mkdirs();
        String name = context.getRequiredTestMethod().getName();
        int number = 0;
        for (Window window : Window.getWindows().toArray(Window[]::new)) {
            CompletableFuture<WritableImage> shot = new CompletableFuture<>();
            Platform.runLater(() -> shot.complete(window.getScene().snapshot(null)));
            File file = new File(folder, name + "-" + number++ + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(shot.get(), null), "png", file);
        }
        throw failure;
    }
}
