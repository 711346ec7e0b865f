package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * The database files this process has open. While a file is in here nothing but SQLite may open it: closing any other
 * handle would silently drop SQLite's locks on it and let another process overwrite commits.
 */
final class OpenFiles {
    private static final Map<Object, Integer> OPEN = new HashMap<>();

    private OpenFiles() {}

    /** Runs the look only when the file is not open, and counts it as open from then on. */
    static <T> T enter(Path file, java.util.function.Supplier<T> lookBeforeOpening) {
        synchronized (OPEN) {
            Object key = key(file);
            T seen = OPEN.containsKey(key) ? null : lookBeforeOpening.get();
            OPEN.merge(key, 1, Integer::sum);
            return seen;
        }
    }

    static void leave(Object key) {
        synchronized (OPEN) {
            OPEN.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
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
