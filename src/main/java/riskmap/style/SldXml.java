package riskmap.style;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * Reads the XML of a style without trusting it: no DTD, no entities but the five of XML, nothing fetched, at most
 * {@value #MAX_BYTES} bytes and {@value #MAX_DEPTH} levels.
 */
final class SldXml {
    private static final String DEPTH_OF_JDK = "jdk.xml.maxElementDepth";

    /** A shipped style has a few kilobytes; QGIS writes a few hundred for long category lists. */
    static final int MAX_BYTES = 5 * 1024 * 1024;
    /** Nested logical filters are the deepest thing seen in the wild, about 30 levels. */
    static final int MAX_DEPTH = 200;

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
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // one text is one piece, however long and whatever entities it has
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Newer JDKs stop at 200 elements themselves, without saying why; our own limit says it.
        if (factory.isPropertySupported(DEPTH_OF_JDK)) {
            factory.setProperty(DEPTH_OF_JDK, "1000");
        }
        factory.setXMLReporter((message, error, related, location) -> {
            // the exception says it; nothing is printed
        });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException(systemId);
        });
        XMLStreamReader reader = null;
        try {
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
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().add(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw RiskMapException.of(
                            "style.sld-dtd",
                            name,
                            String.valueOf(reader.getLocation().getLineNumber()));
                default -> {
                    // comments and processing instructions say nothing about the look
                }
            }
        }
        return root;
    }

    private static SldElement element(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
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
