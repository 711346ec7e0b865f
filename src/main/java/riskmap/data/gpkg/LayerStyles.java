package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code layer_styles}, where QGIS and GeoServer keep styles with their layers.
 *
 * <p><b>Source:</b> QGIS {@code QgsOgrProviderMetadata::saveStyle}.
 */
final class LayerStyles {
    static final String TABLE = "layer_styles";

    private static final String SELECT =
            "SELECT f_table_name, styleName, styleSLD, styleQML, useAsDefault, description FROM layer_styles";

    private final Database database;

    LayerStyles(Database database) {
        this.database = database;
    }

    List<LayerStyle> all() {
        return select(" ORDER BY f_table_name, id");
    }

    Optional<LayerStyle> get(String layer, String name) {
        return select(" WHERE f_table_name=? AND styleName=? ORDER BY id", layer, name).stream()
                .findFirst();
    }

    Optional<LayerStyle> standard(String layer) {
        return select(" WHERE f_table_name=? ORDER BY useAsDefault DESC, id", layer).stream()
                .findFirst();
    }

    private List<LayerStyle> select(String rest, Object... values) {
        return database.read(connection -> {
            List<LayerStyle> result = new ArrayList<>();
            if (!Sql.exists(connection, "table", TABLE)) {
                return result;
            }
            for (Object[] row : Sql.rows(connection, SELECT + rest, values)) {
                result.add(new LayerStyle(
                        text(row[0]),
                        text(row[1]),
                        text(row[2]),
                        text(row[3]),
                        row[4] instanceof Number flag ? flag.intValue() != 0 : "true".equals(row[4]),
                        text(row[5])));
            }
            return result;
        });
    }

    void put(LayerStyle style) {
        database.write(connection -> put(connection, style));
    }

    /** Keeps a style in the transaction of this connection. */
    static Void put(Connection connection, LayerStyle style) throws SQLException {
        create(connection);
        if (style.isDefault()) {
            Sql.run(connection, "UPDATE layer_styles SET useAsDefault=0 WHERE f_table_name=?", style.layer());
        }
        Sql.run(
                connection,
                "DELETE FROM layer_styles WHERE f_table_name=? AND styleName=?",
                style.layer(),
                style.name());
        Sql.run(
                connection,
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,"
                        + " styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)"
                        + " VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '', NULL, ?)",
                style.layer(),
                geometryColumn(connection, style.layer()),
                style.name(),
                style.qml(),
                style.sld(),
                style.isDefault() ? 1 : 0,
                style.description(),
                Clocks.now());
        return null;
    }

    void remove(String layer, String name) {
        database.write(connection -> remove(connection, layer, name));
    }

    /** Forgets a style in the transaction of this connection. */
    static int remove(Connection connection, String layer, String name) throws SQLException {
        return Sql.exists(connection, "table", TABLE)
                ? Sql.run(connection, "DELETE FROM layer_styles WHERE f_table_name=? AND styleName=?", layer, name)
                : 0;
    }

    /** Forgets the styles of a layer that is dropped. */
    static void removeAll(Connection connection, String layer) throws SQLException {
        if (Sql.exists(connection, "table", TABLE)) {
            Sql.run(connection, "DELETE FROM layer_styles WHERE f_table_name=?", layer);
        }
    }

    private static void create(Connection connection) throws SQLException {
        if (Sql.exists(connection, "table", TABLE)) {
            return;
        }
        Sql.script(
                connection,
                """
                CREATE TABLE layer_styles (
                  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                  f_table_catalog TEXT(256),
                  f_table_schema TEXT(256),
                  f_table_name TEXT(256),
                  f_geometry_column TEXT(256),
                  styleName TEXT(30),
                  styleQML TEXT,
                  styleSLD TEXT,
                  useAsDefault BOOLEAN,
                  description TEXT,
                  owner TEXT(30),
                  ui TEXT(30),
                  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
                )""");
        PackageTables.registerAttributes(connection, TABLE, "");
    }

    private static String geometryColumn(Connection connection, String layer) throws SQLException {
        Object column = Sql.exists(connection, "table", "gpkg_geometry_columns")
                ? Sql.value(connection, "SELECT column_name FROM gpkg_geometry_columns WHERE table_name=?", layer)
                : null;
        return text(column);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
