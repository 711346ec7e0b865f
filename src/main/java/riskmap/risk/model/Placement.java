package riskmap.risk.model;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * The town and level each feature of a layer lies in, by its centroid: the town whose area holds it (the first on a common
 * boundary), the level of the zone there (on a border of cells: the cell to the south-east).
 */
final class Placement {
    private final int[] towns;
    private final byte[] levels;
    private final double[] x;
    private final double[] y;

    private Placement(int size) {
        towns = new int[size];
        levels = new byte[size];
        x = new double[size];
        y = new double[size];
    }

    static Placement of(LayerRows rows, StudyArea area, ZoneLayer zones, Progress progress) {
        Placement result = new Placement(rows.size());
        Parallel.items(rows.size(), 2048, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry geometry = rows.geometry(row);
                result.towns[row] = -1;
                if (geometry != null) {
                    Point centre = geometry instanceof Point point ? point : geometry.getCentroid();
                    result.x[row] = centre.getX();
                    result.y[row] = centre.getY();
                    result.towns[row] = area.townAt(centre.getX(), centre.getY());
                    result.levels[row] = (byte) zones.levelAt(centre.getX(), centre.getY());
                }
            }
        });
        return result;
    }

    /** The town, −1 outside all (and for rows without geometry). */
    int town(int row) {
        return towns[row];
    }

    int level(int row) {
        return levels[row];
    }

    double x(int row) {
        return x[row];
    }

    double y(int row) {
        return y[row];
    }
}
