package riskmap.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A small file that is either the old one or the new one, never half of one, whatever happens to power or program while
 * it is written: written under another name in the same folder, forced to the disk, moved over the old one in one step,
 * and the folder forced too. The last three versions are kept as {@code .bak}, {@code .bak2}, {@code .bak3}.
 *
 * <p>Not for databases: SQLite looks after its own files.
 */
public final class SafeFile {
    private static final String[] FORMER = {".bak", ".bak2", ".bak3"};
    private static final String UNFINISHED = ".unfinished";
    /** Nobody writes a small file for longer: what is older was left by a program that ended. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private SafeFile() {}

    /** What makes something of a file's content; throws or gives null for what is not a whole file of its kind. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(byte[] content) throws IOException;
    }

    /** Replaces the file's content, durably, keeping the former one as {@code .bak}; makes the folder where needed. */
    public static void write(Path file, byte[] content) throws IOException {
        Path place = file.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path draft = sibling(place, "." + UUID.randomUUID() + UNFINISHED);
        try {
            writeAndForce(draft, content);
            keepFormer(place);
            replace(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceFolder(place.getParent());
        removeForgotten(place);
    }

    /** What the file holds; where it is missing or damaged, what the newest whole former version held. */
    public static <T> Optional<T> read(Path file, Parser<T> parser) {
        Path place = file.toAbsolutePath();
        Optional<T> found = parsed(place, parser);
        for (int i = 0; i < FORMER.length && found.isEmpty(); i++) {
            found = parsed(sibling(place, FORMER[i]), parser);
        }
        return found;
    }

    /** Moves a finished file over another, in one step where the file system can; the file should be forced before. */
    public static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes what was written into a closed file last. Never for a file that SQLite has open. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes names that came or went in a folder last. Windows does so by itself and cannot be asked. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            System.getLogger(SafeFile.class.getName())
                    .log(System.Logger.Level.TRACE, "folder cannot be forced: " + folder, unsupported);
        }
    }

    private static void writeAndForce(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The present file gets a second name; it keeps its own until the new one takes its place. */
    private static void keepFormer(Path place) throws IOException {
        if (!Files.isRegularFile(place) || Files.size(place) == 0) {
            return;
        }
        for (int i = FORMER.length - 1; i > 0; i--) {
            Path younger = sibling(place, FORMER[i - 1]);
            if (Files.exists(younger)) {
                replace(younger, sibling(place, FORMER[i]));
            }
        }
        Path former = sibling(place, FORMER[0]);
        try {
            Files.createLink(former, place);
        } catch (IOException | UnsupportedOperationException e) {
            Path copy = sibling(place, "." + UUID.randomUUID() + UNFINISHED);
            Files.copy(place, copy);
            force(copy);
            replace(copy, former);
        }
    }

    private static <T> Optional<T> parsed(Path file, Parser<T> parser) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.ofNullable(parser.parse(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static void removeForgotten(Path place) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                place.getParent(), path -> path.getFileName().toString().endsWith(UNFINISHED))) {
            for (Path path : left) {
                if (path.getFileName().toString().startsWith(place.getFileName().toString())
                        && Files.getLastModifiedTime(path)
                                .toInstant()
                                .isBefore(Instant.now().minus(FORGOTTEN))) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
