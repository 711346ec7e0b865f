package riskmap.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javafx.application.Platform;
import javafx.stage.Window;
import riskmap.Main;
import riskmap.ui.canvas.MapView;
import riskmap.ui.canvas.ShownPicture;

/**
 * Measures how long the program takes from the start of its process to the first whole picture of a project given to it.
 * Run by hand: {@code mvn -Pspeed -Dquick -DskipTests verify -Dspeed="riskmap.ui.StartSpeed FILE.gpkg"}.
 */
final class StartSpeed {
    private static final int LOOK_MILLIS = 10;
    /** A picture after which no other comes for so long is the last one. */
    private static final int QUIET_MILLIS = 4000;

    private static volatile MapView map;
    private static volatile long last;

    private StartSpeed() {}

    public static void main(String[] arguments) {
        say("main");
        Thread watch = new Thread(StartSpeed::watch, "start-watch");
        watch.setDaemon(true);
        watch.start();
        Main.main(arguments);
    }

    /** Waits for the window, then for its pictures. */
    private static void watch() {
        try {
            while (map == null) {
                Thread.sleep(LOOK_MILLIS);
                look();
            }
            while (last == 0 || System.nanoTime() - last < QUIET_MILLIS * 1_000_000L) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(0);
    }

    private static void look() {
        try {
            Platform.runLater(() -> Window.getWindows().stream()
                    .filter(window -> map == null && window.isShowing())
                    .forEach(StartSpeed::found));
        } catch (IllegalStateException notYet) {
            // the toolkit has not begun
        }
    }

    private static void found(Window window) {
        map = (MapView) window.getScene().lookup("#map");
        say("window");
        ShownPicture.onShown(map, () -> {
            say("picture of " + map.content().get().layers().size() + " layers");
            tellThreads();
            last = System.nanoTime();
        });
    }

    private static void tellThreads() {
        try {
            ThreadTimes.tellSince(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String what) {
        System.out.printf(
                "%6d ms, %6.0f ms of the processors: %s%n",
                System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime(),
                ProcessTime.millis(),
                what);
    }
}
