package riskmap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.LayerInfo;

/** {@code riskmap info}: what a file holds. */
@Command(name = "info")
final class InfoCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "FILE[#LAYER]", descriptionKey = "layer-address")
    String address;

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
    String encoding;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(LayerInfo.describe(address, encoding, progress()), json);
    }
}
