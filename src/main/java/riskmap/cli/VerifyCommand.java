package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.project.Verification;

/** {@code riskmap verify}: whether a project file is whole; exits with 3 when something is found. */
@Command(name = "verify")
final class VerifyCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Verification.verify(project, progress()), json);
    }
}
