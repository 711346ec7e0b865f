package riskmap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.importing.ImportMode;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;

/** {@code riskmap import}: foreign files into a project. */
@Command(name = "import")
final class ImportCommand extends SharedOptions {
    @Parameters(arity = "1..*", paramLabel = "SOURCE", descriptionKey = "import-source")
    List<String> sources;

    @Option(names = "--project", required = true, paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "import-kind")
    String kind;

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "import-layer")
    String layer;

    @Option(names = "--crs", paramLabel = "EPSG:n|gcj02", descriptionKey = "import-crs")
    String crs;

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
    String encoding;

    @Option(names = "--x", paramLabel = "COL", descriptionKey = "import-x")
    String x;

    @Option(names = "--y", paramLabel = "COL", descriptionKey = "import-y")
    String y;

    @Option(names = "--map", paramLabel = "field=column", descriptionKey = "import-map")
    Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--mode", paramLabel = "append|update|replace", descriptionKey = "import-mode")
    String mode;

    @Option(names = "--key", paramLabel = "FIELD", descriptionKey = "import-key")
    String key;

    @Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "import-sheet")
    String sheet;

    @Option(names = "--header", paramLabel = "ROW", descriptionKey = "import-header")
    Integer header;

    @Option(names = "--dry-run", descriptionKey = "import-dry-run")
    boolean dryRun;

    @Option(names = "--log", paramLabel = "FILE.txt|csv|xlsx", descriptionKey = "import-log")
    Path log;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        List<String> addresses = sheet == null
                ? sources
                : sources.stream().map(source -> source + "#" + sheet).toList();
        ImportRequest request = new ImportRequest(
                addresses, project, kind, layer, crs, encoding, x, y, map, ImportMode.of(mode), key, header);
        return say(Imports.logged(request, dryRun, log, progress()), json);
    }
}
