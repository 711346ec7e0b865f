package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.Prints;
import riskmap.app.Workspace;
import riskmap.base.Progress;

/** {@code riskmap print}: a layout of a project to PDF, PNG or SVG. */
@Command(name = "print")
final class PrintCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(names = "--layout", paramLabel = "NAME|FILE", defaultValue = "", descriptionKey = "print-layout")
    String layout;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", descriptionKey = "print-title")
    String title;

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "300", descriptionKey = "print-dpi")
    double dpi;

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf|png|svg", descriptionKey = "print-out")
    Path output;

    @Override
    public Integer call() {
        Progress progress = progress();
        Prints.Request request = Prints.Request.of(layout).withTitle(title).withDpi(dpi);
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            return say(Prints.print(workspace, request, output, progress), false);
        }
    }
}
