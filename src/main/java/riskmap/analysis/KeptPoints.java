package riskmap.analysis;

import java.util.function.Supplier;
import riskmap.data.gpkg.FeatureTable;
import riskmap.geo.overlay.PointGrid;

/**
 * The points of a layer, and the cells they were sorted into, kept from a run that read them for others that need them and
 * nothing else of the layer. Only plain points are: shapes would fill the memory. Safe for several threads.
 */
public final class KeptPoints {
    /** Key, x and y; the same once more, and its share of a cell, where they are sorted. */
    private static final int BYTES_PER_POINT = 48;

    private FeatureTable points;
    private PointGrid cells;

    /** What is kept takes so many bytes at most; 0 where nothing is: nobody read them, or they are no plain points. */
    public synchronized long bytes() {
        return points == null ? 0 : (long) BYTES_PER_POINT * points.size();
    }

    /** The rows with their geometry alone, read where they are not there. */
    synchronized FeatureTable rows(Supplier<FeatureTable> reading) {
        if (points != null) {
            return points;
        }
        FeatureTable read = reading.get();
        points = read.points() == null ? null : read;
        return read;
    }

    /** Points sorted into cells; where they are those that are kept, once for all who ask. */
    synchronized PointGrid cells(double[] xy) {
        if (points == null || points.points() != xy) {
            return new PointGrid(xy);
        }
        if (cells == null) {
            cells = new PointGrid(xy);
        }
        return cells;
    }
}
