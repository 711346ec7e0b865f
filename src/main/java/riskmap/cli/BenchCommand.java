package riskmap.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.bench.Benchmarks;
import riskmap.app.bench.ModelBenchmark;

/** {@code riskmap bench}: the tasks of the performance plan on generated data, or every model on a project. */
@Command(name = "bench")
final class BenchCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "DIR|PROJECT", descriptionKey = "bench-folder")
    Path data;

    @Option(names = "--threads", paramLabel = "N", split = ",", descriptionKey = "bench-threads")
    int[] threads;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(data)) {
            return say(Benchmarks.answer(data, progress()), json);
        }
        int[] counts = threads == null ? new int[] {Runtime.getRuntime().availableProcessors()} : threads;
        return say(ModelBenchmark.answer(data, counts, progress()), json);
    }
}
