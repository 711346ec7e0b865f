package riskmap.geo;

import java.util.Arrays;
import riskmap.base.Progress;

/**
 * The way of water over flat ground: away from where the ground rises and toward where it falls, so that flows come
 * together in the middle of a flat instead of running side by side.
 *
 * <p>Each flat (equally high cells connected over sides or corners that have no lower neighbour) gets heights of its own:
 * twice the steps to its way out, plus the most steps from higher ground of any cell of the flat less the steps of this
 * one. Every cell then has a lower neighbour, and the steepest is its direction.
 *
 * <p><b>Source:</b> J. Garbrecht, L. Martz (1997); R. Barnes, C. Lehman, D. Mulla, “An efficient assignment of drainage
 * direction over flat surfaces”, Computers &amp; Geosciences 62 (2014) 128–135.
 */
final class FlatResolution {
    private final float[] z;
    private final byte[] codes;
    private final int[] steps;
    /** Place of a flat cell in the lists below, plus one; 0 for other cells. Flat cells never lie at the grid's edge. */
    private final int[] place;

    private final int[] cells;
    private final int[] mask;
    private int[] queue = new int[1024];

    private FlatResolution(Grid surface, byte[] codes, int count) {
        this.z = surface.cells();
        this.codes = codes;
        this.steps = FlowDirections.steps(surface.width());
        this.place = new int[codes.length];
        this.cells = new int[count];
        this.mask = new int[count];
    }

    /** Gives every cell marked flat a direction. */
    static void resolve(Grid surface, byte[] codes, Progress progress) {
        int count = 0;
        for (byte code : codes) {
            count += code == FlowDirections.FLAT ? 1 : 0;
        }
        if (count > 0) {
            FlatResolution work = new FlatResolution(surface, codes, count);
            work.heights(progress.part(0, 0.8));
            work.directions(surface.geometry(), progress.part(0.8, 1));
        }
    }

    private void heights(Progress progress) {
        int known = 0;
        for (int start = 0; start < codes.length; start++) {
            if (codes[start] != FlowDirections.FLAT || place[start] != 0) {
                continue;
            }
            progress.check();
            int first = known;
            known = gather(start, known);
            away(first, known);
            toward(first, known);
            progress.report((double) known / cells.length);
        }
    }

    /** Lists all cells of the flat of a cell. */
    private int gather(int start, int first) {
        int known = first;
        cells[known++] = start;
        place[start] = known;
        for (int at = first; at < known; at++) {
            int cell = cells[at];
            for (int step : steps) {
                int next = cell + step;
                if (codes[next] == FlowDirections.FLAT && place[next] == 0 && z[next] == z[cell]) {
                    cells[known++] = next;
                    place[next] = known;
                }
            }
        }
        return known;
    }

    /** The mask becomes the steps from higher ground, negative until it is turned around. */
    private void away(int first, int end) {
        int queued = 0;
        for (int at = first; at < end; at++) {
            mask[at] = 0;
            for (int step : steps) {
                if (z[cells[at] + step] > z[cells[at]]) {
                    mask[at] = 1;
                    queued = enqueue(queued, at);
                    break;
                }
            }
        }
        int most = queued == 0 ? 0 : 1;
        for (int i = 0; i < queued; i++) {
            int at = queue[i];
            for (int step : steps) {
                int next = place[cells[at] + step] - 1;
                if (next >= first && next < end && mask[next] == 0) {
                    mask[next] = mask[at] + 1;
                    most = Math.max(most, mask[next]);
                    queued = enqueue(queued, next);
                }
            }
        }
        for (int at = first; at < end; at++) {
            mask[at] = mask[at] == 0 ? -1 : -1 - (most - mask[at]);
        }
    }

    /** Adds twice the steps to the way out; a cell not yet reached has a negative mask. */
    private void toward(int first, int end) {
        int queued = 0;
        for (int at = first; at < end; at++) {
            if (besideOut(cells[at])) {
                queued = enqueue(queued, at);
            }
        }
        int level = queued;
        for (int i = 0; i < level; i++) {
            mask[queue[i]] = 2 + (-1 - mask[queue[i]]);
        }
        int steps2 = 2;
        int done = 0;
        while (done < level) {
            steps2 += 2;
            int next = level;
            for (; done < level; done++) {
                for (int step : steps) {
                    int at = place[cells[queue[done]] + step] - 1;
                    if (at >= first && at < end && mask[at] < 0) {
                        mask[at] = steps2 + (-1 - mask[at]);
                        next = enqueue(next, at);
                    }
                }
            }
            level = next;
        }
    }

    private boolean besideOut(int cell) {
        for (int step : steps) {
            int next = cell + step;
            if (z[next] == z[cell] && codes[next] != FlowDirections.FLAT) {
                return true;
            }
        }
        return false;
    }

    private int enqueue(int size, int item) {
        if (size == queue.length) {
            queue = Arrays.copyOf(queue, 2 * size);
        }
        queue[size] = item;
        return size + 1;
    }

    private void directions(GridGeometry geometry, Progress progress) {
        double[] nearness = FlowDirections.nearness(geometry);
        byte[] found = new byte[cells.length];
        Parallel.items(cells.length, 1 << 14, progress, (from, to) -> {
            for (int at = from; at < to; at++) {
                found[at] = direction(at, nearness);
            }
        });
        for (int at = 0; at < found.length; at++) {
            codes[cells[at]] = found[at];
        }
    }

    private byte direction(int at, double[] nearness) {
        int cell = cells[at];
        double most = 0;
        byte code = FlowDirections.OUTLET;
        for (int k = 0; k < 8; k++) {
            int next = cell + steps[k];
            if (z[next] == z[cell]) {
                int there = place[next] == 0 ? 0 : mask[place[next] - 1];
                double fall = (mask[at] - there) * nearness[k];
                if (fall > most) {
                    most = fall;
                    code = (byte) k;
                }
            }
        }
        return code;
    }
}
