package riskmap.geo.terrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * The ground that drains through each of some outlets. A cell belongs to the outlet its water reaches first, so the
 * catchment of an upper outlet is no part of a lower one's; together with the cells of no outlet they share out the grid.
 */
public final class Watersheds {
    private Watersheds() {}

    /**
     * The outlet moved to the cell with the most inflow (of equal ones the first in row order) no farther away than so
     * many cells: points on a map lie beside the river more often than on it.
     *
     * @return its cell, −1 when the place lies outside the grid or there is no data around it
     */
    public static int snap(FlowDirections directions, int[] accumulation, double x, double y, int cells) {
        GridGeometry geometry = directions.geometry();
        int column = geometry.column(x);
        int row = geometry.row(y);
        int best = -1;
        int most = 0;
        for (int r = Math.max(0, row - cells); r <= Math.min(geometry.height() - 1, row + cells); r++) {
            for (int c = Math.max(0, column - cells); c <= Math.min(geometry.width() - 1, column + cells); c++) {
                int cell = r * geometry.width() + c;
                boolean near = (r - row) * (r - row) + (c - column) * (c - column) <= cells * cells;
                if (near && accumulation[cell] > most) {
                    most = accumulation[cell];
                    best = cell;
                }
            }
        }
        return best;
    }

    /** Index of the outlet that each cell drains through first, −1 for none. */
    public static int[] labels(FlowDirections directions, int[] outlets, Progress progress) {
        int[] at = new int[directions.geometry().cellCount()];
        Arrays.fill(at, -1);
        for (int i = outlets.length - 1; i >= 0; i--) {
            if (outlets[i] >= 0) {
                at[outlets[i]] = i;
            }
        }
        int[] nearest = HeightAboveDrainage.nearest(directions, cell -> at[cell] >= 0, progress);
        for (int cell = 0; cell < nearest.length; cell++) {
            nearest[cell] = nearest[cell] < 0 ? -1 : at[nearest[cell]];
        }
        return nearest;
    }

    /**
     * Each outlet's catchment as polygons (several when cells touch at corners only), none for one without cells.
     * Areas are exactly those of the cells.
     */
    public static List<List<Polygon>> polygons(GridGeometry geometry, int[] labels, int outlets, Progress progress) {
        float[] values = new float[labels.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = labels[cell] < 0 ? Float.NaN : labels[cell];
        }
        List<List<Polygon>> result = new ArrayList<>();
        for (int i = 0; i < outlets; i++) {
            result.add(new ArrayList<>());
        }
        for (Polygonizer.Zone zone : Polygonizer.polygonize(new Grid(geometry, values), progress)) {
            result.get((int) zone.value()).add(zone.polygon());
        }
        return result;
    }
}
