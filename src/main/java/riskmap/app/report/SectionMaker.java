package riskmap.app.report;

import java.util.List;
import riskmap.base.Progress;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/** Makes the content of one kind of section. */
@FunctionalInterface
interface SectionMaker {
    /** The content below the heading, which is left out where there is none; what is missing is said. */
    List<Block> make(ReportContext context, SectionSpec spec, Progress progress);
}
