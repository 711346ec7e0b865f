package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.feature.FeatureTypes;
import org.geotools.util.factory.Hints;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.RiskMapException;

/** Makes and drops the tables of layers, with everything the GeoPackage tables must say about them. */
final class LayerDefinition {
    /** The key's name, as GDAL and QGIS write it; another where an attribute has that name. */
    private static final String KEY = "fid";

    private LayerDefinition() {}

    /** Makes an empty layer; its spatial index too when it has geometry. */
    static void create(Connection connection, SimpleFeatureType type, String title, SpatialReferences references)
            throws SQLException {
        String name = type.getTypeName();
        if (name.isBlank() || name.toLowerCase(Locale.ROOT).startsWith("sqlite_") || name.startsWith("gpkg_")) {
            throw RiskMapException.of("data.gpkg-layer-name", name);
        }
        if (Sql.exists(connection, "table", name) || Sql.exists(connection, "view", name)) {
            throw RiskMapException.of("data.gpkg-layer-exists", name);
        }
        GeometryDescriptor geometry = type.getGeometryDescriptor();
        int srsId = geometry == null ? 0 : references.idOf(connection, geometry.getCoordinateReferenceSystem());
        Sql.script(connection, tableSql(type, geometry));
        Sql.run(
                connection,
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
                        + " VALUES (?, ?, ?, '', ?, ?)",
                name,
                geometry == null ? "attributes" : "features",
                freeTitle(connection, name, title),
                Clocks.now(),
                srsId);
        if (geometry != null) {
            registerGeometry(connection, type, geometry, srsId);
        }
    }

    private static void registerGeometry(
            Connection connection, SimpleFeatureType type, GeometryDescriptor geometry, int srsId) throws SQLException {
        PackageTables.geometryColumns(connection);
        int dimension =
                geometry.getUserData().get(Hints.COORDINATE_DIMENSION) instanceof Integer declared ? declared : 2;
        Sql.run(
                connection,
                "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                type.getTypeName(),
                geometry.getLocalName(),
                geometryName(geometry),
                srsId,
                // 2: optional
                dimension > 2 ? 2 : 0,
                dimension > 3 ? 2 : 0);
        SpatialIndex.create(connection, LayerTables.find(connection, type.getTypeName()));
    }

    private static String tableSql(SimpleFeatureType type, GeometryDescriptor geometry) {
        Set<String> names = new HashSet<>();
        StringBuilder sql = new StringBuilder();
        for (AttributeDescriptor attribute : type.getAttributeDescriptors()) {
            String name = attribute.getLocalName();
            if (name.isBlank() || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw RiskMapException.of("data.gpkg-column-name", type.getTypeName(), name);
            }
            sql.append(", ").append(Sql.name(name)).append(' ').append(declared(type, attribute, geometry));
        }
        String key = KEY;
        for (int i = 1; names.contains(key); i++) {
            key = KEY + "_" + i;
        }
        return "CREATE TABLE " + Sql.name(type.getTypeName()) + " (" + Sql.name(key)
                + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL" + sql + ")";
    }

    private static String declared(SimpleFeatureType type, AttributeDescriptor attribute, GeometryDescriptor geometry) {
        if (attribute.equals(geometry)) {
            return geometryName(geometry);
        }
        Class<?> binding = attribute.getType().getBinding();
        ColumnType column = Geometry.class.isAssignableFrom(binding) ? ColumnType.TEXT : ColumnType.of(binding);
        if (column == null) {
            throw RiskMapException.of(
                    "data.gpkg-column-type", type.getTypeName(), attribute.getLocalName(), binding.getSimpleName());
        }
        int length = FeatureTypes.getFieldLength(attribute);
        return column.declared(Math.max(0, length)) + (attribute.isNillable() ? "" : " NOT NULL");
    }

    private static String geometryName(GeometryDescriptor geometry) {
        String name = geometry.getType().getBinding().getSimpleName().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "POINT",
                    "LINESTRING",
                    "POLYGON",
                    "MULTIPOINT",
                    "MULTILINESTRING",
                    "MULTIPOLYGON",
                    "GEOMETRYCOLLECTION" -> name;
            case "LINEARRING" -> "LINESTRING";
            default -> "GEOMETRY";
        };
    }

    /** Identifiers are unique in a file: a title in use is followed by the layer's name. */
    private static String freeTitle(Connection connection, String name, String title) throws SQLException {
        String wanted = title == null || title.isBlank() ? name : title;
        for (String candidate : new String[] {wanted, wanted + " (" + name + ")"}) {
            if (Sql.value(connection, "SELECT 1 FROM gpkg_contents WHERE identifier=?", candidate) == null) {
                return candidate;
            }
        }
        return null;
    }

    /** Drops a layer with its index, styles and every mention of it. */
    static void drop(Connection connection, LayerTable table) throws SQLException {
        String name = table.name();
        if (table.hasGeometry()) {
            SpatialIndex.drop(connection, table);
            Sql.run(connection, "DELETE FROM gpkg_geometry_columns WHERE table_name=? COLLATE NOCASE", name);
        }
        Photos.drop(connection, name);
        Extensions.removeAll(connection, name);
        LayerStyles.removeAll(connection, name);
        for (String other : new String[] {"gpkg_data_columns", "gpkg_metadata_reference", "gpkg_ogr_contents"}) {
            if (Sql.exists(connection, "table", other)) {
                Sql.run(connection, "DELETE FROM " + other + " WHERE table_name=? COLLATE NOCASE", name);
            }
        }
        Sql.run(connection, "DELETE FROM gpkg_contents WHERE table_name=? COLLATE NOCASE", name);
        boolean view = Sql.exists(connection, "view", name);
        Sql.script(connection, (view ? "DROP VIEW " : "DROP TABLE ") + table.sqlName());
    }
}
