package riskmap.analysis;

import java.util.List;
import java.util.function.Supplier;
import riskmap.data.gpkg.FeatureTable;
import riskmap.geo.overlay.PointGrid;

/**
 * The points of a layer with some fields of numbers, and the cells they were sorted into, kept from a run that read them for
 * others that need the same. Only plain points and numbers are: shapes and texts would fill the memory. Safe for several
 * threads.
 */
public final class KeptPoints {
    /** Key, x and y; the same once more, and its share of a cell, where they are sorted. */
    private static final int BYTES_PER_POINT = 48;

    /** A number, and whether there is one. */
    private static final int BYTES_PER_NUMBER = 9;

    private FeatureTable points;
    private List<String> fields = List.of();
    private PointGrid cells;

    /** What is kept takes so many bytes at most; 0 where nothing is: nobody read them, or they are no plain points. */
    public synchronized long bytes() {
        return points == null ? 0 : (BYTES_PER_POINT + (long) BYTES_PER_NUMBER * fields.size()) * points.size();
    }

    /** The rows with their geometry and these fields alone, read where they are not there. */
    synchronized FeatureTable rows(List<String> wanted, Supplier<FeatureTable> reading) {
        if (points != null && fields.equals(wanted)) {
            return points;
        }
        FeatureTable read = reading.get();
        if (points == null && read.points() != null && read.isOfNumbers()) {
            points = read;
            fields = List.copyOf(wanted);
        }
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
