package riskmap.io;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Single geometries as multi ones of one part, and back. */
final class Multi {
    private Multi() {}

    /** The geometry as the type wants it, where that changes nothing but the wrapping; else the geometry itself. */
    static Geometry promote(Geometry geometry, Class<?> wanted) {
        if (geometry == null || wanted.isInstance(geometry)) {
            return geometry;
        }
        GeometryFactory factory = geometry.getFactory();
        if (wanted == MultiPolygon.class && geometry instanceof Polygon polygon) {
            return polygon.isEmpty()
                    ? factory.createMultiPolygon()
                    : factory.createMultiPolygon(new Polygon[] {polygon});
        }
        if (wanted == MultiLineString.class && geometry instanceof LineString line) {
            return line.isEmpty()
                    ? factory.createMultiLineString()
                    : factory.createMultiLineString(new LineString[] {line});
        }
        if (wanted == MultiPoint.class && geometry instanceof Point point) {
            return point.isEmpty() ? factory.createMultiPoint() : factory.createMultiPoint(new Point[] {point});
        }
        boolean single = wanted == Point.class || wanted == LineString.class || wanted == Polygon.class;
        if (single && geometry.getNumGeometries() == 1 && wanted.isInstance(geometry.getGeometryN(0))) {
            return geometry.getGeometryN(0);
        }
        return geometry;
    }
}
