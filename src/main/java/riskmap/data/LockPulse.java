package riskmap.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A lock's sign of life: its file is written again every so often, so that the file system's own clock dates it.
 * Elsewhere on a network nobody can look whether the process still runs.
 */
final class LockPulse {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "project-lock");
        thread.setDaemon(true);
        return thread;
    });

    private final Path file;
    private final LockHolder self;
    private final ScheduledFuture<?> beating;

    LockPulse(Path file, LockHolder self) {
        this.file = file;
        this.self = self;
        long period = ProjectLock.HEARTBEAT.toMillis();
        beating = CLOCK.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        if (ProjectLock.read(file).filter(self::equals).isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(self.text().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException unreachable) {
            System.getLogger(LockPulse.class.getName())
                    .log(System.Logger.Level.DEBUG, "no sign of life: " + file, unreachable);
        }
    }

    void stop() {
        beating.cancel(false);
    }
}
