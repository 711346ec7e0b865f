package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import riskmap.geo.overlay.PackedPositions;

/**
 * How a layer keeps its geometries: one part or several, with Z and M or without, outer rings running which way. An edit
 * computes freely and is put into the form of the row it changes.
 *
 * @param type the layer's geometry class; {@link Geometry} takes anything
 * @param z whether vertices have a height
 * @param m whether vertices have a measure
 * @param clockwise whether outer rings run clockwise; holes run the other way
 */
public record Form(Class<?> type, boolean z, boolean m, boolean clockwise) {
    private static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 0, PackedPositions.FACTORY);

    /** The form of a new geometry of a layer: plane, outer rings counter-clockwise (OGC Simple Features 6.1.11). */
    public static Form of(Class<?> type) {
        return new Form(type, false, false, false);
    }

    /** The form of a geometry that is there. */
    public static Form of(Class<?> type, Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return of(type);
        }
        CoordinateSequence first = first(geometry.getGeometryN(0));
        Polygon polygon = geometry.getGeometryN(0) instanceof Polygon area ? area : null;
        boolean clockwise =
                polygon != null && !Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence());
        boolean z = first.hasZ() && !Double.isNaN(first.getZ(0));
        return new Form(type, z, first.hasM(), clockwise);
    }

    /** The same with heights and measures of another. */
    public Form withOrdinatesOf(Form other) {
        return new Form(type, other.z, other.m, clockwise);
    }

    /** Whether a geometry of several parts fits the layer. */
    public boolean takesParts() {
        return type == Geometry.class
                || type.getSimpleName().startsWith("Multi")
                || type.getSimpleName().endsWith("Collection");
    }

    /**
     * The geometry in this form. Where the form has heights and a vertex has none, it gets one by interpolation along its
     * path; a path without any gets those of the nearest vertices of {@code heights}.
     *
     * @param heights where to take heights from, may be null
     */
    public Geometry apply(Geometry geometry, Geometry heights) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (!part.isEmpty()) {
                parts.add(part(part, heights));
            }
        }
        boolean multi = type == Geometry.class ? geometry.getNumGeometries() > 1 : takesParts();
        return collect(parts, multi, geometry.getDimension());
    }

    private Geometry part(Geometry part, Geometry heights) {
        if (part instanceof Polygon polygon) {
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int i = 0; i < holes.length; i++) {
                holes[i] = ring(polygon.getInteriorRingN(i), !clockwise, heights);
            }
            return FACTORY.createPolygon(ring(polygon.getExteriorRing(), clockwise, heights), holes);
        }
        CoordinateSequence points = sequence(part.getCoordinates(), heights);
        return part instanceof Point ? FACTORY.createPoint(points) : FACTORY.createLineString(points);
    }

    private LinearRing ring(LinearRing ring, boolean runsClockwise, Geometry heights) {
        boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) == runsClockwise;
        LineString line = turn ? ring.reverse() : ring;
        return FACTORY.createLinearRing(sequence(line.getCoordinates(), heights));
    }

    private CoordinateSequence sequence(Coordinate[] path, Geometry heights) {
        int dimension = 2 + (z ? 1 : 0) + (m ? 1 : 0);
        double[] values = new double[path.length * dimension];
        double[] filled = z ? Heights.along(path, heights) : null;
        for (int i = 0; i < path.length; i++) {
            int at = i * dimension;
            values[at] = path[i].x;
            values[at + 1] = path[i].y;
            if (z) {
                values[at + 2] = filled[i];
            }
            if (m) {
                values[at + dimension - 1] = path[i].getM();
            }
        }
        return PackedPositions.of(values, dimension, m ? 1 : 0);
    }

    private static Geometry collect(List<Geometry> parts, boolean multi, int dimension) {
        if (parts.size() == 1 && !multi) {
            return parts.get(0);
        }
        return switch (dimension) {
            case 0 -> FACTORY.createMultiPoint(parts.toArray(Point[]::new));
            case 1 -> FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
            default -> FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
        };
    }

    private static CoordinateSequence first(Geometry part) {
        if (part instanceof Polygon polygon) {
            return polygon.getExteriorRing().getCoordinateSequence();
        }
        return part instanceof Point point
                ? point.getCoordinateSequence()
                : ((LineString) part).getCoordinateSequence();
    }
}
