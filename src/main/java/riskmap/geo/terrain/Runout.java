package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * How far a slide, fall or debris flow may run: from its source cells over steps to the 16 cells around (the 8 neighbours
 * and the 8 knight's moves, which must clear both cells they pass between) as long as the energy line stays above the
 * ground. The line starts at the ground of a source and falls with the reach angle φ along
 * the way covered: energy head h = z₀ − L tan φ − z. Steps go downhill, or uphill by no more than the head allows.
 *
 * <p>On even ground the way is at most 2.8 % longer than a straight line, and the reach as much shorter.
 *
 * <p>The way is followed that keeps the greatest head, so the result does not depend on the order of cells.
 *
 * <p><b>Source:</b> the reach angle (Fahrböschung) of Heim 1932; usual angles 20–35° for falls and slides, 11–20° for
 * debris flows, to be checked for the district.
 */
public final class Runout {
    private static final int CHECK = 0xffff;

    private Runout() {}

    /**
     * Energy head in metres where the mass may come, NaN elsewhere.
     *
     * @param elevation in metres, in a projected CRS in metres
     * @param sources cell numbers the mass starts from
     * @param reachAngleDegrees φ, above 0 and below 90
     */
    public static Grid energyHead(Grid elevation, int[] sources, double reachAngleDegrees, Progress progress) {
        return energyHead(elevation, sources, 0, reachAngleDegrees, progress);
    }

    /**
     * Energy head of a mass that starts above the ground of its source cells, such as from the crown of a cut slope that the
     * elevation is too coarse to show.
     *
     * @param above height of the start over the ground, in metres, not negative
     */
    public static Grid energyHead(
            Grid elevation, int[] sources, double above, double reachAngleDegrees, Progress progress) {
        if (!(above >= 0)) {
            throw new IllegalArgumentException("above: " + above);
        }
        if (!(reachAngleDegrees > 0 && reachAngleDegrees < 90)) {
            throw new IllegalArgumentException("reach angle: " + reachAngleDegrees);
        }
        double fall = Math.tan(Math.toRadians(reachAngleDegrees));
        GridGeometry geometry = elevation.geometry();
        float[] ground = elevation.cells();
        double[] line = new double[geometry.cellCount()];
        Arrays.fill(line, Double.NEGATIVE_INFINITY);
        boolean[] settled = new boolean[line.length];
        // the least key is the highest energy line
        CellQueue queue = new CellQueue();
        for (int source : sources) {
            if (!Float.isNaN(ground[source]) && ground[source] + above > line[source]) {
                line[source] = ground[source] + above;
                queue.add(-line[source], source);
            }
        }
        int done = 0;
        while (!queue.isEmpty()) {
            int cell = queue.poll();
            if (settled[cell]) {
                continue;
            }
            settled[cell] = true;
            if ((++done & CHECK) == 0) {
                progress.check();
            }
            step(geometry, ground, line, fall, cell, queue);
        }
        float[] head = new float[line.length];
        for (int cell = 0; cell < head.length; cell++) {
            head[cell] = settled[cell] ? (float) (line[cell] - ground[cell]) : Float.NaN;
        }
        progress.report(1);
        return new Grid(geometry, head);
    }

    private static void step(
            GridGeometry geometry, float[] ground, double[] line, double fall, int cell, CellQueue queue) {
        int column = cell % geometry.width();
        int row = cell / geometry.width();
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int far = Math.abs(dx) + Math.abs(dy);
                boolean near = Math.max(Math.abs(dx), Math.abs(dy)) == 1;
                if (!near && far != 3 || !geometry.contains(column + dx, row + dy)) {
                    continue;
                }
                int to = (row + dy) * geometry.width() + column + dx;
                double length = Math.hypot(dx * geometry.cellWidth(), dy * geometry.cellHeight());
                double next = line[cell] - fall * length;
                boolean clear = near || line[cell] - fall * length / 2 >= between(geometry, ground, cell, dx, dy);
                if (clear && next >= ground[to] && next > line[to]) {
                    line[to] = next;
                    queue.add(-next, to);
                }
            }
        }
    }

    /** The higher of the two cells a knight's move passes between; none may be without ground. */
    private static double between(GridGeometry geometry, float[] ground, int cell, int dx, int dy) {
        int straight = cell + dy / 2 * geometry.width() + dx / 2;
        int diagonal = cell + Integer.signum(dy) * geometry.width() + Integer.signum(dx);
        float higher = Math.max(ground[straight], ground[diagonal]);
        return Float.isNaN(higher) ? Double.POSITIVE_INFINITY : higher;
    }
}
