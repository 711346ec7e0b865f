package riskmap.map;

import java.util.List;
import riskmap.base.RiskMapException;

/**
 * How a line on the page looks.
 *
 * @param colour {@code #rrggbb} or {@code #rrggbbaa}; null for a dark grey
 * @param width in millimetres; 0 for none
 * @param dash lengths of dashes and gaps in millimetres; empty for a solid line
 */
public record LineStyle(String colour, double width, List<Double> dash) {
    /** No line. */
    public static final LineStyle NONE = new LineStyle(null, 0, null);

    public LineStyle {
        colour = Colours.check(colour == null ? "#1b2733" : colour);
        if (!(width >= 0) || width > 100) {
            throw RiskMapException.of("map.line-width-invalid", "" + width);
        }
        dash = dash == null ? List.of() : List.copyOf(dash);
    }
}
