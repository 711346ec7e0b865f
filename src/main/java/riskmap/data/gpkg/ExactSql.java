package riskmap.data.gpkg;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/**
 * Filters as SQL that decides every row exactly as GeoTools does, or not at all. Each condition is true or false, never
 * NULL: GeoTools has no third value, so NOT may then be written as NOT.
 */
final class ExactSql {
    /** Beyond this neither type holds every whole number the other does. */
    private static final double EXACT = 0x1p53;

    /** Conditions in one OR or AND; more would exceed SQLite's expression depth. */
    private static final int WIDEST = 100;

    private final LayerTable table;

    ExactSql(LayerTable table) {
        this.table = table;
    }

    /** A condition and what to bind in it. */
    record Part(String sql, List<Object> values) {
        static Part of(String sql, Object... values) {
            return new Part(sql, List.of(values));
        }
    }

    /** The condition, null where SQL would not decide the same. */
    Part of(Filter filter) {
        if (filter == Filter.EXCLUDE) {
            return Part.of("0");
        }
        if (filter == Filter.INCLUDE) {
            return Part.of("1");
        }
        if (filter instanceof And and) {
            return joined(and.getChildren(), " AND ");
        }
        if (filter instanceof Or or) {
            return joined(or.getChildren(), " OR ");
        }
        if (filter instanceof Not not) {
            Part inner = of(not.getFilter());
            return inner == null ? null : new Part("NOT " + inner.sql(), inner.values());
        }
        if (filter instanceof Id id) {
            return FeatureIds.condition(table, id);
        }
        if (filter instanceof PropertyIsNull isNull) {
            Column column = column(isNull.getExpression());
            return column == null ? null : Part.of("(" + Sql.name(column.name()) + " IS NULL)");
        }
        if (filter instanceof PropertyIsBetween between) {
            return between(between);
        }
        return filter instanceof BinaryComparisonOperator comparison ? comparison(comparison) : null;
    }

    private Part joined(List<Filter> children, String operator) {
        if (children.size() > WIDEST) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Filter child : children) {
            Part part = of(child);
            if (part == null) {
                return null;
            }
            parts.add(part.sql());
            values.addAll(part.values());
        }
        return parts.isEmpty() ? null : new Part("(" + String.join(operator, parts) + ")", values);
    }

    private Part between(PropertyIsBetween between) {
        Column column = column(between.getExpression());
        Object low = literal(between.getLowerBoundary());
        Object high = literal(between.getUpperBoundary());
        if (column == null || !isNumber(column, low) || !isNumber(column, high)) {
            return null;
        }
        String name = Sql.name(column.name());
        return Part.of("(" + isNumeric(name) + " AND " + name + " BETWEEN ? AND ?)", low, high);
    }

    private Part comparison(BinaryComparisonOperator comparison) {
        if (comparison.getExpression1() instanceof Function in && comparison instanceof PropertyIsEqualTo) {
            return Boolean.TRUE.equals(literal(comparison.getExpression2())) ? in(in) : null;
        }
        Column column = column(comparison.getExpression1());
        Object value = literal(comparison.getExpression2());
        boolean turned = column == null;
        if (turned) {
            column = column(comparison.getExpression2());
            value = literal(comparison.getExpression1());
        }
        if (column == null || value == null) {
            return null;
        }
        if (comparison instanceof PropertyIsEqualTo) {
            return comparison.isMatchingCase() ? equal(column, value) : null;
        }
        if (comparison instanceof PropertyIsNotEqualTo) {
            Part equal = comparison.isMatchingCase() ? equal(column, value) : null;
            return equal == null ? null : new Part("NOT " + equal.sql(), equal.values());
        }
        String operator = operator(comparison, turned);
        if (operator == null || !isNumber(column, value)) {
            return null;
        }
        String name = Sql.name(column.name());
        return Part.of("(" + isNumeric(name) + " AND " + name + operator + "?)", value);
    }

    private Part equal(Column column, Object value) {
        if (isNumber(column, value)) {
            return Part.of("(" + Sql.name(column.name()) + " IS ?)", value);
        }
        if (column.type() == ColumnType.TEXT && value instanceof String) {
            return Part.of("(" + Sql.name(column.name()) + " COLLATE BINARY IS ?)", value);
        }
        return null;
    }

    /** ECQL's {@code column IN (…)} is the function {@code in}. */
    private Part in(Function in) {
        List<Expression> arguments = in.getParameters();
        if (!in.getName().equals("in") || arguments.size() < 2 || arguments.size() > WIDEST) {
            return null;
        }
        Column column = column(arguments.get(0));
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Expression argument : arguments.subList(1, arguments.size())) {
            Object value = literal(argument);
            Part part = column == null || value == null ? null : equal(column, value);
            if (part == null) {
                return null;
            }
            parts.add(part.sql());
            values.addAll(part.values());
        }
        return new Part("(" + String.join(" OR ", parts) + ")", values);
    }

    private static String operator(BinaryComparisonOperator comparison, boolean turned) {
        if (comparison instanceof PropertyIsGreaterThan) {
            return turned ? "<" : ">";
        }
        if (comparison instanceof PropertyIsLessThan) {
            return turned ? ">" : "<";
        }
        if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
            return turned ? "<=" : ">=";
        }
        return comparison instanceof PropertyIsLessThanOrEqualTo ? turned ? ">=" : "<=" : null;
    }

    /** Text in a number column never answers a comparison. */
    private static String isNumeric(String name) {
        return "typeof(" + name + ") IN ('integer','real')";
    }

    private Column column(Expression expression) {
        return expression instanceof PropertyName name ? table.column(name.getPropertyName()) : null;
    }

    private static Object literal(Expression expression) {
        return expression instanceof Literal literal ? literal.getValue() : null;
    }

    private static boolean isNumber(Column column, Object value) {
        boolean exactColumn =
                switch (column.type()) {
                    case TINYINT, SMALLINT, MEDIUMINT, INTEGER, REAL -> true;
                    default -> false;
                };
        boolean whole =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        if (!exactColumn || !(whole || value instanceof Double)) {
            return false;
        }
        double size = Math.abs(((Number) value).doubleValue());
        return (whole && column.type() != ColumnType.REAL) || size < EXACT;
    }
}
