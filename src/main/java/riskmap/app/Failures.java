package riskmap.app;

import java.io.IOException;
import riskmap.base.CancelledException;
import riskmap.base.FileProblem;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** What to tell the user of anything that was thrown: one line, what, where and what to do. */
public final class Failures {
    private Failures() {}

    /** The message for a failure, from the nearest cause that knows one. */
    public static Message message(Throwable failure) {
        if (failure instanceof CancelledException) {
            return Message.of("app.cancelled");
        }
        if (FileProblem.isDiskFull(failure)) {
            return Message.of("app.disk-full");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RiskMapException known) {
                return known.userMessage();
            }
            if (cause instanceof OutOfMemoryError) {
                return Message.of(
                        "app.out-of-memory", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
            }
            if (cause instanceof IOException) {
                return Message.of("app.io-failed", FileProblem.reason(cause));
            }
        }
        return Message.of("app.unexpected", said(failure));
    }

    private static String said(Throwable failure) {
        String text = failure.getMessage();
        return failure.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }
}
