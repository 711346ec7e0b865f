package riskmap.analysis;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * The fields that conditions and calculations name, as the layer spells them: a name that the layer does not have is the
 * one it has in other capitals, where there is just one (SQL and QGIS do not tell them apart either).
 */
public final class FieldNames {
    private FieldNames() {}

    /** The same condition with the names as the layer spells them. */
    static Filter spelled(Filter filter, SimpleFeatureType type) {
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        filter.accept(names, null);
        return allThere(names, type) ? filter : (Filter) filter.accept(new Spelling(type), null);
    }

    /** The same expression with the names as the layer spells them. */
    static Expression spelled(Expression expression, SimpleFeatureType type) {
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        expression.accept(names, null);
        return allThere(names, type) ? expression : (Expression) expression.accept(new Spelling(type), null);
    }

    /** Whether the layer has all of them just so; says which there are where it has one in no way. */
    private static boolean allThere(FilterAttributeExtractor names, SimpleFeatureType type) {
        boolean all = true;
        for (String name : names.getAttributeNames()) {
            String there = there(name, type);
            if (there == null) {
                List<String> known = type.getAttributeDescriptors().stream()
                        .map(AttributeDescriptor::getLocalName)
                        .toList();
                throw RiskMapException.of("analysis.field-missing", name, type.getTypeName(), NameList.of(known));
            }
            all &= there.equals(name);
        }
        return all;
    }

    /** The field meant by a name; null for none, or for several of which none is spelled like it. */
    public static String there(String name, SimpleFeatureType type) {
        if (type.indexOf(name) >= 0) {
            return name;
        }
        List<String> alike = alike(name, type);
        return alike.size() == 1 ? alike.get(0) : null;
    }

    /** Whether a layer has a field of this name in any capitals: files do not keep both. */
    static boolean isTaken(String name, SimpleFeatureType type) {
        return !alike(name, type).isEmpty();
    }

    private static List<String> alike(String name, SimpleFeatureType type) {
        return type.getAttributeDescriptors().stream()
                .map(AttributeDescriptor::getLocalName)
                .filter(name::equalsIgnoreCase)
                .toList();
    }

    private static final class Spelling extends DuplicatingFilterVisitor {
        private final SimpleFeatureType type;

        Spelling(SimpleFeatureType type) {
            this.type = type;
        }

        @Override
        public Object visit(PropertyName property, Object data) {
            String there = there(property.getPropertyName(), type);
            return there == null
                    ? super.visit(property, data)
                    : getFactory(data).property(there);
        }
    }
}
