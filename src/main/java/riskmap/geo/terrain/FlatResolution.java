package riskmap.geo.terrain;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.IntStack;

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
    /** Flats that one task steps through. */
    private static final int FLATS = 64;

    /** A flat cell not yet listed, and a cell that is not flat, in the place of a place. */
    private static final int WAITING = -1;

    private static final int ELSEWHERE = 0;
    private static final int BESIDE_HIGHER = 1;
    private static final int BESIDE_OUT = 2;

    /** Place of a flat cell in the lists below, plus one; 0 for other cells. Flat cells never lie at the grid's edge. */
    private final int[] place;

    private final int[] cells;
    private final int[] mask;

    private FlatResolution(Grid surface, byte[] codes, int[] place, int count) {
        this.z = surface.cells();
        this.codes = codes;
        this.steps = FlowDirections.steps(surface.width());
        this.place = place;
        this.cells = new int[count];
        this.mask = new int[count];
    }

    /** Gives every cell marked flat a direction. Writes over the numbers given, one for each cell. */
    static void resolve(Grid surface, byte[] codes, int[] room, Progress progress) {
        LongAdder count = new LongAdder();
        int width = surface.width();
        surface.geometry().bandsOfRows(progress.part(0, 0.1), (from, to) -> {
            int flat = 0;
            for (int cell = from * width; cell < to * width; cell++) {
                boolean here = codes[cell] == FlowDirections.FLAT;
                room[cell] = here ? WAITING : ELSEWHERE;
                flat += here ? 1 : 0;
            }
            count.add(flat);
        });
        if (count.intValue() > 0) {
            FlatResolution work = new FlatResolution(surface, codes, room, count.intValue());
            work.heights(progress.part(0.1, 0.8));
            work.directions(surface.geometry(), progress.part(0.8, 1));
        }
    }

    private void heights(Progress progress) {
        IntStack firsts = new IntStack();
        int known = 0;
        for (int start = 0; start < codes.length; start++) {
            if (place[start] == WAITING) {
                progress.check();
                firsts.push(known);
                known = gather(start, known);
            }
        }
        int flats = firsts.size();
        int[] bounds = new int[flats + 1];
        bounds[flats] = known;
        for (int flat = flats - 1; flat >= 0; flat--) {
            bounds[flat] = firsts.pop();
        }
        Parallel.items(flats, FLATS, progress, (from, to) -> {
            Steps way = new Steps();
            for (int flat = from; flat < to; flat++) {
                way.away(bounds[flat], bounds[flat + 1]);
                way.toward(bounds[flat], bounds[flat + 1]);
            }
        });
    }

    /** Lists all cells of the flat of a cell, and notes in their mask what lies beside them. */
    private int gather(int start, int first) {
        int known = first;
        cells[known++] = start;
        place[start] = known;
        for (int at = first; at < known; at++) {
            int cell = cells[at];
            float height = z[cell];
            int beside = 0;
            for (int step : steps) {
                int next = cell + step;
                float there = z[next];
                if (there > height) {
                    beside |= BESIDE_HIGHER;
                } else if (there == height) {
                    int there0 = place[next];
                    if (there0 == WAITING) {
                        cells[known++] = next;
                        place[next] = known;
                    } else if (there0 == ELSEWHERE) {
                        beside |= BESIDE_OUT;
                    }
                }
            }
            mask[at] = beside;
        }
        return known;
    }

    /** Steps through one flat after the other, in a queue of its own. */
    private final class Steps {
        private int[] queue = new int[1024];
        private int[] outs = new int[256];
        private int out;

        /** The mask becomes the steps from higher ground, negative until it is turned around. */
        void away(int first, int end) {
            int queued = 0;
            out = 0;
            for (int at = first; at < end; at++) {
                if ((mask[at] & BESIDE_OUT) != 0) {
                    outs = put(outs, out++, at);
                }
                boolean higher = (mask[at] & BESIDE_HIGHER) != 0;
                mask[at] = higher ? 1 : 0;
                if (higher) {
                    queue = put(queue, queued++, at);
                }
            }
            int most = queued == 0 ? 0 : 1;
            for (int i = 0; i < queued; i++) {
                int cell = cells[queue[i]];
                int further = mask[queue[i]] + 1;
                for (int step : steps) {
                    int next = place[cell + step] - 1;
                    if (next >= first && next < end && mask[next] == 0) {
                        mask[next] = further;
                        most = further;
                        queue = put(queue, queued++, next);
                    }
                }
            }
            for (int at = first; at < end; at++) {
                mask[at] = mask[at] == 0 ? -1 : -1 - (most - mask[at]);
            }
        }

        /** Adds twice the steps to the way out; a cell not yet reached has a negative mask. */
        void toward(int first, int end) {
            int level = out;
            for (int i = 0; i < level; i++) {
                queue = put(queue, i, outs[i]);
                mask[outs[i]] = 2 + (-1 - mask[outs[i]]);
            }
            int twice = 2;
            int done = 0;
            while (done < level) {
                twice += 2;
                int last = level;
                for (; done < level; done++) {
                    int cell = cells[queue[done]];
                    for (int step : steps) {
                        int at = place[cell + step] - 1;
                        if (at >= first && at < end && mask[at] < 0) {
                            mask[at] = twice + (-1 - mask[at]);
                            queue = put(queue, last++, at);
                        }
                    }
                }
                level = last;
            }
        }

        private static int[] put(int[] items, int at, int item) {
            int[] roomy = at == items.length ? Arrays.copyOf(items, 2 * at) : items;
            roomy[at] = item;
            return roomy;
        }
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
