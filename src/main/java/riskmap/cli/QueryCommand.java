package riskmap.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.query.CrossSpec;
import riskmap.app.query.QueryRuns;
import riskmap.base.Message;

/** {@code riskmap query}: how many features meet a condition, which values a field has, cross-tables; saved queries. */
@Command(name = "query")
final class QueryCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P#LAYER", descriptionKey = "query-address")
    String address;

    @Option(names = "--where", paramLabel = "ECQL", descriptionKey = "where")
    String where;

    @Option(names = "--rows", paramLabel = "SIDE", descriptionKey = "query-rows")
    String rows;

    @Option(names = "--columns", paramLabel = "SIDE", descriptionKey = "query-columns")
    String columns;

    @Option(names = "--by", paramLabel = "SIDE", descriptionKey = "query-by")
    String by;

    @Option(names = "--measure", split = ",", paramLabel = "M", descriptionKey = "query-measure")
    List<String> measures = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "query-out")
    String out;

    @Option(names = "--save", paramLabel = "NAME", descriptionKey = "query-save")
    String save;

    @Option(names = "--in-reports", descriptionKey = "query-in-reports")
    boolean inReports;

    @Option(names = "--values", paramLabel = "FIELD", descriptionKey = "query-values")
    String values;

    @Option(names = "--list", descriptionKey = "query-list")
    boolean list;

    @Option(names = "--saved", paramLabel = "NAME", descriptionKey = "query-saved")
    String saved;

    @Option(names = "--remove", paramLabel = "NAME", descriptionKey = "query-remove")
    String remove;

    @Option(names = "--rename", arity = "2", paramLabel = "NAME", descriptionKey = "query-rename")
    List<String> rename;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        if (list) {
            return say(QueryRuns.list(Path.of(address), progress()), json);
        }
        if (saved != null) {
            return say(QueryRuns.again(Path.of(address), saved, out, progress()), json);
        }
        if (remove != null) {
            return say(QueryRuns.remove(Path.of(address), remove, progress()), json);
        }
        if (rename != null) {
            return say(QueryRuns.rename(Path.of(address), rename.get(0), rename.get(1), progress()), json);
        }
        if (values != null) {
            return say(QueryRuns.values(address, values, progress()), json);
        }
        if (rows == null && (columns != null || by != null || inReports)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), Message.of("cli.query-rows-first").text());
        }
        Optional<CrossSpec> cross =
                rows == null ? Optional.empty() : Optional.of(CrossSpec.of(rows, columns, by, measures));
        return say(
                QueryRuns.ask(address, new QueryRuns.Question(where, cross, out, save, inReports), progress()), json);
    }
}
