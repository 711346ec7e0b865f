package riskmap.print;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import riskmap.base.NameList;
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

    /** The output that a file's ending asks for; it makes itself ready while the page is being put together. */
    public static PrintOutput forFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        PrintOutput output = ALL.stream()
                .filter(known -> name.endsWith("." + known.extension())
                        || known.extension().equals("tif") && name.endsWith(".tiff"))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "print.ending-unknown",
                        file,
                        NameList.of(ALL.stream().map(PrintOutput::extension).toList())));
        output.prepare();
        return output;
    }

    /** Writes several pages into one PDF. */
    public static void pages(List<PageComposer> pages, Path target, PrintOptions options, Progress progress) {
        PdfOutput.write(pages, target, options, progress);
    }
}
