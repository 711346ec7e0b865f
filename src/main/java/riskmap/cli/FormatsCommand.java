package riskmap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import riskmap.app.listing.Listings;

/** {@code riskmap formats}: what there is. */
@Command(name = "formats")
final class FormatsCommand extends SharedOptions {

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Listings.formats(), json);
    }
}
