package riskmap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.rows.Calculations;

/** {@code riskmap calculate}: values of one field of many rows, worked out by an expression. */
@Command(name = "calculate")
final class CalculateCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P#LAYER", descriptionKey = "layer-address")
    String address;

    @Parameters(index = "1", paramLabel = "FIELD", descriptionKey = "calculate-field")
    String field;

    @Parameters(index = "2", paramLabel = "EXPRESSION", descriptionKey = "calculate-expression")
    String expression;

    @Option(names = "--where", paramLabel = "ECQL", descriptionKey = "where")
    String where;

    @Option(names = "--dry-run", descriptionKey = "calculate-dry")
    boolean dry;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(Calculations.run(address, field, expression, where, dry, progress()), json);
    }
}
