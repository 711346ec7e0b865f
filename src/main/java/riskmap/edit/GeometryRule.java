package riskmap.edit;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
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
import org.locationtech.jts.operation.valid.TopologyValidationError;
import riskmap.base.Message;
import riskmap.geo.overlay.Repair;

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
        return Repair.error(geometry).map(GeometryRule::invalid);
    }

    private static Message invalid(TopologyValidationError error) {
        Coordinate at = error.getCoordinate();
        return Message.of(
                "edit.rule-invalid",
                Repair.problem(error),
                at == null ? "–" : plain(at.x),
                at == null ? "–" : plain(at.y));
    }

    private static String plain(double value) {
        return String.format(java.util.Locale.ROOT, "%.3f", value);
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
