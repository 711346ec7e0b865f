package riskmap.io.gml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.io.XmlPull;

/**
 * Reads a GML geometry of straight lines: points, lines, polygons, curves and surfaces of pieces, and several of them.
 * Arcs, splines and solids are refused by name.
 */
final class GmlGeometry {
    private static final Set<String> LINES = Set.of("LineString", "LineStringSegment", "GeodesicString");
    private static final Set<String> JOINED = Set.of("Curve", "CompositeCurve", "OrientableCurve", "Ring");
    private static final Set<String> POLYGONS = Set.of("Polygon", "PolygonPatch", "Triangle", "Rectangle");
    private static final Set<String> COLLECTED = Set.of(
            "Surface",
            "CompositeSurface",
            "OrientableSurface",
            "PolyhedralSurface",
            "TriangulatedSurface",
            "Tin",
            "MultiPoint",
            "MultiLineString",
            "MultiCurve",
            "MultiPolygon",
            "MultiSurface",
            "MultiGeometry");
    private static final Set<String> REFUSED = Set.of("Solid", "CompositeSolid", "MultiSolid", "Grid", "RectifiedGrid");
    /** Elements between a geometry and those in it. */
    private static final Set<String> WRAPPERS =
            Set.of("segments", "patches", "polygonPatches", "trianglePatches", "baseCurve", "baseSurface");
    /** What may be said of a geometry and does not change it. */
    private static final Set<String> REMARKS =
            Set.of("metaDataProperty", "description", "descriptionReference", "identifier", "name");

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final XmlPull xml;
    private String srsName;
    private int dimension;

    GmlGeometry(XmlPull xml) {
        this.xml = xml;
    }

    /** Whether an element is a geometry, of whatever kind. */
    static boolean isGeometry(String name) {
        return name.equals("Point")
                || name.equals("LinearRing")
                || LINES.contains(name)
                || JOINED.contains(name)
                || POLYGONS.contains(name)
                || COLLECTED.contains(name)
                || REFUSED.contains(name);
    }

    /** The first {@code srsName} of the geometry or its parts, or null. */
    String srsName() {
        return srsName;
    }

    /**
     * Reads the geometry that has just begun, to its end; null for an empty one.
     *
     * @throws IllegalArgumentException in the middle of it, when it is of a kind that is not read or no geometry
     */
    Geometry read() {
        if (srsName == null) {
            srsName = xml.attribute("srsName");
        }
        String stated = xml.attribute("srsDimension");
        if (stated != null) {
            dimension = Integer.parseInt(stated.strip());
        }
        String name = xml.name();
        if (name.equals("Point")) {
            List<Coordinate> at = positions();
            return at.isEmpty() ? null : FACTORY.createPoint(at.get(0));
        }
        if (LINES.contains(name) || name.equals("LinearRing")) {
            return line(positions());
        }
        if (JOINED.contains(name)) {
            return joined(name);
        }
        if (POLYGONS.contains(name)) {
            return polygon();
        }
        if (COLLECTED.contains(name)) {
            return collected(name);
        }
        throw new IllegalArgumentException(name);
    }

    private static LineString line(List<Coordinate> positions) {
        return positions.isEmpty() ? null : FACTORY.createLineString(positions.toArray(new Coordinate[0]));
    }

    private List<Coordinate> positions() {
        GmlPositions positions = new GmlPositions(dimension);
        int inside = xml.depth();
        while (xml.next() && xml.depth() >= inside) {
            if (!xml.isStart()) {
                continue;
            }
            if (xml.isStart("Point")) {
                positions.add(((Point) read()).getCoordinate());
            } else if (REMARKS.contains(xml.name())) {
                xml.skip();
            } else if (!xml.isStart("pointProperty") && !xml.isStart("pointRep")) {
                positions.take(xml);
            }
        }
        return positions.list();
    }

    /** One line of lines that follow each other. */
    private Geometry joined(String name) {
        boolean backwards = name.equals("OrientableCurve") && "-".equals(xml.attribute("orientation"));
        List<Coordinate> all = new ArrayList<>();
        for (Geometry piece : parts()) {
            for (Coordinate at : piece.getCoordinates()) {
                if (all.isEmpty() || !all.get(all.size() - 1).equals2D(at)) {
                    all.add(at);
                }
            }
        }
        LineString line = line(all);
        return line == null || !backwards ? line : line.reverse();
    }

    private Geometry polygon() {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        boolean inner = false;
        int inside = xml.depth();
        while (xml.next() && xml.depth() >= inside) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "exterior", "outerBoundaryIs" -> inner = false;
                case "interior", "innerBoundaryIs" -> inner = true;
                default -> {
                    Geometry line = lineOrNothing();
                    if (line != null && inner) {
                        holes.add(ring(line));
                    } else if (line != null) {
                        shell = ring(line);
                    }
                }
            }
        }
        return shell == null ? null : FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
    }

    private Geometry lineOrNothing() {
        if (xml.name().equals("LinearRing") || JOINED.contains(xml.name()) || LINES.contains(xml.name())) {
            return read();
        }
        pass();
        return null;
    }

    private static LinearRing ring(Geometry line) {
        Coordinate[] all = line.getCoordinates();
        if (!all[0].equals2D(all[all.length - 1])) {
            all = java.util.Arrays.copyOf(all, all.length + 1);
            all[all.length - 1] = all[0].copy();
        }
        return FACTORY.createLinearRing(all);
    }

    private Geometry collected(String name) {
        List<Geometry> parts = new ArrayList<>();
        for (Geometry part : parts()) {
            for (int i = 0; i < part.getNumGeometries(); i++) {
                parts.add(part.getGeometryN(i));
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        if (parts.size() == 1 && !name.startsWith("Multi")) {
            return parts.get(0);
        }
        if (parts.stream().allMatch(Polygon.class::isInstance)) {
            return FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
        }
        if (parts.stream().allMatch(LineString.class::isInstance)) {
            return FACTORY.createMultiLineString(parts.toArray(new LineString[0]));
        }
        if (parts.stream().allMatch(Point.class::isInstance)) {
            return FACTORY.createMultiPoint(parts.toArray(new Point[0]));
        }
        return FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
    }

    private List<Geometry> parts() {
        List<Geometry> parts = new ArrayList<>();
        int inside = xml.depth();
        while (xml.next() && xml.depth() >= inside) {
            if (xml.isStart() && isGeometry(xml.name())) {
                Geometry part = read();
                if (part != null) {
                    parts.add(part);
                }
            } else if (xml.isStart()) {
                pass();
            }
        }
        return parts;
    }

    /** Goes into what only wraps, over what is only said, and refuses the rest: nothing is left out unnoticed. */
    private void pass() {
        String name = xml.name();
        if (REMARKS.contains(name)) {
            xml.skip();
        } else if (xml.attribute("href") != null || !WRAPPERS.contains(name) && !name.matches("[a-z]\\w*Members?")) {
            throw new IllegalArgumentException(name);
        }
    }
}
