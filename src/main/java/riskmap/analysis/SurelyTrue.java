package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.factory.CommonFactoryFinder;

/**
 * Conditions with the logic of SQL and QGIS: a comparison with a value that is not there is neither true nor false, and so
 * is its negation; two connected by AND or OR are what is sure whichever it were. ECQL knows only true and false: there
 * {@code a <> 1} and {@code NOT (a = 1)} hold where {@code a} has no value.
 */
final class SurelyTrue {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private SurelyTrue() {}

    /** The condition that holds where this one is true, and not where that is not known. */
    static Filter of(Filter filter) {
        return of(filter, true);
    }

    /** The condition that holds where this one is false, and not where that is not known. */
    static Filter not(Filter filter) {
        return of(filter, false);
    }

    private static Filter of(Filter filter, boolean holds) {
        if (filter instanceof Not not) {
            return of(not.getFilter(), !holds);
        } else if (filter instanceof And and) {
            return joined(and.getChildren(), holds, holds);
        } else if (filter instanceof Or or) {
            return joined(or.getChildren(), holds, !holds);
        }
        List<Filter> all = new ArrayList<>();
        for (Expression side : sides(filter)) {
            if (!(side instanceof Literal literal && literal.getValue() != null)) {
                all.add(FILTERS.not(FILTERS.isNull(side)));
            }
        }
        all.add(holds ? filter : FILTERS.not(filter));
        return all.size() == 1 ? all.get(0) : FILTERS.and(all);
    }

    private static Filter joined(List<Filter> children, boolean holds, boolean all) {
        List<Filter> parts = children.stream().map(one -> of(one, holds)).toList();
        return all ? FILTERS.and(parts) : FILTERS.or(parts);
    }

    /** What a comparison compares; none for what is true or false whatever is there, such as {@code IS NULL}. */
    private static List<Expression> sides(Filter filter) {
        if (filter instanceof BinaryComparisonOperator comparison) {
            return List.of(comparison.getExpression1(), comparison.getExpression2());
        } else if (filter instanceof PropertyIsLike like) {
            return List.of(like.getExpression());
        } else if (filter instanceof PropertyIsBetween between) {
            return List.of(between.getExpression(), between.getLowerBoundary(), between.getUpperBoundary());
        } else if (filter instanceof BinarySpatialOperator relation) {
            return List.of(relation.getExpression1(), relation.getExpression2());
        }
        return List.of();
    }
}
