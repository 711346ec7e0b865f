package riskmap.risk.model.count;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/**
 * The town and level each feature of a layer lies in, by its centroid: the town whose area holds it (the first on a common
 * boundary), the level of the zone there (on a border of cells: the cell to the south-east).
 */
public final class Placement {
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

    /** Which town, and which level of zones, a place lies in. */
    interface Where {
        /** Index of the town, −1 outside all. */
        int town(double x, double y);

        /** Level 1 to 4, 0 outside all zones. */
        int level(double x, double y);
    }

    public static Placement of(LayerRows rows, StudyArea area, ZoneLayer zones, Progress progress) {
        return of(
                rows,
                new Where() {
                    @Override
                    public int town(double x, double y) {
                        return area.townAt(x, y);
                    }

                    @Override
                    public int level(double x, double y) {
                        return zones.levelAt(x, y);
                    }
                },
                progress);
    }

    public static Placement of(LayerRows rows, Where where, Progress progress) {
        Placement result = new Placement(rows.size());
        Parallel.items(rows.size(), 2048, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry geometry = rows.geometry(row);
                result.towns[row] = -1;
                if (geometry != null) {
                    Point centre = geometry instanceof Point point ? point : geometry.getCentroid();
                    result.x[row] = centre.getX();
                    result.y[row] = centre.getY();
                    result.towns[row] = where.town(centre.getX(), centre.getY());
                    result.levels[row] = (byte) where.level(centre.getX(), centre.getY());
                }
            }
        });
        return result;
    }

    /** The town, −1 outside all (and for rows without geometry). */
    public int town(int row) {
        return towns[row];
    }

    public int level(int row) {
        return levels[row];
    }

    public double x(int row) {
        return x[row];
    }

    public double y(int row) {
        return y[row];
    }
}
