package riskmap.print;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** The list of all page outputs. */
public final class Outputs {
    private static final List<PrintOutput> ALL =
            List.of(new PdfOutput(), new PngOutput(), new TiffOutput(), new SvgOutput());

    private Outputs() {}

    /** All outputs; the first is the usual one. */
    public static List<PrintOutput> all() {
        return ALL;
    }

    /** The output that a file's ending asks for. */
    public static PrintOutput forFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(output -> name.endsWith("." + output.extension())
                        || output.extension().equals("tif") && name.endsWith(".tiff"))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "print.ending-unknown",
                        file,
                        ALL.stream().map(PrintOutput::extension).collect(Collectors.joining(", "))));
    }

    /** Writes several pages into one PDF. */
    public static void pages(List<PageComposer> pages, Path target, PrintOptions options, Progress progress) {
        PdfOutput.write(pages, target, options, progress);
    }
}
