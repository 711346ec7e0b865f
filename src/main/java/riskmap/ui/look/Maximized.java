package riskmap.ui.look;

import java.util.function.Function;
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
                        // also one that stands over another dialog: a modal one holds up all windows
                        .filter(window -> window instanceof Stage dialog
                                && dialog != stage
                                && dialog.getModality() != Modality.NONE)
                        .findFirst()
                        .ifPresent(dialog -> dialog.addEventHandler(
                                WindowEvent.WINDOW_HIDDEN,
                                // it can be resized again only when this is over
                                event -> Platform.runLater(() -> stage.setMaximized(true))));
            }
        });
    }

    /**
     * Opens a dialog of the system, which no window of ours stands for, and makes the window as large as the screen again
     * if it was that before.
     *
     * @param owner a window, or a dialog over it
     */
    public static <T> T through(Window owner, Function<Window, T> dialog) {
        Window window = owner;
        while (window instanceof Stage stage && stage.getOwner() != null) {
            window = stage.getOwner();
        }
        boolean before = window instanceof Stage stage && stage.isMaximized();
        T answer = dialog.apply(owner);
        if (before) {
            Stage stage = (Stage) window;
            Platform.runLater(() -> stage.setMaximized(true));
        }
        return answer;
    }
}
