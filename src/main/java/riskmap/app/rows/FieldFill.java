package riskmap.app.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.analysis.FieldCalculation;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.Field;
import riskmap.data.RowChange;

/**
 * New values for one field of many rows: the same value for all, or worked out for each by an ECQL expression of its other
 * fields and its geometry. First looked at, then made one step of editing. A row for which there is no value that the
 * field may hold keeps the one it has; it is counted and named, never skipped in silence.
 */
public final class FieldFill {
    /** So many rows without a value are named, the rest only counted. */
    public static final int MOST_NAMED = 500;

    private static final int CHECK = 1024;

    private final String layer;
    private final SimpleFeatureSource source;
    private final AttributeDescriptor column;
    private final Optional<Field> rule;
    private final Message name;
    private final Values values;

    /** The value for a row. */
    private interface Values {
        FieldCalculation.Result of(SimpleFeature feature);
    }

    /**
     * A row with what it has and would get.
     *
     * @param fid key of the row
     * @param before what it has
     * @param after what it would get; where there is a problem, what came out
     * @param problem why it cannot get it, empty while all is well
     */
    public record Line(long fid, Object before, Object after, Optional<Message> problem) {}

    /**
     * What would happen.
     *
     * @param rows how many rows were looked at
     * @param changed how many would get another value
     * @param wrong how many keep theirs because there is none that the field may hold
     * @param first the first rows that would change
     * @param problems the first rows that keep theirs
     */
    public record Preview(long rows, long changed, long wrong, List<Line> first, List<Line> problems) {
        public Preview {
            first = List.copyOf(first);
            problems = List.copyOf(problems);
        }

        /** How many rows have the value already. */
        public long same() {
            return rows - changed - wrong;
        }
    }

    private FieldFill(Workspace workspace, String layer, String field, String said, MakeValues make) {
        this.layer = layer;
        this.source = workspace.features(layer);
        this.column = source.getSchema().getDescriptor(field);
        if (column == null) {
            throw RiskMapException.of("app.fill-no-field", layer, field);
        }
        if (column instanceof GeometryDescriptor || column.getType().getBinding() == byte[].class) {
            throw RiskMapException.of("app.fill-not-this-field", field);
        }
        this.rule = workspace.kind(layer).flatMap(kind -> kind.field(field));
        this.name = Message.of(
                "app.step-fill", rule.map(known -> known.title().text()).orElse(field), said);
        this.values = make.make(source, rule.orElse(null), column);
    }

    private interface MakeValues {
        Values make(SimpleFeatureSource source, Field rule, AttributeDescriptor column);
    }

    /**
     * Values worked out row by row.
     *
     * @throws RiskMapException when the text is no expression for this layer
     */
    public static FieldFill byExpression(Workspace workspace, String layer, String field, String expression) {
        return new FieldFill(workspace, layer, field, expression, (source, rule, column) -> {
            FieldCalculation calculation = FieldCalculation.of(
                    expression, source.getSchema(), rule, column.getType().getBinding());
            return calculation::of;
        });
    }

    /** The same value for all, null to empty the field; the value is one of the column's type. */
    public static FieldFill withValue(Workspace workspace, String layer, String field, Object value) {
        String said = value == null ? "∅" : value.toString();
        return new FieldFill(workspace, layer, field, said, (source, rule, column) -> {
            Optional<Message> problem = rule == null ? Optional.empty() : rule.problem(value);
            return feature -> new FieldCalculation.Result(value, problem);
        });
    }

    /** What would happen to the rows that meet the condition. */
    public Preview preview(Filter rows, int most, Progress progress) {
        List<Line> first = new ArrayList<>();
        List<Line> problems = new ArrayList<>();
        long[] counts = new long[3];
        each(rows, progress, line -> {
            counts[0]++;
            if (line.problem().isPresent()) {
                counts[2]++;
                if (problems.size() < MOST_NAMED) {
                    problems.add(line);
                }
            } else if (!RowChange.same(line.before(), line.after())) {
                counts[1]++;
                if (first.size() < most) {
                    first.add(line);
                }
            }
        });
        return new Preview(counts[0], counts[1], counts[2], first, problems);
    }

    /** One step of all rows that meet the condition and get another value. */
    public Changes step(Filter rows, Progress progress) {
        List<RowChange> changes = new ArrayList<>();
        String field = column.getLocalName();
        each(rows, progress, line -> {
            if (line.problem().isEmpty() && !RowChange.same(line.before(), line.after())) {
                changes.add(RowChange.changed(layer, line.fid(), field, line.before(), line.after()));
            }
        });
        return new Changes(name, changes);
    }

    private void each(Filter rows, Progress progress, java.util.function.Consumer<Line> action) {
        Query query = new Query(source.getName().getLocalPart(), rows);
        long done = 0;
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext()) {
                if (++done % CHECK == 0) {
                    progress.check();
                }
                SimpleFeature feature = features.next();
                FieldCalculation.Result result = values.of(feature);
                action.accept(new Line(
                        RowChange.key(feature),
                        feature.getAttribute(column.getLocalName()),
                        result.value(),
                        result.problem()));
            }
        } catch (java.io.IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", layer, String.valueOf(e.getMessage())), e);
        }
    }

    /** The title of the field with its unit, as a table heads it. */
    public String heading() {
        return rule.map(Field::heading).orElse(column.getLocalName());
    }

    /** What the counts of a preview say, as lines of an answer. */
    static Map<String, Object> facts(Preview preview) {
        return Map.of(
                "rows", preview.rows(), "changed", preview.changed(), "same", preview.same(), "wrong", preview.wrong());
    }
}
