package riskmap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.report.ReportRequest;
import riskmap.app.report.Reports;

/** {@code riskmap report}: a briefing of a project as PDF, DOCX, HTML or XLSX. */
@Command(name = "report")
final class ReportCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(
            names = "--template",
            paramLabel = "NAME|FILE",
            defaultValue = "briefing",
            descriptionKey = "report-template")
    String template;

    @Option(names = "--run", paramLabel = "ID", defaultValue = "", descriptionKey = "report-run")
    String run;

    @Option(names = "--compare", paramLabel = "ID", defaultValue = "", descriptionKey = "report-compare")
    String compare;

    @Option(names = "--set", paramLabel = "key=value", descriptionKey = "report-set")
    Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = "--colours",
            paramLabel = "standard|colourblind|print",
            defaultValue = "",
            descriptionKey = "report-colours")
    String colours;

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf|docx|html|xlsx", descriptionKey = "report-out")
    Path output;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        ReportRequest request = ReportRequest.of(template)
                .withRun(run)
                .withCompare(compare)
                .withFields(fields)
                .withColours(colours);
        return say(Reports.write(project, request, output, progress()), json);
    }
}
