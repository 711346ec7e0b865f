package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import riskmap.app.listing.Listings;
import riskmap.app.listing.WorkedTables;
import riskmap.base.Message;

/** {@code riskmap models}: what there is, and the published numbers beside ours. */
@Command(name = "models")
final class ModelsCommand extends SharedOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "models-name")
    String name;

    @Option(names = "--worked", descriptionKey = "models-worked")
    boolean worked;

    @Option(names = "-p", paramLabel = "key=value", descriptionKey = "run-parameter")
    GivenValues inputs = new GivenValues();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "models-out")
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        inputs.once();
        if (!worked) {
            if (out != null || !inputs.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), Message.of("cli.models-only-worked").text());
            }
            return say(Listings.models(name), json);
        }
        if (out != null) {
            return say(WorkedTables.write(name, out, progress()), json);
        }
        if (!inputs.isEmpty() && name == null) {
            throw new ParameterException(
                    spec.commandLine(), Message.of("cli.models-case-missing").text());
        }
        return say(inputs.isEmpty() ? WorkedTables.list(name) : WorkedTables.compute(name, inputs), json);
    }
}
