package riskmap.ui.look;

import javafx.application.Platform;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Keeps a window as large as the screen while its dialogs come and go. A modal dialog makes its owner one that cannot be
 * resized, and some window managers (Openbox) then take its full size from it and do not give it back: its foot would lie
 * below the edge of the screen from the first dialog on.
 */
public final class Maximized {
    private Maximized() {}

    /** Makes it as large as the screen again when the dialog is gone that made it smaller. */
    public static void keep(Stage stage) {
        stage.maximizedProperty().addListener((property, before, now) -> {
            if (!now) {
                Window.getWindows().stream()
                        .filter(window -> window instanceof Stage dialog
                                && dialog.getOwner() == stage
                                && dialog.getModality() != Modality.NONE)
                        .findFirst()
                        .ifPresent(dialog -> dialog.addEventHandler(
                                WindowEvent.WINDOW_HIDDEN,
                                // it can be resized again only when this is over
                                event -> Platform.runLater(() -> stage.setMaximized(true))));
            }
        });
    }
}
