package riskmap.data.gpkg;

import java.sql.SQLException;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.util.factory.Hints;
import org.locationtech.jts.geom.Geometry;

/** Features as rows of a table: attributes go to the columns of the same name; the default geometry to the geometry. */
final class FeatureRows {
    private final LayerTable table;
    private final Object[] values;
    private SimpleFeatureType mapped;
    private int[] source;
    private int geometrySource;

    FeatureRows(LayerTable table) {
        this.table = table;
        this.values = new Object[table.columns().size()];
    }

    /** Adds a feature as a row; its id from now on. */
    FeatureId add(RowWriter writer, SimpleFeature feature) throws SQLException {
        Long key = providedKey(writer, feature);
        long given = writer.add(key, geometry(feature), values(feature));
        return new RowId(table.name(), given);
    }

    /** The key that a feature asks to keep, null where it asks for none or the key is taken. */
    private Long providedKey(RowWriter writer, SimpleFeature feature) throws SQLException {
        if (!Boolean.TRUE.equals(feature.getUserData().get(Hints.USE_PROVIDED_FID))) {
            return null;
        }
        Object provided = feature.getUserData().get(Hints.PROVIDED_FID);
        Long key = FeatureIds.key(table.name(), provided instanceof String id ? id : feature.getID());
        return key == null || writer.has(key) ? null : key;
    }

    /** The feature's geometry, null where the table has none. */
    Geometry geometry(SimpleFeature feature) {
        map(feature.getFeatureType());
        return geometrySource < 0 ? null : (Geometry) feature.getAttribute(geometrySource);
    }

    /** The feature's values in the order of the columns; reused by the next call. */
    Object[] values(SimpleFeature feature) {
        map(feature.getFeatureType());
        for (int i = 0; i < values.length; i++) {
            values[i] = source[i] < 0 ? null : feature.getAttribute(source[i]);
        }
        return values;
    }

    private void map(SimpleFeatureType type) {
        if (type == mapped) {
            return;
        }
        mapped = type;
        List<Column> columns = table.columns();
        source = new int[columns.size()];
        for (int i = 0; i < source.length; i++) {
            source[i] = type.indexOf(columns.get(i).name());
        }
        geometrySource = -1;
        if (table.hasGeometry() && type.getGeometryDescriptor() != null) {
            int same = type.indexOf(table.layer().geometryColumn());
            boolean isGeometry = same >= 0
                    && Geometry.class.isAssignableFrom(
                            type.getDescriptor(same).getType().getBinding());
            geometrySource = isGeometry
                    ? same
                    : type.indexOf(type.getGeometryDescriptor().getLocalName());
        }
    }
}
