package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables every GeoPackage has, and those this program adds.
 *
 * <p><b>Source:</b> GeoPackage 1.3 (OGC 12-128r17), annex C (table definition SQL).
 */
final class PackageTables {
    /** GeoPackage 1.3. */
    private static final int VERSION = 10300;

    private static final String SPATIAL_REF_SYS =
            """
            CREATE TABLE gpkg_spatial_ref_sys (
              srs_name TEXT NOT NULL,
              srs_id INTEGER NOT NULL PRIMARY KEY,
              organization TEXT NOT NULL,
              organization_coordsys_id INTEGER NOT NULL,
              definition TEXT NOT NULL,
              description TEXT
            )""";
    private static final String CONTENTS =
            """
            CREATE TABLE gpkg_contents (
              table_name TEXT NOT NULL PRIMARY KEY,
              data_type TEXT NOT NULL,
              identifier TEXT UNIQUE,
              description TEXT DEFAULT '',
              last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
              min_x DOUBLE,
              min_y DOUBLE,
              max_x DOUBLE,
              max_y DOUBLE,
              srs_id INTEGER,
              CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
            )""";
    private static final String GEOMETRY_COLUMNS =
            """
            CREATE TABLE gpkg_geometry_columns (
              table_name TEXT NOT NULL,
              column_name TEXT NOT NULL,
              geometry_type_name TEXT NOT NULL,
              srs_id INTEGER NOT NULL,
              z TINYINT NOT NULL,
              m TINYINT NOT NULL,
              CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
              CONSTRAINT uk_gc_table_name UNIQUE (table_name),
              CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
              CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
            )""";
    private static final String EXTENSIONS =
            """
            CREATE TABLE gpkg_extensions (
              table_name TEXT,
              column_name TEXT,
              extension_name TEXT NOT NULL,
              definition TEXT NOT NULL,
              scope TEXT NOT NULL,
              CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
            )""";
    private static final String WGS84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
                    + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                    + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],"
                    + "AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]";

    private PackageTables() {}

    /** Fills a new file. */
    static void create(Database database) {
        database.read(connection -> {
            // outside a transaction: what kind of file it is cannot be changed later
            Sql.script(
                    connection,
                    "PRAGMA application_id=" + FileHeader.GPKG,
                    "PRAGMA user_version=" + VERSION,
                    "PRAGMA encoding='UTF-8'");
            if (!database.isDraft()) {
                try (var statement = connection.createStatement()) {
                    Journal.keep(statement, Journal.modeFor(database.file()));
                }
            }
            return null;
        });
        database.write(connection -> {
            Sql.script(connection, SPATIAL_REF_SYS, CONTENTS, GEOMETRY_COLUMNS);
            addRequiredSystems(connection);
            extensions(connection);
            Documents.create(connection);
            return null;
        });
    }

    /** The table of extensions, made when the first one is declared. */
    static void extensions(Connection connection) throws SQLException {
        if (!Sql.exists(connection, "table", "gpkg_extensions")) {
            Sql.script(connection, EXTENSIONS);
        }
    }

    /** The table of geometry columns: a file that held only attributes or tiles has none. */
    static void geometryColumns(Connection connection) throws SQLException {
        if (!Sql.exists(connection, "table", "gpkg_geometry_columns")) {
            Sql.script(connection, GEOMETRY_COLUMNS);
        }
    }

    /** Lists a table without geometry in {@code gpkg_contents}. */
    static void registerAttributes(Connection connection, String table, String description) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
                        + " VALUES (?, 'attributes', ?, ?, ?, 0)",
                table,
                table,
                description,
                Clocks.now());
    }

    /** Requirement 11: the two undefined systems and WGS 84. */
    private static void addRequiredSystems(Connection connection) throws SQLException {
        String insert = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)";
        Sql.run(
                connection,
                insert,
                "Undefined Cartesian SRS",
                -1,
                "NONE",
                -1,
                "undefined",
                "undefined Cartesian coordinate reference system");
        Sql.run(
                connection,
                insert,
                "Undefined geographic SRS",
                0,
                "NONE",
                0,
                "undefined",
                "undefined geographic coordinate reference system");
        Sql.run(
                connection,
                insert,
                "WGS 84 geodetic",
                4326,
                "EPSG",
                4326,
                WGS84,
                "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid");
    }
}
