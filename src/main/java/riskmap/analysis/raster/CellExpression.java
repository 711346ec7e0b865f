package riskmap.analysis.raster;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.geotools.filter.text.cql2.CQLException;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.Ecql;

/**
 * An ECQL expression over the cells of rasters at the same place, made ready to be worked out millions of times:
 * {@code a * 2 + b}, {@code max(a, b)}, {@code if_then_else(a > 3, 1, 0)}. Conditions that stand alone give 1 or 0. A
 * missing value (NaN) makes the result of what uses it missing, that of a comparison too. A number that a raster is compared with
 * counts as the one that its cells can hold: a cell of 0.7 is 0.7.
 */
final class CellExpression {
    /** Works out a value from those of the rasters. */
    interface Value {
        double of(double[] cells);
    }

    /** Functions there are. */
    static final List<String> FUNCTIONS = List.of(
            "abs",
            "ceil",
            "floor",
            "rint",
            "sqrt",
            "exp",
            "log",
            "sin",
            "cos",
            "tan",
            "atan",
            "pow",
            "min",
            "max",
            "if_then_else",
            "isNull");

    private final String text;
    private final List<String> names;

    private CellExpression(String text, List<String> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * Reads an expression or a condition.
     *
     * @param names names of the rasters, in the order of the cells
     * @throws RiskMapException when it is none, or uses what there is not
     */
    static Value read(String text, List<String> names) {
        CellExpression reader = new CellExpression(text, names);
        try {
            return reader.value(Ecql.expression(text));
        } catch (CQLException notAnExpression) {
            try {
                return reader.condition(Ecql.filter(text));
            } catch (CQLException e) {
                e.addSuppressed(notAnExpression);
                // conditions within an expression, which ECQL has not
                String plain = CellFormula.plain(text, false);
                if (!plain.equals(text)) {
                    return read(plain, names);
                }
                throw new RiskMapException(Message.of("analysis.expression-unreadable", text), e);
            }
        }
    }

    private Value value(Expression expression) {
        if (expression instanceof Literal literal) {
            return constant(literal);
        }
        if (expression instanceof PropertyName property) {
            int at = names.indexOf(property.getPropertyName());
            if (at < 0) {
                throw RiskMapException.of(
                        "analysis.raster-name-unknown", property.getPropertyName(), text, NameList.of(names));
            }
            return cells -> cells[at];
        }
        if (expression instanceof BinaryExpression binary) {
            Value left = value(binary.getExpression1());
            Value right = value(binary.getExpression2());
            if (binary instanceof Add) {
                return cells -> left.of(cells) + right.of(cells);
            } else if (binary instanceof Subtract) {
                return cells -> left.of(cells) - right.of(cells);
            } else if (binary instanceof Multiply) {
                return cells -> left.of(cells) * right.of(cells);
            } else if (binary instanceof Divide) {
                return cells -> left.of(cells) / right.of(cells);
            }
        }
        if (expression instanceof Function function) {
            return function(function);
        }
        throw RiskMapException.of("analysis.expression-part", expression, text);
    }

    private Value constant(Literal literal) {
        if (literal.getValue() instanceof Number number) {
            double value = number.doubleValue();
            return cells -> value;
        }
        if (literal.getValue() instanceof Boolean truth) {
            double value = truth ? 1 : 0;
            return cells -> value;
        }
        throw RiskMapException.of("analysis.expression-part", literal, text);
    }

    private Value function(Function function) {
        List<Expression> given = function.getParameters();
        return switch (function.getName()) {
            case "abs" -> one(function, Math::abs);
            case "ceil" -> one(function, Math::ceil);
            case "floor" -> one(function, Math::floor);
            case "rint" -> one(function, Math::rint);
            case "sqrt" -> one(function, Math::sqrt);
            case "exp" -> one(function, Math::exp);
            case "log" -> one(function, Math::log);
            case "sin" -> one(function, Math::sin);
            case "cos" -> one(function, Math::cos);
            case "tan" -> one(function, Math::tan);
            case "atan" -> one(function, Math::atan);
            case "pow" -> two(function, Math::pow);
            case "min", "min_2", "min_4" -> two(function, Math::min);
            case "max", "max_2", "max_4" -> two(function, Math::max);
            case "isNull" -> {
                Value value = value(argument(function, 0, 1));
                yield cells -> Double.isNaN(value.of(cells)) ? 1 : 0;
            }
            case "if_then_else" -> {
                Value test = value(argument(function, 0, 3));
                Value yes = value(given.get(1));
                Value no = value(given.get(2));
                yield cells -> {
                    double truth = test.of(cells);
                    return Double.isNaN(truth) ? Double.NaN : truth != 0 ? yes.of(cells) : no.of(cells);
                };
            }
            default -> comparison(function);
        };
    }

    /** Comparisons inside expressions are functions: {@code greaterThan(a, 3)}. */
    private Value comparison(Function function) {
        return switch (function.getName()) {
            case "greaterThan" -> compared(function, (a, b) -> a > b ? 1 : 0);
            case "greaterEqualThan" -> compared(function, (a, b) -> a >= b ? 1 : 0);
            case "lessThan" -> compared(function, (a, b) -> a < b ? 1 : 0);
            case "lessEqualThan" -> compared(function, (a, b) -> a <= b ? 1 : 0);
            case "equalTo" -> compared(function, (a, b) -> a == b ? 1 : 0);
            case "notEqualTo" -> compared(function, (a, b) -> a != b ? 1 : 0);
            default ->
                throw RiskMapException.of(
                        "analysis.cell-function-unknown", function.getName(), text, NameList.of(FUNCTIONS));
        };
    }

    private Value one(Function function, DoubleUnaryOperator operator) {
        Value value = value(argument(function, 0, 1));
        return cells -> operator.applyAsDouble(value.of(cells));
    }

    private Value two(Function function, DoubleBinaryOperator operator) {
        Value left = value(argument(function, 0, 2));
        Value right = value(argument(function, 1, 2));
        return cells -> operator.applyAsDouble(left.of(cells), right.of(cells));
    }

    private Value compared(Function function, DoubleBinaryOperator operator) {
        return comparison(argument(function, 0, 2), argument(function, 1, 2), operator);
    }

    private Value comparison(Expression left, Expression right, DoubleBinaryOperator operator) {
        Value first = left instanceof Literal && right instanceof PropertyName ? asInCells(left) : value(left);
        Value second = right instanceof Literal && left instanceof PropertyName ? asInCells(right) : value(right);
        return cells -> {
            double a = first.of(cells);
            double b = second.of(cells);
            return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : operator.applyAsDouble(a, b);
        };
    }

    /** A number as cells hold it, in 32 bits. */
    private Value asInCells(Expression literal) {
        double value = (float) value(literal).of(new double[0]);
        return cells -> value;
    }

    private Expression argument(Function function, int index, int count) {
        if (function.getParameters().size() != count) {
            throw RiskMapException.of(
                    "analysis.function-arguments",
                    function.getName(),
                    count,
                    function.getParameters().size(),
                    text);
        }
        return function.getParameters().get(index);
    }

    private Value condition(Filter filter) {
        if (filter instanceof And and) {
            List<Value> parts = and.getChildren().stream().map(this::condition).toList();
            return cells -> all(parts, cells, true);
        }
        if (filter instanceof Or or) {
            List<Value> parts = or.getChildren().stream().map(this::condition).toList();
            return cells -> all(parts, cells, false);
        }
        if (filter instanceof Not not) {
            Value inner = condition(not.getFilter());
            return cells -> 1 - inner.of(cells);
        }
        if (filter instanceof PropertyIsBetween between) {
            Expression value = between.getExpression();
            Value fromLow = comparison(value, between.getLowerBoundary(), (a, b) -> a >= b ? 1 : 0);
            Value toHigh = comparison(value, between.getUpperBoundary(), (a, b) -> a <= b ? 1 : 0);
            List<Value> both = List.of(fromLow, toHigh);
            return cells -> all(both, cells, true);
        }
        if (filter instanceof BinaryComparisonOperator comparison) {
            return comparison(comparison.getExpression1(), comparison.getExpression2(), operator(comparison));
        }
        throw RiskMapException.of("analysis.expression-part", filter, text);
    }

    /** Whether all (or any) of the conditions hold; missing as soon as one is missing. */
    private static double all(List<Value> parts, double[] cells, boolean every) {
        double result = every ? 1 : 0;
        for (Value part : parts) {
            double truth = part.of(cells);
            if (Double.isNaN(truth)) {
                return Double.NaN;
            }
            result = every ? Math.min(result, truth) : Math.max(result, truth);
        }
        return result;
    }

    private DoubleBinaryOperator operator(BinaryComparisonOperator comparison) {
        if (comparison instanceof PropertyIsGreaterThan) {
            return (a, b) -> a > b ? 1 : 0;
        } else if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
            return (a, b) -> a >= b ? 1 : 0;
        } else if (comparison instanceof PropertyIsLessThan) {
            return (a, b) -> a < b ? 1 : 0;
        } else if (comparison instanceof PropertyIsLessThanOrEqualTo) {
            return (a, b) -> a <= b ? 1 : 0;
        } else if (comparison instanceof PropertyIsEqualTo) {
            return (a, b) -> a == b ? 1 : 0;
        } else if (comparison instanceof PropertyIsNotEqualTo) {
            return (a, b) -> a != b ? 1 : 0;
        }
        throw RiskMapException.of("analysis.expression-part", comparison, text);
    }
}
