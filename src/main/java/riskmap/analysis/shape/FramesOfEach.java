package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.SquareCorners;

/** Tools that give each feature its outline: boundary, outline as a line, area without holes. */
public final class FramesOfEach {
    private FramesOfEach() {}

    /** The outlines of areas and the ends of lines. */
    public static Operation boundary() {
        return new ShapeOfEach(
                        "boundary",
                        Geometry.class,
                        (shape, values) -> ends(shape, values.text("ends").equals("all")),
                        Parameter.choice("analysis.boundary", "ends", "odd", "odd", "all"))
                .on(FittingShapes.PATHS);
    }

    /**
     * The boundary; of parts of several kinds that of each.
     *
     * @param all whether places count where an even number of lines end: by the OGC they are inside
     */
    private static Geometry ends(Geometry shape, boolean all) {
        boolean lines = all && shape.getDimension() == 1 && shape.getNumGeometries() > 1;
        if (shape.getClass() != GeometryCollection.class && !lines) {
            return shape.getBoundary();
        }
        List<Geometry> ends = new ArrayList<>();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            Geometry one = ends(shape.getGeometryN(part), all);
            for (int end = 0; end < one.getNumGeometries() && !one.isEmpty(); end++) {
                ends.add(one.getGeometryN(end));
            }
        }
        return shape.getFactory().buildGeometry(ends);
    }

    /** The outlines of areas as lines; lines stay. */
    public static Operation polygonsToLines() {
        return new ShapeOfEach("polygons-to-lines", MultiLineString.class, (shape, values) -> {
                    Geometry lines = Overlay.lines(shape);
                    return lines.isEmpty() ? null : OutputRows.asMulti(lines);
                })
                .on(FittingShapes.AREAS);
    }

    /** Areas without their holes, or without those smaller than an area on the ground, or in units of the coordinates. */
    public static Operation deleteHoles() {
        String owner = "analysis.delete-holes";
        return new ShapeOfEach(
                        "delete-holes",
                        null,
                        (shape, values, ground) -> withoutHoles(
                                shape,
                                values.number("smaller-than"),
                                values.text("unit").equals("metres") ? ground::area : Geometry::getArea),
                        Parameter.number(owner, "smaller-than", "m²", 0, 0, 1e12),
                        Parameter.choice(owner, "unit", "metres", "metres", "layer"))
                .on(FittingShapes.AREAS)
                .sameType();
    }

    private static Geometry withoutHoles(Geometry shape, double smallerThan, ToDoubleFunction<Geometry> area) {
        if (shape.getDimension() < 2) {
            return shape;
        }
        GeometryFactory factory = shape.getFactory();
        if (shape.getClass() == GeometryCollection.class) {
            List<Geometry> all = new ArrayList<>();
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                all.add(withoutHoles(shape.getGeometryN(part), smallerThan, area));
            }
            return factory.createGeometryCollection(all.toArray(Geometry[]::new));
        }
        Polygon[] parts = new Polygon[shape.getNumGeometries()];
        boolean changed = false;
        for (int part = 0; part < parts.length; part++) {
            Polygon polygon = (Polygon) shape.getGeometryN(part);
            LinearRing[] kept = IntStream.range(0, polygon.getNumInteriorRing())
                    .mapToObj(polygon::getInteriorRingN)
                    .filter(hole -> smallerThan > 0 && area.applyAsDouble(factory.createPolygon(hole)) >= smallerThan)
                    .toArray(LinearRing[]::new);
            changed |= kept.length < polygon.getNumInteriorRing();
            parts[part] = factory.createPolygon(polygon.getExteriorRing(), kept);
        }
        if (!changed) {
            return shape;
        }
        // a part that stood as an island in a hole would now lie within another
        Geometry whole = parts.length == 1 ? parts[0] : factory.createMultiPolygon(parts);
        return whole.isValid() ? whole : UnaryUnionOp.union(whole);
    }

    /** Nearly square corners made square; a shape that would become invalid stays as it is. */
    public static Operation squared() {
        String owner = "analysis.square-corners";
        return new ShapeOfEach(
                        "square-corners",
                        null,
                        (shape, values) -> {
                            Geometry squared =
                                    new SquareCorners(values.number("angle"), (int) values.integer("rounds")).of(shape);
                            return squared.isValid() || !shape.isValid() ? squared : shape;
                        },
                        Parameter.number(owner, "angle", "°", 15, 0, 45),
                        Parameter.integer(owner, "rounds", "", 1000, 1, 10000))
                .on(FittingShapes.PATHS)
                .sameType();
    }

    /** The vertices of each shape as one shape of points; that at which a ring ends, too. */
    public static Operation toPoints() {
        return new ShapeOfEach("shape-to-points", MultiPoint.class, (shape, values) -> shape.getFactory()
                        .createMultiPointFromCoords(shape.getCoordinates()))
                .on(FittingShapes.PATHS);
    }
}
