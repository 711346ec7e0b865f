package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code gpkg_extensions} says: a layer that depends on an extension this program does not know for reading and
 * writing must not be changed.
 *
 * <p><b>Source:</b> GeoPackage 1.3, clause 2.3.2; annex F for the registered ones.
 */
final class Extensions {
    private static final Set<String> KNOWN = Set.of(
            "gpkg_rtree_index",
            "gpkg_schema",
            "gpkg_metadata",
            "gpkg_crs_wkt",
            "gpkg_crs_wkt_1_1",
            "gpkg_related_tables",
            "related_tables",
            "gpkg_zoom_other",
            "gpkg_webp",
            "gpkg_2d_gridded_coverage",
            "gdal_aspatial",
            "gpkg_geometry_type_trigger",
            "gpkg_srs_id_trigger");

    private Extensions() {}

    /** The extension that keeps this table from being changed, null where there is none. */
    static String unknownWriter(Connection connection, String table) throws SQLException {
        if (!Sql.exists(connection, "table", "gpkg_extensions")) {
            return null;
        }
        for (Object[] row : Sql.rows(
                connection,
                "SELECT extension_name, scope FROM gpkg_extensions"
                        + " WHERE table_name IS NULL OR table_name=? COLLATE NOCASE",
                table)) {
            String name = String.valueOf(row[0]).toLowerCase(Locale.ROOT);
            boolean known = KNOWN.contains(name) || name.startsWith("gpkg_geom_");
            if (!known && "read-write".equals(row[1])) {
                return String.valueOf(row[0]);
            }
        }
        return null;
    }

    /** Declares an extension for a column of a table, once. */
    static void declare(
            Connection connection, String table, String column, String name, String definition, String scope)
            throws SQLException {
        PackageTables.extensions(connection);
        Sql.run(
                connection,
                "DELETE FROM gpkg_extensions WHERE table_name IS ? AND column_name IS ? AND extension_name=?",
                table,
                column,
                name);
        Sql.run(
                connection,
                "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)"
                        + " VALUES (?, ?, ?, ?, ?)",
                table,
                column,
                name,
                definition,
                scope);
    }

    /** Forgets what was declared for a table that is dropped. */
    static void removeAll(Connection connection, String table) throws SQLException {
        if (Sql.exists(connection, "table", "gpkg_extensions")) {
            Sql.run(connection, "DELETE FROM gpkg_extensions WHERE table_name=? COLLATE NOCASE", table);
        }
    }
}
