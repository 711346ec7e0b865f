package riskmap.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;

/**
 * A style with only those rules that are drawn at a scale: what a legend of that scale is made from. Where a style draws
 * the same features by another rule at another scale and names only that one, the rule drawn takes its name.
 */
final class StyleAtScale {
    private static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();

    private StyleAtScale() {}

    static Style of(Style style, double denominator) {
        List<Rule> named = new ArrayList<>();
        style.featureTypeStyles()
                .forEach(part ->
                        part.rules().stream().filter(StyleAtScale::isNamed).forEach(named::add));
        Style result = STYLES.createStyle();
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            FeatureTypeStyle kept = STYLES.createFeatureTypeStyle();
            for (Rule rule : part.rules()) {
                if (isDrawn(rule, denominator)) {
                    kept.rules().add(isNamed(rule) ? rule : named(rule, named, denominator));
                }
            }
            result.featureTypeStyles().add(kept);
        }
        return result;
    }

    private static boolean isDrawn(Rule rule, double denominator) {
        return rule.getMinScaleDenominator() <= denominator && denominator < rule.getMaxScaleDenominator();
    }

    private static boolean isNamed(Rule rule) {
        return rule.getDescription() != null
                && rule.getDescription().getTitle() != null
                && !rule.getDescription().getTitle().toString().isBlank();
    }

    /** The rule with the name of one for the same features, unless that one is drawn too. */
    private static Rule named(Rule rule, List<Rule> named, double denominator) {
        List<Rule> twins = named.stream()
                .filter(other -> Objects.equals(other.getFilter(), rule.getFilter())
                        && other.isElseFilter() == rule.isElseFilter())
                .toList();
        boolean onlyText = rule.symbolizers().stream().allMatch(TextSymbolizer.class::isInstance);
        if (onlyText || twins.isEmpty() || twins.stream().anyMatch(twin -> isDrawn(twin, denominator))) {
            return rule;
        }
        Rule result = STYLES.createRule();
        result.setFilter(rule.getFilter());
        result.setElseFilter(rule.isElseFilter());
        result.symbolizers().addAll(rule.symbolizers());
        result.setDescription(twins.get(0).getDescription());
        return result;
    }
}
