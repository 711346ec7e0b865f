package riskmap.analysis.expression;

import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.RiskMapException;
import riskmap.geo.Measures;

/** What is said of the feature itself: {@code $area}, {@code @geometry} and the like. */
final class Specials {
    private Specials() {}

    static Node of(String name) {
        return switch (name) {
            case "$geometry", "@geometry" -> Specials::shape;
            case "$id", "@id" -> scope -> scope.feature() == null ? null : number(scope.feature());
            case "$area" -> scope -> measured(scope, 2, Geometry::getArea, Measures::area);
            case "$length" -> scope -> measured(scope, 1, Geometry::getLength, Measures::length);
            case "$perimeter" -> scope -> measured(scope, 2, Geometry::getLength, Measures::length);
            case "$x" ->
                scope ->
                        shape(scope) == null ? null : shape(scope).getCentroid().getX();
            case "$y" ->
                scope ->
                        shape(scope) == null ? null : shape(scope).getCentroid().getY();
            case "$z" ->
                scope -> {
                    Geometry shape = shape(scope);
                    return shape == null
                                    || shape.isEmpty()
                                    || Double.isNaN(shape.getCoordinate().getZ())
                            ? null
                            : (Object) shape.getCoordinate().getZ();
                };
            case "@row_number" -> new RowNumber();
            case "@layer_name" ->
                scope -> scope.feature() == null
                        ? null
                        : scope.feature().getFeatureType().getTypeName();
            default -> throw RiskMapException.of("analysis.qgis-unknown", name);
        };
    }

    /** A measure of lines or of areas: a shape of another kind has none, which is not 0. */
    private static Object measured(
            Scope scope,
            int dimension,
            ToDoubleFunction<Geometry> plane,
            ToDoubleBiFunction<Measures, Geometry> onEllipsoid) {
        Geometry shape = shape(scope);
        if (shape == null || shape.getDimension() != dimension) {
            return null;
        }
        return scope.onEllipsoid() == null
                ? plane.applyAsDouble(shape)
                : onEllipsoid.applyAsDouble(scope.onEllipsoid(), shape);
    }

    static Geometry shape(Scope scope) {
        return scope.feature() == null ? null : (Geometry) scope.feature().getDefaultGeometry();
    }

    /** The number at the end of a feature's id. */
    private static Object number(SimpleFeature feature) {
        String digits = feature.getID().replaceFirst("^.*?(\\d{0,18})$", "$1");
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }
}
