package riskmap.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class one window that has the small project open, and closes it after the last of them. Needs a
 * screen.
 */
final class WindowOnSmallProject implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(WindowOnSmallProject.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        // said here, the tests are left out; said while a parameter is found, they would fail
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WindowDriver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(HERE).getOrComputeIfAbsent("window", key -> open(), Open.class).driver;
    }

    private static Open open() {
        try {
            Path folder = Files.createTempDirectory("window");
            return new Open(folder, WindowDriver.open(folder).project(SmallProject.write(folder)));
        } catch (Exception e) {
            throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    private record Open(Path folder, WindowDriver driver) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() throws Exception {
            driver.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
