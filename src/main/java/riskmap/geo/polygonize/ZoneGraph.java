package riskmap.geo.polygonize;

import java.util.Arrays;
import java.util.stream.IntStream;
import riskmap.geo.raster.ShortRuns;

/** Zones as nodes with a size and a value, and the lengths of their common borders; small ones can be merged away. */
final class ZoneGraph {
    private int[] sizes;
    private float[] values;
    /** Neighbours once per direction, sorted: zone × 2³² + neighbour, and the length of the border. */
    private long[] pairs;

    private int[] lengths;
    private int[] firstPair;
    private int[] parent;

    /** A graph of zones with so many cells and these values, and the lengths of their common borders. */
    ZoneGraph(int[] sizes, float[] values, BorderLengths borders) {
        this.sizes = sizes;
        this.values = values;
        long[] both = borders.bothWays();
        index(both, borders.lengthsBothWays(), both.length);
    }

    float value(int zone) {
        return values[zone];
    }

    /** Gives small zones away for one round; false when none could be. */
    boolean mergeSmall(int minimum) {
        int count = sizes.length;
        parent = new int[count];
        Arrays.setAll(parent, zone -> zone);
        boolean[] received = new boolean[count];
        boolean any = false;
        // by size, then by number
        long[] small = IntStream.range(0, count)
                .filter(zone -> sizes[zone] < minimum)
                .mapToLong(zone -> (long) sizes[zone] << 32 | zone)
                .sorted()
                .toArray();
        for (long sizeAndZone : small) {
            int zone = (int) sizeAndZone;
            int target = received[zone] ? -1 : bestNeighbour(zone);
            if (target >= 0 && parent[target] == target) {
                parent[zone] = target;
                received[target] = true;
                any = true;
            }
        }
        return any;
    }

    private int bestNeighbour(int zone) {
        int best = -1;
        int length = 0;
        for (int i = firstPair[zone]; i < firstPair[zone + 1]; i++) {
            int other = (int) pairs[i];
            boolean better = lengths[i] > length || lengths[i] == length && sizes[other] > sizes[best];
            if (better) {
                best = other;
                length = lengths[i];
            }
        }
        return best;
    }

    /** Makes merged zones, and neighbours that now have one value, one; returns the new number of each zone. */
    int[] contract() {
        float[] merged = new float[values.length];
        for (int zone = 0; zone < merged.length; zone++) {
            merged[zone] = values[parent[zone]];
        }
        int[] root = new int[parent.length];
        Arrays.setAll(root, zone -> zone);
        for (int zone = 0; zone < root.length; zone++) {
            unite(root, zone, parent[zone]);
        }
        for (long pair : pairs) {
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            if (merged[one] == merged[other]) {
                unite(root, one, other);
            }
        }
        int[] numbers = new int[root.length];
        int count = 0;
        for (int zone = 0; zone < root.length; zone++) {
            int first = find(root, zone);
            numbers[zone] = first == zone ? count++ : numbers[first];
        }
        int[] newSizes = new int[count];
        float[] newValues = new float[count];
        for (int zone = 0; zone < root.length; zone++) {
            newSizes[numbers[zone]] += sizes[zone];
            newValues[numbers[zone]] = merged[zone];
        }
        sizes = newSizes;
        values = newValues;
        renumberPairs(numbers);
        return numbers;
    }

    private void renumberPairs(int[] numbers) {
        long[] kept = new long[pairs.length];
        int[] keptLengths = new int[pairs.length];
        int count = 0;
        for (int i = 0; i < pairs.length; i++) {
            int one = numbers[(int) (pairs[i] >>> 32)];
            int other = numbers[(int) pairs[i]];
            if (one != other) {
                kept[count] = (long) one << 32 | other;
                keptLengths[count++] = lengths[i];
            }
        }
        index(kept, keptLengths, count);
    }

    /** Puts the first so many pairs in order, by counting those of each zone, and adds up the lengths of equal ones. */
    private void index(long[] all, int[] allLengths, int allCount) {
        int[] ends = new int[sizes.length + 1];
        for (int i = 0; i < allCount; i++) {
            ends[(int) (all[i] >>> 32) + 1]++;
        }
        for (int zone = 0; zone < sizes.length; zone++) {
            ends[zone + 1] += ends[zone];
        }
        long[] neighbours = new long[allCount];
        for (int i = 0; i < allCount; i++) {
            // afterwards each entry is where the zone's neighbours end
            neighbours[ends[(int) (all[i] >>> 32)]++] = all[i] << 32 | allLengths[i];
        }
        pairs = new long[allCount];
        lengths = new int[allCount];
        firstPair = new int[sizes.length + 1];
        int count = 0;
        int from = 0;
        for (int zone = 0; zone < sizes.length; zone++) {
            firstPair[zone] = count;
            ShortRuns.sort(neighbours, from, ends[zone]);
            for (; from < ends[zone]; from++) {
                long pair = (long) zone << 32 | neighbours[from] >>> 32;
                if (count > firstPair[zone] && pairs[count - 1] == pair) {
                    lengths[count - 1] += (int) neighbours[from];
                } else {
                    pairs[count] = pair;
                    lengths[count++] = (int) neighbours[from];
                }
            }
        }
        firstPair[sizes.length] = count;
        pairs = Arrays.copyOf(pairs, count);
        lengths = Arrays.copyOf(lengths, count);
    }

    private static void unite(int[] root, int one, int other) {
        int a = find(root, one);
        int b = find(root, other);
        root[Math.max(a, b)] = Math.min(a, b);
    }

    private static int find(int[] root, int zone) {
        int at = zone;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
