package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;
import static riskmap.style.GraphicReader.STYLES;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.Mark;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.util.SimpleInternationalString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import riskmap.base.Language;
import riskmap.base.Message;

/** Makes styles from classes: one symbol for all features, one for each value, one for each class of numbers. */
public final class ClassStyles {
    private static final String OTHER_COLOUR = "#b0b0b0";
    private static final String OUTLINE = "#4a4a4a";

    private final Class<?> geometry;
    private final Look look;

    /**
     * What is the same in all symbols.
     *
     * @param opacity 0 to 1, of fills and markers
     * @param width of outlines and lines in pixels
     * @param size of markers in pixels
     */
    public record Look(double opacity, double width, double size) {
        /** The usual one. */
        public static final Look USUAL = new Look(0.8, 0.8, 8);
    }

    /** For layers of a type of geometry. */
    public ClassStyles(Class<?> geometry, Look look) {
        this.geometry = geometry;
        this.look = look;
    }

    /** One symbol. */
    public Style single(String colour) {
        return style(List.of(rule("all", Message.of("style.class-all"), null, colour)));
    }

    /** A symbol for each value; the rest and features without a value are grey. */
    public Style categories(String field, List<?> values, List<String> titles, List<String> colours) {
        Expression property = FILTERS.property(field);
        List<Rule> rules = new java.util.ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Filter filter = FILTERS.equals(property, FILTERS.literal(values.get(i)));
            rules.add(rule("value-" + (i + 1), Message.of("style.class-value", titles.get(i)), filter, colours.get(i)));
        }
        rules.add(other());
        return style(rules);
    }

    /** A symbol for each class between ascending limits; features without a number are grey. */
    public Style graduated(String field, double[] limits, List<String> colours) {
        Expression property = FILTERS.property(field);
        List<Rule> rules = new java.util.ArrayList<>();
        for (int i = 0; i <= limits.length; i++) {
            Filter from = i == 0 ? null : FILTERS.greaterOrEqual(property, FILTERS.literal(limits[i - 1]));
            Filter below = i == limits.length ? null : FILTERS.less(property, FILTERS.literal(limits[i]));
            Filter filter = from == null ? below : below == null ? from : FILTERS.and(from, below);
            rules.add(rule(
                    "class-" + (i + 1),
                    title(limits, i),
                    filter == null ? FILTERS.not(FILTERS.isNull(property)) : filter,
                    colours.get(i)));
        }
        rules.add(other());
        return style(rules);
    }

    /** What a class is called: {@code < b}, {@code [a, b)} or {@code ≥ a}. */
    public static Message title(double[] limits, int index) {
        if (limits.length == 0) {
            return Message.of("style.class-all");
        }
        if (index == 0) {
            return Message.of("style.class-below", number(limits[0]));
        }
        return index == limits.length
                ? Message.of("style.class-from", number(limits[index - 1]))
                : Message.of("style.class-between", number(limits[index - 1]), number(limits[index]));
    }

    private static String number(double value) {
        String text = new java.math.BigDecimal(value)
                .round(new java.math.MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
        return text;
    }

    private Rule other() {
        Rule rule = rule("other", Message.of("style.class-other"), null, OTHER_COLOUR);
        rule.setElseFilter(true);
        return rule;
    }

    private static Style style(List<Rule> rules) {
        Style style = STYLES.createStyle();
        style.setName("classes");
        FeatureTypeStyle part = STYLES.createFeatureTypeStyle();
        part.rules().addAll(rules);
        style.featureTypeStyles().add(part);
        return style;
    }

    private Rule rule(String name, Message title, Filter filter, String colour) {
        Rule rule = STYLES.createRule();
        rule.setName(name);
        rule.getDescription().setTitle(new SimpleInternationalString(title.text(Language.CHINESE)));
        rule.getDescription().setAbstract(new SimpleInternationalString(title.text(Language.ENGLISH)));
        rule.setFilter(filter);
        rule.symbolizers().add(symbolizer(colour));
        return rule;
    }

    private Symbolizer symbolizer(String colour) {
        if (Lineal.class.isAssignableFrom(geometry)) {
            return STYLES.createLineSymbolizer(stroke(colour, look.opacity()), null);
        }
        Fill fill = STYLES.createFill(FILTERS.literal(colour), FILTERS.literal(look.opacity()));
        if (Polygonal.class.isAssignableFrom(geometry)) {
            return STYLES.createPolygonSymbolizer(look.width() > 0 ? stroke(OUTLINE, 1) : null, fill, null);
        }
        Mark mark = STYLES.createMark();
        mark.setWellKnownName(FILTERS.literal("circle"));
        mark.setFill(fill);
        mark.setStroke(look.width() > 0 ? stroke(OUTLINE, 1) : null);
        Graphic graphic = STYLES.createDefaultGraphic();
        graphic.graphicalSymbols().clear();
        graphic.graphicalSymbols().add(mark);
        graphic.setSize(FILTERS.literal(look.size()));
        return STYLES.createPointSymbolizer(graphic, null);
    }

    private Stroke stroke(String colour, double opacity) {
        return STYLES.createStroke(FILTERS.literal(colour), FILTERS.literal(look.width()), FILTERS.literal(opacity));
    }
}
