package riskmap.style;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.SafeXml;

/**
 * Reads the XML of a style without trusting it: no DTD, no entities but the five of XML, nothing fetched, at most
 * {@value #MAX_BYTES} bytes and {@value #MAX_DEPTH} levels.
 */
final class SldXml {
    /** A shipped style has a few kilobytes; QGIS writes a few hundred for long category lists. */
    static final int MAX_BYTES = 5 * 1024 * 1024;
    /** Nested logical filters are the deepest thing seen in the wild, about 30 levels. */
    static final int MAX_DEPTH = 200;

    private static final String CDATA_OF_JDK = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    private SldXml() {}

    static SldElement read(InputStream in, String name) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("style.sld-unreadable", name, e.getMessage()), e);
        }
        if (bytes.length > MAX_BYTES) {
            throw RiskMapException.of("style.sld-too-large", name, String.valueOf(MAX_BYTES / 1024 / 1024));
        }
        XMLStreamReader reader = null;
        try {
            XMLInputFactory factory = SafeXml.factory();
            // what stands in CDATA is told apart: blanks and line breaks in it are meant
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            if (factory.isPropertySupported(CDATA_OF_JDK)) {
                factory.setProperty(CDATA_OF_JDK, true);
            }
            reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            return read(reader, name);
        } catch (XMLStreamException e) {
            throw failure(reader, name, e);
        }
    }

    private static SldElement read(XMLStreamReader reader, String name) throws XMLStreamException {
        Deque<SldElement> open = new ArrayDeque<>();
        SldElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    SldElement element = element(reader);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                    if (open.size() > MAX_DEPTH) {
                        throw RiskMapException.of(
                                "style.sld-too-deep", name, String.valueOf(element.line()), String.valueOf(MAX_DEPTH));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS -> {
                    if (!open.isEmpty()) {
                        open.peek().add(reader.getText());
                    }
                }
                case XMLStreamConstants.CDATA -> open.peek().add(new SldElement.Exact(reader.getText()));
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw RiskMapException.of(
                            "style.sld-dtd",
                            name,
                            String.valueOf(reader.getLocation().getLineNumber()));
                case XMLStreamConstants.COMMENT -> {
                    String lost = Unwritten.of(reader.getText());
                    if (lost != null && !open.isEmpty()) {
                        open.peek().addLost(lost);
                    }
                }
                default -> {
                    // processing instructions say nothing about the look
                }
            }
        }
        return root;
    }

    private static SldElement element(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace)) {
                // where the schema lies says nothing about the look
                continue;
            }
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new SldElement(reader.getLocalName(), reader.getLocation().getLineNumber(), attributes);
    }

    private static RiskMapException failure(XMLStreamReader reader, String name, XMLStreamException e) {
        int line = e.getLocation() != null
                ? e.getLocation().getLineNumber()
                : reader == null ? 1 : reader.getLocation().getLineNumber();
        Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
        boolean encoding = cause instanceof java.io.CharConversionException
                || cause instanceof java.nio.charset.CharacterCodingException
                || String.valueOf(e.getMessage()).contains("UTF-8 sequence");
        String key = encoding ? "style.sld-encoding" : "style.sld-not-xml";
        return new RiskMapException(Message.of(key, name, String.valueOf(line)), e);
    }
}
