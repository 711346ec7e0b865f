package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.Mark;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;

/** Reads fills, strokes, marks and graphics, the parts that symbolizers are made of. */
final class GraphicReader {
    static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();

    /** The marks that the painter knows; any other is drawn as a square, and reported. */
    private static final Set<String> MARKS = Set.of(
            "square",
            "circle",
            "triangle",
            "star",
            "cross",
            "x",
            "shape://vertline",
            "shape://horline",
            "shape://slash",
            "shape://backslash",
            "shape://dot",
            "shape://plus",
            "shape://times",
            "shape://oarrow",
            "shape://carrow",
            "arrow",
            "diamond",
            "pentagon",
            "hexagon",
            "octagon",
            "decagon",
            "equilateral_triangle",
            "cross_fill",
            "star_diamond",
            "semi_circle",
            "half_square",
            "trapezium",
            "horline",
            "vertline",
            "slash",
            "backslash",
            "filled_arrowhead",
            "arrowhead",
            "third_circle",
            "quarter_circle",
            "diagonal_half_square",
            "left_half_triangle",
            "right_half_triangle",
            "square_with_corners",
            "line",
            "cross2");

    private final SldNotes notes;
    private final ExpressionReader expressions;
    /** A width that is left out: a pixel, said by its unit where the symbolizer counts in another. */
    private Object usualWidth = 1L;

    GraphicReader(SldNotes notes, ExpressionReader expressions) {
        this.notes = notes;
        this.expressions = expressions;
    }

    /** From here on lengths are in this unit, null for one not known. */
    void unit(StyleUnit unit) {
        usualWidth = unit == null || unit == StyleUnit.PIXEL ? (Object) 1L : "1px";
    }

    /** The stroke of a line that has none. */
    Stroke usualStroke() {
        Stroke stroke = STYLES.getDefaultStroke();
        stroke.setWidth(FILTERS.literal(usualWidth));
        return stroke;
    }

    /** A fill, or null when there is no element. */
    Fill fill(SldElement element) {
        if (element == null) {
            return null;
        }
        Fill fill = STYLES.createFill(
                parameter(element, "fill", ValueKind.COLOUR), parameter(element, "fill-opacity", ValueKind.OPACITY));
        SldElement graphic = element.element("GraphicFill");
        if (graphic != null) {
            SldElement brush = QtBrush.mark(graphic.element("Graphic"));
            if (brush != null) {
                return QtBrush.tint(fill(brush.element("Fill")), brush, fill.getOpacity());
            }
            SldElement inner = graphic.element("Graphic");
            fill.setGraphicFill(QtBrush.hatched(inner, graphic(inner)));
        }
        return fill;
    }

    /** A stroke, or null when there is no element. */
    Stroke stroke(SldElement element) {
        if (element == null) {
            return null;
        }
        SldElement graphicStroke = element.element("GraphicStroke");
        SldElement graphicFill = element.element("GraphicFill");
        if (graphicFill != null) {
            notes.unused(graphicFill, "Stroke/GraphicFill");
        }
        Stroke stroke = STYLES.createStroke(
                orElse(parameter(element, "stroke", ValueKind.COLOUR), "#000000"),
                orElse(parameter(element, "stroke-width", ValueKind.LENGTH), usualWidth),
                orElse(parameter(element, "stroke-opacity", ValueKind.OPACITY), 1L),
                orElse(parameter(element, "stroke-linejoin"), "miter"),
                orElse(parameter(element, "stroke-linecap"), "butt"),
                null,
                orElse(parameter(element, "stroke-dashoffset", ValueKind.NUMBER), 0L),
                graphicFill == null ? null : graphic(graphicFill.element("Graphic")),
                graphicStroke == null ? null : repeated(graphicStroke));
        Expression dashes = parameter(element, "stroke-dasharray", ValueKind.DASHES);
        if (dashes != null) {
            stroke.setDashArray(dashes(dashes));
        }
        return stroke;
    }

    /** SLD 1.0 has the gaps in the graphic, SE 1.1 beside it. */
    private Graphic repeated(SldElement graphicStroke) {
        Graphic graphic = graphic(graphicStroke.element("Graphic"));
        Expression gap = expressions.value(graphicStroke.element("Gap"), ValueKind.LENGTH);
        Expression initial = expressions.value(graphicStroke.element("InitialGap"), ValueKind.LENGTH);
        if (graphic != null && gap != null) {
            graphic.setGap(gap);
        }
        if (graphic != null && initial != null) {
            graphic.setInitialGap(initial);
        }
        return graphic;
    }

    private static List<Expression> dashes(Expression dashes) {
        if (!(dashes instanceof Literal literal)) {
            return List.of(dashes);
        }
        return Arrays.stream(String.valueOf(literal.getValue()).trim().split("[\\s,]+"))
                .<Expression>map(ExpressionReader::literal)
                .toList();
    }

    private static Expression orElse(Expression value, Object otherwise) {
        return value == null ? FILTERS.literal(otherwise) : value;
    }

    /** The {@code CssParameter} (1.0) or {@code SvgParameter} (1.1) of a name, or null. */
    Expression parameter(SldElement element, String name) {
        return expressions.value(parameterElement(element, name));
    }

    /** A parameter that has to be of a kind; null also for one that is not, which is reported. */
    Expression parameter(SldElement element, String name, ValueKind kind) {
        return expressions.value(parameterElement(element, name), kind);
    }

    private static SldElement parameterElement(SldElement element, String name) {
        for (String tag : List.of("CssParameter", "SvgParameter")) {
            for (SldElement child : elementsNamed(element, tag, name)) {
                return child;
            }
        }
        return null;
    }

    private static List<SldElement> elementsNamed(SldElement element, String tag, String name) {
        return element.elements(tag).stream()
                .filter(child -> name.equals(child.attribute("name")))
                .toList();
    }

    /** A graphic: marks and external graphics in order of preference. */
    Graphic graphic(SldElement element) {
        if (element == null) {
            return null;
        }
        Graphic graphic = STYLES.createGraphic(new ExternalGraphic[0], new Mark[0], null, null, null, null);
        graphic.graphicalSymbols().clear();
        // said or not said: half a gap is before the first one where nothing is
        graphic.setInitialGap(null);
        List<Mark> drawn = new ArrayList<>();
        for (SldElement child : element.elements()) {
            switch (child.name()) {
                case "Mark" -> {
                    Mark mark = mark(child);
                    graphic.graphicalSymbols().add(mark);
                    if (isDrawn(child)) {
                        drawn.add(mark);
                    }
                }
                case "ExternalGraphic" -> externalGraphic(child, graphic);
                case "Size" -> graphic.setSize(expressions.value(child, ValueKind.LENGTH));
                case "Opacity" -> graphic.setOpacity(expressions.value(child, ValueKind.OPACITY));
                case "Rotation" -> graphic.setRotation(expressions.value(child, ValueKind.NUMBER));
                case "Gap" -> graphic.setGap(expressions.value(child, ValueKind.LENGTH));
                case "InitialGap" -> graphic.setInitialGap(expressions.value(child, ValueKind.LENGTH));
                case "AnchorPoint" -> graphic.setAnchorPoint(anchor(child));
                case "Displacement" -> graphic.setDisplacement(displacement(child));
                default -> {
                    child.ignore();
                    notes.unknown(child);
                }
            }
        }
        if (!drawn.isEmpty()) {
            // of several the first that can be drawn is; a square only stands in where there is no other
            graphic.graphicalSymbols().removeIf(symbol -> symbol instanceof Mark && !drawn.contains(symbol));
        }
        return graphic;
    }

    private static boolean isDrawn(SldElement mark) {
        SldElement name = mark.element("WellKnownName");
        return name == null
                ? outside(mark) == null
                : !name.elements().isEmpty()
                        || name.text().contains("${")
                        || MARKS.contains(name.text().toLowerCase(Locale.ROOT));
    }

    /** What says the shape of a mark in another file or in letters of a typeface, as SE 1.1 lets it; null for nothing. */
    private static SldElement outside(SldElement mark) {
        SldElement online = mark.element("OnlineResource");
        return online == null ? mark.element("InlineContent") : online;
    }

    private Mark mark(SldElement element) {
        Expression name = expressions.value(element.element("WellKnownName"));
        SldElement outside = outside(element);
        if (outside != null) {
            String address = outside.attribute("href");
            notes.refused(outside, address == null ? outside.name() : address);
            element.elements().stream()
                    .filter(child -> List.of("OnlineResource", "InlineContent", "Format", "MarkIndex")
                            .contains(child.name()))
                    .forEach(SldElement::ignore);
        }
        if (name == null) {
            name = FILTERS.literal("square");
        }
        if (name instanceof Literal literal
                && !MARKS.contains(String.valueOf(literal.getValue()).toLowerCase(Locale.ROOT))) {
            notes.refused(element, String.valueOf(literal.getValue()));
            name = FILTERS.literal("square");
        }
        return STYLES.mark(name, fill(element.element("Fill")), stroke(element.element("Stroke")));
    }

    /** Only symbols of the styles folder are drawn; another address is kept in the style, reported and never opened. */
    private void externalGraphic(SldElement element, Graphic graphic) {
        SldElement resource = element.element("OnlineResource");
        String address = resource == null ? null : resource.attribute("href");
        String format = element.text("Format");
        if (address == null) {
            notes.unknown(element);
            return;
        }
        if (!Symbols.isSymbol(address)) {
            notes.refused(element, address);
        }
        graphic.graphicalSymbols()
                .add(STYLES.createExternalGraphic(address, format == null ? "image/svg+xml" : format));
    }

    AnchorPoint anchor(SldElement element) {
        return STYLES.createAnchorPoint(
                orElse(expressions.value(element.element("AnchorPointX"), ValueKind.NUMBER), 0.5),
                orElse(expressions.value(element.element("AnchorPointY"), ValueKind.NUMBER), 0.5));
    }

    Displacement displacement(SldElement element) {
        return STYLES.createDisplacement(
                orElse(expressions.value(element.element("DisplacementX"), ValueKind.NUMBER), 0L),
                orElse(expressions.value(element.element("DisplacementY"), ValueKind.NUMBER), 0L));
    }
}
