package riskmap.ui.look;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import riskmap.base.Message;

/** The dialogs of the program: questions, news and errors, in the user's language and with the program's look. */
public final class Dialogs {
    /** Pixels of the screen that a window's own frame may take. */
    private static final double EDGE = 60;

    /** So long the window system may still tell of sizes from before a dialog was shown. */
    private static final Duration SETTLING = Duration.millis(800);

    private Dialogs() {}

    /** A dialog with our look, owned by a window, with the given content and buttons. */
    public static Dialog<ButtonType> of(Window owner, Message title, Node content, ButtonType... buttons) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.titleProperty().bind(Texts.of(title));
        dialog.setResizable(true);
        // the owner's style sheets come with it; sheets on the pane itself would be matched once more for every node
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(content);
        pane.getButtonTypes().setAll(buttons);
        if (content instanceof Region region && region.getPrefWidth() > 0) {
            // the theme holds dialogs to 600 pixels, also those that say how wide they are to be
            pane.getStyleClass().add("wide-dialog");
        }
        keepOnScreen(pane);
        return dialog;
    }

    /**
     * Opens a dialog that leaves the window usable; where it is open already it gets the keyboard instead: a key that is
     * held asks again and again.
     *
     * @param subject which dialog, and of what: the same one is never open twice
     * @param open opens it, as {@link #showBeside} does
     */
    public static void once(Window owner, Object subject, Supplier<Window> open) {
        if (owner.getProperties().get(subject) instanceof Window opened && opened.isShowing()) {
            opened.requestFocus();
            return;
        }
        Window opened = open.get();
        owner.getProperties().put(subject, opened);
        opened.addEventHandler(
                WindowEvent.WINDOW_HIDDEN, event -> owner.getProperties().remove(subject, opened));
    }

    /**
     * Closes what {@link #once} has opened over a window, each as if the user had: one that holds unsaved work asks.
     *
     * @return false where one of them stays
     */
    public static boolean leaveAll(Window owner) {
        for (Object each : List.copyOf(owner.getProperties().values())) {
            if (each instanceof Window opened && opened.isShowing()) {
                opened.fireEvent(new WindowEvent(opened, WindowEvent.WINDOW_CLOSE_REQUEST));
                if (opened.isShowing()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Shows a dialog that leaves the window usable.
     *
     * @param first what gets the keyboard, null for what stands first
     */
    public static Window showBeside(Dialog<?> dialog, Node first) {
        dialog.initModality(Modality.NONE);
        dialog.show();
        if (first != null) {
            first.requestFocus();
        }
        return dialog.getDialogPane().getScene().getWindow();
    }

    /** A button of a dialog with a text of ours. */
    public static ButtonType button(String key, ButtonBar.ButtonData data) {
        return new ButtonType(Message.of(key).text(), data);
    }

    /** The button that only closes. */
    public static ButtonType close() {
        return button("ui.close", ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    /** Tells what went wrong: one sentence; the technical cause, if any, can be unfolded. */
    public static void error(Window owner, Message message, Throwable cause) {
        Alert alert = alert(owner, Alert.AlertType.ERROR, Message.of("ui.error"), message.text());
        if (cause != null) {
            StringWriter text = new StringWriter();
            cause.printStackTrace(new PrintWriter(text, true));
            TextArea area = new TextArea(text.toString());
            area.setEditable(false);
            area.setPrefRowCount(12);
            alert.getDialogPane().setExpandableContent(area);
        }
        alert.getButtonTypes().setAll(close());
        alert.show();
    }

    /** Tells something. */
    public static void news(Window owner, Message title, String message) {
        Alert alert = alert(owner, Alert.AlertType.INFORMATION, title, message);
        alert.getButtonTypes().setAll(close());
        alert.show();
    }

    /** Tells something over a dialog, which has the keyboard again afterwards; over its window if it is closed by now. */
    public static void news(Dialog<?> dialog, Message title, String message) {
        Window own = dialog.getDialogPane().getScene().getWindow();
        news(own.isShowing() ? own : dialog.getOwner(), title, message);
    }

    /** Asks; true for the affirmative button. */
    public static boolean confirm(Window owner, Message title, Message question, Message affirmative) {
        return answered(owner, title, question, new ButtonType(affirmative.text(), ButtonBar.ButtonData.OK_DONE));
    }

    /** Asks before something is lost: Enter, pressed without reading, loses nothing. */
    public static boolean confirmLoss(Window owner, Message title, Message question, Message affirmative) {
        return answered(owner, title, question, new ButtonType(affirmative.text(), ButtonBar.ButtonData.APPLY));
    }

    /** What is to become of unsaved work that is being left. */
    public enum Leaving {
        SAVE,
        DISCARD,
        STAY
    }

    /**
     * Asks what is to become of unsaved work before it is left: Enter, pressed without reading, loses nothing.
     *
     * @param savable whether it can be saved as it is
     */
    public static Leaving leaving(Window owner, Message title, Message question, boolean savable) {
        Alert alert = alert(owner, Alert.AlertType.CONFIRMATION, title, question.text());
        ButtonType save = button("ui.leave-save", ButtonBar.ButtonData.YES);
        ButtonType discard = button("ui.leave-discard", ButtonBar.ButtonData.NO);
        ButtonType stay = button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        alert.getButtonTypes().setAll(discard, stay);
        if (savable) {
            alert.getButtonTypes().add(save);
        }
        preselect(alert, savable ? save : stay);
        ButtonType answer = alert.showAndWait().orElse(stay);
        return answer == save ? Leaving.SAVE : answer == discard ? Leaving.DISCARD : Leaving.STAY;
    }

    private static void preselect(Alert alert, ButtonType chosen) {
        alert.getButtonTypes()
                .forEach(type -> ((Button) alert.getDialogPane().lookupButton(type)).setDefaultButton(type == chosen));
        alert.setOnShown(event -> alert.getDialogPane().lookupButton(chosen).requestFocus());
    }

    /**
     * Waits, with the window in use, until what is begun has ended.
     *
     * @param begin begins it and is given whom to tell, on the window's thread, whether it succeeded
     */
    public static boolean awaited(Consumer<Consumer<Boolean>> begin) {
        AtomicReference<Boolean> ended = new AtomicReference<>();
        Object loop = new Object();
        AtomicBoolean waiting = new AtomicBoolean();
        begin.accept(success -> {
            ended.set(success);
            if (waiting.get()) {
                Platform.exitNestedEventLoop(loop, null);
            }
        });
        if (ended.get() == null) {
            waiting.set(true);
            Platform.enterNestedEventLoop(loop);
        }
        return ended.get();
    }

    private static boolean answered(Window owner, Message title, Message question, ButtonType yes) {
        Alert alert = alert(owner, Alert.AlertType.CONFIRMATION, title, question.text());
        ButtonType no = button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        alert.getButtonTypes().setAll(yes, no);
        if (!yes.getButtonData().isDefaultButton()) {
            preselect(alert, no);
        }
        Optional<ButtonType> answer = alert.showAndWait();
        return answer.isPresent() && answer.get() == yes;
    }

    private static Alert alert(Window owner, Alert.AlertType type, Message title, String message) {
        Alert alert = new Alert(type);
        alert.initOwner(owner);
        alert.setTitle(title.text());
        alert.setHeaderText(null);
        alert.setContentText(message);
        alert.setResizable(true);
        Look.dress(alert.getDialogPane());
        alert.getDialogPane().setPrefWidth(460);
        keepOnScreen(alert.getDialogPane());
        return alert;
    }

    /** A dialog is centred on its owner: over a small window beside the screen's edge it would hang out of reach. */
    private static void keepOnScreen(DialogPane pane) {
        InSight.followRows(pane.getScene());
        Window window = pane.getScene().getWindow();
        window.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> startAtFullSize(pane));
        window.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> {
            bringIn(window);
            double x = window.getX();
            double y = window.getY();
            // once more when the window system has placed it: under X11 the first dialog of a program can come out 200
            // pixels wide in the corner of the screen
            Platform.runLater(() -> {
                window.sizeToScene();
                fit(window);
                // a place that is set to what it is thought to be is not told to the window system
                window.setX(x + 1);
                window.setX(x);
                window.setY(y + 1);
                window.setY(y);
                bringIn(window);
                holdAtFirst(window, pane);
            });
        });
    }

    /**
     * What the window system says of the size a dialog came out at may arrive after it was given its own: as long as
     * nobody can have taken hold of its edge it is given that again. From then on the user may make it smaller.
     */
    private static void holdAtFirst(Window window, DialogPane pane) {
        double width = window.getWidth();
        double height = window.getHeight();
        ChangeListener<Number> smaller = (property, before, now) -> Platform.runLater(() -> {
            if (window.getWidth() < width) {
                window.setWidth(width);
            }
            if (window.getHeight() < height) {
                window.setHeight(height);
            }
        });
        window.widthProperty().addListener(smaller);
        window.heightProperty().addListener(smaller);
        PauseTransition first = new PauseTransition(SETTLING);
        first.setOnFinished(event -> {
            window.widthProperty().removeListener(smaller);
            window.heightProperty().removeListener(smaller);
            pane.setMinSize(Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
        });
        first.play();
    }

    /**
     * Under X11 a dialog first comes out at its least size, and what the window system says of that may arrive after what
     * it says of the size it is given then: it would stay as small as it can be.
     */
    private static void startAtFullSize(DialogPane pane) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        pane.applyCss();
        if (pane.minWidth(-1) > room.getWidth() - EDGE || pane.minHeight(-1) > room.getHeight() - EDGE) {
            scroll(pane);
        }
        double width = Math.min(pane.prefWidth(-1), room.getWidth() - EDGE);
        double wanted = pane.prefHeight(width);
        double height = Math.min(wanted, room.getHeight() - EDGE);
        pane.setMinSize(width, height);
        if (height < wanted) {
            // a window that takes the size of its scene again takes this one
            pane.setPrefSize(width, height);
        }
    }

    /** What has no room on the screen, as on a small one whose letters are enlarged, must not push the buttons off it. */
    private static void scroll(DialogPane pane) {
        ScrollPane scroll = new ScrollPane(pane.getContent());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        pane.setContent(scroll);
        pane.applyCss();
    }

    /** A window that is larger than its screen is as large as that: its buttons are in sight. */
    private static void fit(Window window) {
        Rectangle2D room = room(window);
        if (window.getWidth() > room.getWidth()) {
            window.setWidth(room.getWidth());
        }
        if (window.getHeight() > room.getHeight()) {
            window.setHeight(room.getHeight());
        }
    }

    private static Rectangle2D room(Window window) {
        List<Screen> screens =
                Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight());
        return (screens.isEmpty() ? Screen.getPrimary() : screens.get(0)).getVisualBounds();
    }

    private static void bringIn(Window window) {
        Rectangle2D room = room(window);
        double x = Math.max(room.getMinX(), Math.min(window.getX(), room.getMaxX() - window.getWidth()));
        double y = Math.max(room.getMinY(), Math.min(window.getY(), room.getMaxY() - window.getHeight()));
        if (x != window.getX()) {
            window.setX(x);
        }
        if (y != window.getY()) {
            window.setY(y);
        }
    }
}
