package riskmap.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.BoundedPattern;

/**
 * A feature for each part of a text in one of its fields, such as “school; shelter” taken apart at the semicolon; the other
 * fields and the shape are those of the whole. Without a text or a separator in it a feature stays one. A field of numbers
 * becomes one of texts.
 */
final class SplitByText implements Operation {
    private static final String OWNER = "analysis.split-by-text";

    @Override
    public String id() {
        return "split-by-text";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "separator", Parameter.Type.TEXT, ";"),
                Parameter.of(OWNER, "pattern", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        int field = rows.attribute(values.text("field"));
        String separator = values.text("separator");
        BoundedPattern pattern = BoundedPattern.of(values.flag("pattern") ? separator : Pattern.quote(separator));
        OutputRows output = new OutputRows("parts", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(asText(rows.type(), field));
        int place = Arrays.stream(taken).boxed().toList().indexOf(field);
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            Object value = rows.value(row, field);
            List<?> parts = value == null ? Arrays.asList(value) : parts(text(value), pattern);
            for (Object part : parts) {
                Object[] own = OutputRows.values(rows, row, taken);
                own[place] = part;
                output.addWith(rows.geometry(row), own);
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-rows-made", rows.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }

    /** The layer with this field a text, whatever it was: the parts of a number are texts. */
    private static SimpleFeatureType asText(SimpleFeatureType type, int field) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(type.getName());
        for (int i = 0; i < type.getAttributeCount(); i++) {
            AttributeDescriptor attribute = type.getDescriptor(i);
            if (i == field) {
                builder.add(attribute.getLocalName(), String.class);
            } else {
                builder.add(attribute);
            }
        }
        return builder.buildFeatureType();
    }

    /** A value as text, a number without needless noughts. */
    private static String text(Object value) {
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** What stands between the separators, empty parts too. */
    private static List<String> parts(String text, BoundedPattern pattern) {
        return pattern.apply(text, found -> {
            List<String> parts = new ArrayList<>();
            int from = 0;
            while (found.find()) {
                if (found.end() > found.start()) {
                    parts.add(text.substring(from, found.start()));
                    from = found.end();
                }
            }
            parts.add(text.substring(from));
            return parts;
        });
    }
}
