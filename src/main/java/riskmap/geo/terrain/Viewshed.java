package riskmap.geo.terrain;

import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * What can be seen from lookouts over a terrain: for each cell the number of lookouts whose line of sight to it is free.
 *
 * <p>A line of sight is drawn from the lookout's eye to the target above the centre of each cell; the ground under the
 * line is taken between the two cells it passes, linearly, in every column and every row it crosses (method R3: exact for the
 * terrain as given). The earth's curvature, less refraction, lowers the ground by (1 − k) d² / 2R. The eye stands above the
 * centre of the lookout's cell; beyond the edge and in voids of the terrain nothing hides. GDAL's viewshed, which carries
 * heights from cell to cell instead of drawing each line, differs from this in a cell or two of a hundred.
 *
 * <p><b>Source:</b> Franklin and Ray 1994 (R3); k = 0.13 after Gauss.
 */
public final class Viewshed {
    /** Radius of the earth, m. */
    private static final double EARTH = 6_371_000;

    /** Share of the curvature that refraction takes away. */
    private static final double REFRACTION = 0.13;

    private final Grid elevation;
    private final double eyeHeight;
    private final double targetHeight;
    private final double radius;

    /**
     * @param elevation in metres, in a projected CRS in metres
     * @param eyeHeight of the observer above the ground, m
     * @param targetHeight of what is to be seen above the ground, m
     * @param radius beyond which nothing is looked at, m
     */
    public Viewshed(Grid elevation, double eyeHeight, double targetHeight, double radius) {
        this.elevation = elevation;
        this.eyeHeight = eyeHeight;
        this.targetHeight = targetHeight;
        this.radius = radius;
    }

    /**
     * How many of the lookouts see each cell; NaN where there is no terrain.
     *
     * @param lookouts x, y of each, in the CRS of the terrain; those outside it are left out
     */
    public Grid count(double[] lookouts, Progress progress) {
        GridGeometry geometry = elevation.geometry();
        float[] seen = new float[geometry.cellCount()];
        for (int cell = 0; cell < seen.length; cell++) {
            seen[cell] = Float.isNaN(elevation.cells()[cell]) ? Float.NaN : 0;
        }
        int lookoutCount = lookouts.length / 2;
        for (int i = 0; i < lookoutCount; i++) {
            int column = geometry.column(lookouts[2 * i]);
            int row = geometry.row(lookouts[2 * i + 1]);
            if (geometry.contains(column, row) && !Float.isNaN(elevation.get(column, row))) {
                look(column, row, seen, progress.part((double) i / lookoutCount, (i + 1.0) / lookoutCount));
            }
        }
        progress.report(1);
        return new Grid(geometry, seen);
    }

    private void look(int column, int row, float[] seen, Progress progress) {
        GridGeometry geometry = elevation.geometry();
        double eye = elevation.get(column, row) + eyeHeight;
        int reachX = (int) Math.ceil(radius / geometry.cellWidth());
        int reachY = (int) Math.ceil(radius / geometry.cellHeight());
        int north = Math.max(0, row - reachY);
        int rows = Math.min(geometry.height() - 1, row + reachY) - north + 1;
        int west = Math.max(0, column - reachX);
        int east = Math.min(geometry.width() - 1, column + reachX);
        Parallel.items(rows, 8, progress, (from, to) -> {
            for (int r = north + from; r < north + to; r++) {
                for (int c = west; c <= east; c++) {
                    int cell = r * geometry.width() + c;
                    if (!Float.isNaN(seen[cell]) && sees(column, row, eye, c, r)) {
                        seen[cell]++;
                    }
                }
            }
        });
    }

    private boolean sees(int column, int row, double eye, int toColumn, int toRow) {
        double dx = (toColumn - column) * elevation.geometry().cellWidth();
        double dy = (toRow - row) * elevation.geometry().cellHeight();
        double distance = Math.hypot(dx, dy);
        if (distance > radius) {
            return false;
        }
        double target = elevation.get(toColumn, toRow) + targetHeight - drop(distance);
        Sight sight = new Sight(column, row, eye, toColumn, toRow, target, distance);
        return clear(sight, true) && clear(sight, false);
    }

    /** A line of sight from an eye to a target, both heights in metres. */
    private record Sight(int column, int row, double eye, int toColumn, int toRow, double target, double distance) {}

    /** Whether the ground stays under the line in every column, or in every row, that it crosses on its way. */
    private boolean clear(Sight sight, boolean columns) {
        int from = columns ? sight.column : sight.row;
        int way = (columns ? sight.toColumn : sight.toRow) - from;
        int across = columns ? sight.row : sight.column;
        int turn = (columns ? sight.toRow : sight.toColumn) - across;
        int steps = Math.abs(way);
        for (int i = 1; i < steps; i++) {
            double share = (double) i / steps;
            double ground = between(from + i * Integer.signum(way), across + share * turn, columns);
            // ground unknown: it hides nothing
            if (ground - drop(share * sight.distance) > sight.eye + share * (sight.target - sight.eye)) {
                return false;
            }
        }
        return true;
    }

    private double between(int whole, double broken, boolean wholeIsColumn) {
        int low = (int) Math.floor(broken);
        double share = broken - low;
        double first = wholeIsColumn ? elevation.get(whole, low) : elevation.get(low, whole);
        if (share == 0) {
            return first;
        }
        double second = wholeIsColumn ? elevation.get(whole, low + 1) : elevation.get(low + 1, whole);
        return first + share * (second - first);
    }

    private static double drop(double distance) {
        return (1 - REFRACTION) * distance * distance / (2 * EARTH);
    }
}
