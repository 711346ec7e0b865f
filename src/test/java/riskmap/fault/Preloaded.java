package riskmap.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is put between a child process and the C library, from {@code src/test/native}: compiled when the tests run. */
final class Preloaded {
    private static final Path SOURCES = Path.of("src/test/native");

    private Preloaded() {}

    /** The compiled library of a source, in a folder; the test is left out where there is no compiler. */
    static Path library(Path workshop, String name) throws IOException, InterruptedException {
        Path library = workshop.resolve(name + ".so").toAbsolutePath();
        if (!Files.exists(library)) {
            compile(SOURCES.resolve(name + ".c"), library);
        }
        return library;
    }

    private static void compile(Path source, Path library) throws IOException, InterruptedException {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        assumeTrue(linux, "faults of the disk are simulated on Linux only");
        try {
            Process compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the simulated faults need a C compiler: apt-get install gcc libc6-dev", e);
        }
    }
}
