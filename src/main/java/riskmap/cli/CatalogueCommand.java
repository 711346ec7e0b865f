package riskmap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.listing.Listings;

/** {@code riskmap catalogue}: what there is. */
@Command(name = "catalogue")
final class CatalogueCommand extends SharedOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", descriptionKey = "catalogue-name")
    String name;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Listings.catalogue(name), json);
    }
}
