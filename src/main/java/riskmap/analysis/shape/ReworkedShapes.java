package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.analysis.ShapeKind;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.Bearing;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.Subdivision;

/** Tools that put each shape in order: longer, joined, thinned, on a grid, turned, its biggest parts, a place along it. */
public final class ReworkedShapes {
    private ReworkedShapes() {}

    /** Each part of a line made longer at both ends, straight on. */
    public static Operation extended() {
        String owner = "analysis.extend-lines";
        return new ShapeOfEach(
                        "extend-lines",
                        null,
                        (shape, values) -> shape.getDimension() != 1
                                ? null
                                : Paths.map(
                                        shape,
                                        (path, part, ring) ->
                                                longer(path, values.number("start"), values.number("end"))),
                        Parameter.number(owner, "start", Parameter.COORDINATE_UNIT, 10, 0, 1e7),
                        Parameter.number(owner, "end", Parameter.COORDINATE_UNIT, 10, 0, 1e7))
                .on(FittingShapes.LINES)
                .sameType();
    }

    private static Coordinate[] longer(Coordinate[] path, double atStart, double atEnd) {
        int last = path.length - 1;
        Coordinate[] all = path.clone();
        if (last < 1) {
            return path;
        }
        all[0] = beyond(path[1], path[0], atStart);
        all[last] = beyond(path[last - 1], path[last], atEnd);
        return all;
    }

    /** The place so far behind one, seen from another; the place itself where both are the same. */
    private static Coordinate beyond(Coordinate from, Coordinate place, double distance) {
        double length = from.distance(place);
        return length == 0 || distance == 0 ? place : Paths.between(from, place, 1 + distance / length);
    }

    /** The parts of each line joined where the end of one is the end of just one other. */
    public static Operation merged() {
        return new ShapeOfEach("merge-lines", MultiLineString.class, (shape, values) -> {
                    LineMerger merger = new LineMerger();
                    merger.add(Overlay.ofDimension(shape, 1));
                    @SuppressWarnings("unchecked")
                    var lines = (java.util.Collection<LineString>) merger.getMergedLineStrings();
                    return lines.isEmpty()
                            ? null
                            : shape.getFactory().createMultiLineString(lines.toArray(LineString[]::new));
                })
                .on(FittingShapes.LINES);
    }

    /** Vertices left out whose x and y are within a tolerance those of the one before; ends stay, and so do the shapes. */
    public static Operation thinned() {
        String owner = "analysis.remove-repeated-vertices";
        return new ShapeOfEach(
                        "remove-repeated-vertices",
                        null,
                        (shape, values) -> Paths.map(
                                shape, (path, part, ring) -> withoutRepeated(path, values.number("tolerance"))),
                        Parameter.number(owner, "tolerance", Parameter.COORDINATE_UNIT, 1e-6, 0, 1e6))
                .on(FittingShapes.PATHS);
    }

    /** A path without the vertices that are within a tolerance the one before, along each axis. */
    static Coordinate[] withoutRepeated(Coordinate[] path, double tolerance) {
        Coordinate end = path[path.length - 1];
        boolean ring = path.length > 3 && path[0].equals2D(end);
        List<Coordinate> left = new ArrayList<>();
        for (Coordinate one : path) {
            if (left.isEmpty() || !same(left.get(left.size() - 1), one, tolerance)) {
                left.add(one);
            }
        }
        if (!left.get(left.size() - 1).equals2D(end)) {
            left.set(left.size() - 1, end);
        }
        if (left.size() == 1 || ring && left.size() < 4 || !left.get(0).equals2D(path[0])) {
            return ring || path.length < 3 ? path : new Coordinate[] {path[0], end};
        }
        return left.size() == path.length ? path : left.toArray(Coordinate[]::new);
    }

    private static boolean same(Coordinate one, Coordinate other, double tolerance) {
        return Math.abs(one.x - other.x) <= tolerance && Math.abs(one.y - other.y) <= tolerance;
    }

    /** Every vertex moved to the next place of a grid that starts at 0, 0; what falls together there is one, or nothing. */
    public static Operation onGrid() {
        String owner = "analysis.snap-to-grid";
        return new ShapeOfEach(
                "snap-to-grid",
                null,
                (shape, values) -> Paths.map(shape, (path, part, ring) -> snapped(path, values)),
                Parameter.number(owner, "across", Parameter.COORDINATE_UNIT, 1, 0, 1e7),
                Parameter.number(owner, "down", Parameter.COORDINATE_UNIT, 1, 0, 1e7),
                Parameter.number(owner, "up", "", 0, 0, 1e7),
                Parameter.number(owner, "measures", "", 0, 0, 1e7));
    }

    private static Coordinate[] snapped(Coordinate[] path, ParameterValues steps) {
        List<Coordinate> places = new ArrayList<>();
        for (Coordinate one : path) {
            Coordinate moved = one.copy();
            moved.x = nearest(one.x, steps.number("across"));
            moved.y = nearest(one.y, steps.number("down"));
            if (!Double.isNaN(one.getZ())) {
                moved.setZ(nearest(one.getZ(), steps.number("up")));
            }
            if (!Double.isNaN(one.getM())) {
                moved.setM(nearest(one.getM(), steps.number("measures")));
            }
            if (places.isEmpty() || !samePlace(places.get(places.size() - 1), moved, steps)) {
                places.add(moved);
            }
        }
        return places.size() == 1 && path.length > 1 ? null : places.toArray(Coordinate[]::new);
    }

    /** Whether two vertices are one on the grid: one above the other are two where heights have steps of their own. */
    private static boolean samePlace(Coordinate one, Coordinate other, ParameterValues steps) {
        return one.equals2D(other)
                && (steps.number("up") == 0 || Double.compare(one.getZ(), other.getZ()) == 0)
                && (steps.number("measures") == 0 || Double.compare(one.getM(), other.getM()) == 0);
    }

    /** The nearest multiple of a step, of two the one further from 0; the value itself without a step. */
    private static double nearest(double value, double step) {
        return step > 0 ? Math.copySign(Math.floor(Math.abs(value) / step + 0.5) * step, value) + 0.0 : value;
    }

    /** Areas whose outlines run clockwise and those of their holes the other way: the area lies to the right. */
    public static Operation rightHanded() {
        return new ShapeOfEach(
                        "force-right-hand-rule",
                        null,
                        (shape, values) -> {
                            boolean right = values.text("outer").equals("clockwise");
                            return Paths.map(
                                    shape,
                                    (path, part, ring) -> shape.getDimension() == 2
                                                    && Orientation.isCCW(path) == (right == (ring == 0))
                                            ? backwards(path)
                                            : path);
                        },
                        Parameter.choice(
                                "analysis.force-right-hand-rule", "outer", "clockwise", "clockwise", "anticlockwise"))
                .on(FittingShapes.AREAS)
                .sameType();
    }

    private static Coordinate[] backwards(Coordinate[] path) {
        return IntStream.range(0, path.length)
                .mapToObj(i -> path[path.length - 1 - i])
                .toArray(Coordinate[]::new);
    }

    /** Only so many parts of each area, the biggest. */
    public static Operation biggestParts() {
        String owner = "analysis.keep-biggest-parts";
        return new ShapeOfEach(
                        "keep-biggest-parts",
                        MultiPolygon.class,
                        (shape, values) -> {
                            List<Polygon> parts = new ArrayList<>();
                            for (int part = 0; part < shape.getNumGeometries(); part++) {
                                if (shape.getGeometryN(part) instanceof Polygon polygon) {
                                    parts.add(polygon);
                                }
                            }
                            // of equals the first
                            parts.sort(
                                    Comparator.comparingDouble(Polygon::getArea).reversed());
                            return shape.getFactory()
                                    .createMultiPolygon(parts.stream()
                                            .limit(values.integer("count"))
                                            .toArray(Polygon[]::new));
                        },
                        Parameter.integer(owner, "count", "", 1, 1, 1_000_000))
                .on(FittingShapes.AREAS);
    }

    /** Each shape in parts of few vertices, which together are the shape; several points stay as they are. */
    public static Operation subdivided() {
        return new ShapeOfEach(
                        "subdivide",
                        null,
                        (shape, values) -> {
                            List<Geometry> pieces = Subdivision.of(shape, (int) values.integer("vertices"));
                            return shape.getFactory().buildGeometry(pieces);
                        },
                        Parameter.integer("analysis.subdivide", "vertices", "", 256, Subdivision.FEWEST, 100_000))
                .on(FittingShapes.PATHS);
    }

    /** Each point moved so far in a direction. */
    public static Operation projected() {
        String owner = "analysis.project-points";
        return new ShapeOfEach(
                        "project-points",
                        null,
                        (shape, values) -> AffineTransformation.translationInstance(
                                        values.number("distance") * Bearing.east(values.number("bearing")),
                                        values.number("distance") * Bearing.north(values.number("bearing")))
                                .transform(shape),
                        Parameter.number(owner, "bearing", "°", 0, -360, 360),
                        Parameter.number(owner, "distance", Parameter.COORDINATE_UNIT, 100, -1e7, 1e7))
                .on(FittingShapes.only(ShapeKind.POINTS))
                .sameType();
    }

    /** The place so far along each line or outline; none on one that is shorter. */
    public static Operation atDistance() {
        String owner = "analysis.point-at-distance";
        return new ShapeOfEach(
                        "point-at-distance",
                        Point.class,
                        (shape, values) -> {
                            Geometry way = outer(shape);
                            double distance = values.number("distance");
                            if (way != null && values.text("measured").equals("share")) {
                                distance *= way.getLength();
                            }
                            return way == null || distance > way.getLength()
                                    ? null
                                    : shape.getFactory().createPoint(new LengthIndexedLine(way).extractPoint(distance));
                        },
                        Parameter.number(owner, "distance", Parameter.COORDINATE_UNIT, 100, 0, 1e8),
                        Parameter.choice(owner, "measured", "length", "length", "share"))
                .on(FittingShapes.PATHS);
    }

    /** The lines of a shape, or the outer rings of its areas, as lines; null for points. */
    private static Geometry outer(Geometry shape) {
        List<LineString> lines = new ArrayList<>();
        Paths.forEach(shape, (path, part, ring) -> {
            if (ring == 0 && path.length > 1) {
                lines.add(shape.getFactory().createLineString(path));
            }
        });
        return lines.isEmpty() ? null : shape.getFactory().createMultiLineString(lines.toArray(LineString[]::new));
    }
}
