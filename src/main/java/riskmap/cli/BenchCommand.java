package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.Benchmarks;

/** {@code riskmap bench}: the tasks of the performance plan on generated data. */
@Command(name = "bench")
final class BenchCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "bench-folder")
    Path folder;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Benchmarks.answer(folder, progress()), json);
    }
}
