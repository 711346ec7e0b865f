package riskmap.analysis.expression;

import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.RiskMapException;

/** What is said of the feature itself: {@code $area}, {@code @geometry} and the like. */
final class Specials {
    private Specials() {}

    static Node of(String name) {
        return switch (name) {
            case "$geometry", "@geometry" -> Specials::shape;
            case "$id", "@id" -> scope -> scope.feature() == null ? null : number(scope.feature());
            case "$area" ->
                scope -> {
                    Geometry shape = shape(scope);
                    return shape == null
                            ? null
                            : scope.onEllipsoid() == null
                                    ? shape.getArea()
                                    : scope.onEllipsoid().area(shape);
                };
            case "$length", "$perimeter" ->
                scope -> {
                    Geometry shape = shape(scope);
                    return shape == null
                            ? null
                            : scope.onEllipsoid() == null
                                    ? shape.getLength()
                                    : scope.onEllipsoid().length(shape);
                };
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

    static Geometry shape(Scope scope) {
        return scope.feature() == null ? null : (Geometry) scope.feature().getDefaultGeometry();
    }

    /** The number at the end of a feature's id. */
    private static Object number(SimpleFeature feature) {
        String digits = feature.getID().replaceFirst("^.*?(\\d{0,18})$", "$1");
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }
}
