package riskmap.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.SafeXml;

/**
 * An XML file of others, element by element, by local names. A DTD is refused, and nesting beyond {@value #DEEPEST}
 * levels; nothing is fetched.
 */
public final class XmlPull implements Closeable {
    static final int DEEPEST = 100;
    /** Most characters of one text: the coordinates of the longest coast have a few millions. */
    private static final int LONGEST = 64_000_000;
    /** Making one looks through the JDK's providers; all readers share it. */
    private static final XMLInputFactory FACTORY = SafeXml.factory();

    static {
        // a text comes piece by piece, so that one nobody asks for takes no memory
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    private final Path file;
    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    /** Takes over the stream; {@code file} is what messages name. */
    public XmlPull(Path file, InputStream in) throws IOException {
        this(file, in, null);
    }

    /** The same in an encoding in place of the one that the file says; null for that one. */
    public XmlPull(Path file, InputStream in, Charset charset) throws IOException {
        this.file = file;
        this.in = in;
        try {
            synchronized (FACTORY) {
                reader = charset == null
                        ? FACTORY.createXMLStreamReader(in)
                        : FACTORY.createXMLStreamReader(new InputStreamReader(in, charset));
            }
        } catch (XMLStreamException e) {
            in.close();
            throw malformed(e);
        }
    }

    /** Goes on to the next start or end of an element; false at the end of the file. */
    public boolean next() {
        return next(null);
    }

    /** The same, collecting the text on the way; null for not at all. */
    private boolean next(StringBuilder text) {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        deeper();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        append(text);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw RiskMapException.of("io.xml-dtd", file, line());
                    default -> {
                        // comments, instructions
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    public boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    public boolean isStart(String name) {
        return isStart() && reader.getLocalName().equals(name);
    }

    public boolean isEnd(String name) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals(name);
    }

    /** The element's name without prefix. */
    public String name() {
        return reader.getLocalName();
    }

    /** How deep the element stands; 1 for the first of the file, one less at its end. */
    public int depth() {
        return depth;
    }

    /** An attribute by its name without prefix, or null. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text in the element that has just begun, that of elements in it too; goes to its end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside && next(text)) {
            // collects what is in it
        }
        return text.toString();
    }

    /**
     * The text of the element that has just begun, up to its end or to the first element in it: {@link #isStart()} tells
     * which of them it was.
     */
    public String ownText() {
        StringBuilder text = new StringBuilder();
        next(text);
        return text.toString();
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw RiskMapException.of("io.xml-deep", file, line(), Integer.toString(DEEPEST));
        }
    }

    private void append(StringBuilder text) {
        if (text == null) {
            return;
        }
        text.append(reader.getText());
        if (text.length() > LONGEST) {
            throw RiskMapException.of("io.xml-text", file, line());
        }
    }

    /** Goes to the end of the element that has just begun. */
    public void skip() {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // passes over what is in it
        }
    }

    String line() {
        return Integer.toString(reader.getLocation().getLineNumber());
    }

    private RiskMapException malformed(XMLStreamException e) {
        String line =
                e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNumber());
        String reason = String.valueOf(e.getMessage()).replaceAll("(?s)^ParseError at .*?Message: ", "");
        return new RiskMapException(Message.of("io.xml-malformed", file, line, reason.strip()), e);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
