package riskmap.data.gpkg;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/** Row keys with their boxes: 32-bit floats rounded outwards, as SQLite's R-tree keeps them. */
final class BoxList {
    private long[] ids = new long[256];
    private float[] sides = new float[4 * 256];
    private int size;

    void add(long id, Envelope box) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            sides = Arrays.copyOf(sides, 8 * size);
        }
        ids[size] = id;
        int at = 4 * size++;
        sides[at] = down(box.getMinX());
        sides[at + 1] = up(box.getMaxX());
        sides[at + 2] = down(box.getMinY());
        sides[at + 3] = up(box.getMaxY());
    }

    int size() {
        return size;
    }

    long id(int i) {
        return ids[i];
    }

    /** Side 0 min x, 1 max x, 2 min y, 3 max y. */
    float side(int i, int side) {
        return sides[4 * i + side];
    }

    /** The largest float not above the value. */
    static float down(double value) {
        float near = (float) value;
        return near > value ? Math.nextDown(near) : near;
    }

    /** The smallest float not below the value. */
    static float up(double value) {
        float near = (float) value;
        return near < value ? Math.nextUp(near) : near;
    }
}
