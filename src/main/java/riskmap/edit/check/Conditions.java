package riskmap.edit.check;

import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Ecql;

/** Conditions of rules, in ECQL. */
final class Conditions {
    private Conditions() {}

    /** The condition. */
    static Filter of(String text) {
        try {
            return Ecql.filter(text);
        } catch (CQLException e) {
            throw new RiskMapException(Message.of("edit.check-condition", text), e);
        }
    }

    /** The columns a condition reads. */
    static Set<String> columns(Filter condition) {
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        condition.accept(names, null);
        return names.getAttributeNameSet();
    }
}
