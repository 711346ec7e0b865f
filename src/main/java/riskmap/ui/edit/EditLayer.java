package riskmap.ui.edit;

import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import riskmap.data.GeometryKind;
import riskmap.data.LayerKind;

/**
 * A layer that is being edited.
 *
 * @param id of the map layer; the table's name for a table that is no map layer
 * @param table its name in the project
 * @param source its features
 * @param kind what the catalogue says of it, empty when it does not know the layer
 */
public record EditLayer(String id, String table, SimpleFeatureSource source, Optional<LayerKind> kind) {
    public SimpleFeatureType schema() {
        return source.getSchema();
    }

    /** What it is called, in the language in use. */
    public String title() {
        return kind.map(known -> known.title().text()).orElse(table);
    }

    /** Name of the geometry column, null for a table without one. */
    public String geometryColumn() {
        GeometryDescriptor geometry = schema().getGeometryDescriptor();
        return geometry == null ? null : geometry.getLocalName();
    }

    public CoordinateReferenceSystem crs() {
        return schema().getCoordinateReferenceSystem();
    }

    /** What is drawn into it; empty where features of any kind may lie. */
    public Optional<GeometryKind> geometry() {
        GeometryDescriptor geometry = schema().getGeometryDescriptor();
        if (geometry == null) {
            return Optional.of(GeometryKind.NONE);
        }
        Class<?> binding = geometry.getType().getBinding();
        if (Puntal.class.isAssignableFrom(binding)) {
            return Optional.of(GeometryKind.POINT);
        }
        if (Lineal.class.isAssignableFrom(binding)) {
            return Optional.of(GeometryKind.LINE);
        }
        if (Polygonal.class.isAssignableFrom(binding)) {
            return Optional.of(GeometryKind.POLYGON);
        }
        return Optional.empty();
    }

    /** Whether the column holds geometries of several parts as such. */
    public boolean isMultiPart() {
        return schema().getGeometryDescriptor() != null
                && org.locationtech.jts.geom.GeometryCollection.class.isAssignableFrom(
                        schema().getGeometryDescriptor().getType().getBinding());
    }

    /** The class of the geometry column. */
    public Class<? extends Geometry> binding() {
        return schema().getGeometryDescriptor().getType().getBinding().asSubclass(Geometry.class);
    }
}
