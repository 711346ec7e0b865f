package riskmap.app.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;

/**
 * Measures how long a model takes in a program that has run it before: some times over, each time on a fresh copy of the
 * project and of the files beside it. Run by hand: {@code java riskmap.app.RunSpeed FILE.gpkg TIMES MODEL NAME=VALUE…}.
 */
final class RunSpeed {
    private RunSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]).toAbsolutePath();
        Map<String, String> values = new LinkedHashMap<>();
        for (String given : List.of(arguments).subList(3, arguments.length)) {
            int end = given.indexOf('=');
            values.put(given.substring(0, end), given.substring(end + 1));
        }
        for (int run = 1; run <= Integer.parseInt(arguments[1]); run++) {
            Path folder = Files.createTempDirectory("run-speed");
            copy(project.getParent(), folder);
            long cpu = cpu();
            long begun = System.nanoTime();
            try (Workspace workspace =
                    Workspace.open(folder.resolve(project.getFileName()), false, Progress.silent())) {
                long open = System.nanoTime();
                RunRecord record = RiskRuns.run(workspace, arguments[2], values, Progress.silent());
                System.out.printf(
                        "%d: opened after %.2f s, done after %.2f s, %.2f s of the processors, %s%n",
                        run,
                        (open - begun) / 1e9,
                        (System.nanoTime() - begun) / 1e9,
                        (cpu() - cpu) / 1e9,
                        record.provenance().runId());
            }
            delete(folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
