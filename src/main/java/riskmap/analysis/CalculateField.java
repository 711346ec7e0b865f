package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * The same features with one field worked out by an expression: a field of the layer, or a new one. Where a value cannot
 * be worked out, the feature keeps what it had (nothing in a new field); such features are counted, the first ones named.
 */
final class CalculateField implements Operation {
    private static final String OWNER = "analysis.calculate-field";
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "calculate-field";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "expression", Parameter.Type.EXPRESSION, null),
                Parameter.of(OWNER, "where", Parameter.Type.EXPRESSION, null).asOptional(),
                Parameter.choice(OWNER, "type", "decimal", "decimal", "integer", "text", "boolean", "date"),
                Parameter.of(OWNER, "new", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        var source = inputs.features("features");
        SimpleFeatureType type = source.getSchema();
        String field = field(values, type);
        AttributeDescriptor there = type.getDescriptor(field);
        Class<?> binding =
                there == null ? binding(values.text("type")) : there.getType().getBinding();
        FieldCalculation calculation = FieldCalculation.of(values.text("expression"), type, null, binding)
                .over(() -> rows(source));
        String where = values.text("where");
        Filter condition = Expressions.orAll(where, type);
        SimpleFeatureType target = there == null ? extended(type, field, binding) : type;
        List<SimpleFeature> done = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        long wrong = 0;
        long calculated = 0;
        try (SimpleFeatureIterator features = source.getFeatures().features()) {
            while (features.hasNext()) {
                if ((done.size() & 1023) == 0) {
                    progress.check();
                }
                SimpleFeature feature = features.next();
                SimpleFeature changed = SimpleFeatureBuilder.build(target, feature.getAttributes(), feature.getID());
                if (condition.evaluate(feature)) {
                    FieldCalculation.Result result = calculation.of(feature);
                    if (result.problem().isEmpty()) {
                        changed.setAttribute(field, result.value());
                        calculated++;
                    } else if (++wrong <= NAMED) {
                        failed.add(
                                feature.getID() + ": " + result.problem().get().text());
                    }
                }
                done.add(changed);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-calculated", field, calculated, done.size()));
        if (wrong > 0) {
            notes.add(Message.of("analysis.note-not-calculated", wrong, String.join("; ", failed)));
        }
        return new Output.Features(new ListFeatureCollection(target, done), notes);
    }

    private static List<SimpleFeature> rows(SimpleFeatureSource source) {
        try {
            return DataUtilities.list(source.getFeatures());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The field as the layer spells it; one that is to be new has a name that is none of the layer's, in any capitals. */
    private static String field(ParameterValues values, SimpleFeatureType type) {
        String wanted = values.text("field");
        if (!values.flag("new")) {
            String there = FieldNames.there(wanted, type);
            return there == null ? wanted : there;
        }
        String field = wanted;
        for (int i = 2; FieldNames.isTaken(field, type); i++) {
            field = wanted + "_" + i;
        }
        return field;
    }

    private static Class<?> binding(String type) {
        return switch (type) {
            case "integer" -> Long.class;
            case "text" -> String.class;
            case "boolean" -> Boolean.class;
            case "date" -> java.time.LocalDate.class;
            default -> Double.class;
        };
    }

    private static SimpleFeatureType extended(SimpleFeatureType type, String field, Class<?> binding) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.init(type);
        builder.nillable(true).add(field, binding);
        return builder.buildFeatureType();
    }
}
