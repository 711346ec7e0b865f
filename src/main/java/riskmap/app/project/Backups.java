package riskmap.app.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import riskmap.base.CancelledException;
import riskmap.base.FileProblem;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;
import riskmap.data.gpkg.GeoPackage;

/**
 * Copies of a project in the folder {@code NAME.backups} beside it: when editing begins, as often as the {@link BackupPlan}
 * says while it goes on, and before imports. Each is written by SQLite, checked, and forced to the disk before it counts.
 * Names begin with a counter, so that their order does not depend on the clock. A state that the newest backup holds
 * already is not copied again; of more than the plan keeps, or more than {@link #MOST_BYTES} together, the oldest are
 * removed.
 */
public final class Backups implements AutoCloseable {
    /** Bytes that all together may take; two are kept whatever their size. */
    public static final long MOST_BYTES = 8L << 30;

    private static final Pattern NAME = Pattern.compile("(\\d{6,})-\\d{8}-\\d{4}-([0-9a-f]{8})\\.gpkg");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final GeoPackage store;
    private final Path folder;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "backup");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
    });
    private final Progress untilClosed = Progress.silentUntil(() -> this.closed);
    /** Held while the rounds are set: a backup holds the object itself for seconds, and the window must not wait for it. */
    private final Object pace = new Object();

    private volatile BackupPlan plan = BackupPlan.STANDARD;
    private ScheduledFuture<?> rounds;
    private volatile boolean closed;
    private volatile Message problem;

    /** One backup. */
    private record Copy(Path file, long number, String state) {}

    Backups(GeoPackage store) {
        this.store = store;
        String name = store.path().getFileName().toString().replaceFirst("(?i)\\.gpkg$", "");
        this.folder = store.path().resolveSibling(name + ".backups");
    }

    /** Where they lie. */
    public Path folder() {
        return folder;
    }

    /** Backs up by this plan from now on. */
    public void follow(BackupPlan now) {
        synchronized (pace) {
            boolean another = plan.minutes() != now.minutes();
            plan = now;
            if (rounds != null && another && !closed) {
                rounds.cancel(false);
                rounds = thread.scheduleWithFixedDelay(this::quietly, now.minutes(), now.minutes(), TimeUnit.MINUTES);
            }
        }
    }

    /**
     * Editing begins: backs up now and then by the plan, beside everything else. Copying a large project takes a core
     * for seconds: while its first picture is drawn, before which nobody can edit, it waits.
     *
     * @param patience how long to wait for {@link #begin()} at most
     */
    public void beginWithin(Duration patience) {
        thread.schedule(this::begin, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Backs up now and then by the plan, unless that has begun already. */
    public void begin() {
        synchronized (pace) {
            if (rounds == null && !closed) {
                rounds = thread.scheduleWithFixedDelay(this::quietly, 0, plan.minutes(), TimeUnit.MINUTES);
            }
        }
    }

    /** Why the last backup that was made by itself did not work, if it did not. */
    public Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    private void quietly() {
        try {
            make(untilClosed);
            problem = null;
        } catch (CancelledException closing) {
            problem = null;
        } catch (RiskMapException e) {
            if (closed) {
                // closing has interrupted the writing: the half-written copy is gone, nothing is amiss
                return;
            }
            problem = Message.of("app.backup-failed", e.userMessage());
            System.getLogger(Backups.class.getName()).log(System.Logger.Level.WARNING, "backup", e);
        }
    }

    /**
     * Backs up now, unless the newest backup holds this state already.
     *
     * @return the file that holds the present state
     */
    public synchronized Path make(Progress progress) {
        String state = fingerprint(store.state());
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                SafeFile.forceFolder(folder.toAbsolutePath().getParent());
            }
            List<Copy> there = copies();
            Copy newest = there.isEmpty() ? null : there.get(there.size() - 1);
            if (newest != null && newest.state.equals(state)) {
                return newest.file;
            }
            long number = newest == null ? 1 : newest.number + 1;
            Path file = folder.resolve(String.format(
                    "%06d-%s-%s.gpkg", number, STAMP.format(LocalDateTime.now(ZoneId.systemDefault())), state));
            write(file, progress);
            there.add(new Copy(file, number, state));
            removeOld(there);
            return file;
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.backup-failed", FileProblem.reason(e)), e);
        }
    }

    private void write(Path file, Progress progress) throws IOException {
        progress.report(0, Message.of("app.backup-step", file));
        long length = store.path().toFile().length();
        long needed = length + length / 4;
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < needed) {
            long megabytes = (needed + (1 << 20) - 1) >> 20;
            throw RiskMapException.of(
                    "app.backup-no-room", folder, Long.toString(megabytes), Long.toString(room >> 20));
        }
        Path draft = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(draft);
        store.backUpTo(draft, progress);
        SafeFile.force(draft);
        SafeFile.replace(draft, file);
        SafeFile.forceFolder(folder);
    }

    /** What is there, oldest first. */
    private List<Copy> copies() throws IOException {
        List<Copy> found = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(new Copy(file, Long.parseLong(name.group(1)), name.group(2)));
                }
            });
        }
        found.sort(Comparator.comparingLong(Copy::number));
        return found;
    }

    /** The backups, newest first. */
    public List<Path> list() {
        try {
            List<Path> files = new ArrayList<>();
            if (Files.isDirectory(folder)) {
                copies().forEach(copy -> files.add(0, copy.file));
            }
            return files;
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.backup-failed", FileProblem.reason(e)), e);
        }
    }

    private void removeOld(List<Copy> oldestFirst) throws IOException {
        long bytes = 0;
        for (Copy copy : oldestFirst) {
            bytes += Files.size(copy.file);
        }
        for (int i = 0; i < oldestFirst.size() - 2; i++) {
            if (oldestFirst.size() - i <= plan.kept() && bytes <= MOST_BYTES) {
                return;
            }
            bytes -= Files.size(oldestFirst.get(i).file);
            Files.delete(oldestFirst.get(i).file);
        }
    }

    private static String fingerprint(String state) {
        CRC32 sum = new CRC32();
        sum.update(state.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    /** Stops a backup in progress and makes no more. */
    @Override
    public void close() {
        synchronized (pace) {
            closed = true;
        }
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                System.getLogger(Backups.class.getName()).log(System.Logger.Level.WARNING, "backup goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
