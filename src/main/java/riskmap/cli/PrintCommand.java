package riskmap.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.Answer;
import riskmap.app.print.Atlases;
import riskmap.app.print.Prints;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;

/** {@code riskmap print}: a layout of a project, or an atlas, to PDF, PNG, TIFF or SVG, or to a printer. */
@Command(name = "print")
final class PrintCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(names = "--layout", paramLabel = "NAME|FILE", defaultValue = "", descriptionKey = "print-layout")
    String layout;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", descriptionKey = "print-title")
    String title;

    @Option(names = "--set", paramLabel = "FIELD=TEXT", descriptionKey = "print-set")
    Map<String, String> fields = Map.of();

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "300", descriptionKey = "print-dpi")
    double dpi;

    @Option(
            names = "--palette",
            paramLabel = "screen|cmyk|black",
            defaultValue = "screen",
            descriptionKey = "print-palette")
    String palette;

    @Option(
            names = "--colours",
            paramLabel = "standard|colourblind|print",
            defaultValue = "",
            descriptionKey = "print-colours")
    String colours;

    @Option(names = "--atlas", arity = "0..1", fallbackValue = "", paramLabel = "LAYER", descriptionKey = "print-atlas")
    String atlas;

    @Option(names = "--pages", paramLabel = "1-3,7", defaultValue = "", descriptionKey = "print-pages")
    String pages;

    @ArgGroup(exclusive = true, multiplicity = "1")
    Destination destination;

    /** Where the page goes: a file or a printer. */
    static final class Destination {
        @Option(names = "--out", paramLabel = "FILE.pdf|png|tif|svg", descriptionKey = "print-out")
        Path output;

        @Option(names = "--printer", paramLabel = "NAME", descriptionKey = "print-printer")
        String printer;
    }

    @Override
    public Integer call() {
        Progress progress = progress();
        Prints.Request request = Prints.Request.of(layout)
                .withTitle(title)
                .withFields(fields)
                .withDpi(dpi)
                .withInks(palette)
                .withColours(colours);
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            return say(print(workspace, request, progress), false);
        }
    }

    private Answer print(Workspace workspace, Prints.Request request, Progress progress) {
        boolean toPrinter = destination.printer != null;
        if (atlas == null && pages.isEmpty() && !Atlases.isPlanned(workspace, layout)) {
            return toPrinter
                    ? Prints.toPrinter(workspace, request, destination.printer, progress)
                    : Prints.print(workspace, request, destination.output, progress);
        }
        String coverage = atlas == null ? "" : atlas;
        return toPrinter
                ? Atlases.toPrinter(workspace, request, coverage, pages, destination.printer, progress)
                : Atlases.print(workspace, request, coverage, pages, destination.output, progress);
    }
}
