package riskmap.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.SafeFile;
import riskmap.data.ChangesCodec;

/**
 * Keeps the sketch in progress in a file of the user's, replaced in one step and at most {@link #DELAY_MILLIS} behind
 * what was handed over last. Handing over costs nothing: a thread of its own writes.
 */
public final class SketchFile implements AutoCloseable {
    private static final long DELAY_MILLIS = 500;

    private final Path file;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sketch");
        thread.setDaemon(true);
        return thread;
    });

    private Sketch waiting;
    private boolean isScheduled;

    SketchFile(Path file) {
        this.file = file;
    }

    /** Keeps this sketch in place of the one before; on the disk within a second or so. */
    public synchronized void keep(Sketch sketch) {
        waiting = sketch;
        if (!isScheduled && !writer.isShutdown()) {
            isScheduled = true;
            writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Forgets the sketch: it has become an edit, or was given up. */
    public synchronized void clear() {
        waiting = null;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log(e);
        }
    }

    /** The sketch that was kept last, as an earlier start may have left it. */
    public synchronized Optional<Sketch> left() {
        try {
            return Files.exists(file) ? Optional.of(read(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            log(damaged);
            return Optional.empty();
        }
    }

    private synchronized void write() {
        isScheduled = false;
        if (waiting == null) {
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes(waiting)));
                channel.force(true);
            }
            SafeFile.replace(draft, file);
            waiting = null;
        } catch (IOException e) {
            log(e);
        }
    }

    private static byte[] bytes(Sketch sketch) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("layer", sketch.layer());
        all.put("fid", sketch.fid());
        all.put("tool", sketch.tool());
        all.put("geometry", sketch.geometry());
        all.put("time", sketch.time());
        sketch.values().forEach((name, value) -> all.put("." + name, value));
        return ChangesCodec.writeValues(all);
    }

    private static Sketch read(byte[] bytes) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> all = ChangesCodec.readValues(bytes);
        all.forEach((name, value) -> {
            if (name.startsWith(".")) {
                values.put(name.substring(1), value);
            }
        });
        return new Sketch(
                (String) all.get("layer"),
                (Long) all.get("fid"),
                (String) all.get("tool"),
                (Geometry) all.get("geometry"),
                values,
                (Instant) all.get("time"));
    }

    /** A sketch that cannot be kept is no reason to stop drawing. */
    private static void log(Exception e) {
        System.getLogger(SketchFile.class.getName()).log(System.Logger.Level.WARNING, "sketch", e);
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        write();
        writer.shutdown();
    }
}
