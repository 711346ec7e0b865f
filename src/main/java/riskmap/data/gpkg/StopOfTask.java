package riskmap.data.gpkg;

import java.sql.SQLException;
import org.sqlite.ProgressHandler;
import riskmap.base.CurrentProgress;

/** Stops a statement on a file of ours when the task is cancelled for which its thread works. Writing is not stopped by it. */
final class StopOfTask extends ProgressHandler {
    private static final StopOfTask ANY = new StopOfTask();

    private StopOfTask() {}

    /** What is read through the connection from now on can be stopped; a deadline sees to that by itself. */
    static void watch(Connections.Opened opened) throws SQLException {
        if (opened.deadline() == null) {
            setHandler(opened.connection(), Deadline.STEPS, ANY);
        }
    }

    /** What runs on the connection from now on is not stopped. */
    static void unwatch(Connections.Opened opened) throws SQLException {
        if (opened.deadline() == null) {
            clearHandler(opened.connection());
        }
    }

    @Override
    protected int progress() {
        return CurrentProgress.get().isCancelled() ? 1 : 0;
    }
}
