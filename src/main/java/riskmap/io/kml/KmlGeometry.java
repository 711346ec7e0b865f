package riskmap.io.kml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import riskmap.io.XmlPull;

/** The geometries of a placemark, gathered into one: several of a kind become a multi geometry. */
final class KmlGeometry {
    private static final Set<String> NAMES =
            Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<Geometry> parts = new ArrayList<>();
    private String problem;

    static boolean isGeometry(String name) {
        return NAMES.contains(name);
    }

    /** Reads the geometry that has just begun; a bad part is remembered and the rest goes on. */
    void read(XmlPull xml) {
        String name = xml.name();
        if (name.startsWith("Multi")) {
            while (xml.next() && !xml.isEnd(name)) {
                if (xml.isStart() && isGeometry(xml.name())) {
                    read(xml);
                } else if (xml.isStart()) {
                    xml.skip();
                }
            }
            return;
        }
        try {
            Geometry part = name.equals("Polygon") ? polygon(xml) : simple(xml, name);
            if (part != null) {
                parts.add(part);
            }
        } catch (IllegalArgumentException bad) {
            problem = String.valueOf(bad.getMessage());
        }
    }

    /**
     * All of it, null when there was none.
     *
     * @throws IllegalArgumentException when nothing could be read
     */
    Geometry result() {
        if (parts.isEmpty()) {
            if (problem != null) {
                throw new IllegalArgumentException(problem);
            }
            return null;
        }
        return parts.size() == 1 ? parts.get(0) : FACTORY.buildGeometry(parts);
    }

    private static Geometry simple(XmlPull xml, String name) {
        Positions positions = new Positions();
        RuntimeException bad = null;
        while (xml.next() && !xml.isEnd(name)) {
            if (!xml.isStart()) {
                continue;
            }
            String text = xml.text();
            // the element is read to its end whatever is in it, so that the next one is found
            try {
                positions.take(xml.name(), text);
            } catch (IllegalArgumentException e) {
                bad = e;
            }
        }
        if (bad != null) {
            throw bad;
        }
        Coordinate[] all = positions.coordinates();
        if (all.length == 0) {
            return null;
        }
        if (name.equals("Point") || all.length == 1 && name.equals("Track")) {
            return FACTORY.createPoint(all[0]);
        }
        return FACTORY.createLineString(all);
    }

    private static Geometry polygon(XmlPull xml) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        Positions positions = new Positions();
        boolean inner = false;
        RuntimeException bad = null;
        while (xml.next() && !xml.isEnd("Polygon")) {
            if (xml.isStart("innerBoundaryIs") || xml.isStart("outerBoundaryIs")) {
                inner = xml.name().startsWith("inner");
            } else if (xml.isStart("altitudeMode")) {
                positions.take("altitudeMode", xml.text());
            } else if (xml.isStart("coordinates")) {
                try {
                    positions.take("coordinates", xml.text());
                    LinearRing ring = FACTORY.createLinearRing(closed(positions.coordinates()));
                    if (inner) {
                        holes.add(ring);
                    } else {
                        shell = ring;
                    }
                } catch (IllegalArgumentException e) {
                    bad = e;
                }
                positions.clear();
            }
        }
        if (bad != null) {
            throw bad;
        }
        return shell == null ? null : FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
    }

    private static Coordinate[] closed(Coordinate[] ring) {
        if (ring.length < 2 || ring[0].equals2D(ring[ring.length - 1])) {
            return ring;
        }
        Coordinate[] result = java.util.Arrays.copyOf(ring, ring.length + 1);
        result[ring.length] = ring[0].copy();
        return result;
    }

    /** Coordinates as KML writes them, and whether their heights mean anything. */
    private static final class Positions {
        private final List<Coordinate> list = new ArrayList<>();
        private boolean clamped = true;

        void take(String element, String text) {
            if (element.equals("altitudeMode")) {
                clamped = text.strip().startsWith("clamp");
            } else if (element.equals("coordinates")) {
                // "122.1, 37.5" is wrong, yet written by many
                for (String tuple : text.strip().replaceAll("\\s*,\\s*", ",").split("\\s+")) {
                    add(tuple.split(","));
                }
            } else if (element.equals("coord")) {
                add(text.strip().split("\\s+"));
            }
        }

        private void add(String[] numbers) {
            if (numbers.length == 1 && numbers[0].isEmpty()) {
                return;
            }
            if (numbers.length < 2) {
                throw new IllegalArgumentException(numbers[0]);
            }
            double x = Double.parseDouble(numbers[0]);
            double y = Double.parseDouble(numbers[1]);
            double z = numbers.length > 2 && !numbers[2].isEmpty() ? Double.parseDouble(numbers[2]) : Double.NaN;
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException(String.join(",", numbers));
            }
            list.add(Double.isNaN(z) ? new Coordinate(x, y) : new Coordinate(x, y, z));
        }

        Coordinate[] coordinates() {
            boolean flat = clamped && list.stream().allMatch(at -> at.getZ() == 0 || Double.isNaN(at.getZ()));
            if (flat) {
                list.forEach(at -> at.setZ(Double.NaN));
            }
            return list.toArray(new Coordinate[0]);
        }

        void clear() {
            list.clear();
        }
    }
}
