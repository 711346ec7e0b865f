package riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import riskmap.style.LegendEntry;

/** Draws the swatch of a legend entry: what the layer tree and the printed legend show. */
public final class SymbolPainter {
    private SymbolPainter() {}

    /**
     * Draws a swatch.
     *
     * @param entry whose rule to draw
     * @param box where, in target units
     * @param graphics the target
     * @param unitsPerInch target units per inch, as in {@link Viewport}
     */
    public static void paint(LegendEntry entry, Rectangle2D box, Graphics2D graphics, double unitsPerInch) {
        throw new UnsupportedOperationException();
    }
}
