package riskmap.analysis;

import riskmap.base.Message;
import riskmap.geo.raster.GridGeometry;

/** How many cells a raster has, and how many of them without a value: what every tool that counts cells says. */
public final class CellNote {
    private CellNote() {}

    /** The note on so many cells without a value. */
    public static Message of(GridGeometry cells, long missing) {
        return Message.of("analysis.note-cells", cells.width(), cells.height(), cells.cellCount(), missing);
    }
}
