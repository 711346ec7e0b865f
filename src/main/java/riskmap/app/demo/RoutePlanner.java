package riskmap.app.demo;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import riskmap.geo.raster.GridGeometry;

/**
 * The cheapest way over the coarse lattice: length times 1 + (gradient / 5 %)², cheaper on what is road already, dearer
 * over rivers; never over the sea or through reservoirs.
 */
final class RoutePlanner {
    /** Gradient at which a metre costs twice a level one. */
    private static final double GENTLE = 0.05;
    /** Cost of a crossing in metres of level road. */
    private static final double CROSSING = 350;

    private final GridGeometry geometry;
    private final int width;
    private final float[] heights;
    private final boolean[] river;
    private final float[] cost;
    private final int[] from;
    private final int[] touched;
    private final LongHeap heap = new LongHeap();
    private int touchedCount;
    /** Share of the cost that a cell with a road on it still has. */
    private final float[] share;

    RoutePlanner(Ground ground) {
        geometry = ground.rivers.relief().geometry();
        width = geometry.width();
        heights = new float[geometry.cellCount()];
        river = new boolean[heights.length];
        share = new float[heights.length];
        cost = new float[heights.length];
        from = new int[heights.length];
        touched = new int[heights.length];
        Arrays.fill(share, 1);
        Arrays.fill(cost, Float.POSITIVE_INFINITY);
        for (int cell = 0; cell < heights.length; cell++) {
            Coordinate centre = centre(cell);
            boolean blocked = ground.coast.inland(centre.x, centre.y) < 70 || ground.isWater(centre);
            heights[cell] = blocked ? Float.NaN : (float) ground.height(centre);
            river[cell] = ground.rivers.riverOf(cell) >= 0;
        }
    }

    GridGeometry geometry() {
        return geometry;
    }

    Coordinate centre(int cell) {
        return new Coordinate(geometry.x(cell % width), geometry.y(cell / width));
    }

    /** The open cell nearest to a place; places beyond the frame are moved to it. */
    int cell(Coordinate place) {
        int column = Math.min(Math.max(geometry.column(place.x), 0), width - 1);
        int row = Math.min(Math.max(geometry.row(place.y), 0), geometry.height() - 1);
        for (int radius = 0; radius < 40; radius++) {
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    if (Math.max(Math.abs(dx), Math.abs(dy)) == radius
                            && geometry.contains(column + dx, row + dy)
                            && !Float.isNaN(heights[(row + dy) * width + column + dx])) {
                        return (row + dy) * width + column + dx;
                    }
                }
            }
        }
        return -1;
    }

    /** From now on ways over this cell cost this share. */
    void cheapen(int cell, float factor) {
        share[cell] = Math.min(share[cell], factor);
    }

    /** Cells from start to the first goal reached, or null when there is no way within the limit. */
    int[] route(int start, IntPredicate goal, double limit, double gradientWeight) {
        heap.clear();
        for (int i = 0; i < touchedCount; i++) {
            cost[touched[i]] = Float.POSITIVE_INFINITY;
        }
        touchedCount = 0;
        reach(start, 0, -1);
        while (!heap.isEmpty()) {
            float least = heap.leastCost();
            int cell = heap.poll();
            if (least > cost[cell]) {
                continue;
            }
            if (goal.test(cell)) {
                return path(cell);
            }
            if (least > limit) {
                return null;
            }
            step(cell, gradientWeight);
        }
        return null;
    }

    private void step(int cell, double gradientWeight) {
        int column = cell % width;
        int row = cell / width;
        for (int i = 0; i < 8; i++) {
            if (geometry.contains(column + Drainage.STEP_X[i], row + Drainage.STEP_Y[i])) {
                int next = cell + Drainage.STEP_X[i] + Drainage.STEP_Y[i] * width;
                if (!Float.isNaN(heights[next])) {
                    double length = geometry.cellWidth() * ((i & 1) == 0 ? 1 : Math.sqrt(2));
                    double gradient = (heights[next] - heights[cell]) / length / GENTLE;
                    double price = length * (1 + gradientWeight * gradient * gradient) * share[next];
                    price += river[next] != river[cell] ? CROSSING * 0.5 * share[next] : 0;
                    float total = cost[cell] + (float) price;
                    if (total < cost[next]) {
                        reach(next, total, cell);
                    }
                }
            }
        }
    }

    private void reach(int cell, float total, int before) {
        if (cost[cell] == Float.POSITIVE_INFINITY) {
            touched[touchedCount++] = cell;
        }
        cost[cell] = total;
        from[cell] = before;
        heap.add(total, cell);
    }

    private int[] path(int goal) {
        int length = 0;
        for (int cell = goal; cell >= 0; cell = from[cell]) {
            length++;
        }
        int[] cells = new int[length];
        for (int cell = goal; cell >= 0; cell = from[cell]) {
            cells[--length] = cell;
        }
        return cells;
    }
}
