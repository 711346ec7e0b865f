package riskmap.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import riskmap.ui.canvas.ShownPicture;

/**
 * Measures how long a project takes in the real window from the choice of its file to the first whole picture of its map,
 * all layers in it: opened for the first time by the program, and again after it was closed. Run by hand:
 * {@code mvn -Pspeed -Dquick -DskipTests verify -Dspeed="riskmap.ui.OpenSpeed FILE.gpkg [TIMES [FILE.gpkg opened before]]"}.
 */
final class OpenSpeed {
    private OpenSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]);
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("open-speed");
        try (WindowDriver driver = WindowDriver.open(folder)) {
            AtomicLong begun = new AtomicLong();
            driver.run(() -> {
                ShownPicture.onShown(driver.window().map(), () -> say("picture", begun.get()));
                driver.model().project().workspace().addListener(property -> say("project", begun.get()));
                driver.model()
                        .project()
                        .content()
                        .addListener((property, before, now) ->
                                say("layers " + now.layers().size(), begun.get()));
            });
            for (int i = 2; i < arguments.length; i++) {
                begun.set(System.nanoTime());
                driver.project(Path.of(arguments[i]));
            }
            for (int run = 0; run < times; run++) {
                driver.run(() -> driver.model().project().close());
                driver.settle();
                open(driver, project, begun, run);
            }
            for (int run = 0; run < times; run++) {
                double cpu = ProcessTime.millis();
                begun.set(System.nanoTime());
                driver.run(() -> driver.window().map().redraw());
                driver.settle();
                System.out.printf("drawn again: %.0f ms of the processors%n", ProcessTime.millis() - cpu);
            }
        }
        System.exit(0);
    }

    private static void open(WindowDriver driver, Path project, AtomicLong begun, int run) throws Exception {
        WindowWatch watch = new WindowWatch();
        Map<String, Long> threads = ThreadTimes.now();
        double cpu = ProcessTime.millis();
        begun.set(System.nanoTime());
        driver.project(project);
        System.out.printf(
                "%d: settled after %.0f ms, %.0f ms of the processors%n",
                run, (System.nanoTime() - begun.get()) / 1e6, ProcessTime.millis() - cpu);
        ThreadTimes.tellSince(threads);
        watch.tell("window's thread while opening");
    }

    private static void say(String what, long begun) {
        System.out.printf("    %6.0f ms %s%n", (System.nanoTime() - begun) / 1e6, what);
    }
}
