package riskmap.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.feature.FeatureTypes;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/** The rules for rows of one layer; see {@link CommitRules}. */
public final class LayerRules {
    private final String layer;
    private final SimpleFeatureType type;
    private final String geometry;
    private final GeometryRule geometryRule;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    LayerRules(String layer, SimpleFeatureType type, LayerKind kind) {
        this.layer = layer;
        this.type = type;
        this.geometry = type.getGeometryDescriptor() == null
                ? null
                : type.getGeometryDescriptor().getLocalName();
        this.geometryRule = geometry == null
                ? null
                : new GeometryRule(type.getGeometryDescriptor().getType().getBinding(), kind != null);
        if (kind != null) {
            for (Field field : kind.fields()) {
                // a column that the layer does not have cannot be filled: the checks report that
                if (type.getDescriptor(field.key()) != null) {
                    fields.put(field.key(), field);
                }
            }
        }
    }

    SimpleFeatureType type() {
        return type;
    }

    /** What stands against a new row with these values; those left out are null. */
    public List<RuleViolation> added(long fid, Map<String, Object> values) {
        List<RuleViolation> found = new ArrayList<>();
        for (AttributeDescriptor column : type.getAttributeDescriptors()) {
            String name = column.getLocalName();
            problem(name, values.get(name), values::get).ifPresent(message -> found.add(violation(fid, name, message)));
        }
        return found;
    }

    /**
     * What stands against a change of a row.
     *
     * @param after the columns that change
     * @param row the row's values of the columns asked for, as they will be
     */
    List<RuleViolation> changed(long fid, Map<String, Object> after, Function<List<String>, Map<String, Object>> row) {
        List<RuleViolation> found = new ArrayList<>();
        List<Field> dependent = dependent(after.keySet());
        Map<String, Object> values = after;
        if (!dependent.isEmpty()) {
            List<String> columns = new ArrayList<>();
            for (Field field : dependent) {
                columns.add(field.key());
                columns.addAll(field.when().fields());
            }
            values = row.apply(columns.stream()
                    .distinct()
                    .filter(name -> type.getDescriptor(name) != null)
                    .toList());
        }
        Map<String, Object> whole = values;
        for (String name : after.keySet()) {
            problem(name, after.get(name), whole::get).ifPresent(message -> found.add(violation(fid, name, message)));
        }
        for (Field field : dependent) {
            if (!after.containsKey(field.key())) {
                problem(field.key(), whole.get(field.key()), whole::get)
                        .ifPresent(message -> found.add(violation(fid, field.key(), message)));
            }
        }
        return found;
    }

    /** Fields whose being required must be looked at: they change, or what they depend on does. */
    private List<Field> dependent(Collection<String> changed) {
        return fields.values().stream()
                .filter(field -> field.when() != null
                        && (changed.contains(field.key())
                                || field.when().fields().stream().anyMatch(changed::contains)))
                .toList();
    }

    private Optional<Message> problem(String name, Object value, Function<String, Object> row) {
        if (name.equals(geometry)) {
            return geometryRule.problem((Geometry) value);
        }
        Field field = fields.get(name);
        AttributeDescriptor column = type.getDescriptor(name);
        if (field == null) {
            return column == null ? Optional.empty() : plain(column, value);
        }
        boolean sameType = column.getType().getBinding() == field.type().binding();
        Object read = sameType ? value : field.value(value);
        return field.problemIn(key -> key.equals(name) ? read : row.apply(key));
    }

    /** The rules of a column that the catalogue does not know. */
    private static Optional<Message> plain(AttributeDescriptor column, Object value) {
        if (value == null) {
            return column.isNillable()
                    ? Optional.empty()
                    : Optional.of(Message.of("data.value-missing", column.getLocalName()));
        }
        Class<?> binding = column.getType().getBinding();
        if (binding == String.class && value instanceof String text) {
            int most = FeatureTypes.getFieldLength(column);
            return most > 0 && text.codePointCount(0, text.length()) > most
                    ? Optional.of(Message.of("data.value-length", column.getLocalName(), Integer.toString(most)))
                    : Optional.empty();
        }
        if (value instanceof byte[] bytes && binding == byte[].class) {
            int most = FeatureTypes.getFieldLength(column);
            return most > 0 && bytes.length > most
                    ? Optional.of(Message.of("edit.rule-bytes", column.getLocalName(), bytes.length, most))
                    : Optional.empty();
        }
        boolean number = Number.class.isAssignableFrom(binding) && value instanceof Number;
        boolean finite = !(value instanceof Double real) || Double.isFinite(real);
        if (finite && (number || binding.isInstance(value) || isTime(binding, value))) {
            return Optional.empty();
        }
        return Optional.of(
                Message.of("edit.rule-type", column.getLocalName(), String.valueOf(value), binding.getSimpleName()));
    }

    private static boolean isTime(Class<?> binding, Object value) {
        return binding.getPackageName().equals("java.time") && value instanceof java.util.Date;
    }

    private RuleViolation violation(long fid, String field, Message message) {
        return new RuleViolation(layer, fid, field, message);
    }
}
