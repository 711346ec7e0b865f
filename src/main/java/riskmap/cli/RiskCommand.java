package riskmap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.listing.ValuesHelp;
import riskmap.app.run.RiskRequest;
import riskmap.app.tool.RowRuns;
import riskmap.base.Message;

/** {@code riskmap risk}: a model on a project. */
@Command(name = "risk")
final class RiskCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "models-name")
    String model;

    @Option(names = "--project", required = true, paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(names = "-p", paramLabel = "key=value", descriptionKey = "run-parameter")
    GivenValues parameters = new GivenValues();

    @Option(names = "--out", paramLabel = "LAYER", descriptionKey = "risk-out")
    String zones;

    @Option(names = "--rows", paramLabel = "FILE", descriptionKey = "risk-rows")
    Path rows;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        parameters.once();
        if (rows != null) {
            return say(RowRuns.runModel(project, model, parameters, zones, rows, progress()), json);
        }
        return say(RiskRequest.run(project, model, parameters, zones, progress()), json);
    }

    @Override
    void helpMore(PrintWriter out) {
        if (model == null) {
            out.println(Message.of("cli.help-values-which-model").text());
        } else {
            ValuesText.print(ValuesHelp.ofModel(model), "cli.help-values-model", spec, out);
        }
    }
}
