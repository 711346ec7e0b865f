package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.run.RunFiles;

/** {@code riskmap runs}: the recorded runs of a project, everything about one, and its run file. */
@Command(name = "runs")
final class RunsCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Parameters(index = "1", arity = "0..1", paramLabel = "RUN_ID", descriptionKey = "run-id")
    String run;

    @Option(names = "--out", paramLabel = "FILE.json", descriptionKey = "run-file")
    Path file;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(
                run == null ? RunFiles.list(project, progress()) : RunFiles.show(project, run, file, progress()), json);
    }
}
