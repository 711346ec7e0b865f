package riskmap.analysis;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.filter.FunctionExpressionImpl;
import org.geotools.filter.capability.FunctionNameImpl;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.Measures;

/**
 * Measures of a geometry for expressions, each saying whether it is taken in the plane of the layer's projection or on
 * its ellipsoid: {@code area_planar(geom)}, {@code area_ellipsoid(geom)} in m², {@code length_planar(geom)},
 * {@code length_ellipsoid(geom)} in m (the perimeter of a polygon); without an argument of the feature's own geometry. Null where there is no geometry.
 */
public abstract class GeometryFunction extends FunctionExpressionImpl {
    private Measures measures;
    private CoordinateReferenceSystem measured;

    /** Found by GeoTools by its name in an expression. */
    GeometryFunction(String name) {
        super(name(name));
    }

    private static FunctionName name(String name) {
        return new FunctionNameImpl(
                name,
                FunctionNameImpl.parameter("result", Double.class),
                FunctionNameImpl.parameter("geometry", Geometry.class, 0, 1));
    }

    abstract double measure(Geometry geometry, Measures onEllipsoid);

    abstract boolean onEllipsoid();

    @Override
    public Object evaluate(Object object) {
        List<Expression> given = getParameters();
        Object shape = !given.isEmpty()
                ? given.get(0).evaluate(object)
                : object instanceof SimpleFeature feature ? feature.getDefaultGeometry() : null;
        if (!(shape instanceof Geometry value)) {
            return null;
        }
        CoordinateReferenceSystem crs =
                object instanceof SimpleFeature feature ? feature.getType().getCoordinateReferenceSystem() : null;
        if (!onEllipsoid()) {
            return measure(value, null);
        }
        return crs == null ? null : measure(value, on(crs));
    }

    private synchronized Measures on(CoordinateReferenceSystem crs) {
        if (crs != measured) {
            measures = Measures.on(crs);
            measured = crs;
        }
        return measures;
    }

    /** {@code area_planar(geom)}. */
    public static final class AreaPlanar extends GeometryFunction {
        public AreaPlanar() {
            super("area_planar");
        }

        @Override
        boolean onEllipsoid() {
            return false;
        }

        @Override
        double measure(Geometry geometry, Measures onEllipsoid) {
            return geometry.getArea();
        }
    }

    /** {@code length_planar(geom)}. */
    public static final class LengthPlanar extends GeometryFunction {
        public LengthPlanar() {
            super("length_planar");
        }

        @Override
        boolean onEllipsoid() {
            return false;
        }

        @Override
        double measure(Geometry geometry, Measures onEllipsoid) {
            return geometry.getLength();
        }
    }

    /** {@code area_ellipsoid(geom)}. */
    public static final class AreaEllipsoid extends GeometryFunction {
        public AreaEllipsoid() {
            super("area_ellipsoid");
        }

        @Override
        boolean onEllipsoid() {
            return true;
        }

        @Override
        double measure(Geometry geometry, Measures onEllipsoid) {
            return onEllipsoid.area(geometry);
        }
    }

    /** {@code length_ellipsoid(geom)}. */
    public static final class LengthEllipsoid extends GeometryFunction {
        public LengthEllipsoid() {
            super("length_ellipsoid");
        }

        @Override
        boolean onEllipsoid() {
            return true;
        }

        @Override
        double measure(Geometry geometry, Measures onEllipsoid) {
            return onEllipsoid.length(geometry);
        }
    }
}
