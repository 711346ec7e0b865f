package riskmap.geo;

import java.util.Arrays;
import riskmap.base.Progress;

/**
 * The surface of the water that stands in every depression filled to its brim: the lowest surface above the ground from
 * which water can flow, never uphill, to the edge of the grid or to a cell without data. Filled depressions are flat;
 * {@link FlowDirections} finds the way out of them. Filling a filled surface changes nothing.
 *
 * <p>Priority flood: from the edge inward, the lowest cell of the front first. Cells higher than the one they are reached
 * from keep their height and need no queue; only brims, from which water could flow inward, wait in a heap. One thread;
 * the surface is unique, so the order does not matter. Memory: 5 bytes a cell beside input and result.
 *
 * <p>Example: in a bowl with a rim at 5 m, 4 m at its lowest place, every cell below 4 m is raised to 4 m.
 *
 * <p><b>Source:</b> R. Barnes, C. Lehman, D. Mulla, “Priority-flood”, Computers &amp; Geosciences 62 (2014) 117–127; the
 * skipping of slopes after G. Zhou, Z. Sun, S. Fu, Computers &amp; Geosciences 90 (2016) 87–96.
 */
public final class DepressionFilling {
    private static final int CHECK_EVERY = 1 << 12;

    private final int width;
    private final int[] steps;
    /** Heights with a rim of one cell around them, so that every cell has eight neighbours. */
    private final float[] level;

    private final byte[] done;
    private final CellHeap brims = new CellHeap();
    private final IntStack hollow = new IntStack();
    private final IntStack slope = new IntStack();

    private DepressionFilling(Grid ground, Progress progress) {
        int inner = ground.width();
        width = inner + 2;
        level = new float[width * (ground.height() + 2)];
        done = new byte[level.length];
        steps = new int[] {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1};
        Arrays.fill(done, 0, width, (byte) 1);
        Arrays.fill(done, done.length - width, done.length, (byte) 1);
        Parallel.rows(ground.geometry(), progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                int at = (row + 1) * width + 1;
                System.arraycopy(ground.cells(), row * inner, level, at, inner);
                done[at - 1] = 1;
                done[at + inner] = 1;
                for (int i = at; i < at + inner; i++) {
                    done[i] = level[i] == level[i] ? (byte) 0 : 1;
                }
            }
        });
    }

    /** The filled surface; no data stays no data. */
    public static Grid fill(Grid ground, Progress progress) {
        DepressionFilling work = new DepressionFilling(ground, progress.part(0, 0.1));
        work.startAtEdge(ground, progress);
        work.flood(ground.geometry().cellCount(), progress.part(0.1, 0.95));
        float[] cells = new float[ground.cells().length];
        int inner = ground.width();
        Parallel.rows(ground.geometry(), progress.part(0.95, 1), (from, to) -> {
            for (int row = from; row < to; row++) {
                System.arraycopy(work.level, (row + 1) * work.width + 1, cells, row * inner, inner);
            }
        });
        return new Grid(ground.geometry(), cells);
    }

    /** Cells beside the rim or beside a cell without data can let water out. */
    private void startAtEdge(Grid ground, Progress progress) {
        byte[] outlets = new byte[done.length];
        Parallel.rows(ground.geometry(), progress.part(0, 0), (from, to) -> {
            for (int row = from; row < to; row++) {
                int at = (row + 1) * width + 1;
                for (int i = at; i < at + width - 2; i++) {
                    int beside =
                            done[i - width - 1] | done[i - width] | done[i - width + 1] | done[i - 1] | done[i + 1];
                    beside |= done[i + width - 1] | done[i + width] | done[i + width + 1];
                    outlets[i] = (byte) (beside & ~done[i]);
                }
            }
        });
        for (int i = 0; i < outlets.length; i++) {
            if (outlets[i] == 1) {
                brims.push(level[i], i);
                done[i] = 1;
            }
        }
    }

    private void flood(int cells, Progress progress) {
        int taken = 0;
        while (!brims.isEmpty()) {
            if ((++taken & CHECK_EVERY - 1) == 0) {
                progress.check();
            }
            int brim = brims.pop();
            float height = level[brim];
            hollow.push(brim);
            while (!hollow.isEmpty()) {
                int cell = hollow.pop();
                for (int step : steps) {
                    int next = cell + step;
                    if (done[next] == 0) {
                        done[next] = 1;
                        if (level[next] <= height) {
                            level[next] = height;
                            hollow.push(next);
                        } else {
                            slope.push(next);
                        }
                    }
                }
            }
            climb();
        }
        progress.report(1);
    }

    /**
     * Whether no cell reached so far is a lower way into a cell not reached yet. If one is, it waits still, and the cell
     * will be reached from there: one brim for many.
     */
    private boolean isLowestBeside(int cell, float height) {
        for (int step : steps) {
            int other = cell + step;
            if (done[other] == 1 && level[other] < height) {
                return false;
            }
        }
        return true;
    }

    /** Upward from the cells of the slope as far as it rises; where it falls again there is a brim. */
    private void climb() {
        while (!slope.isEmpty()) {
            int cell = slope.pop();
            float height = level[cell];
            boolean brim = false;
            for (int step : steps) {
                int next = cell + step;
                if (done[next] == 0) {
                    if (level[next] >= height) {
                        done[next] = 1;
                        slope.push(next);
                    } else if (!brim) {
                        brim = isLowestBeside(next, height);
                    }
                }
            }
            if (brim) {
                brims.push(height, cell);
            }
        }
    }
}
