package riskmap.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** What to tell the user of anything that was thrown: one line, what, where and what to do. */
public final class Failures {
    private Failures() {}

    /** The message for a failure, from the nearest cause that knows one. */
    public static Message message(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isDiskFull(cause)) {
                return Message.of("app.disk-full");
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RiskMapException known) {
                return known.userMessage();
            }
            if (cause instanceof OutOfMemoryError) {
                return Message.of(
                        "app.out-of-memory", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
            }
            if (cause instanceof FileSystemException file) {
                return ofFile(file);
            }
            if (cause instanceof IOException) {
                return Message.of("app.io-failed", said(cause));
            }
        }
        return Message.of("app.unexpected", said(failure));
    }

    private static Message ofFile(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return Message.of("app.file-missing", failure.getFile());
        }
        if (failure instanceof AccessDeniedException) {
            return Message.of("app.file-denied", failure.getFile());
        }
        if (failure instanceof FileAlreadyExistsException) {
            return Message.of("app.file-exists", failure.getFile());
        }
        return Message.of("app.io-failed", said(failure));
    }

    private static boolean isDiskFull(Throwable failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return failure instanceof IOException && text.contains("no space left")
                || text.contains("sqlite_full")
                || text.contains("database or disk is full");
    }

    private static String said(Throwable failure) {
        String text = failure.getMessage();
        return failure.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }
}
