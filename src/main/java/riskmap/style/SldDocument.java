package riskmap.style;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.geotools.api.style.Style;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.SafeXml;

/**
 * A style document under edit: an immutable text whose rules can be changed one by one while all else in it, also what
 * this program does not understand, stays as it was written. Rules are counted over all feature-type styles of the first
 * style, symbolizers within their rule; each change gives a new document.
 */
public final class SldDocument {
    private final String text;
    private final Document tree;
    private final List<Element> rules;
    private final SldReader.Result read;

    private SldDocument(String text, Document tree, SldReader.Result read) {
        this.text = text;
        this.tree = tree;
        this.read = read;
        this.rules = rulesOf(tree);
    }

    /**
     * The document of a text.
     *
     * @throws RiskMapException when it is no style, or has a DTD
     */
    public static SldDocument parse(String text) {
        // the reader's limits on size, depth and rules and its messages hold here too
        SldReader.Result read = SldReader.parse(text);
        return new SldDocument(text, tree(text), read);
    }

    static Document tree(String text) {
        try {
            String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return SafeXml.documents().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new RiskMapException(Message.of("style.sld-not-xml", "SLD", "1"), e);
        }
    }

    /** The document as text. */
    public String text() {
        return text;
    }

    /** What a reader of this document does not understand; it is kept all the same. */
    public List<Message> kept() {
        return read.notes();
    }

    /** The style that a reader makes of it. */
    public Style style() {
        return read.style();
    }

    public int ruleCount() {
        return rules.size();
    }

    /** What a rule says beside its symbols. */
    public RuleFacts rule(int index) {
        return RuleFacts.of(rules.get(index));
    }

    /** Kinds of the symbols of a rule in their order, such as {@code LineSymbolizer}; also those not understood. */
    public List<String> symbols(int rule) {
        return symbolizers(rules.get(rule)).stream().map(Element::getLocalName).toList();
    }

    /**
     * What stands in a field of a symbol: a number, a word, or an ECQL expression after an equals sign; empty when it is
     * not given.
     */
    public String value(int rule, int symbol, SymbolField field) {
        return field.get(symbolizers(rules.get(rule)).get(symbol));
    }

    /** The entries of the colour map of a raster symbol. */
    public List<ColourStop> stops(int rule, int symbol) {
        return ColourStop.of(symbolizers(rules.get(rule)).get(symbol));
    }

    /**
     * How the layer as a whole mixes with what lies below it: the vendor option {@code composite} of its feature-type
     * styles, such as {@code multiply, 0.5}; empty text for covering, nothing where they differ.
     */
    public Optional<String> blend() {
        List<String> all = parts().stream()
                .map(part -> SldPath.get(part, SymbolField.BLEND_PATH))
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The layer as a whole mixed otherwise with what lies below it, as GeoServer reads it; blank for covering. */
    public SldDocument withBlend(String blend) {
        return changed(copy -> copy.parts().forEach(part -> SldPath.set(part, SymbolField.BLEND_PATH, blend)));
    }

    /** The feature-type styles that hold the rules. */
    private List<Element> parts() {
        return rules.stream()
                .map(rule -> (Element) rule.getParentNode())
                .distinct()
                .toList();
    }

    public SldDocument withRule(int index, RuleFacts facts) {
        return changed(copy -> facts.write(copy.rules.get(index)));
    }

    /**
     * Another value of a symbol.
     *
     * @throws RiskMapException for dashes that are none
     */
    public SldDocument withValue(int rule, int symbol, SymbolField field, String value) {
        boolean computed = value.isBlank() || value.startsWith("=");
        if (field.kind() == SymbolField.Kind.DASH && !computed && !ValueKind.areDashes(value.strip())) {
            String title = rule(rule).title();
            throw RiskMapException.of("style.bad-dashes", title.isBlank() ? String.valueOf(rule + 1) : title, value);
        }
        return changed(copy -> field.set(symbolizers(copy.rules.get(rule)).get(symbol), value));
    }

    public SldDocument withStops(int rule, int symbol, List<ColourStop> stops) {
        return changed(
                copy -> ColourStop.write(symbolizers(copy.rules.get(rule)).get(symbol), stops));
    }

    /** A new symbol on top of those of a rule. */
    public SldDocument withSymbol(int rule, String kind) {
        return changed(copy -> {
            Element parent = copy.rules.get(rule);
            Element symbol = SldPath.create(parent, kind);
            SldPath.insert(parent, symbol);
            SymbolField.initial(kind).forEach((field, value) -> field.set(symbol, value));
        });
    }

    public SldDocument withoutSymbol(int rule, int symbol) {
        return changed(copy -> {
            Element parent = copy.rules.get(rule);
            parent.removeChild(symbolizers(parent).get(symbol));
        });
    }

    /** A symbol drawn one place later, or earlier. */
    public SldDocument movedSymbol(int rule, int symbol, int by) {
        return changed(copy -> move(symbolizers(copy.rules.get(rule)), symbol, by));
    }

    /** A new rule after another one, with a symbol of a kind. */
    public SldDocument withNewRule(int after, String kind, String title) {
        SldDocument added = changed(copy -> {
            Element last = copy.rules.get(after);
            Element rule = SldPath.create((Element) last.getParentNode(), "Rule");
            last.getParentNode().insertBefore(rule, last.getNextSibling());
            SldPath.set(rule, RuleFacts.titlePath(rule), title);
        });
        return added.withSymbol(after + 1, kind);
    }

    public SldDocument withCopyOf(int index) {
        return changed(copy -> {
            Element rule = copy.rules.get(index);
            rule.getParentNode().insertBefore(rule.cloneNode(true), rule.getNextSibling());
        });
    }

    /** Without a rule; the last one stays, for a style draws something. */
    public SldDocument withoutRule(int index) {
        if (rules.size() < 2) {
            throw RiskMapException.of("style.last-rule");
        }
        return changed(copy -> {
            Element rule = copy.rules.get(index);
            rule.getParentNode().removeChild(rule);
        });
    }

    /** A rule one place further down or up; over the end of its feature-type style it goes into the neighbour. */
    public SldDocument moved(int index, int by) {
        return changed(copy -> move(copy.rules, index, by));
    }

    private static void move(List<Element> all, int index, int by) {
        Element element = all.get(index);
        Element neighbour = all.get(index + by);
        neighbour.getParentNode().insertBefore(element, by > 0 ? neighbour.getNextSibling() : neighbour);
    }

    private SldDocument changed(Consumer<SldDocument> change) {
        SldDocument copy = new SldDocument(text, (Document) tree.cloneNode(true), read);
        change.accept(copy);
        String written = written(copy.tree);
        // what cannot be read again is not let in
        return new SldDocument(written, copy.tree, SldReader.parse(written));
    }

    static String written(Document tree) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(tree), new StreamResult(out));
            return "<?xml version=\"1.0\" encoding=\"" + StandardCharsets.UTF_8 + "\"?>\n" + out;
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> symbolizers(Element rule) {
        return children(rule).stream()
                .filter(child -> SymbolizerReader.isSymbolizer(child.getLocalName()))
                .toList();
    }

    private static List<Element> rulesOf(Document tree) {
        List<Element> result = new ArrayList<>();
        for (Element layer : children(tree.getDocumentElement())) {
            for (Element style : children(layer)) {
                if (style.getLocalName().equals("UserStyle") && result.isEmpty()) {
                    children(style).stream()
                            .filter(part -> part.getLocalName().equals("FeatureTypeStyle"))
                            .flatMap(part -> children(part).stream())
                            .filter(rule -> rule.getLocalName().equals("Rule"))
                            .forEach(result::add);
                }
            }
        }
        return result;
    }

    static List<Element> children(Element parent) {
        List<Element> result = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                result.add(element);
            }
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SldDocument document && document.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
