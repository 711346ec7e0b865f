package riskmap.edit.check;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Whether two areas are plainly apart: a straight line along an edge of one has all of it at one side and all of the other
 * at the other side. Exact, and for two buildings a hundred times faster than computing what they have in common; of areas
 * of many vertices it says nothing.
 */
final class Apart {
    /** Vertices up to which it pays. */
    private static final int MOST = 24;

    private Apart() {}

    /** True only where nothing but borders can be common; false where that is not plain. */
    static boolean are(Geometry one, Geometry other) {
        if (one.getNumPoints() > MOST || other.getNumPoints() > MOST) {
            return false;
        }
        return splits(one, one, other) || splits(other, one, other);
    }

    private static boolean splits(Geometry edges, Geometry one, Geometry other) {
        for (int i = 0; i < edges.getNumGeometries(); i++) {
            if (!(edges.getGeometryN(i) instanceof Polygon polygon)) {
                return false;
            }
            CoordinateSequence ring = polygon.getExteriorRing().getCoordinateSequence();
            for (int k = 1; k < ring.size(); k++) {
                Coordinate from = ring.getCoordinate(k - 1);
                Coordinate to = ring.getCoordinate(k);
                int side = side(from, to, one);
                if (side != 0 && side(from, to, other) == -side) {
                    return true;
                }
            }
        }
        return false;
    }

    /** At which side of a line all of a geometry lies, vertices on the line aside; 0 where it lies at both or on it. */
    private static int side(Coordinate from, Coordinate to, Geometry geometry) {
        int side = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon)) {
                return 0;
            }
            CoordinateSequence ring = polygon.getExteriorRing().getCoordinateSequence();
            for (int k = 1; k < ring.size(); k++) {
                int here = Orientation.index(from, to, ring.getCoordinate(k));
                if (here != 0 && here == -side) {
                    return 0;
                }
                side = here == 0 ? side : here;
            }
        }
        return side;
    }
}
