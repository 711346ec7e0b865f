package riskmap.app.project;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.base.UserFolders;
import riskmap.data.ProjectLock;
import riskmap.data.gpkg.GeoPackage;
import riskmap.data.gpkg.WorkingCopy;

/**
 * Keeps a project that lies on a network share: worked on in a copy on this machine, written back every two minutes in
 * which something has changed, when asked for, and on closing.
 */
public final class ShareKeeper {
    private static final Duration PERIOD = Duration.ofMinutes(2);

    private final WorkingCopy copy;
    private final ProjectLock lock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "share");
        thread.setDaemon(true);
        return thread;
    });
    private GeoPackage store;
    private volatile Message problem;

    private ShareKeeper(WorkingCopy copy, ProjectLock lock) {
        this.copy = copy;
        this.lock = lock;
    }

    /** Begins to work on a project of a share whose lock is held. */
    static ShareKeeper begin(java.nio.file.Path project, ProjectLock lock, Progress progress) {
        return new ShareKeeper(WorkingCopy.begin(project, UserFolders.data().resolve("shares"), progress), lock);
    }

    /** The copy is open: from now on it is written back by and by. */
    void follow(GeoPackage opened) {
        store = opened;
        clock.scheduleWithFixedDelay(this::quietly, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where it is worked on, when it was last written back, and what stands in the way of that. */
    public Message status() {
        String when = copy.written().map(ShareKeeper::shown).orElse("–");
        Message now = problem;
        return now == null
                ? Message.of(
                        "app.share-status",
                        copy.target().toString(),
                        copy.local().toString(),
                        when)
                : Message.of("app.share-problem", now, copy.local().toString(), when);
    }

    /** What stands in the way of writing back; empty for nothing. */
    public Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    /** What the user should know: taken up again, conflicts. */
    public List<Message> notes() {
        return copy.notes();
    }

    /** Called, on any thread, when the status may have changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Writes back now; whether there was anything to write. */
    public synchronized boolean writeBack(Progress progress) {
        try {
            boolean written = copy.writeBack(store, lock.isHeld(), progress);
            problem = null;
            return written;
        } catch (RiskMapException e) {
            problem = e.userMessage();
            throw e;
        } finally {
            listeners.forEach(Runnable::run);
        }
    }

    private void quietly() {
        try {
            writeBack(Progress.silent());
        } catch (RiskMapException e) {
            System.getLogger(ShareKeeper.class.getName()).log(System.Logger.Level.WARNING, "not written back", e);
        }
    }

    /** Writes back for the last time, where no other workspace of this process goes on, and closes the copy. */
    void close(Runnable closing) {
        clock.shutdownNow();
        boolean last = copy.leave();
        boolean written = false;
        try {
            if (last) {
                writeBack(Progress.silent());
                written = true;
            }
        } catch (RiskMapException stays) {
            System.getLogger(ShareKeeper.class.getName()).log(System.Logger.Level.WARNING, "not written back", stays);
        } finally {
            closing.run();
            if (last) {
                copy.end(written);
            }
        }
    }

    private static String shown(Instant time) {
        return java.time.format.DateTimeFormatter.ofPattern("MM-dd HH:mm:ss")
                .withZone(java.time.ZoneId.systemDefault())
                .format(time);
    }
}
