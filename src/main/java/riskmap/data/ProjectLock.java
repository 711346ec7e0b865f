package riskmap.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
 * The right to change a project, for one program at a time. A small file beside it, {@code .name.gpkg.lock}, says who has
 * it: another window, command or machine is told, and may read meanwhile. SQLite's own locks protect the bytes of each
 * commit; this one protects what spans many commits: the undo history, the map, the far side of a network share.
 *
 * <p>It does not outlive its program: on the same machine the process is looked for (by id and start time); from another
 * machine a lock counts as left behind when its file, rewritten every {@link #HEARTBEAT}, has not changed for
 * {@link #LEFT_BEHIND} by the clock of the file system. Within one process the lock is shared and counted.
 */
public final class ProjectLock implements AutoCloseable {
    /** How often the file shows a sign of life. */
    static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** Nine missed signs of life. */
    static final Duration LEFT_BEHIND = Duration.ofMinutes(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** A lock file is filled within this time; one without content is older only when its maker died. */
    private static final Duration FILLING = Duration.ofSeconds(2);

    /** A byte no lock file has: what it says stays readable for all. */
    private static final long BEYOND_THE_TEXT = Long.MAX_VALUE - 1;

    private static final int LARGEST = 1 << 16;

    private static final Map<Path, ProjectLock> HELD = new HashMap<>();

    private final Path project;
    private final Path file;
    private final LockHolder self;
    private final LockHolder former;
    private final LockPulse pulse;
    private int users = 1;

    private ProjectLock(Path project, Path file, LockHolder self, LockHolder former) {
        this.project = project;
        this.file = file;
        this.self = self;
        this.former = former;
        this.pulse = new LockPulse(file, self);
    }

    /**
     * Takes the lock, waiting while another has it.
     *
     * @param patience how long to wait; zero for not at all
     * @throws ProjectInUseException when another still has it
     */
    public static ProjectLock take(Path project, Duration patience, Progress progress) {
        Path key = key(project);
        Instant end = Instant.now().plus(patience);
        LockHolder dead = null;
        while (true) {
            Optional<LockHolder> holder;
            synchronized (HELD) {
                ProjectLock ours = HELD.get(key);
                if (ours != null) {
                    ours.users++;
                    return ours;
                }
                Path file = file(key);
                LockHolder self = LockHolder.ofThisProcess();
                if (create(key, file, self)) {
                    ProjectLock taken = new ProjectLock(key, file, self, dead);
                    HELD.put(key, taken);
                    return taken;
                }
                holder = read(file);
                if (holder.isEmpty() && !Files.exists(file)) {
                    continue;
                }
                if (isLeftBehind(file, holder)) {
                    dead = remove(file, holder) ? holder.orElse(null) : dead;
                    continue;
                }
            }
            if (!Instant.now().isBefore(end)) {
                throw new ProjectInUseException(project, holder.orElseGet(LockHolder::ofThisProcess));
            }
            progress.report(0, Message.of("data.project-waiting", project.getFileName(), shown(holder)));
            progress.check();
            pause();
        }
    }

    /** Who has the project open for writing, this process included; empty when nobody does. */
    public static Optional<LockHolder> holder(Path project) {
        Path file = file(key(project));
        synchronized (HELD) {
            Optional<LockHolder> holder = read(file);
            return holder.isPresent() && !isLeftBehind(file, holder) ? holder : Optional.empty();
        }
    }

    /** Who had it before and ended without giving it back: power or program failed. */
    public Optional<LockHolder> former() {
        return Optional.ofNullable(former);
    }

    /** Whether the lock is still ours; a machine that slept for long may have lost it. */
    public boolean isHeld() {
        return read(file).filter(self::equals).isPresent();
    }

    /** Gives it back; the last user of this process removes the file. */
    @Override
    public void close() {
        synchronized (HELD) {
            if (--users > 0) {
                return;
            }
            HELD.remove(project);
            pulse.stop();
            try {
                if (isHeld()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException left) {
                // it will be found left behind
                return;
            }
        }
    }

    private static boolean create(Path project, Path file, LockHolder self) {
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(draft, self.text(), StandardOpenOption.CREATE_NEW);
            // so that a power cut leaves no empty lock, of which nobody knows whose it was
            SafeFile.force(draft);
            try {
                // a second name comes to be whole, and for one of two only
                Files.createLink(file, draft);
            } catch (UnsupportedOperationException noLinks) {
                Files.writeString(file, self.text(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                return false;
            } catch (IOException noLinks) {
                Files.writeString(file, self.text(), StandardOpenOption.CREATE_NEW);
            } finally {
                Files.deleteIfExists(draft);
            }
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException e) {
            throw new RiskMapException(
                    Message.of("data.project-lock-failed", project.toString(), FileProblem.reason(e)), e);
        }
    }

    /**
     * Deletes a dead lock. Many may have seen it dead: each must first hold the operating system's lock on this very file,
     * and deletes it only where the name still means it, so nobody deletes the lock of the one who came before him.
     */
    private static boolean remove(Path file, Optional<LockHolder> dead) {
        try {
            Object entry = entry(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock turn = channel.tryLock(BEYOND_THE_TEXT, 1, false)) {
                // read by this channel: closing another one of the same file would give the turn back
                return turn != null
                        && content(channel).equals(dead)
                        && entry.equals(entry(file))
                        && Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException anotherWasFaster) {
            return false;
        } catch (IOException noTurns) {
            return moveAside(file, dead);
        }
    }

    /** Which file a name means, without opening it. */
    private static Object entry(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() != null ? attributes.fileKey() : attributes.creationTime();
    }

    private static Optional<LockHolder> content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return LockHolder.parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }

    /** Where a file system knows no locks: what turns out to be another's by then is put back. */
    private static boolean moveAside(Path file, Optional<LockHolder> dead) {
        Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.move(file, aside);
            boolean same = read(aside).equals(dead);
            if (!same) {
                Files.move(aside, file);
            }
            Files.deleteIfExists(aside);
            return same;
        } catch (IOException anotherWasFaster) {
            return false;
        }
    }

    private static boolean isLeftBehind(Path file, Optional<LockHolder> holder) {
        if (holder.isPresent() && holder.get().isOnThisMachine()) {
            return !holder.get().isAlive() || isOursNoMore(file, holder.get());
        }
        Path probe = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            Files.createFile(probe);
            Instant now = Files.getLastModifiedTime(probe).toInstant();
            Files.delete(probe);
            return changed.plus(holder.isPresent() ? LEFT_BEHIND : FILLING).isBefore(now);
        } catch (IOException goneOrUnwritable) {
            return false;
        }
    }

    /** A lock of this process that it has given back, but whose file a failing disk did not let go. */
    private static boolean isOursNoMore(Path file, LockHolder holder) {
        synchronized (HELD) {
            return holder.pid() == ProcessHandle.current().pid()
                    && HELD.values().stream().noneMatch(lock -> lock.file.equals(file));
        }
    }

    static Optional<LockHolder> read(Path file) {
        try {
            return LockHolder.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException free) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Object shown(Optional<LockHolder> holder) {
        return holder.<Object>map(LockHolder::shown).orElse("?");
    }

    /** The project's own path, whatever links lead to it. */
    private static Path key(Path project) {
        Path absolute = project.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException notThere) {
            return absolute;
        }
    }

    /** The lock file of a project. */
    static Path file(Path project) {
        return project.resolveSibling("." + project.getFileName() + ".lock");
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
