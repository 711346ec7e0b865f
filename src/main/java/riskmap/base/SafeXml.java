package riskmap.base;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** How files of others that are XML are read: no DTD, no entities but the five of XML, nothing fetched, nothing printed. */
public final class SafeXml {
    private static final String DEPTH_OF_JDK = "jdk.xml.maxElementDepth";

    private SafeXml() {}

    /** A factory of readers; a DTD comes out as an event, for the reader to refuse. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // one text is one piece, however long and whatever entities it has
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Newer JDKs stop at 200 elements themselves, without saying why; the readers' own limits say it.
        if (factory.isPropertySupported(DEPTH_OF_JDK)) {
            factory.setProperty(DEPTH_OF_JDK, "1000");
        }
        factory.setXMLReporter((message, error, related, location) -> {
            // the exception says it; nothing is printed
        });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException(systemId);
        });
        return factory;
    }

    /** A factory of trees of whole documents; one with a DTD is refused. */
    public static DocumentBuilderFactory documents() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }
}
