package riskmap.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as its entry in the folder tells of it: its place, its size, when its bytes or its entry were changed last, which
 * file it is. While two looks find equal states, nobody has written into it in between.
 *
 * <p>Only the folder's entry is looked at: the file may be open in SQLite.
 *
 * @param text all of this
 */
public record FileState(String text) {
    /** Within this time of a change another one may leave the same times: file systems count in steps. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /**
     * The state of a file now; empty where it was changed a moment ago and may be again, unnoticed.
     *
     * @throws IOException where there is no such file, or nobody tells
     */
    public static Optional<FileState> settled(Path file) throws IOException {
        BasicFileAttributes entry = Files.readAttributes(file, BasicFileAttributes.class);
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Object touched = unix ? Files.getAttribute(file, "unix:ctime") : entry.creationTime();
        Instant changed = entry.lastModifiedTime().toInstant();
        if (changed.plus(SETTLED).isAfter(Instant.now())) {
            return Optional.empty();
        }
        return Optional.of(new FileState(String.join(
                "|",
                file.toRealPath().toString(),
                Long.toString(entry.size()),
                changed.toString(),
                touched.toString(),
                String.valueOf(entry.fileKey()))));
    }
}
