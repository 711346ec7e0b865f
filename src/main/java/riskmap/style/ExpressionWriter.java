package riskmap.style;

import java.util.Iterator;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.geometry.BoundingBox;

/** Writes OGC expressions and conditions (Filter 1.0, which both dialects' readers take). */
final class ExpressionWriter {
    private final SldText out;

    ExpressionWriter(SldText out) {
        this.out = out;
    }

    /** A value inside its own element: as text when it is a literal, as an expression otherwise. */
    void value(String tag, Expression value, String... attributes) {
        if (value == null || value == Expression.NIL) {
            return;
        }
        if (value instanceof Literal literal) {
            if (literal.getValue() != null) {
                out.leaf(tag, text(literal.getValue()), attributes);
            }
            return;
        }
        out.open(tag, attributes);
        expression(value);
        out.close(tag);
    }

    /** The number or text of a literal as its reader takes it back. */
    static String text(Object value) {
        if (value instanceof java.awt.Color colour) {
            return String.format("#%06X", colour.getRGB() & 0xFFFFFF);
        }
        return String.valueOf(value);
    }

    void expression(Expression expression) {
        if (expression instanceof Literal literal) {
            if (literal.getValue() == null) {
                out.empty("ogc:Literal");
            } else {
                out.leaf("ogc:Literal", text(literal.getValue()));
            }
        } else if (expression instanceof PropertyName property) {
            out.leaf("ogc:PropertyName", property.getPropertyName());
        } else if (expression instanceof Function function) {
            out.open("ogc:Function", "name", function.getName());
            function.getParameters().forEach(this::expression);
            out.close("ogc:Function");
        } else if (expression instanceof BinaryExpression binary) {
            String tag = "ogc:" + arithmetic(binary);
            out.open(tag);
            expression(binary.getExpression1());
            expression(binary.getExpression2());
            out.close(tag);
        } else {
            throw new IllegalArgumentException("no SLD form for " + expression);
        }
    }

    private static String arithmetic(BinaryExpression binary) {
        if (binary instanceof Add) {
            return "Add";
        } else if (binary instanceof Multiply) {
            return "Mul";
        }
        return binary instanceof Divide ? "Div" : "Sub";
    }

    /** The condition of a rule; nothing for “all”. */
    void filter(Filter filter) {
        if (filter == null || filter == Filter.INCLUDE) {
            return;
        }
        out.open("ogc:Filter");
        condition(filter);
        out.close("ogc:Filter");
    }

    private void condition(Filter filter) {
        if (filter instanceof BinaryLogicOperator logic) {
            block(
                    logic instanceof And ? "ogc:And" : "ogc:Or",
                    logic instanceof Or ? logic.getChildren() : logic.getChildren());
        } else if (filter instanceof Not not) {
            block("ogc:Not", List.of(not.getFilter()));
        } else if (filter instanceof BinaryComparisonOperator comparison) {
            comparison(comparison);
        } else if (filter instanceof PropertyIsBetween between) {
            between(between);
        } else if (filter instanceof PropertyIsLike like) {
            like(like);
        } else if (filter instanceof PropertyIsNull isNull) {
            out.open("ogc:PropertyIsNull");
            expression(isNull.getExpression());
            out.close("ogc:PropertyIsNull");
        } else if (filter instanceof Id id) {
            id.getIDs().forEach(value -> out.empty("ogc:FeatureId", "fid", String.valueOf(value)));
        } else if (filter instanceof BBOX box) {
            box(box);
        } else if (filter instanceof ExcludeFilter) {
            // nothing has the empty set of identifiers; 1 = 0 says the same to every reader
            comparison((BinaryComparisonOperator) ExpressionReader.FILTERS.equal(
                    ExpressionReader.FILTERS.literal(1L), ExpressionReader.FILTERS.literal(0L), true));
        } else {
            throw new IllegalArgumentException("no SLD form for " + filter);
        }
    }

    private void block(String tag, List<Filter> parts) {
        out.open(tag);
        for (Iterator<Filter> all = parts.iterator(); all.hasNext(); ) {
            condition(all.next());
        }
        out.close(tag);
    }

    private void comparison(BinaryComparisonOperator filter) {
        String tag = "ogc:" + name(filter);
        out.open(tag, "matchCase", filter.isMatchingCase() ? null : "false");
        expression(filter.getExpression1());
        expression(filter.getExpression2());
        out.close(tag);
    }

    private static String name(BinaryComparisonOperator filter) {
        if (filter instanceof PropertyIsEqualTo) {
            return "PropertyIsEqualTo";
        } else if (filter instanceof PropertyIsNotEqualTo) {
            return "PropertyIsNotEqualTo";
        } else if (filter instanceof PropertyIsGreaterThanOrEqualTo) {
            return "PropertyIsGreaterThanOrEqualTo";
        } else if (filter instanceof PropertyIsGreaterThan) {
            return "PropertyIsGreaterThan";
        }
        return filter instanceof PropertyIsLessThan ? "PropertyIsLessThan" : "PropertyIsLessThanOrEqualTo";
    }

    private void between(PropertyIsBetween between) {
        out.open("ogc:PropertyIsBetween");
        expression(between.getExpression());
        out.open("ogc:LowerBoundary");
        expression(between.getLowerBoundary());
        out.close("ogc:LowerBoundary");
        out.open("ogc:UpperBoundary");
        expression(between.getUpperBoundary());
        out.close("ogc:UpperBoundary");
        out.close("ogc:PropertyIsBetween");
    }

    private void like(PropertyIsLike like) {
        String tag = "ogc:PropertyIsLike";
        out.open(
                tag,
                "wildCard",
                like.getWildCard(),
                "singleChar",
                like.getSingleChar(),
                "escapeChar",
                like.getEscape(),
                "matchCase",
                like.isMatchingCase() ? null : "false");
        expression(like.getExpression());
        out.leaf("ogc:Literal", like.getLiteral());
        out.close(tag);
    }

    private void box(BBOX box) {
        BoundingBox bounds = box.getBounds();
        out.open("ogc:BBOX");
        if (box.getExpression1() instanceof PropertyName name) {
            out.leaf("ogc:PropertyName", name.getPropertyName());
        }
        out.open("gml:Box", "xmlns:gml", "http://www.opengis.net/gml");
        out.leaf(
                "gml:coordinates",
                bounds.getMinX() + "," + bounds.getMinY() + " " + bounds.getMaxX() + "," + bounds.getMaxY());
        out.close("gml:Box");
        out.close("ogc:BBOX");
    }
}
