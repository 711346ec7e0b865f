package riskmap.ui.layers;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.Style;
import riskmap.render.SymbolPainter;
import riskmap.style.LegendEntry;

/**
 * The legend of a layer in the tree: each rule's title with its swatch, drawn by the painter of the map and the page.
 *
 * @param items in the order of the style
 */
public record Legend(List<Item> items) {
    /** Without any entry. */
    public static final Legend NONE = new Legend(List.of());

    private static final int WIDTH = 22;
    private static final int HEIGHT = 14;

    public Legend {
        items = List.copyOf(items);
    }

    /**
     * One line.
     *
     * @param entry its titles
     * @param swatch its picture, {@value #WIDTH} × {@value #HEIGHT} toolkit pixels
     */
    public record Item(LegendEntry entry, BufferedImage swatch) {}

    /** Draws the legend of a style for a screen of so many device pixels per toolkit pixel; call it on any thread. */
    public static Legend of(Style style, double outputScale) {
        List<Item> items = new ArrayList<>();
        for (LegendEntry entry : LegendEntry.of(style)) {
            items.add(new Item(entry, swatch(entry, outputScale)));
        }
        return new Legend(items);
    }

    /** The land of the map. */
    private static final Color PAPER = new Color(0xF7F4EC);

    private static BufferedImage swatch(LegendEntry entry, double outputScale) {
        int width = (int) Math.round(WIDTH * outputScale);
        int height = (int) Math.round(HEIGHT * outputScale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (entry.rule().symbolizers().stream().noneMatch(PointSymbolizer.class::isInstance)) {
            // the map is on paper in either theme: see-through fills and dark lines look here as they do there
            graphics.setColor(PAPER);
            graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        }
        SymbolPainter.paint(entry, new Rectangle2D.Double(0.5, 0.5, width - 1, height - 1), graphics, 96 * outputScale);
        graphics.dispose();
        return image;
    }

    /** Width of a swatch in toolkit pixels. */
    static int width() {
        return WIDTH;
    }

    /** Height of a swatch in toolkit pixels. */
    static int height() {
        return HEIGHT;
    }
}
