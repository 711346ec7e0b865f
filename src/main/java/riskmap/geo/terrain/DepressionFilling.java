package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * The surface of the water that stands in every depression filled to its brim: the lowest surface above the ground from
 * which water can flow, never uphill, to the edge of the grid or to a cell without data. Filled depressions are flat;
 * {@link FlowDirections} finds the way out of them. Filling a filled surface changes nothing.
 *
 * <p>By {@link Basins}: a basin fills up to the lowest height over which its water comes out, through other basins if need
 * be (a priority flood from the outside over the passes between basins), and a cell lies under water where its ground is
 * lower than that. All but the flood of the basins runs on all processors; the surface is unique, so the order does not
 * matter. Memory: 5 bytes a cell beside input and result, and what the passes take.
 *
 * <p>Example: in a bowl with a rim at 5 m, 4 m at its lowest place, every cell below 4 m is raised to 4 m.
 *
 * <p><b>Source:</b> R. Barnes, C. Lehman, D. Mulla, “Priority-flood”, Computers &amp; Geosciences 62 (2014) 117–127; over
 * basins after G. Cordonnier, B. Bovy, J. Braun, “A versatile, linear complexity algorithm for flow routing in
 * topographies with depressions”, Earth Surface Dynamics 7 (2019) 549–562.
 */
public final class DepressionFilling {
    private static final int CHECK_EVERY = 1 << 12;

    /** The passes of basin {@code b}: from {@code firsts[b]} on to {@code firsts[b + 1]}. */
    private final int[] firsts;

    private final int[] beyond;
    private final float[] heights;

    private DepressionFilling(Basins basins) {
        firsts = new int[basins.count() + 1];
        for (BasinPasses passes : basins.passes()) {
            passes.each((one, other, height) -> {
                firsts[one]++;
                firsts[other]++;
            });
        }
        Arrays.parallelPrefix(firsts, Integer::sum);
        beyond = new int[firsts[basins.count()]];
        heights = new float[beyond.length];
        for (BasinPasses passes : basins.passes()) {
            passes.each((one, other, height) -> {
                put(one, other, height);
                put(other, one, height);
            });
        }
    }

    private void put(int basin, int other, float height) {
        int at = --firsts[basin];
        beyond[at] = other;
        heights[at] = height;
    }

    /** The filled surface; no data stays no data. */
    public static Grid fill(Grid ground, Progress progress) {
        return flood(ground, progress).surface();
    }

    /**
     * A filled ground and what finding it left behind, for {@link FlowDirections} to go on from.
     *
     * @param surface the filled surface
     * @param codes directions of steepest fall, to be found anew where water has changed what lies around
     * @param room as many numbers as cells, to be written over
     */
    public record Flood(Grid surface, byte[] codes, int[] room) {}

    /** The filled surface and what finding it left behind. */
    public static Flood flood(Grid ground, Progress progress) {
        byte[] codes = FlowDirections.steepest(ground, progress.part(0, 0.3));
        Basins basins = Basins.of(ground, codes, progress.part(0.3, 0.8));
        float[] levels = new DepressionFilling(basins).levels(progress.part(0.8, 0.95));
        float[] cells = new float[ground.cells().length];
        int[] numbers = basins.numbers();
        ground.geometry().bandsOfRows(progress.part(0.95, 1), (from, to) -> {
            for (int row = from; row < to; row++) {
                raise(ground, row, levels, numbers, cells, codes);
            }
        });
        return new Flood(new Grid(ground.geometry(), cells), codes, numbers);
    }

    private static void raise(Grid ground, int row, float[] levels, int[] numbers, float[] cells, byte[] codes) {
        float[] z = ground.cells();
        int width = ground.width();
        int start = row * width;
        int wet = -1;
        for (int cell = start; cell < start + width; cell++) {
            float level = levels[numbers[cell]];
            boolean raised = level > z[cell];
            cells[cell] = raised ? level : z[cell];
            if (raised && wet < 0) {
                wet = cell;
            } else if (!raised && wet >= 0) {
                stale(ground.geometry(), row, wet - start, cell - start, codes);
                wet = -1;
            }
        }
        if (wet >= 0) {
            stale(ground.geometry(), row, wet - start, width, codes);
        }
    }

    /** Around raised cells of a row directions are no longer right. Threads beside each other write the same. */
    private static void stale(GridGeometry geometry, int row, int fromColumn, int toColumn, byte[] codes) {
        int from = Math.max(0, fromColumn - 1);
        int to = Math.min(geometry.width(), toColumn + 1);
        for (int r = Math.max(0, row - 1); r <= Math.min(geometry.height() - 1, row + 1); r++) {
            Arrays.fill(codes, r * geometry.width() + from, r * geometry.width() + to, FlowDirections.STALE);
        }
    }

    /** How high the water of each basin rises before it comes out. */
    private float[] levels(Progress progress) {
        int count = firsts.length - 1;
        float[] levels = new float[count];
        Arrays.fill(levels, Float.POSITIVE_INFINITY);
        levels[0] = Float.NEGATIVE_INFINITY;
        boolean[] done = new boolean[count];
        CellHeap front = new CellHeap();
        int basin = 0;
        for (int taken = 0; ; taken++) {
            if ((taken & CHECK_EVERY - 1) == 0) {
                progress.check();
            }
            if (!done[basin]) {
                done[basin] = true;
                for (int i = firsts[basin]; i < firsts[basin + 1]; i++) {
                    int other = beyond[i];
                    float level = Math.max(levels[basin], heights[i]);
                    if (level < levels[other]) {
                        levels[other] = level;
                        front.push(level, other);
                    }
                }
            }
            if (front.isEmpty()) {
                progress.report(1);
                return levels;
            }
            basin = front.pop();
        }
    }
}
