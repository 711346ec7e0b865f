package riskmap.io;

import java.io.Closeable;
import java.io.IOException;

/** Closing what a failure leaves open. */
public final class Streams {
    private Streams() {}

    /** Closes all that is not null; a failure to close is less news than the failure that led here. */
    public static void close(Closeable... open) {
        for (Closeable closeable : open) {
            if (closeable != null) {
                try {
                    closeable.close();
                } catch (IOException ignored) {
                    // the first failure is thrown by the caller
                }
            }
        }
    }
}
