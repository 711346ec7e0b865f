package riskmap.print;

import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;

/** A style with only those rules that are drawn at a scale: what a legend of that scale is made from. */
final class StyleAtScale {
    private static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();

    private StyleAtScale() {}

    static Style of(Style style, double denominator) {
        Style result = STYLES.createStyle();
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            FeatureTypeStyle kept = STYLES.createFeatureTypeStyle();
            for (Rule rule : part.rules()) {
                if (rule.getMinScaleDenominator() <= denominator && denominator < rule.getMaxScaleDenominator()) {
                    kept.rules().add(rule);
                }
            }
            result.featureTypeStyles().add(kept);
        }
        return result;
    }
}
