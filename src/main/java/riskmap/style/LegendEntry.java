package riskmap.style;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import riskmap.base.Language;

/**
 * One line of a legend: a title in both languages and the rule whose swatch is drawn beside it.
 *
 * @param chinese the rule's Title
 * @param english the rule's Abstract, where shipped styles keep the English title; the Chinese one where it is missing
 * @param rule what to draw; a colour of a raster's colour map is given as a rule with a filled polygon
 */
public record LegendEntry(String chinese, String english, Rule rule) {
    /** The title in a language. */
    public String title(Language language) {
        return language == Language.ENGLISH ? english : chinese;
    }

    /** The entries of a style, in the order of its rules; rules without a title are not for the legend. */
    public static List<LegendEntry> of(Style style) {
        return new ArrayList<>();
    }
}
