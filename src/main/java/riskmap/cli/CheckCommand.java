package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.FieldChecks;

/** {@code riskmap check}: survey layers against the catalogue; exits with 3 when something is found. */
@Command(name = "check")
final class CheckCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "check-layer")
    String layer;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(FieldChecks.check(project, layer, progress()), json);
    }
}
