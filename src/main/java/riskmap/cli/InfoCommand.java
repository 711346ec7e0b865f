package riskmap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.LayerInfo;

/** {@code riskmap info}: what a file holds. */
@Command(name = "info")
final class InfoCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "FILE[#LAYER]", descriptionKey = "layer-address")
    String address;

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
    String encoding;

    @Option(names = "--crs", paramLabel = "EPSG:n|gcj02", descriptionKey = "import-crs")
    String crs;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "import-kind")
    String kind;

    @Option(names = "--x", paramLabel = "COL", descriptionKey = "import-x")
    String x;

    @Option(names = "--y", paramLabel = "COL", descriptionKey = "import-y")
    String y;

    @Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "import-sheet")
    String sheet;

    @Option(names = "--header", paramLabel = "ROW", descriptionKey = "import-header")
    Integer header;

    @Option(names = "--map", paramLabel = "field=column", descriptionKey = "import-map")
    Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--project", paramLabel = "P", descriptionKey = "info-project")
    Path project;

    @Option(names = "--rows", paramLabel = "N", descriptionKey = "info-rows")
    int rows = 5;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        ImportRequest said = ImportRequest.of(project == null ? Path.of("-") : project)
                .into(kind, null)
                .withCrs(crs)
                .withEncoding(encoding)
                .withPlace(x, y)
                .withHeader(header)
                .withColumns(map);
        return say(LayerInfo.describe(sheet == null ? address : address + "#" + sheet, said, rows, progress()), json);
    }
}
