package riskmap.print;

import java.nio.file.Path;
import riskmap.base.Progress;

/** A kind of file that a page can be written to. */
public interface PrintOutput {
    /** Ending of its files, lower-case without dot; also its id. */
    String extension();

    /** Begins in the background what a page will need; nothing by default. */
    default void prepare() {}

    /**
     * Writes the page. The file appears only when it is complete; one that was there is replaced then.
     *
     * @throws riskmap.base.RiskMapException when the target cannot be written
     */
    void write(PageComposer page, Path target, PrintOptions options, Progress progress);
}
