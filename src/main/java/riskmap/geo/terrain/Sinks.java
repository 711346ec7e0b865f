package riskmap.geo.terrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/**
 * The low-lying places of a ground: groups of cells below the brim over which their water would run off, connected over
 * sides or corners, each with what it can hold and the ground that drains into it.
 */
public final class Sinks {
    /**
     * A low-lying place.
     *
     * @param number its number, 0, 1, … in row order of its first cell
     * @param lowest cell where the ground is lowest
     * @param cells its cells
     * @param brim height of its brim
     * @param volume what it holds up to the brim, in cells × height
     * @param catchment cells that drain into it, its own included, those of sinks that would run over into it not
     */
    public record Sink(int number, int lowest, int[] cells, double brim, double volume, int catchment) {
        /** Greatest depth up to the brim. */
        public double depth(Grid ground) {
            return brim - ground.cells()[lowest];
        }

        /**
         * The level at which the sink holds so much water, in cells × height; the brim when it is more than it can hold.
         * Never falls as the water rises.
         */
        public double level(Grid ground, double water) {
            if (water >= volume) {
                return brim;
            }
            double[] heights = new double[cells.length];
            for (int i = 0; i < heights.length; i++) {
                heights[i] = ground.cells()[cells[i]];
            }
            Arrays.sort(heights);
            double held = 0;
            for (int i = 1; i < heights.length; i++) {
                double more = i * (heights[i] - heights[i - 1]);
                if (held + more >= water) {
                    return heights[i - 1] + (water - held) / i;
                }
                held += more;
            }
            return Math.min(brim, heights[heights.length - 1] + (water - held) / heights.length);
        }
    }

    private final List<Sink> sinks;
    private final int[] numbers;

    private Sinks(List<Sink> sinks, int[] numbers) {
        this.sinks = sinks;
        this.numbers = numbers;
    }

    /**
     * Finds them.
     *
     * @param ground the ground
     * @param surface the same filled ({@link DepressionFilling})
     * @param directions of the filled surface
     * @param leastDepth sinks nowhere so deep are passed over, as are those with fewer cells than {@code leastCells}
     */
    public static Sinks of(
            Grid ground,
            Grid surface,
            FlowDirections directions,
            double leastDepth,
            int leastCells,
            Progress progress) {
        int[] numbers = new int[ground.cells().length];
        Arrays.fill(numbers, -1);
        List<int[]> groups = new ArrayList<>();
        float[] z = ground.cells();
        float[] filled = surface.cells();
        for (int start = 0; start < z.length; start++) {
            if ((start & 0xFFFF) == 0) {
                progress.check();
            }
            if (filled[start] > z[start] && numbers[start] == -1) {
                int[] cells = gather(ground, filled, start, numbers);
                double deepest = 0;
                for (int cell : cells) {
                    deepest = Math.max(deepest, filled[cell] - z[cell]);
                }
                boolean kept = deepest >= leastDepth && cells.length >= leastCells;
                for (int cell : cells) {
                    numbers[cell] = kept ? groups.size() : -2;
                }
                if (kept) {
                    groups.add(cells);
                }
            }
        }
        return new Sinks(sinks(groups, ground, filled, directions, numbers, progress), numbers);
    }

    private static List<Sink> sinks(
            List<int[]> groups,
            Grid ground,
            float[] filled,
            FlowDirections directions,
            int[] numbers,
            Progress progress) {
        int[] catchments = new int[groups.size()];
        int[] nearest = HeightAboveDrainage.nearest(directions, cell -> numbers[cell] >= 0, progress);
        for (int cell : nearest) {
            if (cell >= 0) {
                catchments[numbers[cell]]++;
            }
        }
        List<Sink> sinks = new ArrayList<>();
        for (int number = 0; number < groups.size(); number++) {
            int[] cells = groups.get(number);
            int lowest = cells[0];
            double volume = 0;
            for (int cell : cells) {
                lowest = ground.cells()[cell] < ground.cells()[lowest] ? cell : lowest;
                volume += (double) filled[cell] - ground.cells()[cell];
            }
            sinks.add(new Sink(number, lowest, cells, filled[lowest], volume, catchments[number]));
        }
        return sinks;
    }

    /** The cells of one sink: connected cells below one brim, in row order. */
    private static int[] gather(Grid ground, float[] filled, int start, int[] numbers) {
        int width = ground.width();
        int[] cells = new int[16];
        int count = 0;
        cells[count++] = start;
        numbers[start] = -3;
        for (int at = 0; at < count; at++) {
            int column = cells[at] % width;
            int row = cells[at] / width;
            for (int k = 0; k < 8; k++) {
                int c = column + FlowDirections.east(k);
                int r = row + FlowDirections.south(k);
                int next = r * width + c;
                if (ground.geometry().contains(c, r)
                        && numbers[next] == -1
                        && filled[next] > ground.cells()[next]
                        && filled[next] == filled[start]) {
                    numbers[next] = -3;
                    cells = count == cells.length ? Arrays.copyOf(cells, 2 * count) : cells;
                    cells[count++] = next;
                }
            }
        }
        int[] exact = Arrays.copyOf(cells, count);
        Arrays.sort(exact);
        return exact;
    }

    /** The sinks, by number. */
    public List<Sink> all() {
        return sinks;
    }

    /** Number of the sink a cell lies in, negative for none. */
    public int at(int cell) {
        return numbers[cell];
    }
}
