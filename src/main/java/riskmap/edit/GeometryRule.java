package riskmap.edit;

import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import riskmap.base.Message;

/**
 * What a geometry must be: of the layer's type (a single part goes for a multi-part and a multi-part of one for its
 * part), with finite coordinates, valid as JTS has it; in survey layers also there and not empty.
 *
 * @param binding the layer's geometry type
 * @param required whether a row must have one
 */
record GeometryRule(Class<?> binding, boolean required) {
    Optional<Message> problem(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return required ? Optional.of(Message.of("edit.rule-no-geometry")) : Optional.empty();
        }
        if (!fits(geometry)) {
            return Optional.of(
                    Message.of("edit.rule-geometry-type", geometry.getGeometryType(), binding.getSimpleName()));
        }
        if (!isFinite(geometry)) {
            return Optional.of(Message.of("edit.rule-not-finite"));
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        return error == null ? Optional.empty() : Optional.of(invalid(error));
    }

    private static Message invalid(TopologyValidationError error) {
        String x = error.getCoordinate() == null ? "–" : plain(error.getCoordinate().x);
        String y = error.getCoordinate() == null ? "–" : plain(error.getCoordinate().y);
        return Message.of("edit.rule-invalid", Message.of(reason(error.getErrorType())), x, y);
    }

    private static String plain(double value) {
        return String.format(java.util.Locale.ROOT, "%.3f", value);
    }

    private static String reason(int type) {
        return switch (type) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "edit.invalid-hole-outside";
            case TopologyValidationError.NESTED_HOLES, TopologyValidationError.NESTED_SHELLS -> "edit.invalid-nested";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "edit.invalid-disconnected";
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "edit.invalid-crossing";
            case TopologyValidationError.TOO_FEW_POINTS -> "edit.invalid-few-points";
            default -> "edit.invalid-other";
        };
    }

    private boolean fits(Geometry geometry) {
        if (binding == Geometry.class || binding.isInstance(geometry)) {
            return true;
        }
        if (binding == MultiPolygon.class && geometry instanceof Polygon
                || binding == MultiLineString.class && geometry instanceof LineString
                || binding == MultiPoint.class && geometry instanceof Point
                || binding == GeometryCollection.class) {
            return true;
        }
        return geometry instanceof GeometryCollection
                && geometry.getNumGeometries() == 1
                && binding.isInstance(geometry.getGeometryN(0));
    }

    private static boolean isFinite(Geometry geometry) {
        FiniteTest test = new FiniteTest();
        geometry.apply(test);
        return test.finite;
    }

    /** Stops at the first position that is no place. */
    private static final class FiniteTest implements CoordinateSequenceFilter {
        private boolean finite = true;

        @Override
        public void filter(CoordinateSequence sequence, int index) {
            finite &= Double.isFinite(sequence.getX(index)) && Double.isFinite(sequence.getY(index));
        }

        @Override
        public boolean isDone() {
            return !finite;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
