package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;
import static riskmap.style.GraphicReader.STYLES;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Font;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;

/** Reads the symbolizers of a rule. */
final class SymbolizerReader {
    private final SldNotes notes;
    private final ExpressionReader expressions;
    private final GraphicReader graphics;
    private final RasterReader rasters;

    SymbolizerReader(SldNotes notes, ExpressionReader expressions) {
        this.notes = notes;
        this.expressions = expressions;
        this.graphics = new GraphicReader(notes, expressions);
        this.rasters = new RasterReader(notes, expressions);
    }

    GraphicReader graphics() {
        return graphics;
    }

    static boolean isSymbolizer(String name) {
        return name.endsWith("Symbolizer");
    }

    /** The symbolizer of an element, or null for one not known, which is reported. */
    Symbolizer symbolizer(SldElement element) {
        notes.enterSymbolizer(element.name());
        graphics.unit(element.attribute("uom") == null ? null : StyleUnit.of(element.attribute("uom")));
        Symbolizer result =
                switch (element.name()) {
                    case "PolygonSymbolizer" -> polygon(element);
                    case "LineSymbolizer" -> line(element);
                    case "PointSymbolizer" -> point(element);
                    case "TextSymbolizer" -> text(element);
                    case "RasterSymbolizer" -> rasters.raster(element);
                    default -> null;
                };
        if (result == null) {
            element.ignore();
            notes.unknown(element);
            return null;
        }
        common(element, result);
        return result;
    }

    private void common(SldElement element, Symbolizer symbolizer) {
        symbolizer.setName(element.text("Name"));
        SldElement geometry = element.element("Geometry");
        if (geometry != null && !geometry.elements().isEmpty()) {
            symbolizer.setGeometry(expressions.expression(geometry.elements().get(0)));
        }
        String uom = element.attribute("uom");
        if (uom != null) {
            StyleUnit unit = StyleUnit.of(uom);
            if (unit == null) {
                notes.refused(element, "uom " + uom);
            } else {
                symbolizer.setUnitOfMeasure(unit.unit());
            }
        }
        VendorOptions.read(element, symbolizer.getOptions(), notes);
    }

    private PolygonSymbolizer polygon(SldElement element) {
        PolygonSymbolizer result = STYLES.createPolygonSymbolizer();
        result.setFill(graphics.fill(element.element("Fill")));
        result.setStroke(graphics.stroke(element.element("Stroke")));
        Expression offset = expressions.value(element.element("PerpendicularOffset"), ValueKind.NUMBER);
        if (offset != null) {
            result.setPerpendicularOffset(offset);
        }
        SldElement displacement = element.element("Displacement");
        if (displacement != null) {
            result.setDisplacement(graphics.displacement(displacement));
        }
        return result;
    }

    private LineSymbolizer line(SldElement element) {
        LineSymbolizer result = STYLES.createLineSymbolizer();
        SldElement stroke = element.element("Stroke");
        result.setStroke(stroke == null ? graphics.usualStroke() : graphics.stroke(stroke));
        Expression offset = expressions.value(element.element("PerpendicularOffset"), ValueKind.NUMBER);
        if (offset != null) {
            result.setPerpendicularOffset(offset);
        }
        return result;
    }

    private PointSymbolizer point(SldElement element) {
        PointSymbolizer result = STYLES.createPointSymbolizer();
        SldElement graphic = element.element("Graphic");
        if (graphic != null) {
            result.setGraphic(graphics.graphic(graphic));
        }
        return result;
    }

    private TextSymbolizer text(SldElement element) {
        TextSymbolizer result = STYLES.createTextSymbolizer();
        result.setLabel(label(element.element("Label")));
        result.fonts().clear();
        for (SldElement font : element.elements("Font")) {
            result.fonts().add(font(font));
        }
        SldElement placement = element.element("LabelPlacement");
        if (placement != null) {
            result.setLabelPlacement(placement(placement));
        }
        SldElement halo = element.element("Halo");
        if (halo != null) {
            Expression radius = expressions.value(halo.element("Radius"), ValueKind.LENGTH);
            SldElement fill = halo.element("Fill");
            result.setHalo(STYLES.createHalo(
                    fill == null ? STYLES.createFill(FILTERS.literal("#FFFFFF")) : graphics.fill(fill),
                    radius == null ? FILTERS.literal(1L) : radius));
        }
        SldElement fill = element.element("Fill");
        result.setFill(fill == null ? STYLES.createFill(FILTERS.literal("#000000")) : graphics.fill(fill));
        SldElement graphic = element.element("Graphic");
        if (graphic != null) {
            result.setGraphic(graphics.graphic(graphic));
        }
        Expression priority = expressions.value(element.element("Priority"), ValueKind.NUMBER);
        if (priority != null) {
            result.setPriority(priority);
        }
        return result;
    }

    /** What is written; nothing where the writing program has put a word in place of what it could not write. */
    private Expression label(SldElement element) {
        List<String> lost = element == null ? List.of() : element.lost();
        lost.forEach(what -> notes.unwritten(element, what));
        return lost.isEmpty() ? expressions.value(element) : FILTERS.literal("");
    }

    private Font font(SldElement element) {
        List<Expression> families = new ArrayList<>();
        for (String tag : List.of("CssParameter", "SvgParameter")) {
            element.elements(tag).stream()
                    .filter(child -> "font-family".equals(child.attribute("name")))
                    .forEach(child -> families.add(expressions.value(child)));
        }
        Expression style = graphics.parameter(element, "font-style");
        Expression weight = graphics.parameter(element, "font-weight");
        Expression size = graphics.parameter(element, "font-size", ValueKind.LENGTH);
        Font font = STYLES.font(
                families,
                style == null ? FILTERS.literal("normal") : style,
                weight == null ? FILTERS.literal("normal") : weight,
                size == null ? FILTERS.literal(10L) : size);
        return font;
    }

    /** A choice of labels along lines; the painter only does what is usual, so another choice is kept and reported. */
    private boolean choice(SldElement placement, String name, boolean usual) {
        SldElement element = placement.element(name);
        boolean chosen = element != null && List.of("true", "1").contains(element.text());
        if (element == null || chosen == usual) {
            return usual;
        }
        notes.unused(element, name);
        return chosen;
    }

    private LabelPlacement placement(SldElement element) {
        SldElement line = element.element("LinePlacement");
        if (line != null) {
            Expression offset = expressions.value(line.element("PerpendicularOffset"), ValueKind.NUMBER);
            Expression initialGap = expressions.value(line.element("InitialGap"), ValueKind.LENGTH);
            Expression gap = expressions.value(line.element("Gap"), ValueKind.LENGTH);
            return STYLES.linePlacement(
                    offset == null ? FILTERS.literal(0L) : offset,
                    initialGap,
                    gap,
                    choice(line, "IsRepeated", false),
                    choice(line, "IsAligned", true),
                    "true".equals(line.text("GeneralizeLine")));
        }
        SldElement point = element.element("PointPlacement");
        if (point == null) {
            return STYLES.getDefaultPointPlacement();
        }
        SldElement anchor = point.element("AnchorPoint");
        SldElement displacement = point.element("Displacement");
        Expression rotation = expressions.value(point.element("Rotation"), ValueKind.NUMBER);
        return STYLES.createPointPlacement(
                anchor == null
                        ? STYLES.createAnchorPoint(FILTERS.literal(0L), FILTERS.literal(0.5))
                        : graphics.anchor(anchor),
                displacement == null
                        ? STYLES.createDisplacement(FILTERS.literal(0L), FILTERS.literal(0L))
                        : graphics.displacement(displacement),
                rotation == null ? FILTERS.literal(0L) : rotation);
    }
}
