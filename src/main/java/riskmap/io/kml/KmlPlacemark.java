package riskmap.io.kml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.XmlPull;

/**
 * One placemark: its values by name and its geometry, which may be null.
 *
 * @param values column → text
 */
record KmlPlacemark(Map<String, String> values, Geometry geometry) {
    /** Reads the placemark that has just begun; what cannot be read is counted. */
    static KmlPlacemark read(XmlPull xml, ImportLog log, Place place) {
        Map<String, String> values = new LinkedHashMap<>();
        KmlGeometry geometry = new KmlGeometry();
        while (xml.next() && !xml.isEnd("Placemark")) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "name", "description", "address" -> put(values, xml.name(), xml.text());
                case "when", "begin", "end" -> put(values, xml.name(), xml.text());
                case "ExtendedData" -> extended(xml, values);
                case "TimeStamp", "TimeSpan" -> {
                    // what is in them follows
                }
                default -> {
                    if (KmlGeometry.isGeometry(xml.name())) {
                        geometry.read(xml);
                    } else {
                        xml.skip();
                    }
                }
            }
        }
        try {
            return new KmlPlacemark(values, geometry.result());
        } catch (IllegalArgumentException unreadable) {
            log.repaired(Message.of("io.geometry-unreadable", String.valueOf(unreadable.getMessage())), place);
            return new KmlPlacemark(values, null);
        }
    }

    /** {@code Data} with a {@code value} in it, {@code SimpleData} of a schema, or elements of another namespace. */
    private static void extended(XmlPull xml, Map<String, String> values) {
        String data = null;
        while (xml.next() && !xml.isEnd("ExtendedData")) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "Data" -> data = xml.attribute("name");
                case "value" -> put(values, data, xml.text());
                case "SimpleData" -> put(values, xml.attribute("name"), xml.text());
                case "SchemaData" -> {
                    // what is in it follows
                }
                case "displayName" -> xml.skip();
                default -> put(values, xml.name(), xml.text());
            }
        }
    }

    private static void put(Map<String, String> values, String key, String text) {
        if (key != null && !text.isEmpty()) {
            values.putIfAbsent(key, text);
        }
    }
}
