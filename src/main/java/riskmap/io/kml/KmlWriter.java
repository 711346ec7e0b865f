package riskmap.io.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.CrsTransform;
import riskmap.io.CellText;
import riskmap.io.ImportLog;
import riskmap.io.ToDegrees;

/** Writes layers as folders of a KML document: values as schema data, the field {@code name} as the label. */
final class KmlWriter {
    private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

    private final XMLStreamWriter out;
    private final ImportLog log;

    KmlWriter(OutputStream stream, ImportLog log) {
        this.log = log;
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String title, List<SimpleFeatureCollection> layers, Progress progress) throws IOException {
        try {
            out.writeStartDocument("UTF-8", "1.0");
            start("kml");
            out.writeDefaultNamespace(NAMESPACE);
            start("Document");
            element("name", title);
            for (int i = 0; i < layers.size(); i++) {
                schema("s" + i, layers.get(i).getSchema());
            }
            for (int i = 0; i < layers.size(); i++) {
                folder("s" + i, layers.get(i), progress.part((double) i / layers.size(), (i + 1.0) / layers.size()));
            }
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException known ? known : new IOException(e);
        }
    }

    private void schema(String id, SimpleFeatureType type) throws XMLStreamException {
        start("Schema");
        out.writeAttribute("name", id);
        out.writeAttribute("id", id);
        for (int column : columns(type)) {
            start("SimpleField");
            out.writeAttribute("name", type.getDescriptor(column).getLocalName());
            out.writeAttribute(
                    "type", simpleType(type.getDescriptor(column).getType().getBinding()));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    /** KML has no type for whole numbers of more than 32 bits, dates or moments: these are texts. */
    private static String simpleType(Class<?> binding) {
        if (binding == Integer.class || binding == Short.class) {
            return "int";
        }
        if (binding == Boolean.class) {
            return "bool";
        }
        return binding == Double.class || binding == Float.class ? "double" : "string";
    }

    private static List<Integer> columns(SimpleFeatureType type) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < type.getAttributeCount(); i++) {
            boolean geometry = Geometry.class.isAssignableFrom(
                    type.getDescriptor(i).getType().getBinding());
            if (!geometry && !type.getDescriptor(i).getLocalName().equals("name")) {
                result.add(i);
            }
        }
        return result;
    }

    private void folder(String schema, SimpleFeatureCollection features, Progress progress) throws XMLStreamException {
        SimpleFeatureType type = features.getSchema();
        CoordinateReferenceSystem source = type.getCoordinateReferenceSystem();
        if (source == null && type.getGeometryDescriptor() != null) {
            throw RiskMapException.of("io.crs-missing", type.getTypeName());
        }
        CrsTransform transform = ToDegrees.from(source, "KML");
        List<Integer> columns = columns(type);
        start("Folder");
        element("name", type.getTypeName());
        long size = Math.max(1, features.size());
        long number = 0;
        try (SimpleFeatureIterator iterator = features.features()) {
            while (iterator.hasNext()) {
                SimpleFeature feature = iterator.next();
                log.read(1);
                placemark(schema, feature, columns, transform);
                log.written(1);
                if (++number % 1000 == 0) {
                    progress.check();
                    progress.report((double) number / size, Message.of("io.step-writing"));
                }
            }
        }
        out.writeEndElement();
    }

    private void placemark(String schema, SimpleFeature feature, List<Integer> columns, CrsTransform transform)
            throws XMLStreamException {
        start("Placemark");
        Object label = feature.getFeatureType().getDescriptor("name") == null ? null : feature.getAttribute("name");
        if (label != null) {
            element("name", label.toString());
        }
        start("ExtendedData");
        start("SchemaData");
        out.writeAttribute("schemaUrl", "#" + schema);
        for (int column : columns) {
            Object value = feature.getAttribute(column);
            if (value != null) {
                start("SimpleData");
                out.writeAttribute(
                        "name", feature.getFeatureType().getDescriptor(column).getLocalName());
                out.writeCharacters(clean(value.toString()));
                out.writeEndElement();
            }
        }
        out.writeEndElement();
        out.writeEndElement();
        Geometry geometry = (Geometry) feature.getDefaultGeometry();
        if (geometry != null && !geometry.isEmpty()) {
            geometry(transform.apply(geometry));
        }
        out.writeEndElement();
        out.writeCharacters("\n");
    }

    private void geometry(Geometry geometry) throws XMLStreamException {
        if (geometry instanceof GeometryCollection) {
            start("MultiGeometry");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                geometry(geometry.getGeometryN(i));
            }
            out.writeEndElement();
        } else if (geometry instanceof Polygon polygon) {
            start("Polygon");
            heights(geometry);
            boundary("outerBoundaryIs", polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                boundary("innerBoundaryIs", polygon.getInteriorRingN(i));
            }
            out.writeEndElement();
        } else {
            start(geometry instanceof Point ? "Point" : "LineString");
            heights(geometry);
            coordinates(geometry);
            out.writeEndElement();
        }
    }

    private void heights(Geometry geometry) throws XMLStreamException {
        if (!Double.isNaN(geometry.getCoordinate().getZ())) {
            element("altitudeMode", "absolute");
        }
    }

    private void boundary(String element, LineString ring) throws XMLStreamException {
        start(element);
        start("LinearRing");
        coordinates(ring);
        out.writeEndElement();
        out.writeEndElement();
    }

    private void coordinates(Geometry geometry) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (Coordinate at : geometry.getCoordinates()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(CellText.number(at.x))
                    .append(',')
                    .append(CellText.number(at.y));
            if (!Double.isNaN(at.getZ())) {
                text.append(',').append(CellText.number(at.getZ()));
            }
        }
        element("coordinates", text.toString());
    }

    private void start(String name) throws XMLStreamException {
        out.writeStartElement(name);
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(text));
        out.writeEndElement();
    }

    /** XML has no way to write most control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ");
    }
}
