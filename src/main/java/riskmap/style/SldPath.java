package riskmap.style;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Ecql;

/**
 * A place in a style document: element names from a symbolizer inwards, {@code Stroke/css:stroke-width} for a parameter,
 * {@code vendor:autoWrap} for a vendor's option, {@code @uom} for an attribute. Missing elements are made in the order
 * that the schemas ask for.
 */
final class SldPath {
    /** Where a new element stands among its siblings, SLD 1.0 and SE 1.1. */
    private static final List<String> ORDER = List.of(
            "Name",
            "Title",
            "Abstract",
            "Description",
            "Geometry",
            "LegendGraphic",
            "Filter",
            "ElseFilter",
            "MinScaleDenominator",
            "MaxScaleDenominator",
            "Label",
            "Font",
            "LabelPlacement",
            "Halo",
            "ExternalGraphic",
            "Mark",
            "WellKnownName",
            "GraphicFill",
            "GraphicStroke",
            "Fill",
            "Stroke",
            "CssParameter",
            "SvgParameter",
            "Opacity",
            "Size",
            "Rotation",
            "InitialGap",
            "Gap",
            "AnchorPoint",
            "AnchorPointX",
            "AnchorPointY",
            "Displacement",
            "DisplacementX",
            "DisplacementY",
            "PerpendicularOffset",
            "Graphic",
            "Priority",
            "ColorMap",
            "ShadedRelief",
            "Rule",
            "PolygonSymbolizer",
            "LineSymbolizer",
            "PointSymbolizer",
            "TextSymbolizer",
            "RasterSymbolizer",
            "VendorOption");

    /** Symbolizers are drawn in their order, which is not that of the names. */
    private static final int FIRST_SYMBOLIZER = ORDER.indexOf("PolygonSymbolizer");

    private static final int LAST_SYMBOLIZER = ORDER.indexOf("RasterSymbolizer");

    private SldPath() {}

    /** The value at a path: literals as they stand, other expressions as ECQL after an equals sign; empty when there is none. */
    static String get(Element from, String path) {
        Element at = from;
        for (String step : path.split("/")) {
            if (step.startsWith("@")) {
                return at.getAttribute(step.substring(1));
            }
            Optional<Element> next = child(at, step);
            if (next.isEmpty()) {
                return "";
            }
            at = next.get();
        }
        return text(at);
    }

    /** Sets the value at a path; a blank one takes the innermost element away. */
    static void set(Element from, String path, String value) {
        Element at = from;
        for (String step : path.split("/")) {
            if (step.startsWith("@")) {
                attribute(at, step.substring(1), value);
                return;
            }
            Optional<Element> next = child(at, step);
            if (next.isEmpty() && value.isBlank()) {
                return;
            }
            at = next.isPresent() ? next.get() : insert(at, made(at, step));
        }
        if (value.isBlank()) {
            at.getParentNode().removeChild(at);
        } else {
            write(at, value);
        }
    }

    private static void attribute(Element element, String name, String value) {
        if (value.isBlank()) {
            element.removeAttribute(name);
        } else {
            element.setAttribute(name, value);
        }
    }

    static boolean has(Element from, String name) {
        return child(from, name).isPresent();
    }

    static Optional<Element> child(Element parent, String step) {
        int colon = step.indexOf(':');
        String name = colon < 0 ? null : step.substring(colon + 1);
        return SldDocument.children(parent).stream()
                .filter(child -> name == null
                        ? child.getLocalName().equals(step)
                        : isParameter(child, step) && child.getAttribute("name").equals(name))
                .findFirst();
    }

    private static boolean isParameter(Element child, String step) {
        return step.startsWith("vendor:")
                ? child.getLocalName().equals("VendorOption")
                : child.getLocalName().equals("CssParameter")
                        || child.getLocalName().equals("SvgParameter");
    }

    private static Element made(Element parent, String step) {
        int colon = step.indexOf(':');
        if (colon < 0) {
            return create(parent, step);
        }
        boolean encoding = "http://www.opengis.net/se".equals(parent.getNamespaceURI());
        String tag = step.startsWith("vendor:") ? "VendorOption" : encoding ? "SvgParameter" : "CssParameter";
        Element element = create(parent, tag);
        element.setAttribute("name", step.substring(colon + 1));
        return element;
    }

    /** An element of the namespace and prefix of its parent. */
    static Element create(Element parent, String name) {
        String prefix = parent.getPrefix();
        return parent.getOwnerDocument()
                .createElementNS(parent.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
    }

    /** Puts an element among the children of another where the schemas want it, after those of its own name. */
    static Element insert(Element parent, Element element) {
        int rank = rank(element);
        Node before = SldDocument.children(parent).stream()
                .filter(child -> rank(child) > rank)
                .map(Node.class::cast)
                .findFirst()
                .orElse(null);
        parent.insertBefore(element, before);
        return element;
    }

    private static int rank(Element element) {
        int rank = ORDER.indexOf(element.getLocalName());
        if (rank < 0) {
            return SymbolizerReader.isSymbolizer(element.getLocalName()) ? LAST_SYMBOLIZER : -1;
        }
        return rank >= FIRST_SYMBOLIZER && rank <= LAST_SYMBOLIZER ? LAST_SYMBOLIZER : rank;
    }

    private static String text(Element element) {
        if (SldDocument.children(element).isEmpty()) {
            return element.getTextContent().strip();
        }
        SldNotes notes = new SldNotes("SLD");
        Expression expression = new ExpressionReader(notes).value(plain(element));
        if (expression == null || !notes.all().isEmpty()) {
            return element.getTextContent().strip().replaceAll("\\s+", " ");
        }
        return expression instanceof Literal literal
                ? String.valueOf(literal.getValue())
                : "=" + ECQL.toCQL(expression);
    }

    /** The reader's form of an element. */
    static SldElement plain(Element element) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getLocalName(), attribute.getNodeValue());
        }
        SldElement result = new SldElement(element.getLocalName(), 1, attributes);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                result.add(plain(inner));
            } else if (child.getNodeType() == Node.CDATA_SECTION_NODE) {
                result.add(new SldElement.Exact(child.getNodeValue()));
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                result.add(child.getNodeValue());
            }
        }
        return result;
    }

    /** Writes a literal as text and an expression such as {@code "width" * 2} as elements. */
    private static void write(Element element, String value) {
        if (value.equals(text(element))) {
            return;
        }
        while (element.getFirstChild() != null) {
            element.removeChild(element.getFirstChild());
        }
        boolean vendor = element.getLocalName().equals("VendorOption");
        if (vendor || !value.startsWith("=")) {
            element.setTextContent(value);
            return;
        }
        Expression expression = expression(value.substring(1));
        if (expression instanceof Literal literal) {
            element.setTextContent(String.valueOf(literal.getValue()));
            return;
        }
        SldText out = new SldText(SldWriter.Dialect.SLD_1_0);
        new ExpressionWriter(out).expression(expression);
        append(element, out.toString());
    }

    private static Expression expression(String ecql) {
        try {
            return Ecql.expression(ecql);
        } catch (CQLException | RuntimeException e) {
            throw new RiskMapException(Message.of("style.expression-wrong", ecql), e);
        }
    }

    /** Replaces the condition of a rule. */
    static void filter(Element rule, Filter filter) {
        child(rule, "Filter").ifPresent(rule::removeChild);
        if (filter != null && !filter.equals(Filter.INCLUDE)) {
            SldText out = new SldText(SldWriter.Dialect.SLD_1_0);
            new ExpressionWriter(out).filter(filter);
            Element made = (Element) imported(rule, out.toString());
            insert(rule, made);
        }
    }

    /** Makes a rule the one for what no other rule draws, or an ordinary one. */
    static void otherwise(Element rule, boolean wanted) {
        if (wanted) {
            child(rule, "Filter").ifPresent(rule::removeChild);
            insert(rule, create(rule, "ElseFilter"));
        } else {
            child(rule, "ElseFilter").ifPresent(rule::removeChild);
        }
    }

    private static void append(Element parent, String fragment) {
        parent.appendChild(imported(parent, fragment));
    }

    private static Node imported(Element into, String fragment) {
        String whole = "<x xmlns:ogc=\"http://www.opengis.net/ogc\">" + fragment.strip() + "</x>";
        Element root = SldDocument.tree(whole).getDocumentElement();
        return into.getOwnerDocument().importNode(root.getFirstChild(), true);
    }
}
