package riskmap.geo.terrain;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.IntStack;

/**
 * The basins of a ground with depressions: each cell belongs to the lowest place that its water comes to going downhill
 * only. Cells without data, and all around the grid, belong to basin 0; the others are numbered 1, 2, … in row order of
 * their lowest places. Of a flat place the cell in the first row is the lowest.
 *
 * @param count how many, basin 0 included
 * @param numbers the basin of each cell
 * @param passes the lowest ways between basins; a pair may have several
 */
record Basins(int count, int[] numbers, List<BasinPasses> passes) {
    private static final int OUTSIDE = 0;
    private static final int UNKNOWN = -1;

    /** The first half of the neighbours comes before a cell in row order, the other behind it. */
    private static final int HALF = 4;

    /** Finds them by the directions of steepest fall. */
    static Basins of(Grid ground, byte[] codes, Progress progress) {
        Search search = new Search(ground, codes);
        int count = search.number(progress.part(0, 0.2));
        search.walk(progress.part(0.2, 0.6));
        return new Basins(count, search.numbers, search.passes(progress.part(0.6, 1)));
    }

    private static final class Search {
        private final GridGeometry geometry;
        private final float[] z;
        private final byte[] codes;
        private final int[] numbers;
        private final int[] steps;

        Search(Grid ground, byte[] codes) {
            this.geometry = ground.geometry();
            this.z = ground.cells();
            this.codes = codes;
            this.numbers = new int[z.length];
            this.steps = FlowDirections.steps(ground.width());
        }

        /** The next cell downhill, or before it on the same flat: itself where there is none. */
        private int down(int cell) {
            byte code = codes[cell];
            if (code < FlowDirections.OUTLET) {
                return cell + steps[code];
            }
            for (int k = 0; k < HALF && code == FlowDirections.FLAT; k++) {
                if (z[cell + steps[k]] == z[cell]) {
                    return cell + steps[k];
                }
            }
            return cell;
        }

        private boolean isLowest(int cell) {
            return codes[cell] >= FlowDirections.OUTLET && down(cell) == cell;
        }

        /** Numbers the lowest places; the other cells wait. */
        int number(Progress progress) {
            int width = geometry.width();
            int[] firsts = new int[geometry.height() + 1];
            geometry.bandsOfRows(progress.part(0, 0.5), (from, to) -> {
                for (int row = from; row < to; row++) {
                    int count = 0;
                    for (int cell = row * width; cell < (row + 1) * width; cell++) {
                        count += isLowest(cell) ? 1 : 0;
                    }
                    firsts[row + 1] = count;
                }
            });
            firsts[0] = OUTSIDE + 1;
            Arrays.parallelPrefix(firsts, Integer::sum);
            geometry.bandsOfRows(progress.part(0.5, 1), (from, to) -> {
                int next = firsts[from];
                for (int cell = from * width; cell < to * width; cell++) {
                    if (codes[cell] == FlowDirections.NONE) {
                        numbers[cell] = OUTSIDE;
                    } else {
                        numbers[cell] = isLowest(cell) ? next++ : UNKNOWN;
                    }
                }
            });
            return firsts[geometry.height()];
        }

        /** Downhill from every cell. Threads meet cells another is walking too; all write the same there. */
        void walk(Progress progress) {
            int width = geometry.width();
            geometry.bandsOfRows(progress, (from, to) -> {
                IntStack way = new IntStack();
                for (int start = from * width; start < to * width; start++) {
                    int cell = start;
                    while (numbers[cell] == UNKNOWN) {
                        way.push(cell);
                        cell = down(cell);
                    }
                    int found = numbers[cell];
                    while (!way.isEmpty()) {
                        numbers[way.pop()] = found;
                    }
                }
            });
        }

        List<BasinPasses> passes(Progress progress) {
            ConcurrentLinkedQueue<BasinPasses> all = new ConcurrentLinkedQueue<>();
            geometry.bandsOfRows(progress, (from, to) -> {
                BasinPasses passes = new BasinPasses();
                for (int row = from; row < to; row++) {
                    int start = row * geometry.width();
                    int end = start + geometry.width() - 1;
                    if (row == 0 || row == geometry.height() - 1) {
                        out(passes, start, end + 1);
                    } else {
                        out(passes, start, start + 1);
                        out(passes, end, end + 1);
                    }
                    if (row < geometry.height() - 1) {
                        beside(passes, start, end);
                        pass(passes, end, end + steps[6]);
                        if (start < end) {
                            pass(passes, end, end + steps[5]);
                        }
                    } else {
                        for (int cell = start; cell < end; cell++) {
                            pass(passes, cell, cell + 1);
                        }
                    }
                }
                all.add(passes);
            });
            return List.copyOf(all);
        }

        /** From each cell of a row but the last to those behind it. */
        private void beside(BasinPasses passes, int start, int end) {
            int width = geometry.width();
            for (int cell = start; cell < end; cell++) {
                int here = numbers[cell];
                if ((here ^ numbers[cell + 1] | here ^ numbers[cell + width] | here ^ numbers[cell + width + 1]) != 0) {
                    pass(passes, cell, cell + 1);
                    pass(passes, cell, cell + width);
                    pass(passes, cell, cell + width + 1);
                }
                if (cell > start && here != numbers[cell + width - 1]) {
                    pass(passes, cell, cell + width - 1);
                }
            }
        }

        /** Water runs out over the edge of the grid. */
        private void out(BasinPasses passes, int from, int to) {
            for (int cell = from; cell < to; cell++) {
                if (numbers[cell] != OUTSIDE) {
                    passes.add(OUTSIDE, numbers[cell], z[cell]);
                }
            }
        }

        private void pass(BasinPasses passes, int a, int b) {
            int one = numbers[a];
            int other = numbers[b];
            if (one != other) {
                float height = one == OUTSIDE ? z[b] : other == OUTSIDE ? z[a] : Math.max(z[a], z[b]);
                passes.add(Math.min(one, other), Math.max(one, other), height);
            }
        }
    }
}
