package riskmap.analysis;

import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import riskmap.analysis.expression.QgisCall;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.Ecql;

/** Conditions in ECQL, checked against the layer they are meant for; they call only functions that read nothing but their arguments. */
public final class Expressions {
    private Expressions() {}

    /** The condition, or that of all rows where none is given. */
    public static Filter orAll(String text, SimpleFeatureType type) {
        return text == null || text.isBlank() ? Filter.INCLUDE : condition(text, type);
    }

    /** The condition; says what is wrong with it, which fields there are, or which functions it may not call. */
    public static Filter condition(String text, SimpleFeatureType type) {
        return fromFile(text, type);
    }

    private static Filter read(String text) {
        try {
            return Ecql.filter(text);
        } catch (RiskMapException e) {
            throw e;
        } catch (CQLException | RuntimeException e) {
            // the parser makes functions while it reads and lets go what they throw
            throw new RiskMapException(Message.of("analysis.expression-wrong", text, FieldCalculation.reason(e)), e);
        }
    }

    /**
     * A condition out of a file that others may have written: it may call only the functions of
     * {@link FieldCalculation#FUNCTIONS}, which read nothing but their arguments.
     *
     * @param type the layer it is meant for, whose fields it must name; null where that is not known
     * @throws RiskMapException when it is no condition, nested without end, or calls another function
     */
    public static Filter fromFile(String text, SimpleFeatureType type) {
        Filter filter = read(text);
        Set<String> unknown = new TreeSet<>();
        filter.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(Function function, Object data) {
                        if (FieldCalculation.FUNCTIONS.stream().noneMatch(function.getName()::equalsIgnoreCase)) {
                            unknown.add(function.getName());
                        }
                        QgisFunctions.checkPattern(function);
                        QgisCall.require(function);
                        return super.visit(function, data);
                    }
                },
                null);
        if (!unknown.isEmpty()) {
            throw RiskMapException.of("analysis.function-unknown", NameList.of(unknown));
        }
        return type == null ? filter : FieldNames.spelled(filter, type);
    }

    /**
     * Looks at the patterns that are written out in a condition, which are read only with the first row.
     *
     * @throws RiskMapException when one is no pattern
     */
    public static void checkPatterns(Filter filter) {
        filter.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(Function function, Object data) {
                        QgisFunctions.checkPattern(function);
                        QgisCall.require(function);
                        return super.visit(function, data);
                    }
                },
                null);
    }
}
