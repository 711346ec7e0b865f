package riskmap.geo.crs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Moves coordinates from one CRS to another. Heights and measures stay as they are. A point that the target CRS cannot
 * show becomes NaN: whoever reads data counts it. Safe to use from several threads.
 *
 * <p>Between the CRSs this program knows there and back again differs by less than 0.01 mm.
 */
public abstract class CrsTransform {
    /** A transform that changes nothing. */
    static final CrsTransform IDENTITY = new CrsTransform() {
        @Override
        public void apply(double[] xy, int count) {
            // same CRS
        }

        @Override
        public Geometry apply(Geometry geometry) {
            return geometry;
        }
    };

    /** Whether coordinates stay as they are. */
    public boolean isIdentity() {
        return this == IDENTITY;
    }

    /**
     * Moves points in place.
     *
     * @param xy x0, y0, x1, y1, …
     * @param count how many points
     */
    public abstract void apply(double[] xy, int count);

    /** A moved copy of the geometry (the geometry itself when nothing changes). */
    public Geometry apply(Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        Geometry copy = geometry.copy();
        copy.apply(new Mover());
        copy.geometryChanged();
        return copy;
    }

    /** Moves each coordinate sequence as a whole when its first coordinate is visited. */
    private final class Mover implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int index) {
            if (index != 0) {
                return;
            }
            int size = sequence.size();
            double[] xy = new double[2 * size];
            for (int i = 0; i < size; i++) {
                xy[2 * i] = sequence.getOrdinate(i, 0);
                xy[2 * i + 1] = sequence.getOrdinate(i, 1);
            }
            apply(xy, size);
            for (int i = 0; i < size; i++) {
                sequence.setOrdinate(i, 0, xy[2 * i]);
                sequence.setOrdinate(i, 1, xy[2 * i + 1]);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
