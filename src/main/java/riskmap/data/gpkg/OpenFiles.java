package riskmap.data.gpkg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The database files this process has open. While a file is in here nothing but SQLite may open it: closing any other
 * handle would silently drop SQLite's locks on it and let another process overwrite commits.
 */
final class OpenFiles {
    private static final Map<Object, Integer> OPEN = new HashMap<>();

    /** Handles of open files. */
    private static final Map<Object, FileChannel> HEADS = new HashMap<>();

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private OpenFiles() {}

    /** Runs the look only when the file is not open, and counts it as open from then on. */
    static <T> T enter(Path file, java.util.function.Supplier<T> lookBeforeOpening) {
        synchronized (OPEN) {
            Object key = key(file);
            T seen = OPEN.containsKey(key) ? null : lookBeforeOpening.get();
            OPEN.merge(key, 1, Integer::sum);
            HEADS.computeIfAbsent(key, same -> head(file));
            return seen;
        }
    }

    static void leave(Object key) {
        synchronized (OPEN) {
            OPEN.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
            FileChannel head = OPEN.containsKey(key) ? null : HEADS.remove(key);
            try (head) {
                // only now that SQLite has closed the file too may a handle be closed
            } catch (IOException closedAnyway) {
                throw new UncheckedIOException(closedAnyway);
            }
        }
    }

    private static FileChannel head(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Whether an open file still begins as a database does; read through a handle that stays open as long as the file. */
    static boolean beginsAsDatabase(Object key) throws IOException {
        synchronized (OPEN) {
            FileChannel head = HEADS.get(key);
            if (head == null) {
                return true;
            }
            ByteBuffer begin = ByteBuffer.allocate(MAGIC.length);
            head.read(begin, 0);
            return Arrays.equals(begin.array(), MAGIC);
        }
    }

    /** What stays the same while a path names the same file: device and inode, or the real path where there is none. */
    static Object key(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key != null ? key : file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
