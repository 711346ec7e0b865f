package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.filter.identity.FeatureIdImpl;
import org.geotools.filter.text.cql2.CQLException;
import riskmap.analysis.expression.QgisCall;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Ecql;
import riskmap.data.FeatureMaker;

/**
 * Values of expressions by row of a layer in memory. Rows of which none could be worked out have none; how many, and the
 * first ones, are told by {@link #notes}.
 */
public final class RowExpressions {
    private static final int NAMED = 5;

    private final LayerRows rows;
    private final FeatureMaker maker;
    private final int geometry;
    private final List<String> failed = new ArrayList<>();
    private int wrong;

    public RowExpressions(LayerRows rows) {
        this.rows = rows;
        this.maker = new FeatureMaker(rows.type());
        GeometryDescriptor shape = rows.type().getGeometryDescriptor();
        this.geometry = shape == null ? -1 : rows.type().indexOf(shape.getName());
    }

    /** The values of an expression, null for none; of a condition, true or false, null where a comparison with no value leaves it open. */
    public Object[] values(String expression, Progress progress) {
        Filter condition = condition(expression);
        FieldCalculation calculation =
                condition != null ? null : FieldCalculation.of(expression, rows.type(), null, Object.class);
        Filter holds = condition == null ? null : SurelyTrue.of(condition);
        Filter fails = condition == null ? null : SurelyTrue.not(condition);
        Supplier<List<SimpleFeature>> all =
                () -> IntStream.range(0, rows.size()).mapToObj(this::feature).toList();
        if (condition != null) {
            QgisCall.over(holds, all);
            QgisCall.over(fails, all);
        } else {
            calculation.over(all);
        }
        Object[] values = new Object[rows.size()];
        for (int row = 0; row < values.length; row++) {
            if ((row & 1023) == 0) {
                progress.check();
                progress.report((double) row / values.length);
            }
            if (condition != null) {
                SimpleFeature feature = feature(row);
                values[row] = holds.evaluate(feature) ? Boolean.TRUE : fails.evaluate(feature) ? Boolean.FALSE : null;
                continue;
            }
            FieldCalculation.Result result = calculation.of(feature(row));
            values[row] = result.problem().isPresent() ? null : result.value();
            if (result.problem().isPresent() && ++wrong <= NAMED) {
                failed.add(rows.id(row) + ": " + result.problem().get().text());
            }
        }
        return values;
    }

    /** What is a condition, true or false of a row; null for any other expression. */
    private Filter condition(String text) {
        try {
            Ecql.filter(text);
        } catch (CQLException | RuntimeException other) {
            return null;
        }
        return Expressions.condition(text, rows.type());
    }

    private SimpleFeature feature(int row) {
        Object[] values = new Object[rows.type().getAttributeCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == geometry ? rows.geometry(row) : rows.value(row, i);
        }
        return maker.feature(values, new FeatureIdImpl(rows.id(row)));
    }

    /** What could not be worked out; empty where all could. */
    public List<Message> notes() {
        return wrong == 0 ? List.of() : List.of(Message.of("analysis.note-no-worth", wrong, String.join("; ", failed)));
    }
}
