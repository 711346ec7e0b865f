package riskmap.edit.check;

import org.geotools.api.filter.Filter;
import riskmap.data.QualityRule;

/** A check that counts only rows that fulfil a condition, the setting {@code where} of its rule. */
interface Chosen {
    QualityRule rule();

    static Filter condition(QualityRule rule) {
        return rule.setting("where").map(Conditions::of).orElse(Filter.INCLUDE);
    }
}
