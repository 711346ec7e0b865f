package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.Mark;

/**
 * Brushes of Qt, which QGIS writes as marks that fill areas: dots so dense that they are a tint, and hatches of two
 * directions that go by the names of marks.
 *
 * <p><b>Source:</b> Qt documentation, {@code Qt::BrushStyle}; the tints are the shares of pixels set in its patterns.
 */
final class QtBrush {
    private static final String DENSE = "brush://dense";

    /** How much of the ground each of the dense brushes covers, of 64 pixels. */
    private static final List<Integer> COVERED = List.of(60, 56, 40, 32, 24, 8, 4);

    private static final Map<String, String> HATCHES = Map.of("cross", "shape://plus", "x", "shape://times");

    private QtBrush() {}

    /** The mark of a graphic that stands for a dense brush, or null. */
    static SldElement mark(SldElement graphic) {
        SldElement mark = graphic == null ? null : graphic.element("Mark");
        return mark != null && share(mark) > 0 ? mark : null;
    }

    private static double share(SldElement mark) {
        String name = String.valueOf(mark.text("WellKnownName"));
        int number = name.startsWith(DENSE) && name.length() == DENSE.length() + 1
                ? Character.digit(name.charAt(DENSE.length()), 10)
                : 0;
        return number < 1 || number > COVERED.size() ? 0 : COVERED.get(number - 1) / 64.0;
    }

    /** A fill as the brush of its colour looks from afar. */
    static Fill tint(Fill fill, SldElement brush, Expression opacity) {
        Fill result = fill == null ? GraphicReader.STYLES.createFill(null) : fill;
        double share = share(brush);
        for (Expression more : Arrays.asList(result.getOpacity(), opacity)) {
            Double number = more instanceof Literal ? more.evaluate(null, Double.class) : null;
            share *= number == null ? 1 : number;
        }
        result.setOpacity(FILTERS.literal(share));
        return result;
    }

    /** A pattern of one mark that is only drawn along its lines and has no size is a hatch. */
    static Graphic hatched(SldElement element, Graphic graphic) {
        if (graphic != null
                && graphic.graphicalSymbols().size() == 1
                && graphic.graphicalSymbols().get(0) instanceof Mark mark
                && mark.getFill() == null
                && mark.getStroke() != null
                && element.element("Size") == null
                && mark.getWellKnownName() instanceof Literal name) {
            String hatch = HATCHES.get(String.valueOf(name.getValue()));
            if (hatch != null) {
                mark.setWellKnownName(FILTERS.literal(hatch));
            }
        }
        return graphic;
    }
}
