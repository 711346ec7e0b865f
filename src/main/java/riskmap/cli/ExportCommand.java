package riskmap.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.export.ExportRequest;
import riskmap.app.export.Exports;

/** {@code riskmap export}: a layer to a foreign file. */
@Command(name = "export")
final class ExportCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P#LAYER", descriptionKey = "layer-address")
    String address;

    @Parameters(index = "1", paramLabel = "TARGET", descriptionKey = "export-target")
    Path target;

    @Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "export-crs")
    String crs;

    @Option(names = "--where", paramLabel = "ECQL", descriptionKey = "where")
    String where;

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "export-encoding")
    String encoding;

    @Option(names = "--fields", split = ",", paramLabel = "A,B", descriptionKey = "export-fields")
    List<String> fields;

    @Override
    public Integer call() {
        ExportRequest request = ExportRequest.of("", target).in(crs, encoding).where(where);
        return say(Exports.run(address, fields == null ? request : request.columns(fields), progress()), false);
    }
}
