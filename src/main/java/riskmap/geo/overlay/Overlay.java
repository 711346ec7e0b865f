package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * The set operations of two geometries. Valid input gives valid output that holds only parts of the dimension that was
 * asked for: an intersection of two areas is an area (possibly empty), never a line where they touch.
 *
 * <p>First in full double precision; where that fails (TopologyException), with vertices snapped and in the end with snap
 * rounding, as {@link OverlayNGRobust} does: the result then differs from the exact one by at most the snapping distance,
 * 10⁻¹² of the largest ordinate. The areas of the result are checked to add up with those of its counterpart ({@link
 * AreaBalance}): full precision alone loses a part now and then in silence.
 */
public final class Overlay {
    private Overlay() {}

    /** What both have; of the lower dimension of the two. */
    public static Geometry intersection(Geometry a, Geometry b) {
        int dimension = Math.min(a.getDimension(), b.getDimension());
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return a.getFactory().createEmpty(Math.max(0, dimension));
        }
        return overlay(a, b, OverlayNG.INTERSECTION, dimension);
    }

    /** What either has; of the higher dimension of the two. */
    public static Geometry union(Geometry a, Geometry b) {
        return overlay(a, b, OverlayNG.UNION, Math.max(a.getDimension(), b.getDimension()));
    }

    /** What the first has and the second has not; of the dimension of the first. */
    public static Geometry difference(Geometry a, Geometry b) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return a;
        }
        return overlay(a, b, OverlayNG.DIFFERENCE, a.getDimension());
    }

    /** What exactly one of them has; of the higher dimension of the two. */
    public static Geometry symmetricDifference(Geometry a, Geometry b) {
        return overlay(a, b, OverlayNG.SYMDIFFERENCE, Math.max(a.getDimension(), b.getDimension()));
    }

    /** Whether a geometry has parts of a lower dimension than this, such as points beside areas. */
    public static boolean hasPartsBelow(int dimension, Geometry geometry) {
        if (!(geometry instanceof GeometryCollection)) {
            return !geometry.isEmpty() && geometry.getDimension() < dimension;
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (hasPartsBelow(dimension, geometry.getGeometryN(i))) {
                return true;
            }
        }
        return false;
    }

    /** The parts of one dimension (0 points, 1 lines, 2 areas) of any geometry, as one geometry. */
    public static Geometry ofDimension(Geometry geometry, int dimension) {
        if (!(geometry instanceof GeometryCollection) || geometry.getDimension() < dimension) {
            return geometry.getDimension() == dimension
                    ? geometry
                    : geometry.getFactory().createEmpty(Math.max(0, dimension));
        }
        List<Geometry> parts = new ArrayList<>();
        collect(geometry, dimension, parts);
        GeometryFactory factory = geometry.getFactory();
        return parts.isEmpty() ? factory.createEmpty(Math.max(0, dimension)) : factory.buildGeometry(parts);
    }

    /** The lines of a geometry and the outlines of its areas, as one geometry. */
    public static Geometry lines(Geometry geometry) {
        if (geometry.getClass() != GeometryCollection.class) {
            return geometry.getDimension() == 2 ? geometry.getBoundary() : ofDimension(geometry, 1);
        }
        List<Geometry> lines = new ArrayList<>();
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            collect(lines(geometry.getGeometryN(part)), 1, lines);
        }
        return geometry.getFactory().buildGeometry(lines);
    }

    /** A rectangle as a polygon. */
    public static Geometry box(Envelope envelope, GeometryFactory factory) {
        return factory.toGeometry(envelope);
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation, int dimension) {
        Geometry a = PlainZeros.of(one);
        Geometry b = PlainZeros.of(other);
        Geometry result;
        try {
            result = exact(a, b, operation, dimension);
        } catch (TopologyException | IllegalArgumentException | AssertionFailedException e) {
            // IllegalArgumentException: a collection of several dimensions, which OverlayNG does not take;
            // AssertionFailedException: edges so close that rounding made rings of them that JTS cannot assign
            result = robust(homogeneous(a), homogeneous(b), operation);
        }
        result = ofDimension(result, dimension);
        boolean ofAreas = dimension == 2 && a.getDimension() == 2 && b.getDimension() == 2;
        return ofAreas ? ofDimension(AreaBalance.checked(a, b, operation, result), 2) : result;
    }

    /** Between areas, what they have in common in lines or points besides is dropped afterwards. */
    static Geometry exact(Geometry a, Geometry b, int operation, int dimension) {
        if (dimension == 2) {
            return OverlayNG.overlay(a, b, operation, new StripNoder());
        }
        OverlayNG strict = new OverlayNG(a, b, operation);
        strict.setStrictMode(true);
        return strict.getResult();
    }

    /** Areas that cross themselves cannot be laid over others; what they cover once repaired can. */
    private static Geometry robust(Geometry a, Geometry b, int operation) {
        try {
            return OverlayNGRobust.overlay(a, b, operation);
        } catch (TopologyException | AssertionFailedException crossing) {
            return OverlayNGRobust.overlay(repaired(a), repaired(b), operation);
        }
    }

    private static Geometry repaired(Geometry geometry) {
        Geometry whole = Repair.apply(geometry).geometry();
        return whole == null ? geometry.getFactory().createEmpty(geometry.getDimension()) : whole;
    }

    private static Geometry homogeneous(Geometry geometry) {
        boolean mixed = geometry.getClass() == GeometryCollection.class;
        return mixed ? OverlayNGRobust.union(ofDimension(geometry, geometry.getDimension())) : geometry;
    }

    private static void collect(Geometry geometry, int dimension, List<Geometry> parts) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof GeometryCollection) {
                collect(part, dimension, parts);
            } else if (!part.isEmpty() && part.getDimension() == dimension) {
                parts.add(part);
            }
        }
    }
}
