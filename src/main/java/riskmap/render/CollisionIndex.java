package riskmap.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rectangles that labels and obstacles have taken, in buckets, so that asking costs the neighbours only. */
final class CollisionIndex {
    private final double bucket;
    private final Map<Long, List<Rectangle2D>> taken = new HashMap<>();

    /** An index for labels of about a size. */
    CollisionIndex(double bucket) {
        this.bucket = Math.max(1, bucket);
    }

    boolean free(Rectangle2D box) {
        for (int row = cell(box.getMinY()); row <= cell(box.getMaxY()); row++) {
            for (int column = cell(box.getMinX()); column <= cell(box.getMaxX()); column++) {
                for (Rectangle2D other : taken.getOrDefault(key(column, row), List.of())) {
                    if (other.intersects(box)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    boolean free(List<Rectangle2D> boxes) {
        for (Rectangle2D box : boxes) {
            if (!free(box)) {
                return false;
            }
        }
        return true;
    }

    void take(Rectangle2D box) {
        for (int row = cell(box.getMinY()); row <= cell(box.getMaxY()); row++) {
            for (int column = cell(box.getMinX()); column <= cell(box.getMaxX()); column++) {
                taken.computeIfAbsent(key(column, row), absent -> new ArrayList<>())
                        .add(box);
            }
        }
    }

    private int cell(double value) {
        return (int) Math.floor(value / bucket);
    }

    private static long key(int column, int row) {
        return (long) column << 32 ^ (row & 0xFFFFFFFFL);
    }
}
