package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.styling.visitor.DuplicatingStyleVisitor;
import org.geotools.util.SimpleInternationalString;
import riskmap.base.Language;
import riskmap.base.Message;

/**
 * The style of the spread of a fire in the periods of one computation, told by its name: {@code fire_spread:0.5,1,2} has
 * three, from 0 to 0.5, to 1 and to 2 hours, in the colours of the style {@code fire_spread} from the first to the last.
 */
public final class SpreadStyle {
    /** The style whose colours it has, for rings whose periods are not known. */
    public static final String PLAIN = "fire_spread";

    private static final Pattern NAME = Pattern.compile(PLAIN + ":\\d+(\\.\\d+)?(,\\d+(\\.\\d+)?)*");
    private static final String FIELD = "ring";

    private SpreadStyle() {}

    /** The name of the style with these ascending times, in hours. */
    public static String named(double[] hours) {
        return hours.length == 0
                ? PLAIN
                : PLAIN + Arrays.stream(hours).mapToObj(SpreadStyle::shown).collect(Collectors.joining(",", ":", ""));
    }

    /** Whether a name tells periods. */
    static boolean hasPeriods(String style) {
        return NAME.matcher(ColourScheme.standard(style)).matches();
    }

    /** The style of a name that tells periods. */
    static Style of(String name) {
        String[] hours =
                ColourScheme.standard(name).substring(PLAIN.length() + 1).split(",");
        DuplicatingStyleVisitor copier = new DuplicatingStyleVisitor();
        Styles.shipped(ColourScheme.ofStyle(name).named(PLAIN)).accept(copier);
        Style style = (Style) copier.getCopy();
        List<Rule> rules = style.featureTypeStyles().get(0).rules();
        List<Rule> shipped = List.copyOf(rules);
        rules.clear();
        for (int i = 0; i < hours.length; i++) {
            double place = hours.length == 1 ? 0 : (double) i / (hours.length - 1);
            Rule like = shipped.get((int) Math.round(place * (shipped.size() - 1)));
            rules.add(rule(like, i + 1, i == 0 ? "0" : hours[i - 1], hours[i]));
        }
        style.setName(name);
        return style;
    }

    private static Rule rule(Rule like, int ring, String from, String to) {
        DuplicatingStyleVisitor copier = new DuplicatingStyleVisitor();
        like.accept(copier);
        Rule rule = (Rule) copier.getCopy();
        Message title = Message.of("style.hours-between", from, to);
        rule.setName("ring-" + ring);
        rule.getDescription().setTitle(new SimpleInternationalString(title.text(Language.CHINESE)));
        rule.getDescription().setAbstract(new SimpleInternationalString(title.text(Language.ENGLISH)));
        rule.setFilter(FILTERS.equals(FILTERS.property(FIELD), FILTERS.literal(ring)));
        return rule;
    }

    private static String shown(double hours) {
        return BigDecimal.valueOf(hours).stripTrailingZeros().toPlainString();
    }
}
