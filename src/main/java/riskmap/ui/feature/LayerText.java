package riskmap.ui.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/**
 * A feature layer as a person reads it.
 *
 * @param fields its columns without the geometry, in the order of the table
 */
public record LayerText(List<FieldText> fields) {
    public LayerText {
        fields = List.copyOf(fields);
    }

    /**
     * The texts of a layer.
     *
     * @param known its kind in the catalogue, null for none
     */
    public static LayerText of(SimpleFeatureType type, LayerKind known) {
        Optional<LayerKind> kind = Optional.ofNullable(known);
        List<FieldText> fields = new ArrayList<>();
        for (AttributeDescriptor attribute : type.getAttributeDescriptors()) {
            if (!(attribute instanceof GeometryDescriptor)) {
                String name = attribute.getLocalName();
                fields.add(new FieldText(
                        name,
                        kind.flatMap(found -> found.field(name)),
                        Number.class.isAssignableFrom(attribute.getType().getBinding())));
            }
        }
        return new LayerText(fields);
    }

    /** The fields in the order of the form: the catalogue's, then columns it does not know in the order of the table. */
    public List<FieldText> inFormOrder(LayerKind kind) {
        if (kind == null) {
            return fields;
        }
        List<FieldText> sorted = new ArrayList<>();
        for (Field field : kind.fields()) {
            fields.stream().filter(text -> text.name().equals(field.key())).forEach(sorted::add);
        }
        fields.stream().filter(text -> !sorted.contains(text)).forEach(sorted::add);
        return sorted;
    }

    /** What a feature is called: its name, code or title where it has one, else its number. */
    public static String name(SimpleFeature feature) {
        for (String column : List.of("name", "title", "code", "名称", "NAME")) {
            if (feature.getFeatureType().getDescriptor(column) != null) {
                Object value = feature.getAttribute(column);
                if (value != null && !value.toString().isBlank()) {
                    return value.toString();
                }
            }
        }
        String id = feature.getID();
        return "№ " + id.substring(id.lastIndexOf('.') + 1);
    }
}
