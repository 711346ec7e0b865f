package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;
import static riskmap.style.GraphicReader.STYLES;

import java.util.List;
import java.util.regex.Pattern;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ColorMapEntry;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.ShadedRelief;

/** Reads raster symbolizers: opacity, colour map and shaded relief of one band. */
final class RasterReader {
    /** Enhanced contrast fills a byte. */
    private static final double STRETCHED = 255;

    /** What a class without a colour of its own is drawn in. */
    private static final String NO_COLOUR = "#000000";

    private static final Pattern INFINITE = Pattern.compile("\\+?inf(inity)?", Pattern.CASE_INSENSITIVE);

    private final SldNotes notes;
    private final ExpressionReader expressions;

    RasterReader(SldNotes notes, ExpressionReader expressions) {
        this.notes = notes;
        this.expressions = expressions;
    }

    RasterSymbolizer raster(SldElement element) {
        RasterSymbolizer result = STYLES.createRasterSymbolizer();
        Expression opacity = expressions.value(element.element("Opacity"), ValueKind.OPACITY);
        if (opacity != null) {
            result.setOpacity(opacity);
        }
        double[] stretch = stretch(element);
        SldElement map = element.element("ColorMap");
        if (map != null) {
            result.setColorMap(stretched(colorMap(map), stretch));
        } else if (stretch != null) {
            ColorMap grey = STYLES.createColorMap();
            grey.setType(ColorMap.TYPE_RAMP);
            grey.addColorMapEntry(entry(FILTERS.literal(NO_COLOUR), FILTERS.literal(stretch[0])));
            grey.addColorMapEntry(entry(FILTERS.literal("#FFFFFF"), FILTERS.literal(stretch[1])));
            result.setColorMap(grey);
        }
        SldElement relief = element.element("ShadedRelief");
        if (relief != null) {
            Expression factor = expressions.value(relief.element("ReliefFactor"), ValueKind.NUMBER);
            ShadedRelief shaded = STYLES.createShadedRelief(factor == null ? FILTERS.literal(1L) : factor);
            shaded.setBrightnessOnly("true".equals(relief.text("BrightnessOnly")));
            result.setShadedRelief(shaded);
        }
        return result;
    }

    /**
     * What a contrast enhancement stretches to 0 to {@value #STRETCHED}, as QGIS and GeoServer write it: the least and the
     * greatest value, or null. Channels other than the first and other enhancements are reported.
     */
    private double[] stretch(SldElement element) {
        double[] result = null;
        SldElement channels = element.element("ChannelSelection");
        if (channels != null) {
            SldElement grey = channels.element("GrayChannel");
            String source = grey == null ? null : grey.text("SourceChannelName");
            if (source != null && !source.equals("1")) {
                notes.refused(grey, "SourceChannelName " + source);
            }
            result = grey == null ? null : enhancement(grey.element("ContrastEnhancement"));
        }
        double[] own = enhancement(element.element("ContrastEnhancement"));
        return own == null ? result : own;
    }

    private double[] enhancement(SldElement element) {
        SldElement normalize = element == null ? null : element.element("Normalize");
        if (normalize == null) {
            return null;
        }
        Double least = null;
        Double greatest = null;
        boolean stretches = false;
        for (SldElement option : normalize.elements("VendorOption")) {
            String name = String.valueOf(option.attribute("name"));
            switch (name) {
                case "algorithm" -> stretches = option.text().equals("StretchToMinimumMaximum");
                case "minValue" -> least = number(option.text());
                case "maxValue" -> greatest = number(option.text());
                default -> notes.unused(option, name);
            }
        }
        if (!stretches || least == null || greatest == null || !(greatest > least)) {
            notes.unused(normalize, "Normalize");
            return null;
        }
        return new double[] {least, greatest};
    }

    private static Double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Double.valueOf(value) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The colour map of a stretched raster speaks of stretched values: brought back to the raster's own. */
    private static ColorMap stretched(ColorMap map, double[] stretch) {
        if (stretch == null) {
            return map;
        }
        for (ColorMapEntry entry : map.getColorMapEntries()) {
            Double quantity = entry.getQuantity().evaluate(null, Double.class);
            if (quantity != null) {
                double own = stretch[0] + quantity / STRETCHED * (stretch[1] - stretch[0]);
                entry.setQuantity(FILTERS.literal(own));
            }
        }
        return map;
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
        result.setExtendedColors("true".equals(element.attribute("extended")));
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
        Expression quantity = quantity(element, map.getType() == ColorMap.TYPE_INTERVALS);
        if (quantity == null) {
            return;
        }
        ColorMapEntry entry = entry(attribute(element, "color", ValueKind.COLOUR), quantity);
        if (element.attribute("opacity") != null) {
            entry.setOpacity(attribute(element, "opacity", ValueKind.OPACITY));
        }
        entry.setLabel(element.attribute("label"));
        map.addColorMapEntry(entry);
    }

    /** A value that stands for a cell's; QGIS closes its last class with {@code inf}. */
    private Expression quantity(SldElement element, boolean limit) {
        String text = element.attribute("quantity");
        return limit && INFINITE.matcher(text).matches()
                ? FILTERS.literal(Double.POSITIVE_INFINITY)
                : attribute(element, "quantity", ValueKind.NUMBER);
    }

    private Expression attribute(SldElement element, String name, ValueKind kind) {
        return kind.checked(
                ExpressionReader.literal(element.attribute(name)), element, element.name() + " " + name, notes);
    }

    /** SE 1.1: colour, then threshold and colour in turn; a value on a threshold belongs to the upper class. */
    private void categorize(SldElement element, ColorMap map) {
        fallback(element);
        for (String option : List.of("thresholdsBelongTo", "threshholdsBelongTo")) {
            if ("preceding".equals(element.attribute(option))) {
                notes.unknown(element, option);
            }
        }
        map.setType(ColorMap.TYPE_INTERVALS);
        Expression colour = null;
        for (SldElement child : element.elements()) {
            if (child.name().equals("Value")) {
                colour = expressions.value(child, ValueKind.COLOUR);
            } else if (child.name().equals("Threshold")) {
                map.addColorMapEntry(entry(colour, expressions.value(child)));
            }
        }
        map.addColorMapEntry(entry(colour, FILTERS.literal(Double.POSITIVE_INFINITY)));
    }

    /** Cells without a value are not drawn, whatever the function gives for them. */
    private void fallback(SldElement element) {
        if (element.attribute(ExpressionReader.FALLBACK) != null) {
            notes.unknown(element, ExpressionReader.FALLBACK);
        }
    }

    private void interpolate(SldElement element, ColorMap map) {
        fallback(element);
        map.setType(ColorMap.TYPE_RAMP);
        List<SldElement> points = element.elements("InterpolationPoint");
        element.element("LookupValue");
        for (SldElement point : points) {
            map.addColorMapEntry(entry(
                    expressions.value(point.element("Value"), ValueKind.COLOUR),
                    expressions.value(point.element("Data"))));
        }
    }

    private static ColorMapEntry entry(Expression colour, Expression quantity) {
        ColorMapEntry entry = STYLES.createColorMapEntry();
        entry.setColor(colour == null ? FILTERS.literal(NO_COLOUR) : colour);
        entry.setQuantity(quantity == null ? FILTERS.literal(0L) : quantity);
        return entry;
    }
}
