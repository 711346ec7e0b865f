package riskmap.geo;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Zones as nodes with a size and a value, and the lengths of their common borders; small ones can be merged away. */
final class ZoneGraph {
    private int[] sizes;
    private float[] values;
    /** Neighbours once per direction, sorted: zone × 2³² + neighbour, and the length of the border. */
    private long[] pairs;

    private int[] lengths;
    private int[] firstPair;
    private int[] parent;

    /** A graph from each cell side between two zones (smaller number × 2³² + larger number). */
    ZoneGraph(int[] sizes, float[] values, long[] sides) {
        this.sizes = sizes;
        this.values = values;
        long[] both = Arrays.copyOf(sides, 2 * sides.length);
        for (int i = 0; i < sides.length; i++) {
            both[sides.length + i] = sides[i] << 32 | sides[i] >>> 32;
        }
        int[] ones = new int[both.length];
        Arrays.fill(ones, 1);
        index(both, ones);
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
        int[] small = IntStream.range(0, count)
                .filter(zone -> sizes[zone] < minimum)
                .boxed()
                .sorted((a, b) -> sizes[a] != sizes[b] ? Integer.compare(sizes[a], sizes[b]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int zone : small) {
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
        index(Arrays.copyOf(kept, count), Arrays.copyOf(keptLengths, count));
    }

    /** Sorts pairs and adds up the lengths of equal ones. */
    private void index(long[] all, int[] allLengths) {
        long[] distinct = all.clone();
        Arrays.parallelSort(distinct);
        int count = 0;
        for (int i = 0; i < distinct.length; i++) {
            if (i == 0 || distinct[i] != distinct[i - 1]) {
                distinct[count++] = distinct[i];
            }
        }
        pairs = Arrays.copyOf(distinct, count);
        firstPair = new int[sizes.length + 1];
        for (long pair : pairs) {
            firstPair[(int) (pair >>> 32) + 1]++;
        }
        for (int zone = 0; zone < sizes.length; zone++) {
            firstPair[zone + 1] += firstPair[zone];
        }
        lengths = new int[count];
        for (int i = 0; i < all.length; i++) {
            int zone = (int) (all[i] >>> 32);
            lengths[Arrays.binarySearch(pairs, firstPair[zone], firstPair[zone + 1], all[i])] += allLengths[i];
        }
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
