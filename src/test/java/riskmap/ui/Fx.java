package riskmap.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToolBar;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;

/** How a test looks at windows and presses what is in them: always on the window's thread, never before it is ready. */
public final class Fx {
    /** Generous: it costs nothing while the machine is quick. */
    private static final long PATIENCE_SECONDS = 150;

    private static final FxRobot ROBOT = new QuickRobot();

    private Fx() {}

    /** Does something on the window's thread and waits for its answer. */
    public static <T> T onWindowThread(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Does something on the window's thread and waits until it is done. */
    public static void run(Runnable action) throws Exception {
        onWindowThread(() -> {
            action.run();
            return null;
        });
    }

    /** Waits for a condition, looked at on the window's thread. */
    public static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onWindowThread(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + PATIENCE_SECONDS + " s in vain");
            }
            Thread.sleep(20);
        }
    }

    /**
     * Sees to it that this program has the keyboard: asks for it, and where that is refused, because a window of another
     * process was used later than this one, clicks into its corner as a person would. Where nothing helps, the test goes
     * on and says what it misses.
     */
    public static void focus(Window window) throws Exception {
        for (int asked = 1; asked <= 300 && !onWindowThread(Fx::isFocused); asked++) {
            run(window::requestFocus);
            if (asked % 50 == 0) {
                ROBOT.clickOn(onWindowThread(() -> new Point2D(
                        window.getX() + window.getScene().getX() + 1,
                        window.getY() + window.getScene().getY() + 1)));
            }
            Thread.sleep(20);
        }
    }

    private static boolean isFocused() {
        return Window.getWindows().stream().anyMatch(Window::isFocused);
    }

    /** The first node of this selector in any window, null while there is none; on the window's thread only. */
    public static <T> T find(String selector, Class<T> type) {
        for (Window open : Window.getWindows().toArray(Window[]::new)) {
            Node found =
                    open.getScene() == null ? null : open.getScene().getRoot().lookup(selector);
            if (found != null) {
                return type.cast(found);
            }
        }
        return null;
    }

    /**
     * Clicks a node as the user does: once it is shown, enabled and lies still. While a window is being laid out, what
     * was under the pointer a moment ago is somewhere else.
     */
    public static FxRobotInterface click(String selector) throws Exception {
        Bounds before = null;
        for (int still = 0; still < 3; ) {
            await(() -> ready(find(selector, Node.class)));
            Bounds now = onWindowThread(() -> place(find(selector, Node.class)));
            still = now != null && now.equals(before) ? still + 1 : 0;
            before = now;
            Thread.sleep(40);
        }
        return ROBOT.clickOn(before);
    }

    /**
     * Answers the question that the window asks.
     *
     * @param asked what the question speaks of
     * @param button the words on the button that is pressed
     */
    public static void answer(String asked, String button) throws Exception {
        await(() -> Window.getWindows().stream()
                .filter(open -> open.getScene().getRoot() instanceof DialogPane pane
                        && pane.getContentText() != null
                        && pane.getContentText().contains(asked))
                .flatMap(open -> open.getScene().getRoot().lookupAll(".button").stream())
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(button))
                .findFirst()
                .map(each -> {
                    each.fire();
                    return each;
                })
                .isPresent());
    }

    private static boolean ready(Node node) {
        if (node == null || node.isDisabled()) {
            return false;
        }
        for (Node part = node; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return node.getScene().getWindow().isShowing();
    }

    private static Bounds place(Node node) {
        return node == null ? null : node.localToScreen(node.getBoundsInLocal());
    }

    /** What is shown and can be pressed, chosen or typed into, but has no name that a screen reader could say. */
    public static List<String> nameless() throws Exception {
        return onWindowThread(() -> {
            List<String> result = new ArrayList<>();
            for (Window open : Window.getWindows().toArray(Window[]::new)) {
                if (open.getScene() != null) {
                    nameless(open.getScene().getRoot(), result);
                }
            }
            return result;
        });
    }

    /** Waits until the texts of all labels and buttons are shown as a whole, lists and tables aside. */
    public static void awaitNothingCut() throws Exception {
        List<String> cut = new ArrayList<>();
        try {
            await(() -> {
                cut.clear();
                Window.getWindows().forEach(window -> cut(window.getScene().getRoot(), cut));
                return cut.isEmpty();
            });
        } catch (AssertionError late) {
            throw new AssertionError("cut: " + cut, late);
        }
    }

    private static void cut(Node node, List<String> result) {
        if (!node.isVisible() || node instanceof Cell || node.getStyleClass().contains("column-header")) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            // the words of a fold stand in its title
            Parent holder =
                    labeled instanceof TitledPane && labeled.lookup(".title") instanceof Parent title ? title : labeled;
            holder.getChildrenUnmodifiable().stream()
                    .filter(part -> part.getClass() != FontIcon.class && part.isVisible())
                    .filter(Text.class::isInstance)
                    .map(part -> ((Text) part).getText())
                    .filter(shown -> !flat(shown).equals(flat(labeled.getText())))
                    .forEach(shown -> result.add(labeled.getText() + " → " + shown));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cut(child, result));
        }
    }

    /** Without the line breaks of wrapped text. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static void nameless(Node node, List<String> result) {
        if (!node.isVisible()) {
            return;
        }
        boolean plain =
                node.getAccessibleText() == null || node.getAccessibleText().isBlank();
        if (plain && node instanceof ButtonBase button && isBlank(button.getText()) && node.getId() != null) {
            result.add("#" + node.getId());
        } else if (plain && node instanceof ButtonBase button && isBlank(button.getText()) && !isPart(node)) {
            result.add(node.getParent() + " > " + node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nameless(child, result));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Whether a button is an inner part of a control, such as the arrow of a tool bar that overflows. */
    private static boolean isPart(Node node) {
        for (Parent holder = node.getParent(); holder != null; holder = holder.getParent()) {
            if (holder instanceof Control && !(holder instanceof ToolBar || holder instanceof ScrollPane)) {
                return true;
            }
        }
        return node.getStyleClass().contains("tool-bar-overflow-button");
    }
}
