package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.util.Converters;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * The same features with other fields: those of a list, each worked out by an expression, such as
 * {@code "people":integer=pop; area:decimal=area_planar(geom)}, in its order. Types are {@code integer}, {@code decimal},
 * {@code text}, {@code boolean} and {@code date}; without one a field that is taken over keeps its own. Without a list all
 * stay.
 */
final class NewFields implements Operation {
    private static final String OWNER = "analysis.new-fields";
    private static final Pattern FIELD = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")*)\"|([^=:\"]*?))\\s*(?::\\s*(integer|decimal|text|boolean|date)\\s*)?=(.*)",
            Pattern.DOTALL);

    @Override
    public String id() {
        return "new-fields";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "fields", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        RowExpressions expressions = new RowExpressions(rows);
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("fields", type, rows.crs());
        List<Object[]> columns = new ArrayList<>();
        List<String> texts = values.has("fields") ? TopLevel.split(values.text("fields"), ';') : itself(rows.type());
        for (String text : texts) {
            Matcher field = FIELD.matcher(text);
            if (!field.matches() || field.group(4).isBlank()) {
                throw RiskMapException.of("analysis.new-field-not-read", text);
            }
            String name =
                    field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\"");
            Object[] column = expressions.values(
                    field.group(4).strip(), progress.part(0.3 + 0.7 * columns.size() / texts.size(), 1));
            Class<?> binding = binding(field.group(3), field.group(4).strip(), column, rows);
            for (int row = 0; row < column.length; row++) {
                column[row] = fit(column[row], binding);
            }
            output.attribute(name, binding);
            columns.add(column);
        }
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            Object[] own = columns.stream().map(column -> column[at]).toArray();
            output.add(type == null ? own : OutputRows.join(rows.geometry(row), own));
        }
        return new Output.Features(output.features(), expressions.notes());
    }

    /** A list of the fields there are. */
    private static List<String> itself(SimpleFeatureType type) {
        return type.getAttributeDescriptors().stream()
                .filter(attribute -> !(attribute instanceof GeometryDescriptor))
                .map(attribute -> '"' + attribute.getLocalName().replace("\"", "\"\"") + '"')
                .map(name -> name + "=" + name)
                .toList();
    }

    private static Class<?> binding(String asked, String expression, Object[] column, LayerRows rows) {
        if (asked != null) {
            return switch (asked) {
                case "integer" -> Long.class;
                case "decimal" -> Double.class;
                case "boolean" -> Boolean.class;
                case "date" -> java.time.LocalDate.class;
                default -> String.class;
            };
        }
        String plain = TopLevel.unquoted(expression, '"');
        String field = FieldNames.there(plain == null ? expression : plain, rows.type());
        if (field != null) {
            return rows.type().getDescriptor(field).getType().getBinding();
        }
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (Object value : column) {
            if (value != null) {
                classes.add(value.getClass());
            }
        }
        return classes.size() == 1 ? classes.iterator().next() : String.class;
    }

    /** The value in the type of its field; what has none in it is not there. */
    private static Object fit(Object value, Class<?> binding) {
        if (value == null || binding.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number && binding == Long.class) {
            double real = number.doubleValue();
            return Math.abs(real) < 9e15 ? (Object) (Math.round(Math.abs(real)) * (real < 0 ? -1 : 1)) : null;
        }
        if (value instanceof Double real
                && binding == String.class
                && real == Math.rint(real)
                && Math.abs(real) < 1e15) {
            return Long.toString(real.longValue());
        }
        return binding == String.class ? value.toString() : Converters.convert(value, binding);
    }
}
