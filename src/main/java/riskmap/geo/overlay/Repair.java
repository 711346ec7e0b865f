package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import riskmap.base.Message;
import riskmap.geo.FiniteCoordinates;

/**
 * Repair of geometries from outside, never in silence: what was wrong, where, and how the area or length changed.
 *
 * <p>A geometry is touched only when it is wrong: a coordinate that is not a number is taken out; lines and polygons
 * that break the rules of OGC Simple Features 1.2.1 (self-intersection, holes outside or nested, too few points) are
 * rebuilt by JTS's {@link GeometryFixer}, which keeps every vertex and all area that a ring encloses. Duplicate points
 * and the direction of rings break no rule and stay. What collapses to nothing becomes null.
 *
 * <p>Areas and lengths are planar, in square units and units of the coordinates.
 */
public final class Repair {
    private Repair() {}

    /**
     * What a repair found and did.
     *
     * @param geometry the usable geometry, or null when nothing was left
     * @param problem what was wrong, or null when nothing was
     * @param x where, NaN when it has no place
     * @param y where, NaN when it has no place
     * @param before area (of polygons) or length (of lines) before
     * @param after area or length after
     */
    public record Result(Geometry geometry, Message problem, double x, double y, double before, double after) {
        /** Whether the geometry was wrong. */
        public boolean changed() {
            return problem != null;
        }

        /** What was wrong and how the size changed, for a log. */
        public Message description() {
            return Message.of("geo.repaired", problem, size(before), size(after));
        }

        private static String size(double value) {
            return String.format(java.util.Locale.ROOT, "%.6g", value);
        }
    }

    /** Checks a geometry and repairs it where it is wrong; null stays null. */
    public static Result apply(Geometry geometry) {
        if (geometry == null || geometry.isEmpty() || QuickValidity.isSurelyValid(geometry)) {
            return new Result(geometry, null, Double.NaN, Double.NaN, 0, 0);
        }
        Geometry finite = FiniteCoordinates.keep(geometry);
        Message problem = null;
        double x = Double.NaN;
        double y = Double.NaN;
        if (finite != geometry) {
            problem = Message.of("geo.invalid-not-finite");
        }
        Geometry result = finite;
        if (result != null && !result.isEmpty()) {
            TopologyValidationError error = new IsValidOp(result).getValidationError();
            if (error != null) {
                Coordinate place = error.getCoordinate();
                x = place == null ? Double.NaN : place.x;
                y = place == null ? Double.NaN : place.y;
                problem = problem == null ? problem(error) : problem;
                result = fix(result);
            }
        }
        if (problem == null) {
            return new Result(geometry, null, x, y, 0, 0);
        }
        boolean left = result != null && !result.isEmpty();
        return new Result(left ? result : null, problem, x, y, size(finite), size(result));
    }

    /**
     * The same for overlays: areas of a collection of several kinds that overlap or share an edge are joined into one, as
     * those of a multipolygon are. Each is valid for itself, but together they would be measured twice and can be laid over
     * nothing.
     */
    public static Result forOverlay(Geometry geometry) {
        Result result = apply(geometry);
        Geometry whole = result.geometry();
        if (whole == null || whole.getClass() != GeometryCollection.class || whole.getDimension() < 2) {
            return result;
        }
        List<Geometry> others = new ArrayList<>();
        List<Polygon> areas = new ArrayList<>();
        GeometryFilter sort = part -> {
            if (part instanceof Polygon area && !area.isEmpty()) {
                areas.add(area);
            } else if (!(part instanceof GeometryCollection) && !part.isEmpty()) {
                others.add(part);
            }
        };
        whole.apply(sort);
        Result joined = apply(whole.getFactory().createMultiPolygon(areas.toArray(Polygon[]::new)));
        if (!joined.changed()) {
            return result;
        }
        if (joined.geometry() != null) {
            others.add(0, joined.geometry());
        }
        Geometry together = whole.getFactory().buildGeometry(others);
        Message problem = result.changed() ? result.problem() : joined.problem();
        return new Result(together, problem, joined.x(), joined.y(), size(geometry), size(together));
    }

    /** The same with areas rebuilt from their lines: what an odd number of rings goes round is inside. */
    public static Geometry byLines(Geometry geometry) {
        boolean areas = geometry.getGeometryType().equals(Geometry.TYPENAME_POLYGON)
                || geometry.getGeometryType().equals(Geometry.TYPENAME_MULTIPOLYGON);
        Geometry finite = areas ? FiniteCoordinates.keep(geometry) : null;
        return finite == null || finite.isEmpty() || error(finite).isEmpty()
                ? apply(geometry).geometry()
                : Linework.areas(finite);
    }

    /** What JTS's validator finds wrong with a geometry, if anything; quick with the outlines that most are. */
    public static Optional<TopologyValidationError> error(Geometry geometry) {
        return QuickValidity.isSurelyValid(geometry)
                ? Optional.empty()
                : Optional.ofNullable(new IsValidOp(geometry).getValidationError());
    }

    /** The same, with a ring that touches itself and so makes a hole held to be valid. */
    public static Optional<TopologyValidationError> errorBesidesTouchingRings(Geometry geometry) {
        if (QuickValidity.isSurelyValid(geometry)) {
            return Optional.empty();
        }
        IsValidOp check = new IsValidOp(geometry);
        check.setSelfTouchingRingFormingHoleValid(true);
        return Optional.ofNullable(check.getValidationError());
    }

    /** What JTS's validator says is wrong, in the user's language. */
    public static Message problem(TopologyValidationError error) {
        return Message.of(
                switch (error.getErrorType()) {
                    case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "geo.invalid-hole-outside";
                    case TopologyValidationError.NESTED_HOLES -> "geo.invalid-nested-holes";
                    case TopologyValidationError.DISCONNECTED_INTERIOR -> "geo.invalid-disconnected";
                    case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                        "geo.invalid-self-intersection";
                    case TopologyValidationError.NESTED_SHELLS -> "geo.invalid-nested-shells";
                    case TopologyValidationError.DUPLICATE_RINGS -> "geo.invalid-duplicate-rings";
                    case TopologyValidationError.TOO_FEW_POINTS -> "geo.invalid-too-few-points";
                    case TopologyValidationError.INVALID_COORDINATE -> "geo.invalid-not-finite";
                    case TopologyValidationError.RING_NOT_CLOSED -> "geo.invalid-not-closed";
                    default -> "geo.invalid-other";
                });
    }

    /** What GEOS, and with it QGIS, calls the error: the same in every language. */
    public static String ofGeos(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "Hole lies outside shell";
            case TopologyValidationError.NESTED_HOLES -> "Holes are nested";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "Interior is disconnected";
            case TopologyValidationError.SELF_INTERSECTION -> "Self-intersection";
            case TopologyValidationError.RING_SELF_INTERSECTION -> "Ring self-intersection";
            case TopologyValidationError.NESTED_SHELLS -> "Nested shells";
            case TopologyValidationError.DUPLICATE_RINGS -> "Duplicate rings";
            case TopologyValidationError.TOO_FEW_POINTS -> "Too few points in geometry component";
            case TopologyValidationError.INVALID_COORDINATE -> "Invalid coordinate";
            case TopologyValidationError.RING_NOT_CLOSED -> "Ring is not closed";
            default -> "Topology validation error";
        };
    }

    private static Geometry fix(Geometry geometry) {
        GeometryFixer fixer = new GeometryFixer(geometry);
        fixer.setKeepMulti(true);
        Geometry fixed = fixer.getResult();
        if (fixed.getDimension() == geometry.getDimension() || fixed.isEmpty()) {
            return fixed;
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < fixed.getNumGeometries(); i++) {
            if (fixed.getGeometryN(i).getDimension() == geometry.getDimension()) {
                parts.add(fixed.getGeometryN(i));
            }
        }
        return geometry.getFactory().buildGeometry(parts);
    }

    private static double size(Geometry geometry) {
        if (geometry == null) {
            return 0;
        }
        return geometry.getDimension() == 2 ? geometry.getArea() : geometry.getLength();
    }
}
