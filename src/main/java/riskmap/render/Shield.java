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
    private static final String MARGIN = "graphic-margin";

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
        double[] margins = margins(text.getOptions().get(MARGIN), pixel);
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

    /** One to four numbers, as in CSS: top, right, bottom, left. */
    private static double[] margins(String option, double pixel) {
        String[] words = option == null ? new String[] {"0"} : option.strip().split("[\\s,]+");
        double[] given = new double[Math.min(4, words.length)];
        for (int i = 0; i < given.length; i++) {
            given[i] = LookReader.parse(words[i], 0) * pixel;
        }
        double right = given.length > 1 ? given[1] : given[0];
        return new double[] {
            given[0], right, given.length > 2 ? given[2] : given[0], given.length > 3 ? given[3] : right
        };
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
