package riskmap.style;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;

/** The colours in which a style fills the areas of the four levels, by rules of the form {@code level = 4}. */
public final class LevelColours {
    private static final String FIELD = "level";
    private static final int LEVELS = 4;

    private LevelColours() {}

    /** {@code #rrggbb} from level 1 on; empty where not every level has one. What is drawn upon the fill is a pattern. */
    public static List<String> of(Style style) {
        List<String> colours = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            String wanted = Integer.toString(level);
            Color fill = style.featureTypeStyles().stream()
                    .flatMap(part -> part.rules().stream())
                    .filter(rule -> wanted.equals(level(rule)))
                    .flatMap(rule -> rule.symbolizers().stream())
                    .filter(PolygonSymbolizer.class::isInstance)
                    .map(symbolizer -> fill((PolygonSymbolizer) symbolizer))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (fill == null) {
                return List.of();
            }
            colours.add("#%02x%02x%02x".formatted(fill.getRed(), fill.getGreen(), fill.getBlue()));
        }
        return colours;
    }

    /** The level that a rule is for, as text; null for none. */
    private static String level(Rule rule) {
        return rule.getFilter() instanceof PropertyIsEqualTo equal
                        && equal.getExpression1() instanceof PropertyName field
                        && field.getPropertyName().equals(FIELD)
                        && equal.getExpression2() instanceof Literal literal
                ? String.valueOf(literal.getValue())
                : null;
    }

    private static Color fill(PolygonSymbolizer area) {
        return area.getFill() == null || area.getFill().getColor() == null
                ? null
                : area.getFill().getColor().evaluate(null, Color.class);
    }
}
