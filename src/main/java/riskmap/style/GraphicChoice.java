package riskmap.style;

import java.util.Optional;
import org.w3c.dom.Element;

/** Choices that are more than one element of a document: a mark or a drawing, a hatch or none, where a label stands. */
final class GraphicChoice {
    private static final String LINK = "http://www.w3.org/1999/xlink";

    private GraphicChoice() {}

    /** A well-known name, or the address of a drawing such as {@code symbols/shelter.svg}. */
    static String mark(Element symbolizer) {
        Optional<Element> drawing = drawing(symbolizer);
        return drawing.isPresent()
                ? SldPath.child(drawing.get(), "OnlineResource")
                        .map(link -> link.getAttributeNS(LINK, "href"))
                        .orElse("")
                : SldPath.get(symbolizer, "Graphic/Mark/WellKnownName");
    }

    static void mark(Element symbolizer, String value) {
        if (value.equals(mark(symbolizer))) {
            return;
        }
        drawing(symbolizer).ifPresent(drawing -> drawing.getParentNode().removeChild(drawing));
        if (!Symbols.isSymbol(value)) {
            SldPath.set(symbolizer, "Graphic/Mark/WellKnownName", value);
            return;
        }
        Element graphic = SldPath.child(symbolizer, "Graphic")
                .orElseGet(() -> SldPath.insert(symbolizer, SldPath.create(symbolizer, "Graphic")));
        Element drawing = SldPath.insert(graphic, SldPath.create(graphic, "ExternalGraphic"));
        Element link = SldPath.create(drawing, "OnlineResource");
        link.setAttributeNS(LINK, "xlink:type", "simple");
        link.setAttributeNS(LINK, "xlink:href", value);
        drawing.appendChild(link);
        Element format = SldPath.create(drawing, "Format");
        format.setTextContent("image/svg+xml");
        drawing.appendChild(format);
    }

    private static Optional<Element> drawing(Element symbolizer) {
        return SldPath.child(symbolizer, "Graphic").flatMap(graphic -> SldPath.child(graphic, "ExternalGraphic"));
    }

    /** A hatch begins with lines of its own colour; without one the fill is even. */
    static void hatch(Element symbolizer, String value) {
        if (value.isBlank()) {
            SldPath.child(symbolizer, "Fill")
                    .flatMap(fill -> SldPath.child(fill, "GraphicFill"))
                    .ifPresent(pattern -> pattern.getParentNode().removeChild(pattern));
            return;
        }
        boolean fresh = SymbolField.HATCH.get(symbolizer).isEmpty();
        SldPath.set(symbolizer, "Fill/GraphicFill/Graphic/Mark/WellKnownName", value);
        if (fresh) {
            SymbolField.HATCH_COLOUR.set(symbolizer, "#4a4a4a");
            SymbolField.HATCH_WIDTH.set(symbolizer, "1");
            SymbolField.HATCH_SIZE.set(symbolizer, "8");
        }
    }

    /** {@code line}, {@code above}, {@code right} or {@code centre}; empty when the document says nothing. */
    static String placement(Element symbolizer) {
        Optional<Element> placement = SldPath.child(symbolizer, "LabelPlacement");
        if (placement.isEmpty()) {
            return "";
        }
        if (SldPath.has(placement.get(), "LinePlacement")) {
            return "line";
        }
        String x = SldPath.get(placement.get(), "PointPlacement/AnchorPoint/AnchorPointX");
        String y = SldPath.get(placement.get(), "PointPlacement/AnchorPoint/AnchorPointY");
        if (x.isEmpty() || x.equals("0")) {
            return "right";
        }
        return y.equals("0") ? "above" : "centre";
    }

    static void placement(Element symbolizer, String value) {
        if (value.equals(placement(symbolizer))) {
            return;
        }
        SldPath.child(symbolizer, "LabelPlacement").ifPresent(symbolizer::removeChild);
        if (value.isEmpty()) {
            return;
        }
        Element placement = SldPath.insert(symbolizer, SldPath.create(symbolizer, "LabelPlacement"));
        if (value.equals("line")) {
            placement.appendChild(SldPath.create(placement, "LinePlacement"));
            return;
        }
        String point = "PointPlacement/";
        SldPath.set(placement, point + "AnchorPoint/AnchorPointX", value.equals("right") ? "0" : "0.5");
        SldPath.set(placement, point + "AnchorPoint/AnchorPointY", value.equals("above") ? "0" : "0.5");
        if (!value.equals("centre")) {
            SldPath.set(placement, point + "Displacement/DisplacementX", value.equals("right") ? "7" : "0");
            SldPath.set(placement, point + "Displacement/DisplacementY", value.equals("above") ? "7" : "0");
        }
    }
}
