package riskmap.ui;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.EditSession;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.MapTool;
import riskmap.ui.edit.SketchTool;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;

/**
 * The real window in a process of its own, in which somebody edits until he is killed: adds shelters, one after the
 * other, each acknowledged when the window shows it as done, then begins to draw a building and goes on adding. Says
 * {@code RECOVERED steps sketch}, {@code TRY name}, {@code ACK}, {@code READY}. Arguments: project, where to begin to count.
 */
public final class WindowSurveyor {
    private static final long PATIENCE_SECONDS = 90;
    private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private WindowSurveyor() {}

    /** The program's window, which gives its parts to the surveyor. */
    public static final class App extends Application {
        private static final CompletableFuture<WindowController> SHOWN = new CompletableFuture<>();

        @Override
        public void start(Stage stage) {
            Texts.use(Language.CHINESE);
            Look.use(Theme.LIGHT);
            SHOWN.complete(RiskMapApplication.open(stage, Preferences.ofUser()));
        }
    }

    public static void main(String[] arguments) {
        try {
            edit(arguments);
        } catch (Exception e) {
            e.printStackTrace();
            // the window would keep the process alive
            Runtime.getRuntime().halt(1);
        }
    }

    private static void edit(String[] arguments) throws Exception {
        Language.use(Language.CHINESE);
        new Thread(() -> Application.launch(App.class)).start();
        WindowController window = App.SHOWN.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        WindowViewModel model = window.model();
        onWindowThread(() -> {
            model.open(Path.of(arguments[0]));
            return null;
        });
        await(() -> model.project().workspace().get() != null
                && model.tasks().running().isEmpty());
        int first = Integer.parseInt(arguments[1]);
        if (first > 0) {
            recover(window);
        }
        for (int i = first; ; i++) {
            if (i == first + 2) {
                draw(window);
                say("READY");
            }
            add(model, i);
        }
    }

    private static void recover(WindowController window) throws Exception {
        await(() -> find("recovery") != null);
        int steps = onWindowThread(() -> find("recovery-steps") instanceof ListView<?> list
                ? list.getItems().size()
                : 0);
        boolean drawn = onWindowThread(() -> find("recovery-drawing") != null);
        onWindowThread(() -> {
            ((Button) find("recovery-go-on")).fire();
            return null;
        });
        SketchTool drawing = (SketchTool) window.edit().tools().of(Tool.DRAW);
        if (drawn) {
            await(() -> !drawing.sketch().isEmpty());
        }
        await(() -> window.model().tasks().running().isEmpty());
        say("RECOVERED " + steps + " " + drawing.sketch().vertices());
        await(() -> !drawing.takeBack());
    }

    /** Sets three corners of a building with the drawing tool. */
    private static void draw(WindowController window) throws Exception {
        onWindowThread(() -> {
            window.model().layers().selected().set("building");
            return null;
        });
        await(() -> window.model().editing().layer().get() != null);
        onWindowThread(() -> {
            window.model().tool().set(Tool.DRAW);
            MapTool tool = window.edit().tools().of(Tool.DRAW);
            for (double[] at : new double[][] {{100, 100}, {300, 100}, {300, 250}}) {
                tool.clicked(new MapPointer(at[0], at[1], 1, false, true, false));
            }
            return null;
        });
        await(() -> ((SketchTool) window.edit().tools().of(Tool.DRAW)).sketch().vertices() == 3);
        // the drawing is on the disk half a second behind
        EditSession session = window.model().project().workspace().get().edits();
        await(() -> session.sketch().left().stream()
                        .flatMap(sketch -> Arrays.stream(sketch.geometry().getCoordinates()))
                        .distinct()
                        .count()
                == 3);
    }

    private static void add(WindowViewModel model, int number) throws Exception {
        String name = "新增" + number;
        say("TRY " + name);
        CompletableFuture<Changes> shown = new CompletableFuture<>();
        long fid = model.project().workspace().get().edits().newFid("shelter");
        RowChange row = RowChange.added(
                "shelter",
                fid,
                Map.of(
                        "geom",
                        new GeometryFactory()
                                .createPoint(new Coordinate(SmallProject.WEST + number, SmallProject.SOUTH + number)),
                        "name",
                        name,
                        "kind",
                        "emergency",
                        "area_m2",
                        900.0,
                        "capacity_people",
                        300));
        onWindowThread(() -> {
            model.editing()
                    .commit(new Changes(Message.of(name), List.of(row)), shown::complete, shown::completeExceptionally);
            return null;
        });
        shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        say("ACK");
    }

    private static Node find(String id) {
        for (Window window : Window.getWindows()) {
            Node found = window.getScene() == null ? null : window.getScene().lookup("#" + id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static <T> T onWindowThread(Callable<T> action) throws Exception {
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

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onWindowThread(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited too long");
            }
            Thread.sleep(20);
        }
    }

    private static void say(String line) throws Exception {
        OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
