package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** What an intersection leaves besides the lines or areas wanted is dropped. */
final class LineParts {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private LineParts() {}

    static MultiLineString of(Geometry geometry) {
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof LineString line && line.getLength() > 0) {
                lines.add(line);
            }
        }
        return FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    /** The areas of at least this size. */
    static MultiPolygon areas(Geometry geometry, double minimumArea) {
        List<Polygon> areas = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon area && area.getArea() >= minimumArea) {
                areas.add(area);
            }
        }
        return FACTORY.createMultiPolygon(areas.toArray(Polygon[]::new));
    }
}
