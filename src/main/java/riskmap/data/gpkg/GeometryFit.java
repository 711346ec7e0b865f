package riskmap.data.gpkg;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;

/**
 * Makes a geometry one of the type its column declares, without changing what it covers: a single part becomes a
 * multi-geometry of one, a multi-geometry of one becomes its part, empty becomes empty. Anything else does not fit.
 */
final class GeometryFit {
    private GeometryFit() {}

    static Geometry to(LayerTable table, Geometry geometry) {
        String type = table.layer().geometryType();
        Class<? extends Geometry> wanted = GeometryBlobReader.binding(type);
        if (isExactly(wanted, geometry)) {
            return geometry;
        }
        Geometry fitted = geometry.isEmpty() ? empty(wanted) : turned(wanted, geometry);
        if (fitted == null) {
            throw RiskMapException.of("data.gpkg-geometry-type", table.name(), geometry.getGeometryType(), type);
        }
        return fitted;
    }

    private static boolean isExactly(Class<? extends Geometry> wanted, Geometry geometry) {
        return wanted == Geometry.class || wanted.isInstance(geometry);
    }

    private static Geometry turned(Class<? extends Geometry> wanted, Geometry geometry) {
        var factory = geometry.getFactory();
        if (wanted == MultiPoint.class && geometry instanceof Point point) {
            return factory.createMultiPoint(new Point[] {point});
        }
        if (wanted == MultiLineString.class && geometry instanceof LineString line) {
            return factory.createMultiLineString(new LineString[] {line});
        }
        if (wanted == MultiPolygon.class && geometry instanceof Polygon polygon) {
            return factory.createMultiPolygon(new Polygon[] {polygon});
        }
        if (wanted == GeometryCollection.class) {
            return factory.createGeometryCollection(new Geometry[] {geometry});
        }
        boolean onePart = geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1;
        return onePart && wanted.isInstance(geometry.getGeometryN(0)) ? geometry.getGeometryN(0) : null;
    }

    private static Geometry empty(Class<? extends Geometry> wanted) {
        var factory = GeometryBlobReader.FACTORY;
        if (wanted == Point.class) {
            return factory.createPoint();
        }
        if (wanted == LineString.class) {
            return factory.createLineString();
        }
        if (wanted == Polygon.class) {
            return factory.createPolygon();
        }
        if (wanted == MultiPoint.class) {
            return factory.createMultiPoint();
        }
        if (wanted == MultiLineString.class) {
            return factory.createMultiLineString();
        }
        return wanted == MultiPolygon.class ? factory.createMultiPolygon() : factory.createGeometryCollection();
    }
}
