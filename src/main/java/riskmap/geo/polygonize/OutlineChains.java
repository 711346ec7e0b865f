package riskmap.geo.polygonize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The segments of outlines, each once however many outlines have it, joined to chains that end where a third segment
 * meets. What neighbours share is then cut and followed once instead of twice, in few long pieces instead of many.
 */
final class OutlineChains {
    private final List<Coordinate> points = new ArrayList<>();
    /** Place of a point by its hash, plus one; 0 where there is none. */
    private int[] slots = new int[1024];

    private long[] segments = new long[1024];
    private int count;
    private int[] starts;
    private int[] incident;
    private boolean[] followed;

    private OutlineChains() {}

    /** The chains of paths, in an order that depends on the paths only. */
    static List<Coordinate[]> of(Collection<Coordinate[]> paths) {
        OutlineChains chains = new OutlineChains();
        for (Coordinate[] path : paths) {
            int before = -1;
            for (Coordinate at : path) {
                int now = chains.number(at);
                if (before >= 0 && before != now) {
                    chains.add(before, now);
                }
                before = now;
            }
        }
        chains.once();
        chains.join();
        return chains.follow();
    }

    private int number(Coordinate at) {
        int mask = slots.length - 1;
        int slot = hash(at) & mask;
        while (slots[slot] != 0) {
            if (points.get(slots[slot] - 1).equals2D(at)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        points.add(at);
        slots[slot] = points.size();
        if (points.size() * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < points.size(); i++) {
                int free = hash(points.get(i)) & slots.length - 1;
                while (slots[free] != 0) {
                    free = free + 1 & slots.length - 1;
                }
                slots[free] = i + 1;
            }
        }
        return points.size() - 1;
    }

    /** Zeros of both signs are one. */
    private static int hash(Coordinate at) {
        long bits = Double.doubleToLongBits(at.x + 0.0) * 31 + Double.doubleToLongBits(at.y + 0.0);
        bits *= 0x9e3779b97f4a7c15L;
        return (int) (bits >>> 32);
    }

    private void add(int from, int to) {
        if (count == segments.length) {
            segments = Arrays.copyOf(segments, count * 2);
        }
        segments[count++] = (long) Math.min(from, to) << 32 | Math.max(from, to);
    }

    private void once() {
        Arrays.sort(segments, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || segments[kept - 1] != segments[i]) {
                segments[kept++] = segments[i];
            }
        }
        count = kept;
    }

    private void join() {
        starts = new int[points.size() + 1];
        for (int i = 0; i < count; i++) {
            starts[one(i) + 1]++;
            starts[other(i) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        incident = new int[2 * count];
        int[] next = starts.clone();
        for (int i = 0; i < count; i++) {
            incident[next[one(i)]++] = i;
            incident[next[other(i)]++] = i;
        }
    }

    private int one(int segment) {
        return (int) (segments[segment] >>> 32);
    }

    private int other(int segment) {
        return (int) segments[segment];
    }

    private boolean isEnd(int point) {
        return starts[point + 1] - starts[point] != 2;
    }

    private List<Coordinate[]> follow() {
        followed = new boolean[count];
        List<Coordinate[]> chains = new ArrayList<>();
        for (int point = 0; point < points.size(); point++) {
            for (int i = starts[point]; isEnd(point) && i < starts[point + 1]; i++) {
                if (!followed[incident[i]]) {
                    chains.add(chain(point, incident[i]));
                }
            }
        }
        // what is left are rings that nothing else meets
        for (int segment = 0; segment < count; segment++) {
            if (!followed[segment]) {
                chains.add(chain(one(segment), segment));
            }
        }
        return chains;
    }

    private Coordinate[] chain(int first, int along) {
        List<Coordinate> path = new ArrayList<>(List.of(points.get(first)));
        int segment = along;
        int at = first;
        while (!followed[segment]) {
            followed[segment] = true;
            at = one(segment) == at ? other(segment) : one(segment);
            path.add(points.get(at));
            if (!isEnd(at)) {
                int from = starts[at];
                segment = incident[from] == segment ? incident[from + 1] : incident[from];
            }
        }
        return path.toArray(Coordinate[]::new);
    }
}
