package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.geo.overlay.Overlay;

/** Tools for each line: closed to an area, turned round, a part of it, moved to one side. */
public final class LinesOfEach {
    private LinesOfEach() {}

    /** Each line closed to an area; lines of fewer than three places make none. */
    public static Operation toPolygons() {
        return new ShapeOfEach("lines-to-polygons", MultiPolygon.class, (shape, values) -> {
                    GeometryFactory factory = shape.getFactory();
                    List<Polygon> areas = new ArrayList<>();
                    for (int part = 0; part < shape.getNumGeometries(); part++) {
                        Geometry one = shape.getGeometryN(part);
                        if (one instanceof Polygon polygon) {
                            areas.add(polygon);
                        } else if (one.getDimension() == 1) {
                            List<Coordinate> ring = new ArrayList<>(List.of(one.getCoordinates()));
                            if (!ring.get(0).equals2D(ring.get(ring.size() - 1))) {
                                ring.add(ring.get(0).copy());
                            }
                            if (ring.size() > 3) {
                                areas.add(factory.createPolygon(ring.toArray(Coordinate[]::new)));
                            }
                        }
                    }
                    return factory.createMultiPolygon(areas.toArray(Polygon[]::new));
                })
                .on(FittingShapes.LINES);
    }

    /** Each line the other way round. */
    public static Operation reversed() {
        return new ShapeOfEach("reverse-lines", null, (shape, values) -> shape.reverse()).on(FittingShapes.LINES);
    }

    /** The part of each line between two distances from its start. */
    public static Operation substring() {
        String owner = "analysis.line-substring";
        return new ShapeOfEach(
                        "line-substring",
                        MultiLineString.class,
                        (shape, values) -> {
                            double from = values.number("from");
                            double to = Math.min(values.number("to"), shape.getLength());
                            return shape.getDimension() != 1 || from >= to
                                    ? null
                                    : OutputRows.asMulti(
                                            new LengthIndexedLine(Overlay.ofDimension(shape, 1)).extractLine(from, to));
                        },
                        Parameter.number(owner, "from", Parameter.COORDINATE_UNIT, 0, 0, 1e8),
                        Parameter.number(owner, "to", Parameter.COORDINATE_UNIT, 100, 0, 1e8))
                .on(FittingShapes.LINES);
    }

    /** Each line moved to its left, or to its right by a negative distance. */
    public static Operation offset() {
        String owner = "analysis.offset-line";
        return new ShapeOfEach(
                        "offset-line",
                        Geometry.class,
                        (shape, values) -> beside(shape, values.number("distance"), values),
                        offsetParameters(owner).toArray(Parameter[]::new))
                .on(FittingShapes.LINES);
    }

    /** How far a line is from the one beside it, and how its corners are. */
    static List<Parameter> offsetParameters(String owner) {
        return List.of(
                Parameter.number(owner, "distance", Parameter.COORDINATE_UNIT, 10, -1e6, 1e6),
                Parameter.integer(owner, "segments", "", 8, 1, 100),
                Parameter.choice(owner, "join", "round", "round", "mitre", "bevel"),
                Parameter.number(owner, "mitre-limit", "", 2, 1, 100));
    }

    /** The line so far to the left of a line, with corners as the parameters say; null for what is no line. */
    static Geometry beside(Geometry shape, double distance, ParameterValues values) {
        return shape.getDimension() != 1
                ? null
                : OffsetCurve.getCurve(
                        shape,
                        distance,
                        (int) values.integer("segments"),
                        switch (values.text("join")) {
                            case "mitre" -> BufferParameters.JOIN_MITRE;
                            case "bevel" -> BufferParameters.JOIN_BEVEL;
                            default -> BufferParameters.JOIN_ROUND;
                        },
                        values.number("mitre-limit"));
    }
}
