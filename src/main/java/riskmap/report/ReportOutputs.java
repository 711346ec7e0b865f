package riskmap.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.print.TargetFile;

/** The list of all report outputs. */
public final class ReportOutputs {
    private static final List<ReportOutput> ALL =
            List.of(new PdfReport(), new DocxReport(), new HtmlReport(), new XlsxReport());

    private ReportOutputs() {}

    /** All outputs; the first is the usual one. */
    public static List<ReportOutput> all() {
        return ALL;
    }

    /** The output that a file's ending asks for. */
    public static ReportOutput forFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(output -> name.endsWith("." + output.extension()))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "report.ending-unknown",
                        file,
                        NameList.of(ALL.stream().map(ReportOutput::extension).toList())));
    }

    /** Writes a report to the file, which appears only when it is complete. */
    public static void write(ReportDocument document, Path target, Progress progress) {
        ReportOutput output = forFile(target);
        TargetFile.write(target, stream -> output.write(document, stream, progress));
    }
}
