package riskmap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.listing.ValuesHelp;
import riskmap.app.tool.CellsAsked;
import riskmap.app.tool.OperationRuns;
import riskmap.app.tool.RowRuns;
import riskmap.base.Message;

/** {@code riskmap run}: a tool from layers to a layer, once or for each row of a table of values. */
@Command(name = "run")
final class RunCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "OPERATION", descriptionKey = "operations-name")
    String operation;

    @Option(names = "--in", paramLabel = "NAME=FILE#LAYER", descriptionKey = "run-in")
    GivenValues inputs = new GivenValues();

    @Option(names = "-p", paramLabel = "key=value", descriptionKey = "run-parameter")
    GivenValues parameters = new GivenValues();

    @Option(names = "--out", paramLabel = "FILE#LAYER", descriptionKey = "run-out")
    String output;

    @Option(names = "--cell-type", paramLabel = "TYPE", descriptionKey = "run-cell-type")
    String cellType;

    @Option(names = "--no-data", paramLabel = "NUMBER", descriptionKey = "run-no-data")
    String noData;

    @Option(names = "--rows", paramLabel = "FILE", descriptionKey = "run-rows")
    Path rows;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        if (cellType != null) {
            parameters.put(CellsAsked.TYPE, cellType);
        }
        if (noData != null) {
            parameters.put(CellsAsked.NO_DATA, noData);
        }
        if (!OperationRuns.takesLists(operation)) {
            inputs.once();
            parameters.once();
        }
        if (rows != null) {
            return say(RowRuns.run(operation, inputs, parameters, output, rows, progress()), json);
        }
        return say(OperationRuns.run(operation, inputs, parameters, output, progress()), json);
    }

    @Override
    void helpMore(PrintWriter out) {
        if (operation == null) {
            out.println(Message.of("cli.help-values-which-operation").text());
        } else {
            ValuesText.print(ValuesHelp.ofOperation(operation), "cli.help-values-operation", spec, out);
        }
    }
}
