package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notices that an open file is no longer the one it was: its path names another or none, it has been cut shorter or its
 * beginning overwritten, or its log was taken away. SQLite in WAL mode notices none of this and goes on to say that it has
 * committed, into files that nobody will find.
 */
final class FileWatch {
    private final Path file;
    private final Object key;
    private long longest;
    private Object log;
    private Object logIndex;

    /** Watches a file that is open. */
    FileWatch(Path file) {
        this.file = file;
        this.key = OpenFiles.key(file);
        this.longest = file.toFile().length();
    }

    /** Takes the file as it is after a commit: no open file gets shorter, and its log stays the same until it is closed. */
    synchronized void note() {
        longest = Math.max(longest, file.toFile().length());
        log = keyOf("-wal");
        logIndex = keyOf("-shm");
    }

    private Object keyOf(String ending) {
        Path path = FileHeader.sidecar(file, ending);
        return Files.exists(path) ? OpenFiles.key(path) : null;
    }

    /** Whether a commit would go where the next reader looks. */
    synchronized boolean isSame() {
        if (!key.equals(OpenFiles.key(file)) || file.toFile().length() < longest) {
            return false;
        }
        if (log != null && !(log.equals(keyOf("-wal")) && logIndex != null && logIndex.equals(keyOf("-shm")))) {
            return false;
        }
        try {
            return OpenFiles.beginsAsDatabase(key);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
