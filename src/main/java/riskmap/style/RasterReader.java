package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;
import static riskmap.style.GraphicReader.STYLES;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ColorMapEntry;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.ShadedRelief;

/** Reads raster symbolizers: opacity, colour map and shaded relief of one band. */
final class RasterReader {
    private final SldNotes notes;
    private final ExpressionReader expressions;

    RasterReader(SldNotes notes, ExpressionReader expressions) {
        this.notes = notes;
        this.expressions = expressions;
    }

    RasterSymbolizer raster(SldElement element) {
        RasterSymbolizer result = STYLES.createRasterSymbolizer();
        Expression opacity = expressions.value(element.element("Opacity"));
        if (opacity != null) {
            result.setOpacity(opacity);
        }
        SldElement map = element.element("ColorMap");
        if (map != null) {
            result.setColorMap(colorMap(map));
        }
        SldElement relief = element.element("ShadedRelief");
        if (relief != null) {
            Expression factor = expressions.value(relief.element("ReliefFactor"));
            ShadedRelief shaded = STYLES.createShadedRelief(factor == null ? FILTERS.literal(1L) : factor);
            shaded.setBrightnessOnly("true".equals(relief.text("BrightnessOnly")));
            result.setShadedRelief(shaded);
        }
        return result;
    }

    private ColorMap colorMap(SldElement element) {
        ColorMap result = STYLES.createColorMap();
        String type = element.attribute("type") == null ? "ramp" : element.attribute("type");
        switch (type) {
            case "ramp" -> result.setType(ColorMap.TYPE_RAMP);
            case "intervals" -> result.setType(ColorMap.TYPE_INTERVALS);
            case "values" -> result.setType(ColorMap.TYPE_VALUES);
            default -> notes.refused(element, "ColorMap type " + type);
        }
        for (SldElement child : element.elements()) {
            switch (child.name()) {
                case "ColorMapEntry" -> entry(child, result);
                case "Categorize" -> categorize(child, result);
                case "Interpolate" -> interpolate(child, result);
                default -> {
                    child.ignore();
                    notes.unknown(child);
                }
            }
        }
        return result;
    }

    private void entry(SldElement element, ColorMap map) {
        if (element.attribute("color") == null || element.attribute("quantity") == null) {
            notes.unknown(element);
            return;
        }
        ColorMapEntry entry = STYLES.createColorMapEntry();
        entry.setColor(ExpressionReader.literal(element.attribute("color")));
        entry.setQuantity(ExpressionReader.literal(element.attribute("quantity")));
        String opacity = element.attribute("opacity");
        if (opacity != null) {
            entry.setOpacity(ExpressionReader.literal(opacity));
        }
        entry.setLabel(element.attribute("label"));
        map.addColorMapEntry(entry);
    }

    /** SE 1.1: colour, then threshold and colour in turn; a value on a threshold belongs to the upper class. */
    private void categorize(SldElement element, ColorMap map) {
        map.setType(ColorMap.TYPE_INTERVALS);
        Expression colour = null;
        for (SldElement child : element.elements()) {
            if (child.name().equals("Value")) {
                colour = expressions.value(child);
            } else if (child.name().equals("Threshold")) {
                map.addColorMapEntry(entry(colour, expressions.value(child)));
            }
        }
        map.addColorMapEntry(entry(colour, FILTERS.literal(Double.POSITIVE_INFINITY)));
    }

    private void interpolate(SldElement element, ColorMap map) {
        map.setType(ColorMap.TYPE_RAMP);
        List<SldElement> points = element.elements("InterpolationPoint");
        element.element("LookupValue");
        for (SldElement point : points) {
            map.addColorMapEntry(
                    entry(expressions.value(point.element("Value")), expressions.value(point.element("Data"))));
        }
    }

    private static ColorMapEntry entry(Expression colour, Expression quantity) {
        ColorMapEntry entry = STYLES.createColorMapEntry();
        entry.setColor(colour == null ? FILTERS.literal("#000000") : colour);
        entry.setQuantity(quantity == null ? FILTERS.literal(0L) : quantity);
        return entry;
    }
}
