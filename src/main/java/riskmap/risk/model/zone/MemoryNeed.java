package riskmap.risk.model.zone;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;
import riskmap.risk.Workings;

/**
 * The memory that cells over an area take, told before hours are spent on what cannot end.
 *
 * @param extent of the area, in metres
 * @param bytesPerCell what one cell takes where most is held at once, rather too little than too much: a run that would
 *     have ended is never refused
 */
record MemoryNeed(Envelope extent, double bytesPerCell) {
    /** The program itself and the layers it reads. */
    private static final double BASE = 100e6;

    /** Share of the memory that a size of cells may take to be recommended. */
    private static final double COMFORTABLE = 0.7;

    private static final double[] USUAL = {
        1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 250, 300, 400, 500, 1000
    };

    private double cells(double cellSize) {
        return Math.ceil(extent.getWidth() / cellSize) * Math.ceil(extent.getHeight() / cellSize);
    }

    /** Bytes. */
    double at(double cellSize) {
        return BASE + bytesPerCell * cells(cellSize);
    }

    /** What is said when cells of this size take more than there is: how much, and the cells that would do. */
    Optional<Message> unlessEnough(double cellSize, double available) {
        if (at(cellSize) <= available) {
            return Optional.empty();
        }
        double better = USUAL[USUAL.length - 1];
        for (int i = USUAL.length - 1; i >= 0 && USUAL[i] > cellSize && at(USUAL[i]) <= COMFORTABLE * available; i--) {
            better = USUAL[i];
        }
        return Optional.of(Message.of(
                "risk.check-memory",
                Workings.shown(cellSize),
                Workings.shown(Math.ceil(extent.getWidth() / 1000)),
                Workings.shown(Math.ceil(extent.getHeight() / 1000)),
                Workings.shown(Math.rint(cells(cellSize) / 1e5) / 10),
                gigabytes(at(cellSize)),
                gigabytes(available),
                Workings.shown(better),
                gigabytes(at(better))));
    }

    private static String gigabytes(double bytes) {
        return Workings.shown(Math.ceil(bytes / 1e8) / 10);
    }
}
