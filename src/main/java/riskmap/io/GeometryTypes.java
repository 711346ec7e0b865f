package riskmap.io;

import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Names of geometry types as GeoJSON and JTS have them, and the class that holds them all. */
final class GeometryTypes {
    private GeometryTypes() {}

    /** The narrowest type that holds all geometries; multi types hold single ones. */
    static Class<? extends Geometry> binding(Set<String> types) {
        Set<String> plain = new TreeSet<>();
        types.forEach(type -> plain.add(type.replace("Multi", "").replace("LinearRing", "LineString")));
        boolean multi = types.stream().anyMatch(type -> type.startsWith("Multi"));
        if (plain.size() != 1) {
            return Geometry.class;
        }
        return switch (plain.iterator().next()) {
            case "Point" -> multi ? MultiPoint.class : Point.class;
            case "LineString" -> multi ? MultiLineString.class : LineString.class;
            case "Polygon" -> multi ? MultiPolygon.class : Polygon.class;
            case "GeometryCollection" -> GeometryCollection.class;
            default -> Geometry.class;
        };
    }
}
