package riskmap.render;

import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ColorMapEntry;

/**
 * A raster's colour map made ready: value in, premultiplied colour out.
 *
 * <p>Ramp: colours between two quantities are mixed, outside the ends the end's colour. Intervals: the colour of an
 * entry holds below its quantity down to the quantity before, so classes are [a, b). Values: exactly the quantity.
 * Without a map, grey from black at the smallest to white at the largest value drawn is not guessed: nothing is drawn.
 */
final class ColorRamp {
    private final int type;
    private final double[] quantities;
    private final int[][] colors;

    ColorRamp(ColorMap map, double opacity) {
        // by their values, whatever order a document has them in
        ColorMapEntry[] entries = Arrays.stream(map.getColorMapEntries())
                .sorted(Comparator.comparingDouble(ColorRamp::quantity))
                .toArray(ColorMapEntry[]::new);
        type = map.getType() == 0 ? ColorMap.TYPE_RAMP : map.getType();
        quantities = new double[entries.length];
        colors = new int[entries.length][];
        for (int i = 0; i < entries.length; i++) {
            Color color = entries[i].getColor().evaluate(null, Color.class);
            double alpha = LookReader.number(entries[i].getOpacity(), null, 1) * opacity;
            quantities[i] = quantity(entries[i]);
            Color shown = color == null ? Color.BLACK : color;
            colors[i] = new int[] {
                shown.getRed(),
                shown.getGreen(),
                shown.getBlue(),
                (int) Math.round(255 * Math.max(0, Math.min(1, alpha)))
            };
        }
    }

    private static double quantity(ColorMapEntry entry) {
        return LookReader.number(entry.getQuantity(), null, Double.NaN) + 0.0;
    }

    private ColorRamp(double[] quantities, int[][] colors) {
        type = ColorMap.TYPE_RAMP;
        this.quantities = quantities;
        this.colors = colors;
    }

    /** Of a raster that is given no colours: black for the least value to white for the greatest, as GeoServer has it. */
    static ColorRamp greys(float[] extremes, double opacity) {
        int alpha = (int) Math.round(255 * opacity);
        return new ColorRamp(
                new double[] {extremes[0], extremes[1]}, new int[][] {{0, 0, 0, alpha}, {255, 255, 255, alpha}});
    }

    /** Writes red, green, blue and alpha (not premultiplied) of a value; false when nothing is drawn there. */
    boolean color(float value, float[] rgba) {
        if (value != value || quantities.length == 0) {
            return false;
        }
        // a zero below zero is a zero
        int at = Arrays.binarySearch(quantities, value + 0f);
        if (type == ColorMap.TYPE_VALUES) {
            return at >= 0 && set(colors[at], rgba);
        }
        if (type == ColorMap.TYPE_INTERVALS) {
            int upper = at >= 0 ? at + 1 : -at - 1;
            return upper < colors.length && set(colors[upper], rgba);
        }
        if (at >= 0) {
            return set(colors[at], rgba);
        }
        int upper = -at - 1;
        if (upper == 0 || upper == colors.length) {
            return set(colors[upper == 0 ? 0 : upper - 1], rgba);
        }
        float t = (float) ((value - quantities[upper - 1]) / (quantities[upper] - quantities[upper - 1]));
        for (int i = 0; i < 4; i++) {
            rgba[i] = colors[upper - 1][i] + t * (colors[upper][i] - colors[upper - 1][i]);
        }
        return rgba[3] > 0;
    }

    private static boolean set(int[] color, float[] rgba) {
        for (int i = 0; i < 4; i++) {
            rgba[i] = color[i];
        }
        return rgba[3] > 0;
    }
}
