package riskmap.style;

import org.geotools.api.filter.Filter;
import org.geotools.api.style.Rule;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.w3c.dom.Element;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Ecql;

/**
 * What a rule says beside its symbols.
 *
 * @param title what the legend calls it, in Chinese where there is an English title too
 * @param english its English title, empty where it has none; shipped styles keep it as the rule's Abstract
 * @param filter ECQL; empty for all features; null for a condition that ECQL cannot say, which is kept as it is
 * @param otherwise whether it draws what no other rule draws
 * @param minimum scale denominator from which it is drawn, empty for none
 * @param maximum scale denominator below which it is drawn, empty for none
 * @param off whether it is left out of map and legend
 */
public record RuleFacts(
        String title, String english, String filter, boolean otherwise, String minimum, String maximum, boolean off) {
    /** The option of a rule that is switched off; GeoServer leaves it out too by {@code inclusion}. */
    static final String OFF = "riskmap-off";

    private static final String INCLUSION = "inclusion";

    static RuleFacts of(Element rule) {
        return new RuleFacts(
                described(rule, "Title"),
                described(rule, "Abstract"),
                ecql(rule),
                SldPath.has(rule, "ElseFilter"),
                SldPath.get(rule, "MinScaleDenominator"),
                SldPath.get(rule, "MaxScaleDenominator"),
                SldPath.get(rule, "vendor:" + OFF).equals("true"));
    }

    private static String described(Element rule, String what) {
        String own = SldPath.get(rule, what);
        return own.isEmpty() ? SldPath.get(rule, "Description/" + what) : own;
    }

    /** What the rule is called in a language. */
    public String name(Language language) {
        return language == Language.ENGLISH && !english.isEmpty() ? english : title;
    }

    private static String ecql(Element rule) {
        for (Element child : SldDocument.children(rule)) {
            if (child.getLocalName().equals("Filter")) {
                SldNotes notes = new SldNotes("SLD");
                Filter filter = new FilterReader(notes, new ExpressionReader(notes)).filter(SldPath.plain(child));
                try {
                    return notes.all().isEmpty() ? ECQL.toCQL(filter) : null;
                } catch (RuntimeException unspeakable) {
                    return null;
                }
            }
        }
        return "";
    }

    void write(Element rule) {
        RuleFacts before = of(rule);
        if (!title.equals(before.title)) {
            SldPath.set(rule, titlePath(rule), title);
        }
        if (!english.equals(before.english)) {
            SldPath.set(rule, titlePath(rule).replace("Title", "Abstract"), english);
        }
        if (filter != null && !filter.equals(before.filter)) {
            SldPath.filter(rule, parsed(filter));
        }
        if (otherwise != before.otherwise) {
            SldPath.otherwise(rule, otherwise);
        }
        SldPath.set(rule, "MinScaleDenominator", scale(minimum));
        SldPath.set(rule, "MaxScaleDenominator", scale(maximum));
        if (number(minimum) >= number(maximum) && !minimum.isBlank() && !maximum.isBlank()) {
            throw RiskMapException.of("style.scales-crossed", minimum, maximum);
        }
        if (off != before.off) {
            SldPath.set(rule, "vendor:" + INCLUSION, off ? "legendOnly" : "");
            SldPath.set(rule, "vendor:" + OFF, off ? "true" : "");
        }
    }

    /** SLD 1.0 has the title in the rule, SE 1.1 in its description. */
    static String titlePath(Element rule) {
        boolean encoding = "http://www.opengis.net/se".equals(rule.getNamespaceURI());
        return encoding || SldPath.has(rule, "Description") ? "Description/Title" : "Title";
    }

    private static Filter parsed(String ecql) {
        try {
            return ecql.isBlank() ? Filter.INCLUDE : Ecql.filter(ecql);
        } catch (CQLException | RuntimeException e) {
            throw new RiskMapException(Message.of("style.filter-wrong", ecql), e);
        }
    }

    private static String scale(String text) {
        return number(text) > 0 ? text.strip().replace(",", "").replaceFirst("^1[:：]", "") : "";
    }

    private static double number(String text) {
        String plain = text.strip().replace(",", "").replaceFirst("^1[:：]", "");
        if (plain.isEmpty()) {
            return 0;
        }
        try {
            double value = Double.parseDouble(plain);
            if (value >= 0 && !Double.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new RiskMapException(Message.of("style.scale-wrong", text), e);
        }
        throw RiskMapException.of("style.scale-wrong", text);
    }

    /** Whether the map shows what the rule draws. */
    public static boolean onMap(Rule rule) {
        return !"legendOnly".equals(rule.getOptions().get(INCLUSION))
                && !"true".equals(rule.getOptions().get(OFF));
    }

    /** Whether the legend names the rule. */
    static boolean inLegend(Rule rule) {
        return !"mapOnly".equals(rule.getOptions().get(INCLUSION))
                && !"true".equals(rule.getOptions().get(OFF));
    }

    /** The same rule switched off or on. */
    public RuleFacts withOff(boolean now) {
        return new RuleFacts(title, english, filter, otherwise, minimum, maximum, now);
    }
}
