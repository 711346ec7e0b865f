package riskmap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.listing.Listings;

/** {@code riskmap operations}: what there is. */
@Command(name = "operations")
final class OperationsCommand extends SharedOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "operations-name")
    String name;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Listings.operations(name), json);
    }
}
