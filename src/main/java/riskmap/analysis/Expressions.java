package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** Conditions in ECQL, checked against the layer they are meant for. */
public final class Expressions {
    private Expressions() {}

    /** The condition; says what is wrong with it, or which fields there are. */
    public static Filter condition(String text, SimpleFeatureType type) {
        Filter filter;
        try {
            filter = ECQL.toFilter(text);
        } catch (CQLException e) {
            throw new RiskMapException(Message.of("analysis.expression-wrong", text, e.getMessage()), e);
        }
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        filter.accept(names, null);
        for (String name : names.getAttributeNames()) {
            if (type.indexOf(name) < 0) {
                List<String> known = new ArrayList<>();
                type.getAttributeDescriptors().forEach(attribute -> known.add(attribute.getLocalName()));
                throw RiskMapException.of("analysis.field-missing", name, type.getTypeName(), String.join(", ", known));
            }
        }
        return filter;
    }
}
