package riskmap.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.FeatureTypes;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import riskmap.geo.TextLimit;

/**
 * A kind of survey layer: what its features are called, where they lie and what is known of each.
 *
 * @param key its name, also the name of its layer in a project
 * @param family key of the {@link Family} it belongs to
 * @param geometries the geometry it has; further ones are accepted on import
 * @param title what it is called
 * @param fields all fields in the order of the form; the common ones (uuid, source, surveyor, …) come last
 * @param style name of its default style
 * @param rules conditions between the fields of one feature
 */
public record LayerKind(
        String key,
        String family,
        List<GeometryKind> geometries,
        Title title,
        List<Field> fields,
        String style,
        List<QualityRule> rules) {
    /** Name of the geometry attribute of every layer. */
    public static final String GEOMETRY = "geom";

    public LayerKind {
        geometries = List.copyOf(geometries);
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
    }

    /**
     * The kind that a layer is of which the catalogue does not know: its columns as fields, without a family.
     *
     * @param type the layer's schema
     */
    public static LayerKind of(SimpleFeatureType type) {
        GeometryKind geometry = GeometryKind.NONE;
        List<Field> fields = new ArrayList<>();
        for (AttributeDescriptor column : type.getAttributeDescriptors()) {
            Class<?> binding = column.getType().getBinding();
            if (column instanceof GeometryDescriptor) {
                geometry = GeometryKind.of(binding);
            } else {
                fields.add(Field.of(column.getLocalName(), FieldType.of(binding), FeatureTypes.getFieldLength(column)));
            }
        }
        String name = type.getTypeName();
        return new LayerKind(name, "", List.of(geometry), new Title(name, name), fields, name, List.of());
    }

    /** The geometry a new layer of this kind has. */
    public GeometryKind geometry() {
        return geometries.get(0);
    }

    /** The field with this key, if there is one. */
    public Optional<Field> field(String fieldKey) {
        return fields.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
    }

    /** The schema of a layer of this kind; the CRS is not used for a table without geometry. */
    public SimpleFeatureType featureType(String layerName, CoordinateReferenceSystem crs) {
        return featureType(layerName, crs, geometry());
    }

    /** The schema of a layer of this kind with one of its other geometries. */
    public SimpleFeatureType featureType(String layerName, CoordinateReferenceSystem crs, GeometryKind geometry) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(layerName);
        if (geometry != GeometryKind.NONE) {
            builder.add(GEOMETRY, geometry.binding(), crs);
            builder.setDefaultGeometry(GEOMETRY);
        }
        for (Field field : fields) {
            if (field.type() == FieldType.TEXT && field.length() > 0) {
                builder.restriction(TextLimit.of(field.length()));
            }
            // nothing is refused on writing: a gap in a survey is found by the checks, not lost on the way in
            builder.nillable(true).add(field.key(), field.type().binding());
        }
        return builder.buildFeatureType();
    }

    /**
     * Which column of a foreign table fills which field.
     *
     * @param columns names of the columns as they stand in the file
     * @param explicit field → column given by the user, empty for none; goes before everything else
     * @throws riskmap.base.RiskMapException when an explicit field or column does not exist
     */
    public ColumnMatch match(List<String> columns, Map<String, String> explicit) {
        return ColumnMatch.of(this, columns, explicit);
    }
}
