package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.IntStack;

/**
 * Directions of flow as angles (D∞): of the eight triangles between a cell and two neighbours side by side, the one that
 * falls most steeply; the water is shared between its two outer cells by how close the angle comes to each. Smoother than
 * {@link FlowDirections} on open slopes. Flat cells flow as D8 has it.
 *
 * <p>Angles are radians anticlockwise from east, 0 ≤ angle &lt; 2π; NaN for outlets and cells without data. Cells may be
 * longer one way: falls are measured and water is shared out by where the neighbours' centres lie.
 *
 * <p><b>Source:</b> D. Tarboton, “A new method for the determination of flow directions and upslope areas in grid digital
 * elevation models”, Water Resources Research 33 (1997) 309–319.
 */
public final class FlowAngles {
    private static final double RIGHT = Math.PI / 2;

    private static final double EIGHTH = Math.PI / 4;

    /** Codes of the neighbour over a side and of the one over a corner, of the eight triangles from east anticlockwise. */
    private static final int[] SIDE = {4, 1, 1, 3, 3, 6, 6, 4};

    private static final int[] CORNER = {2, 2, 0, 0, 5, 5, 7, 7};

    /** Angle = quarter turns · π/2 + sign · angle within the triangle. */
    private static final int[] QUARTERS = {0, 1, 1, 2, 2, 3, 3, 4};

    private static final int[] SIGN = {1, -1, 1, -1, 1, -1, 1, -1};

    /** The neighbour in the direction of each eighth of a turn, from east anticlockwise. */
    private static final int[] AROUND = {4, 2, 1, 0, 3, 5, 6, 7};

    private final FlowDirections straight;
    private final float[] angles;
    /** Angle from east to the neighbour over the north-eastern corner: π/4 of square cells. */
    private final double corner;

    private FlowAngles(FlowDirections straight, float[] angles, double corner) {
        this.straight = straight;
        this.angles = angles;
        this.corner = corner;
    }

    /**
     * Angles on a surface without depressions.
     *
     * @param straight the D8 directions of the same surface
     */
    public static FlowAngles of(Grid surface, FlowDirections straight, Progress progress) {
        GridGeometry geometry = surface.geometry();
        int width = geometry.width();
        float[] angles = new float[geometry.cellCount()];
        int[] steps = FlowDirections.steps(width);
        float[] z = surface.cells();
        double tall = geometry.cellHeight() / geometry.cellWidth();
        FlowAngles found = new FlowAngles(straight, angles, Math.atan2(tall, 1));
        geometry.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    int cell = row * width + column;
                    boolean inner = row > 0 && column > 0 && row < geometry.height() - 1 && column < width - 1;
                    double angle = inner ? steepest(z, cell, steps, tall) : Double.NaN;
                    angles[cell] = (float) (Double.isNaN(angle) ? found.straight(straight.code(cell)) : angle);
                }
            }
        });
        return found;
    }

    /** Of the steepest triangle; cells are 1 wide and so tall. */
    private static double steepest(float[] z, int cell, int[] steps, double tall) {
        double most = 0;
        double angle = Double.NaN;
        double diagonal = Math.sqrt(1 + tall * tall);
        for (int k = 0; k < 8; k++) {
            // the sides of the triangle to its outer cells: along the row first, or along the column
            boolean alongRow = SIDE[k] == 3 || SIDE[k] == 4;
            double d1 = alongRow ? 1 : tall;
            double d2 = alongRow ? tall : 1;
            double e0 = z[cell];
            double e1 = z[cell + steps[SIDE[k]]];
            double e2 = z[cell + steps[CORNER[k]]];
            double s1 = (e0 - e1) / d1;
            double s2 = (e1 - e2) / d2;
            double r = Math.atan2(s2, s1);
            double slope = Math.sqrt(s1 * s1 + s2 * s2);
            double widest = Math.atan2(d2, d1);
            if (r < 0) {
                r = 0;
                slope = s1;
            } else if (r > widest) {
                r = widest;
                slope = (e0 - e2) / diagonal;
            }
            if (slope > most) {
                most = slope;
                angle = SIGN[k] * r + QUARTERS[k] * RIGHT;
            }
        }
        return angle >= 4 * RIGHT ? angle - 4 * RIGHT : angle;
    }

    private double straight(byte code) {
        for (int i = 0; i < 8; i++) {
            if (AROUND[i] == code) {
                double right = i / 2 * RIGHT;
                return i % 2 == 0 ? right : i % 4 == 1 ? right + corner : right + RIGHT - corner;
            }
        }
        return Double.NaN;
    }

    /** How many neighbours an angle is beyond east, anticlockwise, with the part of the way to the next. */
    private double neighbours(double angle) {
        if (corner == EIGHTH) {
            return angle / EIGHTH;
        }
        int quarter = (int) (angle / RIGHT);
        double within = angle - quarter * RIGHT;
        double first = quarter % 2 == 0 ? corner : RIGHT - corner;
        return 2 * quarter + (within < first ? within / first : 1 + (within - first) / (RIGHT - first));
    }

    /** The angles as a raster. */
    public Grid grid() {
        return new Grid(straight.geometry(), angles);
    }

    /**
     * Cells that drain through each cell, itself included, in fractions of cells; NaN where there is no data. At the
     * outlets they add up to the cells with data, but for rounding.
     */
    public Grid accumulation(Progress progress) {
        int[] first = new int[angles.length];
        int[] second = new int[angles.length];
        float[] share = new float[angles.length];
        receivers(first, second, share, progress.part(0, 0.5));
        byte[] inflows = new byte[angles.length];
        for (int cell = 0; cell < angles.length; cell++) {
            if (first[cell] >= 0) {
                inflows[first[cell]]++;
            }
            if (second[cell] >= 0) {
                inflows[second[cell]]++;
            }
        }
        double[] sums = new double[angles.length];
        Arrays.fill(sums, 1);
        IntStack ready = new IntStack();
        for (int start = 0; start < angles.length; start++) {
            if ((start & 0xFFFF) == 0) {
                progress.check();
            }
            if (inflows[start] != 0) {
                continue;
            }
            inflows[start] = -1;
            ready.push(start);
            while (!ready.isEmpty()) {
                int cell = ready.pop();
                pass(first[cell], sums[cell] * share[cell], sums, inflows, ready);
                pass(second[cell], sums[cell] * (1 - share[cell]), sums, inflows, ready);
            }
        }
        float[] cells = new float[angles.length];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = straight.code(cell) == FlowDirections.NONE ? Float.NaN : (float) sums[cell];
        }
        progress.report(1);
        return new Grid(straight.geometry(), cells);
    }

    private static void pass(int to, double amount, double[] sums, byte[] inflows, IntStack ready) {
        if (to >= 0) {
            sums[to] += amount;
            if (--inflows[to] == 0) {
                inflows[to] = -1;
                ready.push(to);
            }
        }
    }

    /** The two cells each cell's water goes to, −1 for none, and the share of the first. */
    private void receivers(int[] first, int[] second, float[] share, Progress progress) {
        GridGeometry geometry = straight.geometry();
        int[] steps = FlowDirections.steps(geometry.width());
        int width = geometry.width();
        geometry.bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                first[cell] = -1;
                second[cell] = -1;
                if (!Float.isNaN(angles[cell])) {
                    double past = neighbours(angles[cell]);
                    int at = (int) past;
                    double beyond = past - at;
                    // a float holds the angle of a neighbour to seven digits only
                    if (beyond > 1 - 1e-6) {
                        at++;
                        beyond = 0;
                    }
                    first[cell] = cell + steps[AROUND[at % 8]];
                    share[cell] = beyond < 1e-6 ? 1 : (float) (1 - beyond);
                    second[cell] = beyond < 1e-6 ? -1 : cell + steps[AROUND[(at + 1) % 8]];
                }
            }
        });
    }
}
