package riskmap.geo.overlay;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Geometries without a zero that has a sign: −0.0 is the number 0.0, but the overlays of JTS look their nodes up by the
 * bits of the coordinates, and a place written in both ways is two nodes to them.
 */
final class PlainZeros {
    private PlainZeros() {}

    /** The geometry itself where it has no such zero, which its extent nearly always tells; else a copy without. */
    static Geometry of(Geometry geometry) {
        Envelope extent = geometry.getEnvelopeInternal();
        boolean maybeX = extent.getMinX() <= 0 && extent.getMaxX() >= 0;
        boolean maybeY = extent.getMinY() <= 0 && extent.getMaxY() >= 0;
        if (extent.isNull() || !maybeX && !maybeY) {
            return geometry;
        }
        Search search = new Search();
        geometry.apply(search);
        if (!search.found) {
            return geometry;
        }
        Geometry plain = geometry.copy();
        plain.apply(new Removal());
        return plain;
    }

    private static final class Search implements CoordinateSequenceFilter {
        private static final long SIGNED = Double.doubleToRawLongBits(-0.0);
        private boolean found;

        @Override
        public void filter(CoordinateSequence line, int at) {
            found |= Double.doubleToRawLongBits(line.getX(at)) == SIGNED
                    || Double.doubleToRawLongBits(line.getY(at)) == SIGNED;
        }

        @Override
        public boolean isDone() {
            return found;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }

    private static final class Removal implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence line, int at) {
            // -0.0 + 0.0 is 0.0, any other number stays what it is
            line.setOrdinate(at, CoordinateSequence.X, line.getX(at) + 0.0);
            line.setOrdinate(at, CoordinateSequence.Y, line.getY(at) + 0.0);
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
