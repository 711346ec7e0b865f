package riskmap.edit.check;

import java.util.List;
import riskmap.base.Progress;

/** A check that needs the rows of a layer together. */
non-sealed interface LayerCheck extends Check {
    /** Whether rows far from each other can break the rule together; otherwise only neighbours are looked at. */
    boolean wholeLayer();

    /** The columns it reads, beside uuid, name and geometry. */
    default List<String> columns() {
        return List.of();
    }

    /** Checks the rows; a finding is told only where at least one subject takes part. */
    void check(LayerRows rows, Found found, Progress progress);
}
