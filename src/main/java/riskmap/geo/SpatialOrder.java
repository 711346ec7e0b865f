package riskmap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.shape.fractal.HilbertCode;

/** An order in which neighbours in space come close to each other: along a Hilbert curve through their middles. */
public final class SpatialOrder {
    private static final int LEVEL = 12;

    private SpatialOrder() {}

    /** The geometries along the curve; those at one place in the order given. */
    public static List<Geometry> sorted(List<? extends Geometry> geometries) {
        Envelope all = new Envelope();
        geometries.forEach(geometry -> all.expandToInclude(geometry.getEnvelopeInternal()));
        double side = (1 << LEVEL) - 1;
        double scale = side / Math.max(Math.max(all.getWidth(), all.getHeight()), Double.MIN_NORMAL);
        long[] keys = new long[geometries.size()];
        for (int i = 0; i < keys.length; i++) {
            Envelope extent = geometries.get(i).getEnvelopeInternal();
            int x = (int) Math.min(side, ((extent.getMinX() + extent.getMaxX()) / 2 - all.getMinX()) * scale);
            int y = (int) Math.min(side, ((extent.getMinY() + extent.getMaxY()) / 2 - all.getMinY()) * scale);
            keys[i] = (long) HilbertCode.encode(LEVEL, x, y) << 32 | i;
        }
        Arrays.sort(keys);
        List<Geometry> result = new ArrayList<>(keys.length);
        for (long key : keys) {
            result.add(geometries.get((int) key));
        }
        return result;
    }
}
