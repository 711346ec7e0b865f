package riskmap.analysis.expression;

import static riskmap.analysis.expression.Values.number;
import static riskmap.analysis.expression.Values.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.Repair;

/** Functions of shapes, planar in units of the coordinates. */
final class ShapeFunctions {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Pattern DECIMALS = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final int SEGMENTS = 8;
    /** Per quarter of a circle: a circle of a kilometre has a vertex every 16 cm then. */
    private static final int MOST_SEGMENTS = 10_000;
    /** More than any double has. */
    private static final int MOST_DIGITS = 17;

    private ShapeFunctions() {}

    static void all() {
        measures();
        parts();
        moved();
        overlaid();
        made();
        relations();
        of("centroid", Geometry::getCentroid);
        of("point_on_surface", Geometry::getInteriorPoint);
        of("convex_hull", Geometry::convexHull);
        of("bounds", Geometry::getEnvelope);
        of("envelope", Geometry::getEnvelope);
        of("boundary", Geometry::getBoundary);
        of("reverse", Geometry::reverse);
        of("make_valid", shape -> Repair.apply(shape).geometry());
        of("flip_coordinates", new AffineTransformation(0, 1, 0, 1, 0, 0)::transform);
    }

    /** Shapes turned, moved and scaled. */
    private static void moved() {
        Functions.add(
                "translate", 3, 3, a -> AffineTransformation.translationInstance(number(a.get(1)), number(a.get(2)))
                        .transform(shape(a.get(0))));
        Functions.add("rotate", 2, 3, a -> {
            Coordinate about = a.size() > 2
                    ? shape(a.get(2)).getCoordinate()
                    : shape(a.get(0)).getEnvelopeInternal().centre();
            return AffineTransformation.rotationInstance(-Math.toRadians(number(a.get(1))), about.x, about.y)
                    .transform(shape(a.get(0)));
        });
        Functions.add("scale", 3, 4, a -> {
            Coordinate about = a.size() > 3
                    ? shape(a.get(3)).getCoordinate()
                    : shape(a.get(0)).getEnvelopeInternal().centre();
            return AffineTransformation.scaleInstance(number(a.get(1)), number(a.get(2)), about.x, about.y)
                    .transform(shape(a.get(0)));
        });
    }

    /** What comes of a shape and a distance, or of two shapes. */
    private static void overlaid() {
        Functions.add("buffer", 2, 3, a -> shape(a.get(0))
                .buffer(number(a.get(1)), a.size() > 2 ? Values.count(a.get(2), MOST_SEGMENTS) : SEGMENTS));
        Functions.add("simplify", 2, 2, a -> DouglasPeuckerSimplifier.simplify(shape(a.get(0)), number(a.get(1))));
        Functions.add("intersection", 2, 2, a -> Overlay.intersection(shape(a.get(0)), shape(a.get(1))));
        Functions.add("difference", 2, 2, a -> Overlay.difference(shape(a.get(0)), shape(a.get(1))));
        Functions.add("sym_difference", 2, 2, a -> shape(a.get(0)).symDifference(shape(a.get(1))));
        Functions.add("combine", 2, 2, a -> UnaryUnionOp.union(List.of(shape(a.get(0)), shape(a.get(1)))));
        Functions.add("union", 2, 2, a -> UnaryUnionOp.union(List.of(shape(a.get(0)), shape(a.get(1)))));
    }

    /** Shapes out of numbers, texts and other shapes, and what kind they are. */
    private static void made() {
        Functions.add(
                "make_point",
                2,
                3,
                a -> FACTORY.createPoint(
                        a.size() > 2
                                ? new Coordinate(number(a.get(0)), number(a.get(1)), number(a.get(2)))
                                : new Coordinate(number(a.get(0)), number(a.get(1)))));
        Functions.addAsked("make_line", 1, ShapeFunctions::line);
        Functions.add(
                "make_polygon",
                1,
                100,
                a -> FACTORY.createPolygon(
                        ring(a.get(0)),
                        a.subList(1, a.size()).stream()
                                .map(ShapeFunctions::ring)
                                .toArray(org.locationtech.jts.geom.LinearRing[]::new)));
        Functions.addAsked("collect_geometries", 1, a -> collected(a.size() == 1 ? NumberFunctions.list(a.get(0)) : a));
        Functions.add("geom_from_wkt", 1, 1, a -> {
            try {
                return new WKTReader().read(Values.text(a.get(0)));
            } catch (ParseException | IllegalArgumentException e) {
                return null;
            }
        });
        Functions.add(
                "geom_to_wkt", 1, 2, a -> wkt(shape(a.get(0)), a.size() > 1 ? Values.count(a.get(1), MOST_DIGITS) : 8));
        Functions.add("geometry_type", 1, 1, a -> List.of("Point", "Line", "Polygon")
                .get(shape(a.get(0)).getDimension()));
    }

    private static void measures() {
        value("area", shape -> shape.getDimension() == 2 ? shape.getArea() : null);
        value("perimeter", shape -> shape.getDimension() == 2 ? shape.getLength() : null);
        Functions.add(
                "length",
                1,
                1,
                a -> a.get(0) instanceof Geometry shape
                        ? shape.getDimension() == 1 ? (Object) shape.getLength() : null
                        : (Object) (long) Values.text(a.get(0)).codePoints().count());
        value("x", shape -> shape.getCentroid().getX());
        value("y", shape -> shape.getCentroid().getY());
        value("z", shape -> number(shape.getCoordinate().getZ()));
        value("m", shape -> number(shape.getCoordinate().getM()));
        value("x_min", shape -> shape.getEnvelopeInternal().getMinX());
        value("x_max", shape -> shape.getEnvelopeInternal().getMaxX());
        value("y_min", shape -> shape.getEnvelopeInternal().getMinY());
        value("y_max", shape -> shape.getEnvelopeInternal().getMaxY());
        value("bounds_width", shape -> shape.getEnvelopeInternal().getWidth());
        value("bounds_height", shape -> shape.getEnvelopeInternal().getHeight());
        value("is_valid", Geometry::isValid);
        value("num_points", shape -> (long) shape.getNumPoints());
        value("num_geometries", shape -> (long) shape.getNumGeometries());
        value("num_rings", shape -> rings(shape, true));
        value("num_interior_rings", shape -> rings(shape, false));
        value("is_closed", shape -> shape instanceof LineString line ? (Object) line.isClosed() : null);
        value("is_multipart", shape -> shape.getNumGeometries() > 1);
        Functions.add("is_empty", 1, 1, a -> shape(a.get(0)).isEmpty());
        Functions.add("distance", 2, 2, a -> shape(a.get(0)).distance(shape(a.get(1))));
        Functions.add("line_locate_point", 2, 2, a -> new LengthIndexedLine(shape(a.get(0)))
                .project(shape(a.get(1)).getCoordinate()));
        Functions.add("line_interpolate_point", 2, 2, a -> {
            double at = number(a.get(1));
            return at < 0 || at > shape(a.get(0)).getLength()
                    ? null
                    : FACTORY.createPoint(new LengthIndexedLine(shape(a.get(0))).extractPoint(at));
        });
        Functions.add("azimuth", 2, 2, a -> {
            Coordinate from = shape(a.get(0)).getCoordinate();
            Coordinate to = shape(a.get(1)).getCoordinate();
            double angle = Math.atan2(to.x - from.x, to.y - from.y);
            return from.equals2D(to) ? null : (Object) (angle < 0 ? angle + 2 * Math.PI : angle);
        });
        Functions.add("project", 3, 3, a -> {
            Coordinate from = shape(a.get(0)).getCoordinate();
            return FACTORY.createPoint(new Coordinate(
                    from.x + number(a.get(1)) * Math.sin(number(a.get(2))),
                    from.y + number(a.get(1)) * Math.cos(number(a.get(2)))));
        });
    }

    private static void parts() {
        of("start_point", shape -> vertex(shape, 1));
        of("end_point", shape -> vertex(shape, -1));
        of("exterior_ring", shape -> shape instanceof Polygon polygon ? polygon.getExteriorRing() : null);
        Functions.add("point_n", 2, 2, a -> vertex(shape(a.get(0)), Values.whole(a.get(1))));
        Functions.add("geometry_n", 2, 2, a -> {
            long part = Values.whole(a.get(1));
            return part < 1 || part > shape(a.get(0)).getNumGeometries()
                    ? null
                    : shape(a.get(0)).getGeometryN((int) part - 1);
        });
        Functions.add(
                "interior_ring_n",
                2,
                2,
                a -> shape(a.get(0)) instanceof Polygon polygon
                                && Values.whole(a.get(1)) >= 1
                                && Values.whole(a.get(1)) <= polygon.getNumInteriorRing()
                        ? polygon.getInteriorRingN((int) Values.whole(a.get(1)) - 1)
                        : null);
        of("nodes_to_points", shape -> FACTORY.createMultiPointFromCoords(shape.getCoordinates()));
    }

    private static void relations() {
        relation("intersects", Geometry::intersects);
        relation("contains", Geometry::contains);
        relation("within", Geometry::within);
        relation("disjoint", Geometry::disjoint);
        relation("touches", Geometry::touches);
        relation("overlaps", Geometry::overlaps);
        relation("crosses", Geometry::crosses);
    }

    private static void relation(String name, BiPredicate<Geometry, Geometry> test) {
        Functions.add(name, 2, 2, a -> test.test(shape(a.get(0)), shape(a.get(1))));
    }

    private static void of(String name, UnaryOperator<Geometry> made) {
        Functions.add(name, 1, 1, a -> {
            if (name.equals("reverse") && !(a.get(0) instanceof Geometry)) {
                return new StringBuilder(Values.text(a.get(0))).reverse().toString();
            }
            Geometry shape = made.apply(shape(a.get(0)));
            return shape == null || shape.isEmpty() ? null : shape;
        });
    }

    private static void value(String name, Function<Geometry, Object> measured) {
        Functions.add(name, 1, 1, a -> shape(a.get(0)).isEmpty() ? null : measured.apply(shape(a.get(0))));
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }

    private static double number(Object value) {
        return Values.number(value);
    }

    private static Object rings(Geometry shape, boolean outer) {
        if (shape.getDimension() < 2) {
            return null;
        }
        long rings = 0;
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            rings += (outer ? 1 : 0) + ((Polygon) shape.getGeometryN(part)).getNumInteriorRing();
        }
        return rings;
    }

    /** A vertex by number from 1, from the end below 0. */
    private static Geometry vertex(Geometry shape, long number) {
        Coordinate[] all = shape.getCoordinates();
        long at = number < 0 ? all.length + number : number - 1;
        return at < 0 || at >= all.length ? null : FACTORY.createPoint(all[(int) at]);
    }

    private static Object line(List<Object> given) {
        List<Object> points = given.size() == 1 ? NumberFunctions.list(given.get(0)) : given;
        List<Coordinate> places = new ArrayList<>();
        for (Object point : points) {
            if (point != null) {
                places.addAll(Arrays.asList(shape(point).getCoordinates()));
            }
        }
        return places.size() < 2 ? null : FACTORY.createLineString(places.toArray(Coordinate[]::new));
    }

    private static org.locationtech.jts.geom.LinearRing ring(Object line) {
        List<Coordinate> places = new ArrayList<>(Arrays.asList(shape(line).getCoordinates()));
        if (!places.get(0).equals2D(places.get(places.size() - 1))) {
            places.add(places.get(0).copy());
        }
        return FACTORY.createLinearRing(places.toArray(Coordinate[]::new));
    }

    static Geometry collected(List<Object> shapes) {
        List<Geometry> parts = new ArrayList<>();
        for (Object shape : shapes) {
            for (int part = 0; shape != null && part < shape(shape).getNumGeometries(); part++) {
                parts.add(shape(shape).getGeometryN(part));
            }
        }
        return parts.isEmpty()
                ? null
                : parts.get(0).getNumGeometries() == 1 && parts.size() == 1
                        ? multi(parts.get(0))
                        : FACTORY.buildGeometry(parts);
    }

    private static Geometry multi(Geometry one) {
        return switch (one.getDimension()) {
            case 0 ->
                FACTORY.createMultiPoint(new org.locationtech.jts.geom.Point[] {(org.locationtech.jts.geom.Point) one});
            case 1 -> FACTORY.createMultiLineString(new LineString[] {(LineString) one});
            default -> FACTORY.createMultiPolygon(new Polygon[] {(Polygon) one});
        };
    }

    /** {@code Polygon ((0 0, …))} with so many digits at most, as QGIS writes it. */
    private static String wkt(Geometry shape, int digits) {
        String plain = shape.toText();
        Matcher number = DECIMALS.matcher(plain);
        String rounded = number.replaceAll(found -> Matcher.quoteReplacement(new java.math.BigDecimal(found.group())
                .setScale(digits, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()));
        String name = shape.getGeometryType();
        return name + rounded.substring(name.length()).replaceFirst("^ +", " ");
    }
}
