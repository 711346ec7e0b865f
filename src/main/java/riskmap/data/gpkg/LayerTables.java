package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import riskmap.base.Message;

/** Reads what layers a file has and how their tables are built. */
final class LayerTables {
    private static final Set<String> BOOKKEEPING = Set.of(
            Documents.TABLE, LayerStyles.TABLE, JournalTables.STEPS, JournalTables.ROWS, JournalTables.CHECKPOINTS);

    private LayerTables() {}

    /** All layers in the order of their names' insertion; those whose table is missing are reported and left out. */
    static List<GeoPackageLayer> layers(Database database) {
        return database.read(connection -> {
            List<GeoPackageLayer> result = new ArrayList<>();
            for (Object[] row : contents(connection, null)) {
                String name = text(row[0]);
                if (name.isEmpty() || BOOKKEEPING.contains(name.toLowerCase(Locale.ROOT)) || Photos.isOwn(name)) {
                    continue;
                }
                if (!isTableOrView(connection, name)) {
                    database.notice(Message.of(
                            "data.gpkg-table-missing", database.file().toString(), name));
                    continue;
                }
                result.add(layer(connection, row));
            }
            return result;
        });
    }

    /**
     * Names of the layers that hold rows, as {@link #layers} would give them: with two queries whatever their number, since
     * it is asked at every step.
     */
    static List<String> names(Database database) {
        return database.read(connection -> {
            Set<String> there = new HashSet<>();
            for (Object[] row :
                    Sql.rows(connection, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")) {
                there.add(text(row[0]).toLowerCase(Locale.ROOT));
            }
            List<String> result = new ArrayList<>();
            for (Object[] row : contents(connection, null)) {
                String name = text(row[0]);
                String key = name.toLowerCase(Locale.ROOT);
                GeoPackageLayer.Kind kind = kind(row);
                boolean rows = kind == GeoPackageLayer.Kind.FEATURES || kind == GeoPackageLayer.Kind.ATTRIBUTES;
                if (rows && !name.isEmpty() && !BOOKKEEPING.contains(key) && !Photos.isOwn(name)) {
                    if (there.contains(key)) {
                        result.add(name);
                    } else {
                        database.notice(Message.of(
                                "data.gpkg-table-missing", database.file().toString(), name));
                    }
                }
            }
            return result;
        });
    }

    /** The table of one layer, null where there is none of that name. */
    static LayerTable find(Connection connection, String name) throws SQLException {
        List<Object[]> rows = contents(connection, name);
        if (rows.isEmpty() || !isTableOrView(connection, name)) {
            return null;
        }
        GeoPackageLayer layer = layer(connection, rows.get(0));
        if (layer.kind() != GeoPackageLayer.Kind.FEATURES && layer.kind() != GeoPackageLayer.Kind.ATTRIBUTES) {
            return null;
        }
        return table(connection, layer);
    }

    private static LayerTable table(Connection connection, GeoPackageLayer layer) throws SQLException {
        String key = key(connection, layer.name());
        List<Column> columns = new ArrayList<>();
        int geometryIndex = 0;
        boolean found = false;
        for (Object[] row : columnRows(connection, layer.name())) {
            String name = text(row[0]);
            if (name.equalsIgnoreCase(layer.geometryColumn())) {
                geometryIndex = columns.size();
                found = true;
            } else if (!name.equals(key)) {
                columns.add(column(row));
            }
        }
        if (layer.geometryColumn() != null && !found) {
            layer = withoutGeometry(layer);
        }
        return new LayerTable(layer, key == null ? "rowid" : key, columns, geometryIndex);
    }

    private static Column column(Object[] row) {
        String declared = text(row[1]);
        boolean required = row[2] instanceof Number flag && flag.intValue() != 0;
        return new Column(text(row[0]), ColumnType.of(declared), ColumnType.length(declared), required);
    }

    /** Rows of name, declared type, not null, place in the primary key. */
    private static List<Object[]> columnRows(Connection connection, String table) throws SQLException {
        return Sql.rows(connection, "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?)", table);
    }

    /** The integer primary key; for a view its first column when that is declared INTEGER; else null. */
    private static String key(Connection connection, String table) throws SQLException {
        List<Object[]> rows = columnRows(connection, table);
        String key = null;
        int parts = 0;
        for (Object[] row : rows) {
            if (((Number) row[3]).intValue() > 0) {
                parts++;
                key = "INTEGER".equalsIgnoreCase(text(row[1])) ? text(row[0]) : null;
            }
        }
        if (parts == 0 && !rows.isEmpty() && isView(connection, table)) {
            Object[] first = rows.get(0);
            return text(first[1]).toUpperCase(Locale.ROOT).startsWith("INTEGER") ? text(first[0]) : null;
        }
        return parts == 1 ? key : null;
    }

    private static GeoPackageLayer.Kind kind(Object[] row) {
        return switch (text(row[1])) {
            case "features" -> GeoPackageLayer.Kind.FEATURES;
            case "attributes", "aspatial" -> GeoPackageLayer.Kind.ATTRIBUTES;
            case "tiles", "2d-gridded-coverage" -> GeoPackageLayer.Kind.TILES;
            default -> GeoPackageLayer.Kind.OTHER;
        };
    }

    private static GeoPackageLayer layer(Connection connection, Object[] row) throws SQLException {
        String name = text(row[0]);
        Object[] geometry = geometryRow(connection, name);
        return new GeoPackageLayer(
                name,
                row[2] == null ? name : text(row[2]),
                text(row[3]),
                kind(row),
                geometry == null ? null : text(geometry[0]),
                geometry == null ? null : text(geometry[1]).toUpperCase(Locale.ROOT),
                geometry != null && number(geometry[3]) > 0,
                geometry != null && number(geometry[4]) > 0,
                geometry == null ? number(row[4]) : number(geometry[2]),
                readOnlyReason(connection, name, geometry == null ? null : text(geometry[0])));
    }

    private static Object[] geometryRow(Connection connection, String name) throws SQLException {
        if (!Sql.exists(connection, "table", "gpkg_geometry_columns")) {
            return null;
        }
        List<Object[]> rows = Sql.rows(
                connection,
                "SELECT column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns"
                        + " WHERE table_name=? COLLATE NOCASE",
                name);
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static Message readOnlyReason(Connection connection, String table, String geometry) throws SQLException {
        if (isView(connection, table)) {
            return Message.of("data.gpkg-layer-view", table);
        }
        String extension = Extensions.unknownWriter(connection, table);
        if (extension != null) {
            return Message.of("data.gpkg-layer-extension", table, extension);
        }
        String trigger = TriggerWatch.foreignTrigger(connection, table, geometry);
        if (trigger != null) {
            return Message.of("data.gpkg-layer-trigger", table, trigger);
        }
        return key(connection, table) == null ? Message.of("data.gpkg-layer-key", table) : null;
    }

    private static GeoPackageLayer withoutGeometry(GeoPackageLayer layer) {
        return new GeoPackageLayer(
                layer.name(),
                layer.title(),
                layer.description(),
                layer.kind(),
                null,
                null,
                false,
                false,
                layer.srsId(),
                Message.of("data.gpkg-layer-geometry", layer.name(), layer.geometryColumn()));
    }

    private static List<Object[]> contents(Connection connection, String name) throws SQLException {
        String select = "SELECT table_name, data_type, identifier, description, srs_id FROM gpkg_contents";
        return name == null
                ? Sql.rows(connection, select + " ORDER BY rowid")
                : Sql.rows(connection, select + " WHERE table_name=? COLLATE NOCASE", name);
    }

    private static boolean isTableOrView(Connection connection, String name) throws SQLException {
        return Sql.exists(connection, "table", name) || isView(connection, name);
    }

    private static boolean isView(Connection connection, String name) throws SQLException {
        return Sql.exists(connection, "view", name);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static int number(Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
