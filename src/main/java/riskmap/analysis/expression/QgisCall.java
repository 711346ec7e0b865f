package riskmap.analysis.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.Name;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.NameImpl;
import org.geotools.filter.FunctionExpressionImpl;
import org.geotools.filter.FunctionFactory;
import org.geotools.filter.capability.FunctionNameImpl;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import riskmap.base.RiskMapException;
import riskmap.geo.Measures;

/**
 * The ECQL functions {@code qgis('"people" / $area')}, what comes of an expression of QGIS for the feature, in the type of
 * a field where one is named second ({@code integer}, {@code decimal}, {@code text}, {@code date}, or {@code field} for
 * that of the field it is for), and
 * {@code qgis_true('"people" > 5')}, whether it is true: false where that is not known.
 */
public final class QgisCall extends FunctionExpressionImpl {
    public static final String VALUE = "qgis";
    public static final String TRUTH = "qgis_true";
    /** In place of a type: that of the field it is for. */
    public static final String OF_FIELD = "field";

    private final boolean truth;
    private Node node;
    private RiskMapException problem;
    private String field = "";
    private Supplier<List<SimpleFeature>> layer;
    private List<SimpleFeature> rows;
    private CoordinateReferenceSystem measured;
    private Measures measures;

    private QgisCall(String name) {
        super(name(name));
        truth = name.equals(TRUTH);
    }

    private static FunctionName name(String name) {
        return new FunctionNameImpl(
                name,
                FunctionNameImpl.parameter("result", Object.class),
                FunctionNameImpl.parameter("expression", String.class, 1, 2));
    }

    @Override
    public void setParameters(List<Expression> arguments) {
        super.setParameters(arguments);
        try {
            node = Reader.read(String.valueOf(arguments.get(0).evaluate(null)));
        } catch (RiskMapException e) {
            // what is thrown here is lost on the way through the parser of ECQL
            problem = e;
        }
    }

    /**
     * Looks at a call before any row is read.
     *
     * @throws RiskMapException when its expression cannot be read
     */
    public static void require(Function function) {
        if (function instanceof QgisCall call && call.problem != null) {
            throw call.problem;
        }
    }

    @Override
    public Object evaluate(Object object) {
        require(this);
        SimpleFeature feature = object instanceof SimpleFeature one ? one : null;
        Object value = node.of(new Scope(feature, rows(), on(feature)));
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw RiskMapException.of("analysis.calculation-infinite");
        }
        if (truth) {
            return Boolean.TRUE.equals(Values.truth(value));
        }
        if (getParameters().size() < 2) {
            return value;
        }
        Object made = Values.as(value, type());
        // what a field cannot hold is left to whoever fills it, to be told of
        return made == null && isOfField() ? value : made;
    }

    /** The type named second; that of the field it is for, where it is called so. */
    private String type() {
        return isOfField() ? field : second();
    }

    private boolean isOfField() {
        return second().equals(OF_FIELD);
    }

    private String second() {
        return String.valueOf(getParameters().get(1).evaluate(null));
    }

    /** Tells the calls in an expression which class the field holds that it is for. */
    public static void into(Expression expression, Class<?> binding) {
        String type = Number.class.isAssignableFrom(binding)
                ? binding == Double.class || binding == Float.class ? "decimal" : "integer"
                : binding == String.class ? "text" : binding.getSimpleName().matches("(Local)?Date") ? "date" : "";
        expression.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(Function function, Object data) {
                        if (function instanceof QgisCall call) {
                            call.field = type;
                        }
                        return super.visit(function, data);
                    }
                },
                null);
    }

    private synchronized List<SimpleFeature> rows() {
        if (rows == null && layer != null) {
            rows = layer.get();
        }
        return rows;
    }

    private synchronized Measures on(SimpleFeature feature) {
        CoordinateReferenceSystem crs =
                feature == null ? null : feature.getFeatureType().getCoordinateReferenceSystem();
        if (crs != measured) {
            measures = crs == null ? null : Measures.on(crs);
            measured = crs;
        }
        return measures;
    }

    /** Tells the calls in an expression which rows its layer has, read when an aggregate first asks for them. */
    public static void over(Expression expression, Supplier<List<SimpleFeature>> layer) {
        expression.accept(new Telling(layer), null);
    }

    /** The same for a condition; says whether it has such a call. */
    public static boolean over(Filter condition, Supplier<List<SimpleFeature>> layer) {
        Telling telling = new Telling(layer);
        condition.accept(telling, null);
        return telling.any;
    }

    private static final class Telling extends DefaultFilterVisitor {
        private final Supplier<List<SimpleFeature>> layer;
        private boolean any;

        Telling(Supplier<List<SimpleFeature>> layer) {
            this.layer = layer;
        }

        @Override
        public Object visit(Function function, Object data) {
            if (function instanceof QgisCall call) {
                call.layer = layer;
                any = true;
            }
            return super.visit(function, data);
        }
    }

    /** Makes the calls, for GeoTools. */
    public static final class Factory implements FunctionFactory {
        @Override
        public List<FunctionName> getFunctionNames() {
            return List.of(name(VALUE), name(TRUTH));
        }

        @Override
        public Function function(String name, List<Expression> arguments, Literal fallback) {
            return function(new NameImpl(name), arguments, fallback);
        }

        @Override
        public Function function(Name name, List<Expression> arguments, Literal fallback) {
            String plain = name.getLocalPart().toLowerCase(Locale.ROOT);
            if (!plain.equals(VALUE) && !plain.equals(TRUTH)) {
                return null;
            }
            QgisCall call = new QgisCall(plain);
            if (arguments != null && !arguments.isEmpty()) {
                call.setParameters(new ArrayList<>(arguments));
            }
            call.setFallbackValue(fallback);
            return call;
        }
    }
}
