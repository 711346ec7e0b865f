package riskmap.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The recorder of file changes, {@code src/test/native/recorder.c}, compiled when the tests run. */
final class Recorder {
    private static final Path SOURCE = Path.of("src/test/native/recorder.c");

    private Recorder() {}

    /** What to put into a child's environment so that its changes below a folder are recorded. */
    static Map<String, String> environment(Path workshop, Path folder, Path log)
            throws IOException, InterruptedException {
        Path library = workshop.resolve("recorder.so");
        if (!Files.exists(library)) {
            compile(library);
        }
        return Map.of(
                "LD_PRELOAD", library.toAbsolutePath().toString(),
                "RECORD_FOLDER", folder.toAbsolutePath().toString(),
                "RECORD_LOG", log.toAbsolutePath().toString());
    }

    private static void compile(Path library) throws IOException, InterruptedException {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        assumeTrue(linux, "power cuts are simulated on Linux only");
        try {
            Process compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), SOURCE.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes());
            if (compiler.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (IOException e) {
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(
                        "the simulated power cuts need a C compiler: apt-get install gcc libc6-dev", e);
            }
            assumeTrue(false, "no C compiler: the simulated power cuts are left out");
        }
    }
}
