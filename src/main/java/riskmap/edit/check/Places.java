package riskmap.edit.check;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Where a finding is shown. */
final class Places {
    /** A geometry with more vertices is shown by its rectangle, so that many findings stay small. */
    private static final int MOST_VERTICES = 400;

    private Places() {}

    /** The geometry itself where it is small. */
    static Geometry of(Geometry shape) {
        return shape.getNumPoints() <= MOST_VERTICES ? shape : shape.getEnvelope();
    }

    static Geometry point(Geometry like, Coordinate at) {
        return at == null ? like.getEnvelope() : like.getFactory().createPoint(at);
    }

    /** A place inside the geometry, the same for the same geometry; nothing for an empty one. */
    static Coordinate inside(Geometry shape) {
        if (shape.getNumPoints() == 1) {
            return shape.getCoordinate();
        }
        return shape.getInteriorPoint().getCoordinate();
    }
}
