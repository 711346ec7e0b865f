package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.styling.visitor.DuplicatingStyleVisitor;
import org.geotools.util.SimpleInternationalString;
import riskmap.base.Language;
import riskmap.base.Message;

/**
 * The style of depths of water in the classes of one computation, told by its name: {@code flood_depth:0.5,1,2} has four
 * classes, from dry ground to 0.5 m on to 2 m and more, in the colours of the style {@code flood_depth}. So a legend shows
 * the classes that the zones have, whichever the user chose.
 */
public final class DepthStyle {
    /** The style whose colours it has, for zones whose classes are not known. */
    public static final String PLAIN = "flood_depth";

    private static final Pattern NAME = Pattern.compile(PLAIN + ":\\d+(\\.\\d+)?(,\\d+(\\.\\d+)?)*");
    private static final String FIELD = "depth_from_m";

    private DepthStyle() {}

    /** The name of the style with these ascending breaks, in metres. */
    public static String named(double[] breaks) {
        return breaks.length == 0
                ? PLAIN
                : PLAIN + Arrays.stream(breaks).mapToObj(DepthStyle::shown).collect(Collectors.joining(",", ":", ""));
    }

    /** Whether a name tells classes. */
    static boolean hasClasses(String style) {
        return NAME.matcher(ColourScheme.standard(style)).matches();
    }

    /** The style of a name that tells classes; the plain one where a user's file of that name is not of plain colours. */
    static Style of(String name) {
        String listed = ColourScheme.standard(name).substring(PLAIN.length() + 1);
        double[] breaks = Arrays.stream(listed.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        DuplicatingStyleVisitor copier = new DuplicatingStyleVisitor();
        Styles.shipped(ColourScheme.ofStyle(name).named(PLAIN)).accept(copier);
        Style style = (Style) copier.getCopy();
        List<Rule> rules = style.featureTypeStyles().get(0).rules();
        if (rules.stream().anyMatch(rule -> fill(rule) == null)) {
            return style;
        }
        List<Rule> deepestFirst = List.copyOf(rules);
        rules.clear();
        for (int i = breaks.length; i >= 0; i--) {
            rules.add(rule(deepestFirst, breaks, i));
        }
        style.setName(name);
        return style;
    }

    private static Rule rule(List<Rule> deepestFirst, double[] breaks, int index) {
        int last = deepestFirst.size() - 1;
        double place = last * (1 - (double) index / breaks.length);
        int deeper = (int) Math.floor(place);
        DuplicatingStyleVisitor copier = new DuplicatingStyleVisitor();
        deepestFirst.get(deeper).accept(copier);
        Rule rule = (Rule) copier.getCopy();
        Color between = blend(fill(rule), fill(deepestFirst.get(Math.min(last, deeper + 1))), place - deeper);
        ((PolygonSymbolizer) rule.symbolizers().get(0))
                .getFill()
                .setColor(FILTERS.literal(
                        "#%02X%02X%02X".formatted(between.getRed(), between.getGreen(), between.getBlue())));
        rule.setName("depth-" + (index + 1));
        Message title = title(breaks, index);
        rule.getDescription().setTitle(new SimpleInternationalString(title.text(Language.CHINESE)));
        rule.getDescription().setAbstract(new SimpleInternationalString(title.text(Language.ENGLISH)));
        rule.setFilter(filter(breaks, index));
        return rule;
    }

    /** The one colour of a rule that fills areas; null for any other rule. */
    private static Color fill(Rule rule) {
        return rule.symbolizers().size() == 1
                        && rule.symbolizers().get(0) instanceof PolygonSymbolizer area
                        && area.getFill() != null
                        && area.getFill().getColor() != null
                ? area.getFill().getColor().evaluate(null, Color.class)
                : null;
    }

    private static Color blend(Color one, Color other, double part) {
        double[] mixed = DoubleStream.of(
                        one.getRed() + (other.getRed() - one.getRed()) * part,
                        one.getGreen() + (other.getGreen() - one.getGreen()) * part,
                        one.getBlue() + (other.getBlue() - one.getBlue()) * part)
                .toArray();
        return new Color((int) Math.round(mixed[0]), (int) Math.round(mixed[1]), (int) Math.round(mixed[2]));
    }

    private static Message title(double[] breaks, int index) {
        String from = index == 0 ? "0" : shown(breaks[index - 1]);
        return index == breaks.length
                ? Message.of("style.depth-from", from)
                : Message.of("style.depth-between", from, shown(breaks[index]));
    }

    private static Filter filter(double[] breaks, int index) {
        Expression depth = FILTERS.property(FIELD);
        Filter from = FILTERS.greaterOrEqual(depth, FILTERS.literal(index == 0 ? 0 : breaks[index - 1]));
        return index == breaks.length ? from : FILTERS.and(from, FILTERS.less(depth, FILTERS.literal(breaks[index])));
    }

    private static String shown(double metres) {
        return BigDecimal.valueOf(metres).stripTrailingZeros().toPlainString();
    }
}
