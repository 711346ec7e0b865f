package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.IntStack;

/**
 * Height of each cell above the drainage cell that its water reaches first (HAND): a cell is flooded by a stage of the
 * river when its height above it is no more than the stage, and stands {@code stage − HAND} deep.
 *
 * <p>Drainage cells have 0. Cells whose water leaves the grid without meeting one have NaN. On a filled surface no value
 * is negative; on the ground itself a depression below its drainage has 0.
 *
 * <p>Example: rows 9 8 7 8 9 / 8 6 5 6 8 / 7 5 3 5 7 / 6 4 2 4 6 / 5 3 1 3 5 with drainage in the middle of the three
 * lower rows give 6 5 4 5 6 / 6 3 2 3 6 / 6 3 0 3 6 / 5 3 0 3 5 / 4 2 0 2 4.
 *
 * <p><b>Source:</b> A. Nobre et al., “Height Above the Nearest Drainage”, J. Hydrology 404 (2011) 13–29.
 */
public final class HeightAboveDrainage {
    /** What a walk has not yet come to know. */
    private static final int UNKNOWN = -2;

    private static final int NOWHERE = -1;

    /** Lower than any ground. */
    private static final float NOT_KNOWN = -Float.MAX_VALUE;

    private HeightAboveDrainage() {}

    /** Tells drainage from other cells. */
    @FunctionalInterface
    public interface Drainage {
        boolean is(int cell);
    }

    /**
     * The drainage cell that each cell's water reaches first, −1 for none. Walks of several threads meet cells another is
     * walking too; all write the same there.
     */
    public static int[] nearest(FlowDirections directions, Drainage drainage, Progress progress) {
        GridGeometry geometry = directions.geometry();
        int width = geometry.width();
        int[] steps = FlowDirections.steps(width);
        byte[] codes = directions.codes();
        int[] nearest = new int[geometry.cellCount()];
        Arrays.fill(nearest, UNKNOWN);
        geometry.bandsOfRows(progress, (from, to) -> {
            IntStack walk = new IntStack();
            for (int start = from * width; start < to * width; start++) {
                int cell = start;
                int found = nearest[cell];
                while (found == UNKNOWN) {
                    walk.push(cell);
                    byte code = codes[cell];
                    if (code == FlowDirections.NONE) {
                        found = NOWHERE;
                    } else if (drainage.is(cell)) {
                        found = cell;
                    } else if (code == FlowDirections.OUTLET) {
                        found = NOWHERE;
                    } else {
                        cell += steps[code];
                        found = nearest[cell];
                    }
                }
                while (!walk.isEmpty()) {
                    nearest[walk.pop()] = found;
                }
            }
        });
        return nearest;
    }

    /**
     * The height of each cell of a surface above the drainage cell that its water reaches first, without finding out which
     * that is: walks carry its height.
     */
    public static Grid of(Grid surface, FlowDirections directions, Drainage drainage, Progress progress) {
        int width = surface.width();
        int[] steps = FlowDirections.steps(width);
        byte[] codes = directions.codes();
        float[] z = surface.cells();
        float[] heights = new float[z.length];
        Arrays.fill(heights, NOT_KNOWN);
        surface.geometry().bandsOfRows(progress.part(0, 0.8), (from, to) -> {
            IntStack walk = new IntStack();
            for (int start = from * width; start < to * width; start++) {
                int cell = start;
                float found = heights[cell];
                while (found == NOT_KNOWN) {
                    walk.push(cell);
                    byte code = codes[cell];
                    if (code == FlowDirections.NONE) {
                        found = Float.NaN;
                    } else if (drainage.is(cell)) {
                        found = z[cell];
                        break;
                    } else if (code == FlowDirections.OUTLET) {
                        found = Float.NaN;
                    } else {
                        cell += steps[code];
                        found = heights[cell];
                    }
                }
                while (!walk.isEmpty()) {
                    heights[walk.pop()] = found;
                }
            }
        });
        surface.geometry().bandsOfRows(progress.part(0.8, 1), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                float base = heights[cell];
                heights[cell] = base == base ? Math.max(0, z[cell] - base) : Float.NaN;
            }
        });
        return new Grid(surface.geometry(), heights);
    }

    /** The height of each cell of a surface above the drainage cell found for it. */
    public static Grid of(Grid surface, int[] nearest, Progress progress) {
        float[] z = surface.cells();
        float[] heights = new float[z.length];
        int width = surface.width();
        surface.geometry().bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                heights[cell] = nearest[cell] < 0 ? Float.NaN : Math.max(0, z[cell] - z[nearest[cell]]);
            }
        });
        return new Grid(surface.geometry(), heights);
    }
}
