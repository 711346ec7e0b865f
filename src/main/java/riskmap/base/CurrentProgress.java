package riskmap.base;

import java.util.concurrent.Callable;

/**
 * The progress of the task that a thread works for, for what is handed none: a store of features is asked by queries,
 * which hold no progress, and one statement of a database may take minutes.
 */
public final class CurrentProgress {
    private static final ThreadLocal<Progress> OF_THREAD = ThreadLocal.withInitial(Progress::silent);

    private CurrentProgress() {}

    /** The progress of this thread's work; outside of {@link #during} one that nobody cancels. */
    public static Progress get() {
        return OF_THREAD.get();
    }

    /** Does the work in this thread, with this progress as its own. */
    public static <T> T during(Progress progress, Callable<T> work) throws Exception {
        Progress before = OF_THREAD.get();
        OF_THREAD.set(progress);
        try {
            return work.call();
        } finally {
            OF_THREAD.set(before);
        }
    }
}
