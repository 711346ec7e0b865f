package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.tool.Reruns;

/** {@code riskmap rerun}: repeats a recorded run and says what differs. */
@Command(name = "rerun")
final class RerunCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Parameters(index = "1", paramLabel = "RUN_ID|FILE.json", descriptionKey = "run-or-file")
    String run;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Reruns.repeat(project, run, progress()), json);
    }
}
