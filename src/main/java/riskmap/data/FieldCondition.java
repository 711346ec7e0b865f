package riskmap.data;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import riskmap.base.RiskMapException;

/**
 * When a field applies to a feature, decided by other fields of it: an ECQL condition such as {@code major_hazard =
 * true}. Where a field it reads has no value, the condition does not hold, as in ECQL.
 */
public final class FieldCondition {
    private final String text;
    private final Filter filter;
    private final List<String> fields;
    /** Evaluating needs a feature; it has just the fields that are read. */
    private final SimpleFeatureType type;

    private FieldCondition(String text, Filter filter) {
        this.text = text;
        this.filter = filter;
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        filter.accept(names, null);
        this.fields = List.copyOf(new TreeSet<>(names.getAttributeNameSet()));
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("condition");
        fields.forEach(field -> builder.add(field, Object.class));
        this.type = builder.buildFeatureType();
    }

    /** The condition in a text; the name of the file goes into the message where it is none. */
    static FieldCondition parse(String text, String file) {
        try {
            return new FieldCondition(text, Ecql.filter(text));
        } catch (CQLException e) {
            throw RiskMapException.of("data.catalogue-entry", file, text);
        }
    }

    /** As it stands in the catalogue. */
    public String text() {
        return text;
    }

    /** The fields it reads, in alphabetical order. */
    public List<String> fields() {
        return fields;
    }

    /** Whether it holds for a feature with these values, asked for by field key. */
    public boolean holds(Function<String, Object> values) {
        Object[] read = fields.stream().map(values).toArray();
        return filter.evaluate(SimpleFeatureBuilder.build(type, read, "condition"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldCondition condition && condition.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
