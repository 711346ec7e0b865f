package riskmap.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The recorder of file changes, {@code src/test/native/recorder.c}. */
final class Recorder {
    private Recorder() {}

    /** What to put into a child's environment so that its changes below a folder are recorded. */
    static Map<String, String> environment(Path workshop, Path folder, Path log)
            throws IOException, InterruptedException {
        return Map.of(
                "LD_PRELOAD", Preloaded.library(workshop, "recorder").toString(),
                "RECORD_FOLDER", folder.toAbsolutePath().toString(),
                "RECORD_LOG", log.toAbsolutePath().toString());
    }
}
