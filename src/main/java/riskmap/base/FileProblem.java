package riskmap.base;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why the file system refused, in the user's language: the reason part of a message about a file. */
public final class FileProblem {
    private FileProblem() {}

    /** The reason; what the system says itself where it is none of the usual ones. */
    public static Message reason(Throwable failure) {
        if (isDiskFull(failure)) {
            return Message.of("base.file-disk-full");
        }
        if (failure instanceof NoSuchFileException file) {
            return Message.of("base.file-missing", file.getFile());
        }
        if (failure instanceof AccessDeniedException file) {
            return Message.of("base.file-denied", file.getFile());
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return Message.of("base.file-in-the-way", ((FileSystemException) failure).getFile());
        }
        if (failure instanceof FileSystemLoopException file) {
            return Message.of("base.file-loop", file.getFile());
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return Message.of("base.file-other", file.getReason());
        }
        String said = failure.getMessage();
        return said == null ? Message.of("base.file-unknown") : Message.of("base.file-other", said);
    }

    /** Whether the failure, or what caused it, is a full disk. */
    public static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (text.contains("no space left")
                    || text.contains("sqlite_full")
                    || text.contains("database or disk is full")
                    || text.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
