package riskmap.io.gpx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import riskmap.io.XmlPull;

/**
 * A waypoint, route or track.
 *
 * @param values column → text
 * @param geometry where it is; null when it has no position, or a line of one
 * @param dropped positions that are no numbers or not on earth
 */
record GpxFeature(Map<String, String> values, Geometry geometry, int dropped) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Reads the element that has just begun. */
    static GpxFeature read(XmlPull xml) {
        return xml.name().equals("wpt") ? waypoint(xml) : new Line(xml.name()).read(xml);
    }

    private static GpxFeature waypoint(XmlPull xml) {
        Coordinate at = position(xml);
        Map<String, String> values = new LinkedHashMap<>();
        while (xml.next() && !xml.isEnd("wpt")) {
            if (xml.isStart()) {
                value(xml, values);
            }
        }
        double height = number(values.get("ele"));
        if (at != null && Double.isFinite(height)) {
            at.setZ(height);
        }
        return new GpxFeature(values, at == null ? null : FACTORY.createPoint(at), at == null ? 1 : 0);
    }

    private static void value(XmlPull xml, Map<String, String> values) {
        switch (xml.name()) {
            case "extensions" -> {
                // what programs of others add comes in as columns of its own
            }
            case "link" -> {
                String target = xml.attribute("href");
                if (target != null) {
                    values.putIfAbsent("link", target);
                }
                xml.skip();
            }
            default -> {
                String name = xml.name();
                String text = xml.text().strip();
                if (!text.isEmpty()) {
                    values.putIfAbsent(name, text);
                }
            }
        }
    }

    private static Coordinate position(XmlPull xml) {
        double x = number(xml.attribute("lon"));
        double y = number(xml.attribute("lat"));
        return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? new Coordinate(x, y) : null;
    }

    private static double number(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A route, or a track of segments. */
    private static final class Line {
        private final String element;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<LineString> segments = new ArrayList<>();
        private final List<Coordinate> points = new ArrayList<>();
        private String first;
        private String last;
        private int dropped;

        Line(String element) {
            this.element = element;
        }

        GpxFeature read(XmlPull xml) {
            while (xml.next() && !xml.isEnd(element)) {
                if (xml.isEnd("trkseg")) {
                    segment();
                } else if (xml.isStart("trkpt") || xml.isStart("rtept")) {
                    point(xml);
                } else if (xml.isStart() && !xml.name().equals("trkseg")) {
                    value(xml, values);
                }
            }
            segment();
            if (first != null) {
                values.put("began", first);
                values.put("ended", last);
            }
            return new GpxFeature(values, geometry(), dropped);
        }

        private void point(XmlPull xml) {
            String name = xml.name();
            Coordinate at = position(xml);
            double height = Double.NaN;
            while (xml.next() && !xml.isEnd(name)) {
                if (xml.isStart("ele")) {
                    height = number(xml.text());
                } else if (xml.isStart("time")) {
                    last = xml.text().strip();
                    first = first == null ? last : first;
                } else if (xml.isStart()) {
                    xml.skip();
                }
            }
            if (at == null) {
                dropped++;
            } else {
                at.setZ(height);
                points.add(at);
            }
        }

        private void segment() {
            if (points.size() > 1) {
                boolean flat = points.stream().anyMatch(at -> !Double.isFinite(at.getZ()));
                if (flat) {
                    points.forEach(at -> at.setZ(Double.NaN));
                }
                segments.add(FACTORY.createLineString(points.toArray(new Coordinate[0])));
            } else {
                dropped += points.size();
            }
            points.clear();
        }

        private Geometry geometry() {
            if (segments.isEmpty()) {
                return null;
            }
            return segments.size() == 1
                    ? segments.get(0)
                    : FACTORY.createMultiLineString(segments.toArray(new LineString[0]));
        }
    }
}
