package riskmap.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import riskmap.base.Language;
import riskmap.ui.canvas.ShownPicture;
import riskmap.ui.command.Command;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;

/** A real window that a test drives by mouse and keyboard, in map coordinates. Needs a screen. */
final class WindowDriver implements AutoCloseable {
    /** Longer than a double click may take. */
    private static final long APART_MILLIS = 600;
    /** Pixels within which two clicks may be taken for a double click. */
    private static final double SAME_PLACE = 20;

    final FxRobot robot = new QuickRobot();
    private final WindowController window;
    private final WindowViewModel model;
    private Point2D lastClick = new Point2D(-SAME_PLACE, -SAME_PLACE);
    private long lastClickAt;

    private WindowDriver(WindowController window) {
        this.window = window;
        this.model = window.model();
    }

    /** Opens the window with its settings in a folder. */
    static WindowDriver open(Path folder) throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        Language.use(Language.CHINESE);
        Stage stage = FxToolkit.registerPrimaryStage();
        WindowDriver driver = new WindowDriver(onWindowThread(() -> {
            Texts.use(Language.CHINESE);
            Look.use(Theme.LIGHT);
            WindowController opened =
                    RiskMapApplication.open(stage, Preferences.read(folder.resolve("settings/window.json")));
            // one stage serves all tests: another may have left it small, and maximized it is already
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setWidth(screen.getWidth());
            stage.setHeight(screen.getHeight());
            return opened;
        }));
        Fx.focus(stage);
        return driver;
    }

    WindowDriver project(Path project) throws Exception {
        run(() -> model.open(project));
        await(() -> model.project().workspace().get() != null
                && model.project()
                        .workspace()
                        .get()
                        .file()
                        .equals(project.toAbsolutePath().normalize()));
        settle();
        return this;
    }

    WindowController window() {
        return window;
    }

    WindowViewModel model() {
        return model;
    }

    /** Chooses the layer to edit. */
    void edit(String layer) throws Exception {
        run(() -> model.layers().selected().set(layer));
        await(() -> model.editing().layer().get() != null
                && model.editing().layer().get().id().equals(layer));
        settle();
    }

    /** Opens the editor of a layer's style and waits until it stands in place of one that was there. */
    void style(String layer) throws Exception {
        run(() -> model.layers().selected().set(layer));
        run(() -> command("style").run());
        settle();
        await(() -> Fx.find("#style-mode", ComboBox.class) != null);
    }

    void zoomTo(double minX, double minY, double maxX, double maxY) throws Exception {
        run(() -> model.map().zoomTo(new Envelope(minX, maxX, minY, maxY)));
        settle();
    }

    /** Waits until nothing holds what was closed any more. */
    void awaitGone(WeakReference<? extends Node> view) throws Exception {
        await(() -> {
            System.gc();
            return view.get() == null;
        });
    }

    Command command(String id) {
        return java.util.stream.Stream.of(
                        window.commands().all(),
                        window.edit().commands().all(),
                        window.frame().commands().all())
                .flatMap(java.util.List::stream)
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void command(String id, boolean on) throws Exception {
        run(() -> command(id).state().set(on));
    }

    /** A key with Alt or Ctrl, as the user presses it. */
    void keys(KeyCode modifier, KeyCode code) {
        robot.press(modifier).type(code).release(modifier);
    }

    Point2D onScreen(double x, double y) throws Exception {
        return onWindowThread(() -> window.map()
                .localToScreen(
                        model.map().view().get().viewX(x, y),
                        model.map().view().get().viewY(x, y)));
    }

    /** Metres of a screen pixel. */
    double pixel() throws Exception {
        return onWindowThread(() -> model.map().view().get().unitsPerPixel());
    }

    void click(double x, double y) throws Exception {
        standApart(onScreen(x, y));
        robot.clickOn(MouseButton.PRIMARY);
        clicked();
    }

    void doubleClick(double x, double y) throws Exception {
        standApart(onScreen(x, y));
        robot.doubleClickOn(MouseButton.PRIMARY);
        clicked();
    }

    /** Goes to a place; waits where a click there could be taken for the second of a double click. */
    private void standApart(Point2D place) throws Exception {
        robot.moveTo(place);
        if (place.distance(lastClick) < SAME_PLACE) {
            Thread.sleep(Math.max(0, APART_MILLIS - (System.nanoTime() - lastClickAt) / 1_000_000));
        }
        lastClick = place;
    }

    private void clicked() throws Exception {
        lastClickAt = System.nanoTime();
        settle();
    }

    void drag(double x, double y, double toX, double toY) throws Exception {
        Point2D to = onScreen(toX, toY);
        robot.moveTo(onScreen(x, y));
        settle();
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(to).moveTo(to);
        settle();
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    /** Types a place, length or bearing on the map and gives it in. */
    void enter(String text) throws Exception {
        robot.write(text, 15).type(KeyCode.ENTER);
        settle();
    }

    /** What the layer holds, read by its table name. */
    org.locationtech.jts.geom.Geometry geometry(String layer, long fid) throws Exception {
        return (org.locationtech.jts.geom.Geometry) value(layer, fid, "geom");
    }

    Object value(String layer, long fid, String column) throws Exception {
        return model.project()
                .workspace()
                .get()
                .store()
                .edits()
                .values(layer, fid, java.util.List.of(column))
                .get(column);
    }

    static Coordinate at(double x, double y) {
        return new Coordinate(x, y);
    }

    /** The first node of this id in any window, null while there is none. */
    <T> T find(String id, Class<T> type) throws Exception {
        return onWindowThread(() -> Fx.find(id, type));
    }

    void run(Runnable action) throws Exception {
        Fx.run(action);
    }

    <T> T get(Supplier<T> value) throws Exception {
        return onWindowThread(value::get);
    }

    static <T> T onWindowThread(Callable<T> action) throws Exception {
        return Fx.onWindowThread(action);
    }

    /** Waits for a condition, looked at on the window's thread. */
    void await(BooleanSupplier condition) throws Exception {
        Fx.await(condition);
    }

    /** Waits until nothing runs and the picture of the map is of now. */
    void settle() throws Exception {
        for (int quiet = 0; quiet < 3; quiet++) {
            await(() -> model.tasks().running().isEmpty()
                    && model.editing().idle().isDone()
                    && (model.project().workspace().get() == null
                            || ShownPicture.isOf(
                                    window.map(), model.map().view().get())));
        }
    }

    @Override
    public void close() throws Exception {
        run(() -> {
            Window.getWindows().stream()
                    .filter(other -> other != window.window().getScene().getWindow())
                    .toList()
                    .forEach(Window::hide);
            window.close();
        });
        FxToolkit.hideStage();
    }
}
