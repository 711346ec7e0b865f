package riskmap.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Watches the window's thread while it works: how long each stretch of work holds it, in processor time, which other
 * programs on the machine do not lengthen, and where most of that went.
 */
final class WindowWatch implements AutoCloseable {
    private static final int LOOK_MILLIS = 2;
    /** Milliseconds of a processor after which the next beat comes at once. */
    private static final double SHORT = 1;

    private static final int TOLD = 6;
    private static final int CALLS = 60;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread window;
    private final Thread watcher = new Thread(this::watch, "window-watch");
    private final Semaphore beats = new Semaphore(0);
    /** Of the window's thread until it ends. */
    private final List<Stretch> stretches = new ArrayList<>();

    private Map<String, Integer> seen = new HashMap<>();
    private long cpu;
    private long wall;
    private volatile boolean ends;

    /** Some work between two beats: its processor time, and how often which calls were seen. */
    private record Stretch(double cpuMillis, double wallMillis, Map<String, Integer> seen) {}

    WindowWatch() throws Exception {
        window = Fx.onWindowThread(Thread::currentThread);
        Fx.run(() -> {
            cpu = threads.getCurrentThreadCpuTime();
            wall = System.nanoTime();
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Comes between the events and frames of the window: at once after one that took long, else when it is asked to. */
    private void beat() {
        long used = threads.getCurrentThreadCpuTime();
        long now = System.nanoTime();
        double millis = (used - cpu) / 1e6;
        Map<String, Integer> calls;
        synchronized (this) {
            calls = seen;
            seen = new HashMap<>();
        }
        stretches.add(new Stretch(millis, (now - wall) / 1e6, calls));
        cpu = used;
        wall = now;
        if (millis > SHORT && !ends) {
            Platform.runLater(this::beat);
        } else {
            beats.release();
        }
    }

    private void watch() {
        try {
            while (!ends) {
                Platform.runLater(this::beat);
                while (!beats.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    Set<String> calls = calls(window.getStackTrace());
                    synchronized (this) {
                        calls.forEach(call -> seen.merge(call, 1, Integer::sum));
                    }
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The methods under way, each once. */
    private static Set<String> calls(StackTraceElement... stack) {
        Set<String> calls = new HashSet<>();
        for (StackTraceElement call : stack) {
            String name = call.getClassName().replaceAll("\\$\\$Lambda.*", "");
            calls.add(name.substring(name.lastIndexOf('.') + 1) + '.' + call.getMethodName());
        }
        return calls;
    }

    /** Stops, and tells the longest stretches. */
    void tell(String what) throws Exception {
        close();
        Fx.run(() -> {});
        stretches.sort(Comparator.comparingDouble(Stretch::cpuMillis).reversed());
        System.out.printf(
                "%s: %d looks, %d pieces of work over 16 ms of a processor, %d over 100 ms%n",
                what,
                stretches.size(),
                stretches.stream().filter(each -> each.cpuMillis > 16).count(),
                stretches.stream().filter(each -> each.cpuMillis > 100).count());
        for (Stretch each : stretches.subList(0, Math.min(TOLD, stretches.size()))) {
            System.out.printf("    %.0f ms of a processor, %.0f ms by the clock%n", each.cpuMillis, each.wallMillis);
            each.seen.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(each.cpuMillis > 16 ? CALLS : 0)
                    .forEach(call -> System.out.printf("      %4d %s%n", call.getValue(), call.getKey()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        ends = true;
        watcher.join();
    }
}
