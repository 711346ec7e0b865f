package riskmap.io.gml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import riskmap.io.XmlPull;

/** One feature of a GML file: its values by column as texts, and its geometry as it is written. */
final class GmlFeature {
    /** The column of the feature's own id; of GML 2 it is {@code fid}: both as GDAL calls them. */
    private static final String ID = "gml_id";

    private static final String FID = "fid";

    private final XmlPull xml;
    private final Map<String, String> values = new LinkedHashMap<>();
    private String srsName;
    private String boundsSrsName;
    private Geometry geometry;
    private String problem;
    private int geometries;

    private GmlFeature(XmlPull xml) {
        this.xml = xml;
    }

    /** Reads the element that has just begun. */
    static GmlFeature read(XmlPull xml) {
        GmlFeature result = new GmlFeature(xml);
        String column = xml.attribute("id") != null ? ID : FID;
        String id = xml.attribute(column.equals(ID) ? "id" : FID);
        int inside = xml.depth();
        while (xml.next() && xml.depth() >= inside) {
            if (xml.isStart("boundedBy")) {
                result.bounds();
            } else if (xml.isStart("metaDataProperty")) {
                xml.skip();
            } else if (xml.isStart()) {
                result.property(xml.name());
            }
        }
        if (id != null && !id.isBlank()) {
            result.values.putIfAbsent(column, id.strip());
        }
        return result;
    }

    private void bounds() {
        int inside = xml.depth();
        while (xml.next() && xml.depth() >= inside) {
            if (xml.isStart() && boundsSrsName == null) {
                boundsSrsName = xml.attribute("srsName");
            }
        }
    }

    /** A text, a geometry, or elements in it: those are columns whose names begin with this one's. */
    private void property(String column) {
        int inside = xml.depth();
        String link = xml.attribute("href");
        String text = xml.ownText().strip();
        if (!xml.isStart()) {
            put(column, text.isEmpty() && link != null ? link : text);
            return;
        }
        do {
            if (xml.isStart() && GmlGeometry.isGeometry(xml.name())) {
                readGeometry();
            } else if (xml.isStart()) {
                property(column + "." + xml.name());
            }
        } while (xml.next() && xml.depth() >= inside);
    }

    /** An element that is there several times keeps all its values. */
    private void put(String column, String text) {
        if (!text.isEmpty()) {
            values.merge(column, text, (before, more) -> before + ";" + more);
        }
    }

    private void readGeometry() {
        geometries++;
        if (geometries > 1) {
            xml.skip();
            return;
        }
        int outside = xml.depth() - 1;
        try {
            GmlGeometry reading = new GmlGeometry(xml);
            geometry = reading.read();
            srsName = reading.srsName();
        } catch (IllegalArgumentException unreadable) {
            problem = String.valueOf(unreadable.getMessage());
            while (xml.depth() > outside && xml.next()) {
                // to its end, so that the next property is found
            }
        }
    }

    /** Column → text, without those that have no value. */
    Map<String, String> values() {
        return values;
    }

    /** In the order of coordinates of the file; null where there is none or it cannot be read. */
    Geometry geometry() {
        return geometry;
    }

    /** Why the geometry cannot be read; null where nothing is wrong. */
    String problem() {
        return problem;
    }

    /** How many more geometries it has. */
    int further() {
        return Math.max(0, geometries - 1);
    }

    /** The CRS of the geometry: its own, else that of the feature's bounds, else the one given; null for none. */
    GmlSrs srs(String ofCollection) {
        String name = srsName != null ? srsName : boundsSrsName != null ? boundsSrsName : ofCollection;
        return name == null || name.isBlank() ? null : GmlSrs.of(name);
    }
}
