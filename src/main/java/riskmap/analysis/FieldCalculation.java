package riskmap.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.geotools.util.Converters;
import riskmap.analysis.expression.QgisCall;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.BoundedPattern;
import riskmap.data.Ecql;
import riskmap.data.Field;

/**
 * Values for one field, worked out by an ECQL expression of the other fields and the geometry of the same feature: the
 * field calculator of table and command line. Only functions of the list are let in: none of them reads anything but
 * its arguments.
 */
public final class FieldCalculation {
    /** Functions that may be called, in the order of the list; each depends on its arguments alone. */
    public static final List<String> FUNCTIONS = Stream.concat(
                    Stream.of(
                            "area_planar",
                            "area_ellipsoid",
                            "length_planar",
                            "length_ellipsoid",
                            "Area",
                            "geomLength",
                            "getX",
                            "getY",
                            "numPoints",
                            "numGeometries",
                            "isValid",
                            "centroid",
                            "abs",
                            "ceil",
                            "floor",
                            "rint",
                            "round",
                            "roundDouble",
                            "sqrt",
                            "pow",
                            "exp",
                            "log",
                            "min",
                            "max",
                            "modulo",
                            "pi",
                            "sin",
                            "cos",
                            "tan",
                            "atan",
                            "atan2",
                            "toDegrees",
                            "toRadians",
                            "if_then_else",
                            "isNull",
                            "Concatenate",
                            "strConcat",
                            "strTrim",
                            "strLength",
                            "strSubstring",
                            "strSubstringStart",
                            "strReplace",
                            "strToUpperCase",
                            "strToLowerCase",
                            "strIndexOf",
                            "strStartsWith",
                            "strEndsWith",
                            "strMatches",
                            "strDefaultIfBlank",
                            "parseInt",
                            "parseLong",
                            "parseDouble",
                            "parseBoolean",
                            "numberFormat",
                            "dateFormat",
                            "dateParse",
                            "dateDifference",
                            "greaterThan",
                            "lessThan",
                            "greaterEqualThan",
                            "lessEqualThan",
                            "equalTo",
                            "notEqualTo",
                            "between",
                            "in",
                            "not",
                            "And",
                            "Or",
                            "Recode",
                            "Categorize",
                            "Interpolate",
                            "convert",
                            "id",
                            "property",
                            QgisCall.VALUE,
                            QgisCall.TRUTH),
                    QgisFunctions.names().stream())
            .toList();

    /** Functions of a geometry; some give 0 where there is none, which is no measure. */
    private static final List<String> OF_GEOMETRY =
            List.of("area", "geomlength", "getx", "gety", "numpoints", "numgeometries", "isvalid");

    private static final int SOURCE_LINE = 120;

    private final Expression expression;
    private final Field rule;
    private final Class<?> binding;
    /** Whether there is nothing to work out for a feature without geometry. */
    private final boolean needsGeometry;

    private FieldCalculation(Expression expression, Field rule, Class<?> binding, boolean needsGeometry) {
        this.expression = expression;
        this.rule = rule;
        this.binding = binding;
        this.needsGeometry = needsGeometry;
    }

    /**
     * A calculation for a layer.
     *
     * @param rule the catalogue's field that is filled, null where it does not know the column
     * @param binding Java type of the column
     * @throws RiskMapException when the text is no expression, or reads a field or calls a function that is not there
     */
    public static FieldCalculation of(String text, SimpleFeatureType type, Field rule, Class<?> binding) {
        Expression expression;
        try {
            expression = Ecql.expression(text);
        } catch (RiskMapException e) {
            throw e;
        } catch (CQLException | RuntimeException e) {
            // the parser makes functions while it reads and lets go what they throw
            throw new RiskMapException(Message.of("analysis.expression-wrong", text, reason(e)), e);
        }
        Set<String> unknown = new TreeSet<>();
        Set<String> called = new TreeSet<>();
        expression.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(Function function, Object data) {
                        QgisFunctions.checkPattern(function);
                        QgisCall.require(function);
                        called.add(function.getName().toLowerCase(Locale.ROOT));
                        boolean known = FUNCTIONS.stream().anyMatch(function.getName()::equalsIgnoreCase);
                        if (!known) {
                            unknown.add(function.getName());
                        }
                        return super.visit(function, data);
                    }
                },
                null);
        if (!unknown.isEmpty()) {
            throw RiskMapException.of("analysis.function-unknown", NameList.of(unknown));
        }
        expression = FieldNames.spelled(expression, type);
        QgisCall.into(expression, binding);
        boolean asksForNone = called.contains("isnull") || called.contains("if_then_else");
        boolean needsGeometry = !asksForNone && called.stream().anyMatch(OF_GEOMETRY::contains);
        return new FieldCalculation(expression, rule, binding, needsGeometry);
    }

    /**
     * What came out for a feature.
     *
     * @param value of the column's type, null for none
     * @param problem why there is no value that the field could hold, empty while all is well
     */
    public record Result(Object value, Optional<Message> problem) {}

    /** Tells it which rows the layer has, read when an aggregate of an expression of QGIS first asks for them. */
    FieldCalculation over(Supplier<List<SimpleFeature>> layer) {
        QgisCall.over(expression, layer);
        return this;
    }

    /** The value for a feature, in the column's type and within the rules of the field by itself. */
    public Result of(SimpleFeature feature) {
        if (needsGeometry && feature.getDefaultGeometry() == null) {
            return new Result(null, Optional.empty());
        }
        Object raw;
        try {
            raw = expression.evaluate(feature);
        } catch (BoundedPattern.TooSlow e) {
            throw e;
        } catch (RuntimeException e) {
            return new Result(null, Optional.of(Message.of("analysis.calculation-failed", reason(e))));
        }
        if (raw instanceof Double real && !Double.isFinite(real)) {
            return new Result(null, Optional.of(Message.of("analysis.calculation-infinite")));
        }
        Object value = rule == null ? raw : rule.value(raw);
        Optional<Message> problem = rule == null ? Optional.empty() : rule.problem(value);
        if (problem.isPresent()) {
            return new Result(value, problem);
        }
        Object fitting = fit(value);
        return fitting == null && value != null
                ? new Result(
                        value,
                        Optional.of(Message.of(
                                "analysis.calculation-type", String.valueOf(value), binding.getSimpleName())))
                : new Result(fitting, Optional.empty());
    }

    /** The value in the column's type; null where it would change on the way. */
    private Object fit(Object value) {
        if (value == null || binding.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number && Number.class.isAssignableFrom(binding)) {
            double real = number.doubleValue();
            boolean whole = binding != Double.class && binding != Float.class;
            return whole && real != Math.rint(real) ? null : Converters.convert(number, binding);
        }
        return Converters.convert(value, binding);
    }

    /** The first line of what was thrown, and not too much of it. */
    /** What went wrong, in a line: a message where there is one. */
    static Object reason(Throwable failure) {
        if (failure instanceof RiskMapException inWords) {
            return inWords.userMessage();
        }
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return said.length() > SOURCE_LINE ? said.substring(0, SOURCE_LINE) + "…" : said;
    }
}
