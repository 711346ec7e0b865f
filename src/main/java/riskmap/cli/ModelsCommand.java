package riskmap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.Listings;

/** {@code riskmap models}: what there is. */
@Command(name = "models")
final class ModelsCommand extends SharedOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "models-name")
    String name;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Listings.models(name), json);
    }
}
