package riskmap.report;

import java.io.IOException;
import java.io.OutputStream;
import riskmap.base.Progress;

/** A kind of file that a report can be written to. */
public interface ReportOutput {
    /** Ending of its files, lower-case without dot; also its id. */
    String extension();

    /** Writes the report. */
    void write(ReportDocument document, OutputStream stream, Progress progress) throws IOException;
}
