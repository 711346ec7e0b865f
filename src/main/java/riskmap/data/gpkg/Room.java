package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much of a disk has to be free so that a file can go on being edited: what lies in its log comes to the file at some
 * time, and may make it longer by as much, and the next commits need a log again.
 */
final class Room {
    /** A log is carried over once it holds 1,000 pages of 4 KiB (sqlite.org/wal.html, section 3.2): twice that. */
    private static final long WORKING_BYTES = 8L << 20;

    private static final long SMALLEST_BYTES = 64 << 10;

    private Room() {}

    /** How many more megabytes have to be free, at least 1: told when the disk was full, so there are too few. */
    static long neededMegabytes(Path file) {
        long log = FileHeader.sidecar(file, "-wal").toFile().length();
        return Math.max(1, (WORKING_BYTES + log - free(file).orElse(0) + (1 << 20) - 1) >> 20);
    }

    /**
     * Whether it is known that there is no room for the smallest pieces that SQLite works with: a block of its lock file,
     * a page. A disk that does not say how much is free is not called full.
     */
    static boolean isExhausted(Path file) {
        return free(file).orElse(Long.MAX_VALUE) < SMALLEST_BYTES;
    }

    private static OptionalLong free(Path file) {
        try {
            return OptionalLong.of(
                    Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }
}
