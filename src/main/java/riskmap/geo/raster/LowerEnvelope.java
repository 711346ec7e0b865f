package riskmap.geo.raster;

/**
 * The lower envelope of parabolas f(v) + (q − v)² standing on the columns of one row: at each column q it tells the v
 * that is lowest there. The second pass of the distance transform.
 *
 * <p>Distances are in columns. Of two parabolas equally low at q the one further left is taken.
 *
 * <p><b>Source:</b> P. Felzenszwalb, D. Huttenlocher, “Distance Transforms of Sampled Functions”, Theory of Computing 8
 * (2012) 415–428, algorithm 1.
 */
final class LowerEnvelope {
    private final int[] vertex;
    private final double[] base;
    private final double[] start;
    private int count;

    LowerEnvelope(int columns) {
        vertex = new int[columns];
        base = new double[columns];
        start = new double[columns + 1];
    }

    /** Forgets all parabolas. */
    void clear() {
        count = 0;
    }

    /** Adds the parabola that stands on column q, which is right of all added before. */
    void add(int q, double height) {
        double top = height + (double) q * q;
        int last = count - 1;
        double from = Double.NEGATIVE_INFINITY;
        while (last >= 0) {
            from = (top - base[last]) / (2.0 * (q - vertex[last]));
            if (from > start[last]) {
                break;
            }
            from = Double.NEGATIVE_INFINITY;
            last--;
        }
        last++;
        vertex[last] = q;
        base[last] = top;
        start[last] = from;
        count = last + 1;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Writes to {@code out} from {@code offset} on, for each column, the distance to the envelope times a factor. */
    void distances(double factor, float[] out, int offset, int columns) {
        int k = 0;
        start[count] = Double.POSITIVE_INFINITY;
        for (int q = 0; q < columns; q++) {
            while (start[k + 1] < q) {
                k++;
            }
            double v = vertex[k];
            // f(v) + (q − v)², where base = f(v) + v²; whole numbers for square cells, so exact before the root
            out[offset + q] = (float) (factor * Math.sqrt(base[k] + q * (q - 2 * v)));
        }
    }

    /** Writes, for each column, the column of the parabola that is lowest there. */
    void lowest(int[] out, int columns) {
        int k = 0;
        start[count] = Double.POSITIVE_INFINITY;
        for (int q = 0; q < columns; q++) {
            while (start[k + 1] < q) {
                k++;
            }
            out[q] = vertex[k];
        }
    }
}
