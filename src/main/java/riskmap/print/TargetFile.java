package riskmap.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;

/** Writes a file under a temporary name beside its place and renames it when it is complete. */
public final class TargetFile {
    /** What writes the bytes. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream stream) throws IOException;
    }

    /** What writes a file under the name it is given. */
    @FunctionalInterface
    interface FileWriter {
        void write(Path file) throws IOException;
    }

    private TargetFile() {}

    /** Writes the file; it appears only when it is complete, and one that was there is replaced then. */
    public static void write(Path target, Writer writer) {
        file(target, temporary -> {
            try (OutputStream stream = new java.io.BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                writer.write(stream);
            }
        });
    }

    static void file(Path target, FileWriter writer) {
        Path place = target.toAbsolutePath();
        if (Files.isDirectory(place)) {
            throw RiskMapException.of("print.target-is-folder", target);
        }
        if (place.getParent() == null || !Files.isDirectory(place.getParent())) {
            throw RiskMapException.of("print.folder-missing", place.getParent());
        }
        Path temporary = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writer.write(temporary);
            SafeFile.force(temporary);
            SafeFile.replace(temporary, place);
            SafeFile.forceFolder(place.getParent());
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw new RiskMapException(Message.of("print.target-denied", target), e);
        } catch (IOException | UncheckedIOException e) {
            String reason = e instanceof UncheckedIOException wrapped
                    ? wrapped.getCause().getMessage()
                    : e.getMessage();
            throw new RiskMapException(Message.of("print.target-failed", target, reason), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // The error that led here is the one to tell.
            return;
        }
    }
}
