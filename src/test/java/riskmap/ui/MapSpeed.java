package riskmap.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.input.MouseButton;
import riskmap.ui.canvas.ShownPicture;

/**
 * Measures moving in the map of the real window: from the choice of a scale to the sharp picture of it, by the clock and in
 * processor time, which other programs on the machine lengthen less; and the frames and the work of the window's thread
 * while the mouse drags the whole map about. Run by hand, with Java's options as the installed program has them:
 * {@code mvn -Pspeed -Dquick -DskipTests verify -Dspeed="riskmap.ui.MapSpeed FILE.gpkg zoom"}; without {@code zoom} or
 * {@code drag} both.
 */
final class MapSpeed {
    /** Zooms to each scale that are not told: the program has been in use for a while. */
    private static final int WARM = 6;

    private static final int ZOOMS = 15;
    /** Between two zooms somebody looks at the map. */
    private static final int REST_MILLIS = 350;

    private static final int SECONDS = 5;

    private final WindowDriver driver;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong shown = new AtomicLong();
    private final AtomicInteger pictures = new AtomicInteger();

    private MapSpeed(WindowDriver driver) {
        this.driver = driver;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("map-speed");
        try (WindowDriver driver = WindowDriver.open(folder)) {
            driver.project(Path.of(arguments[0]));
            new MapSpeed(driver).measure(arguments.length > 1 ? arguments[1] : "");
        }
        System.exit(0);
    }

    private void measure(String only) throws Exception {
        driver.run(() -> ShownPicture.onShown(driver.window().map(), () -> {
            shown.set(System.nanoTime());
            pictures.incrementAndGet();
        }));
        if (!only.equals("drag")) {
            zooms(WARM, false);
            zooms(ZOOMS, true);
        }
        if (only.equals("zoom")) {
            return;
        }
        driver.run(() -> driver.model().map().zoomToWhole());
        driver.settle();
        for (int warm = 0; warm < 2; warm++) {
            drag("whole map", warm == 1);
        }
        for (double denominator : new double[] {50_000, 10_000, 2_000}) {
            driver.run(() -> driver.model().map().setScaleDenominator(denominator));
            driver.settle();
            for (int warm = 0; warm < 2; warm++) {
                drag(String.format("1:%,.0f", denominator), warm == 1);
            }
        }
    }

    /** From the whole map to each scale, as often as asked, each time to another one by a hair. */
    private void zooms(int count, boolean told) throws Exception {
        for (double denominator : new double[] {100_000, 50_000, 25_000, 10_000, 5_000, 2_000}) {
            List<Double> millis = new ArrayList<>();
            List<Double> cpu = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int step = i;
                driver.run(() -> driver.model().map().zoomToWhole());
                driver.settle();
                Thread.sleep(REST_MILLIS);
                shown.set(0);
                double before = ProcessTime.millis();
                driver.run(() -> {
                    begun.set(System.nanoTime());
                    driver.model().map().setScaleDenominator(denominator * (1 + step * 0.001));
                });
                driver.settle();
                cpu.add(ProcessTime.millis() - before);
                millis.add((shown.get() - begun.get()) / 1e6);
            }
            if (told) {
                say(String.format("zoomed to 1:%,.0f", denominator), millis);
                say("    processor time", cpu);
            }
        }
    }

    private void drag(String where, boolean told) throws Exception {
        Bounds map = driver.get(
                () -> driver.window().map().localToScreen(driver.window().map().getBoundsInLocal()));
        double x = map.getCenterX();
        double y = map.getCenterY();
        List<Double> frames = new ArrayList<>();
        long[] last = {0};
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (last[0] != 0) {
                    frames.add((now - last[0]) / 1e6);
                }
                last[0] = now;
            }
        };
        driver.robot.moveTo(x, y);
        driver.robot.press(MouseButton.PRIMARY);
        driver.run(timer::start);
        pictures.set(0);
        WindowWatch watch = new WindowWatch();
        long cpu = cpuNanos();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        int steps = 0;
        for (int i = 0; System.nanoTime() < end; i++, steps++) {
            double angle = i * 0.02;
            int dx = (int) (180 * Math.sin(angle));
            int dy = (int) (120 * Math.sin(1.3 * angle));
            driver.run(() ->
                    driver.robot.robotContext().getBaseRobot().moveMouse(new javafx.geometry.Point2D(x + dx, y + dy)));
            Thread.sleep(8);
        }
        driver.run(timer::stop);
        double cpuMillis = (cpuNanos() - cpu) / 1e6;
        driver.robot.release(MouseButton.PRIMARY);
        driver.settle();
        watch.close();
        if (told) {
            watch.tell("window's thread while dragging, " + where);
            say("frame while dragging, " + where, frames);
            System.out.printf(
                    "    %d moves of the mouse, %d new pictures, %.1f ms of a processor for a frame without drawing"
                            + " the map%n",
                    steps, pictures.get(), cpuMillis / Math.max(1, frames.size()));
        }
    }

    /** What the window's thread and that which lays the frames out have used. */
    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().startsWith("QuantumRenderer")
                        || thread.getThreadName().equals("JavaFX Application Thread"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static void say(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: n=%d min=%.0f ms p50=%.0f ms p95=%.0f ms max=%.0f ms, %.0f%% over 25 ms%n",
                what,
                sorted.length,
                at(sorted, 0),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 1),
                100.0 * Arrays.stream(sorted).filter(each -> each > 25).count() / sorted.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
