package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.shape.fractal.HilbertCode;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/** An order in which neighbours in space come close to each other: along a Hilbert curve through their middles. */
public final class SpatialOrder {
    private static final int LEVEL = 12;

    private SpatialOrder() {}

    /** The geometries along the curve; those at one place in the order given. */
    public static List<Geometry> sorted(List<? extends Geometry> geometries) {
        int[] order = order(geometries.toArray(Geometry[]::new));
        List<Geometry> result = new ArrayList<>(order.length);
        for (int index : order) {
            result.add(geometries.get(index));
        }
        return result;
    }

    /** The indexes of the geometries along the curve; those at one place, or without any (null), as they come. */
    public static int[] order(Geometry[] geometries) {
        Envelope all = new Envelope();
        for (Geometry geometry : geometries) {
            if (geometry != null) {
                all.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        double side = (1 << LEVEL) - 1;
        double scale = side / Math.max(Math.max(all.getWidth(), all.getHeight()), Double.MIN_NORMAL);
        long[] keys = new long[geometries.length];
        Parallel.items(keys.length, 1 << 14, Progress.silent(), (from, to) -> {
            for (int i = from; i < to; i++) {
                long code = 0;
                if (geometries[i] != null && !geometries[i].isEmpty()) {
                    Envelope extent = geometries[i].getEnvelopeInternal();
                    int x = (int) Math.min(side, ((extent.getMinX() + extent.getMaxX()) / 2 - all.getMinX()) * scale);
                    int y = (int) Math.min(side, ((extent.getMinY() + extent.getMaxY()) / 2 - all.getMinY()) * scale);
                    code = HilbertCode.encode(LEVEL, x, y);
                }
                keys[i] = code << 32 | i;
            }
        });
        Arrays.parallelSort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}
