package riskmap.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.style.ColourSchemes;
import riskmap.app.style.StyleRuns;
import riskmap.base.Message;

/** {@code riskmap style}: how a layer of the map looks. */
@Command(name = "style")
final class StyleCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "style-project")
    Path project;

    @Parameters(index = "1", arity = "0..1", paramLabel = "LAYER", descriptionKey = "style-layer")
    String layer;

    @Option(names = "--single", paramLabel = "#RRGGBB", descriptionKey = "style-single")
    String single;

    @Option(names = "--categories", paramLabel = "FIELD", descriptionKey = "style-categories")
    String categories;

    @Option(names = "--graduated", paramLabel = "FIELD", descriptionKey = "style-graduated")
    String graduated;

    @Option(names = "--cells", descriptionKey = "style-cells")
    boolean cells;

    @Option(names = "--method", paramLabel = "M", descriptionKey = "style-method")
    String method = "jenks";

    @Option(names = "--classes", paramLabel = "N", descriptionKey = "style-classes")
    int classes = 5;

    @Option(names = "--breaks", split = ",", paramLabel = "B", descriptionKey = "style-breaks")
    List<Double> breaks = new ArrayList<>();

    @Option(names = "--ramp", paramLabel = "RAMP", descriptionKey = "style-ramp")
    String ramp;

    @Option(names = "--reverse", descriptionKey = "style-reverse")
    boolean reverse;

    @Option(names = "--sld", paramLabel = "FILE", descriptionKey = "style-sld")
    String sld;

    @Option(names = "--export", paramLabel = "FILE", descriptionKey = "style-export")
    String export;

    @Option(names = "--colours", paramLabel = "SCHEME", descriptionKey = "style-colours")
    String colours;

    @Option(names = "--reset", descriptionKey = "style-reset")
    boolean reset;

    @Option(names = "--undo", descriptionKey = "style-undo")
    boolean undo;

    @Option(names = "--redo", descriptionKey = "style-redo")
    boolean redo;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        long said = Stream.of(single, categories, graduated, sld, export, colours)
                .filter(Objects::nonNull)
                .count();
        long flags = Stream.of(reset, undo, redo, cells).filter(flag -> flag).count();
        if (said + flags != 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), Message.of("cli.style-one").text());
        }
        if (colours != null) {
            return say(ColourSchemes.apply(project, layer, colours, progress()), json);
        }
        if (layer == null && !undo && !redo) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), Message.of("cli.style-layer-wanted").text());
        }
        if (export != null) {
            return say(StyleRuns.export(project, layer, export, progress()), json);
        }
        if (undo || redo) {
            return say(StyleRuns.walk(project, undo, progress()), json);
        }
        if (reset) {
            return say(StyleRuns.reset(project, layer, progress()), json);
        }
        if (cells) {
            return say(StyleRuns.apply(project, layer, StyleRuns.cells(classes, ramp, reverse), progress()), json);
        }
        var choice = single != null
                ? StyleRuns.single(single)
                : categories != null
                        ? StyleRuns.categories(categories, ramp, reverse)
                        : graduated != null
                                ? StyleRuns.graduated(graduated, method, classes, breaks, ramp, reverse)
                                : StyleRuns.sld(sld);
        return say(StyleRuns.apply(project, layer, choice, progress()), json);
    }
}
