package riskmap.data.gpkg;

import java.util.Arrays;

/**
 * The order of boxes along a Hilbert curve over their extent: neighbours in the order are neighbours on the map.
 *
 * <p><b>Source:</b> Warren, Hacker's Delight, 2nd edition, 16.2 (distance along the curve from coordinates).
 */
final class HilbertOrder {
    /** Bits per axis: cells of 1/65,536 of the extent. */
    private static final int BITS = 16;

    private HilbertOrder() {}

    /** Indices of the boxes in order; boxes in the same cell stay in the order they came in. */
    static int[] of(BoxList boxes) {
        int size = boxes.size();
        float minX = Float.POSITIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            minX = Math.min(minX, boxes.side(i, 0));
            maxX = Math.max(maxX, boxes.side(i, 1));
            minY = Math.min(minY, boxes.side(i, 2));
            maxY = Math.max(maxY, boxes.side(i, 3));
        }
        double cells = (1 << BITS) - 1;
        double scaleX = maxX > minX ? cells / ((double) maxX - minX) : 0;
        double scaleY = maxY > minY ? cells / ((double) maxY - minY) : 0;
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            double x = (0.5 * boxes.side(i, 0) + 0.5 * boxes.side(i, 1) - minX) * scaleX;
            double y = (0.5 * boxes.side(i, 2) + 0.5 * boxes.side(i, 3) - minY) * scaleY;
            keys[i] = distance((int) x, (int) y) << 31 | i;
        }
        Arrays.parallelSort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (keys[i] & 0x7FFFFFFF);
        }
        return order;
    }

    static long distance(int cellX, int cellY) {
        int x = cellX;
        int y = cellY;
        long result = 0;
        for (int s = 1 << (BITS - 1); s > 0; s >>= 1) {
            int rx = (x & s) != 0 ? 1 : 0;
            int ry = (y & s) != 0 ? 1 : 0;
            result += (long) s * s * ((3 * rx) ^ ry);
            if (ry == 0) {
                if (rx == 1) {
                    x = (1 << BITS) - 1 - x;
                    y = (1 << BITS) - 1 - y;
                }
                int swap = x;
                x = y;
                y = swap;
            }
        }
        return result;
    }
}
