package riskmap.data.gpkg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import riskmap.base.CancelledException;
import riskmap.base.FileProblem;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;

/**
 * A file on a network share, worked on in a copy on this machine: SQLite's locks and logs are not to be relied on over a
 * network (sqlite.org/useovernet.html). Whoever has one holds the lock of the file on the share. The copy is written back
 * whole, checked, under another name and moved over in one step; what somebody else has made of the file meanwhile is
 * never written over: then ours goes beside it under a name of its own, and the user is told. A copy that is not written
 * back, after a crash or because the share is away, is taken up again by the next start.
 */
public final class WorkingCopy {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault());
    private static final Map<Path, WorkingCopy> OPEN = new HashMap<>();

    private final Path share;
    private final Path folder;
    private final Path local;
    private final List<Message> notes = new ArrayList<>();
    private ShareOrigin origin;
    private int users = 1;

    private WorkingCopy(Path share, Path folder) {
        this.share = share;
        this.folder = folder;
        this.local = folder.resolve(share.getFileName().toString());
    }

    /** The file to open for a path: the working copy, where this process has one of it. */
    static Path actual(Path file) {
        synchronized (OPEN) {
            WorkingCopy copy = OPEN.get(file.toAbsolutePath().normalize());
            return copy == null ? file : copy.local;
        }
    }

    /**
     * Begins to work on a file of a share; its lock must be held. One copy for all of this process.
     *
     * @param root this machine's folder for working copies
     */
    public static WorkingCopy begin(Path file, Path root, Progress progress) {
        Path share = file.toAbsolutePath().normalize();
        synchronized (OPEN) {
            WorkingCopy known = OPEN.get(share);
            while (known != null && known.users == 0) {
                waitForEnd();
                known = OPEN.get(share);
            }
            if (known != null) {
                known.users++;
                return known;
            }
            String id = UUID.nameUUIDFromBytes(share.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
            WorkingCopy made = new WorkingCopy(share, root.resolve(id));
            try {
                Files.createDirectories(made.folder);
                if (!made.takeUp(progress)) {
                    made.fetch(progress);
                }
            } catch (IOException e) {
                throw made.failed("data.share-fetch-failed", e);
            }
            OPEN.put(share, made);
            return made;
        }
    }

    /** Its last user is writing it back. */
    private static void waitForEnd() {
        try {
            OPEN.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** The copy on this machine. */
    public Path local() {
        return local;
    }

    /** The file on the share that it is written back to. */
    public synchronized Path target() {
        return origin.target();
    }

    /** When it was last written back by this copy; empty for never. */
    public synchronized Optional<Instant> written() {
        return Optional.ofNullable(origin.written());
    }

    /** What the user should know: taken up again, conflicts. */
    public synchronized List<Message> notes() {
        return List.copyOf(notes);
    }

    /** Whether the copy that an earlier run has left is gone on with. */
    private boolean takeUp(Progress progress) throws IOException {
        Optional<ShareOrigin> left = ShareOrigin.read(folder);
        if (left.isEmpty() || !Files.exists(local)) {
            return false;
        }
        origin = left.get();
        if (!isChanged()) {
            removeCopy();
            return false;
        }
        if (!origin.isUntouched()) {
            keepBoth(progress);
            removeCopy();
            return false;
        }
        if (!origin.stamp().isOf(origin.target())) {
            ShareStamp now = ShareStamp.of(origin.target(), origin.writing());
            keep(new ShareOrigin(origin.target(), now, origin.state(), "", origin.written()));
        }
        notes.add(Message.of("data.share-taken-up", share.toString()));
        return true;
    }

    private boolean isChanged() {
        try (GeoPackage store = GeoPackage.open(local, false)) {
            return !store.state().equals(origin.state());
        }
    }

    /** Somebody else has changed the file on the share since: what was done here goes beside it. */
    private void keepBoth(Progress progress) throws IOException {
        Path draft = draft();
        String state;
        try (GeoPackage store = GeoPackage.open(local, false)) {
            state = store.state();
            store.backUpTo(draft, progress);
        }
        Path beside = conflict();
        put(draft, state, beside);
        notes.add(Message.of("data.share-conflict", share.toString(), beside.toString()));
    }

    private void fetch(Progress progress) throws IOException {
        progress.report(0, Message.of("data.share-step-fetch", share.getFileName()));
        if (ShareOrigin.hasLog(share)) {
            // whoever left it is gone, or would have the lock: SQLite puts the file in order
            GeoPackage.open(share, false).close();
        }
        String hash;
        ShareStamp stamp;
        Path draft = draft();
        do {
            progress.check();
            stamp = ShareStamp.of(share, "");
            hash = copy(share, draft);
        } while (!ShareStamp.of(share, "").equals(stamp));
        SafeFile.replace(draft, local);
        SafeFile.forceFolder(folder);
        String state;
        try (GeoPackage store = GeoPackage.open(local, true)) {
            state = store.state();
        }
        keep(new ShareOrigin(share, new ShareStamp(stamp.bytes(), stamp.changed(), hash), state, "", null));
    }

    /**
     * Writes what has changed back to the share.
     *
     * @param store the open copy
     * @param isOurs whether the lock of the share is still held
     * @return whether there was anything to write
     * @throws RiskMapException when the share cannot be written; the copy stays as it is
     */
    public synchronized boolean writeBack(GeoPackage store, boolean isOurs, Progress progress) {
        String state = store.state();
        if (state.equals(origin.state())) {
            return false;
        }
        try {
            progress.report(
                    0, Message.of("data.share-step-back", origin.target().getFileName()));
            Path draft = draft();
            store.backUpTo(draft, progress.part(0, 0.5));
            boolean mayReplace = (isOurs || !origin.target().equals(share)) && origin.isUntouched();
            Path target = mayReplace ? origin.target() : conflict();
            put(draft, state, target);
            if (!mayReplace) {
                notes.add(Message.of("data.share-conflict", share.toString(), target.toString()));
            }
            progress.report(1);
            return true;
        } catch (IOException e) {
            throw failed("data.share-back-failed", e);
        }
    }

    /** Puts a finished file on the share in one step and remembers that. */
    private void put(Path draft, String state, Path target) throws IOException {
        Path there = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        try {
            String hash = copy(draft, there);
            if (!ShareStamp.hash(there).equals(hash)) {
                throw new IOException("read back differs");
            }
            keep(origin.writing(hash));
            if (target.equals(origin.target()) && !origin.isUntouched()) {
                throw new IOException("changed at this moment");
            }
            SafeFile.replace(there, target);
            SafeFile.forceFolder(target.getParent());
            keep(new ShareOrigin(target, ShareStamp.of(target, hash), state, "", Instant.now()));
        } finally {
            Files.deleteIfExists(there);
            Files.deleteIfExists(draft);
        }
    }

    private Path draft() throws IOException {
        Path draft = folder.resolve("draft.gpkg");
        Files.deleteIfExists(draft);
        return draft;
    }

    private Path conflict() {
        String name = share.getFileName().toString().replaceFirst("(?i)\\.gpkg$", "");
        String user = System.getProperty("user.name", "").replaceAll("[^\\p{L}\\p{N}]", "");
        Path free = null;
        for (int i = 0; free == null || Files.exists(free); i++) {
            String number = i == 0 ? "" : "-" + i;
            free = share.resolveSibling(
                    name + ".conflict-" + user + "-" + STAMP.format(Instant.now()) + number + ".gpkg");
        }
        return free;
    }

    private void keep(ShareOrigin changed) throws IOException {
        changed.save(folder);
        origin = changed;
    }

    /** Copies and forces to the disk; the hash of what was read. */
    private static String copy(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            String hash = ShareStamp.copy(from, out);
            channel.force(true);
            return hash;
        }
    }

    /** One user less. Whether this was the last one: then the copy is to be written back, closed, and {@link #end}ed. */
    public boolean leave() {
        synchronized (OPEN) {
            return --users == 0;
        }
    }

    /** The copy is closed; it goes where all of it has been written back, and stays for the next start else. */
    public void end(boolean allWritten) {
        synchronized (OPEN) {
            try {
                if (allWritten) {
                    removeCopy();
                }
            } catch (IOException left) {
                System.getLogger(WorkingCopy.class.getName())
                        .log(System.Logger.Level.DEBUG, "working copy stays", left);
            } finally {
                OPEN.remove(share);
                OPEN.notifyAll();
            }
        }
    }

    private void removeCopy() throws IOException {
        // what it came from goes first: a copy without it counts for nothing
        for (String former : List.of("", ".bak", ".bak2", ".bak3")) {
            Files.deleteIfExists(folder.resolve("origin.json" + former));
        }
        for (String part : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(FileHeader.sidecar(local, part));
        }
    }

    private RiskMapException failed(String key, IOException e) {
        return new RiskMapException(Message.of(key, share.toString(), local.toString(), FileProblem.reason(e)), e);
    }
}
