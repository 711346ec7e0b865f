package riskmap.data.gpkg;

import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.util.factory.Hints;
import riskmap.geo.TextLimit;

/** A table as a feature type: the key becomes the feature id, every other column an attribute, in the table's order. */
final class FeatureTypes {
    private FeatureTypes() {}

    static SimpleFeatureType of(LayerTable table, CoordinateReferenceSystem crs, String namespace) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(table.name());
        builder.setNamespaceURI(namespace);
        for (int i = 0; i <= table.columns().size(); i++) {
            if (table.hasGeometry() && i == table.geometryIndex()) {
                addGeometry(builder, table.layer(), crs);
            }
            if (i < table.columns().size()) {
                Column column = table.columns().get(i);
                if (column.length() > 0) {
                    builder.restriction(TextLimit.of(column.length()));
                }
                builder.nillable(!column.isRequired())
                        .add(column.name(), column.type().binding());
            }
        }
        return builder.buildFeatureType();
    }

    private static void addGeometry(
            SimpleFeatureTypeBuilder builder, GeoPackageLayer layer, CoordinateReferenceSystem crs) {
        int dimension = 2 + (layer.hasZ() ? 1 : 0) + (layer.hasM() ? 1 : 0);
        if (dimension > 2) {
            builder.userData(Hints.COORDINATE_DIMENSION, dimension);
        }
        builder.nillable(true).add(layer.geometryColumn(), GeometryBlobReader.binding(layer.geometryType()), crs);
        builder.setDefaultGeometry(layer.geometryColumn());
    }
}
