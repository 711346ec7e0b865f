package riskmap.render;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.geotools.api.style.TextSymbolizer;

/**
 * A symbol behind a label, such as the shield of a road number: the graphic of a text symbolizer, with GeoServer's vendor
 * options {@code graphic-resize} and {@code graphic-margin}.
 *
 * @param graphic the symbol
 * @param fit how large it is drawn
 * @param top room between the text and the symbol's edge, target units
 * @param right as top
 * @param bottom as top
 * @param left as top
 */
record Shield(GraphicLook graphic, Fit fit, double top, double right, double bottom, double left) {
    private static final String RESIZE = "graphic-resize";
    static final String MARGIN = "graphic-margin";

    /** How large the symbol is drawn. */
    enum Fit {
        /** As it says itself, about the middle of the text. */
        NONE,
        /** As wide and high as the text with its margins. */
        STRETCH,
        /** Larger or smaller until the text with its margins is within. */
        PROPORTIONAL
    }

    /** The symbol behind the label of a feature, null for none. */
    static Shield of(TextSymbolizer text, LookReader looks, double pixel, Object feature) {
        if (text.getGraphic() == null || text.getGraphic().graphicalSymbols().isEmpty()) {
            return null;
        }
        double[] margins = PatternRoom.margins(text.getOptions().get(MARGIN), pixel);
        Fit fit = fit(text.getOptions().getOrDefault(RESIZE, ""));
        // GeoServer's size of a symbol that says none
        GraphicLook graphic = looks.graphic(text.getGraphic(), feature, 16);
        return new Shield(graphic, fit, margins[0], margins[1], margins[2], margins[3]);
    }

    private static Fit fit(String option) {
        for (Fit fit : Fit.values()) {
            if (fit.name().toLowerCase(Locale.ROOT).equals(option.strip().toLowerCase(Locale.ROOT))) {
                return fit;
            }
        }
        return Fit.NONE;
    }

    /** Where the symbol lies behind a text. */
    Rectangle2D around(Rectangle2D text) {
        Rectangle2D roomy = new Rectangle2D.Double(
                text.getX() - left, text.getY() - top, text.getWidth() + left + right, text.getHeight() + top + bottom);
        if (fit == Fit.STRETCH) {
            return roomy;
        }
        double aspect = graphic.symbol() == null ? 1 : SvgSymbols.aspect(graphic.symbol());
        double height = graphic.size();
        if (fit == Fit.PROPORTIONAL) {
            height = Math.max(roomy.getHeight(), roomy.getWidth() / aspect);
        }
        double width = height * aspect;
        return new Rectangle2D.Double(roomy.getCenterX() - width / 2, roomy.getCenterY() - height / 2, width, height);
    }
}
