package riskmap.data.gpkg;

import java.util.List;
import riskmap.base.Message;

/**
 * A layer as it lies in the file: the table, its key, its geometry column, its columns.
 *
 * @param layer what the contents say of it
 * @param key SQL name of the column that identifies a row, unquoted; {@code rowid} where none is declared
 * @param columns all other columns in their order, without geometry
 * @param geometryIndex how many columns stand before the geometry column in the table
 */
record LayerTable(GeoPackageLayer layer, String key, List<Column> columns, int geometryIndex) {
    LayerTable {
        columns = List.copyOf(columns);
    }

    String name() {
        return layer.name();
    }

    boolean hasGeometry() {
        return layer.geometryColumn() != null;
    }

    /** The quoted table name. */
    String sqlName() {
        return Sql.name(layer.name());
    }

    /** The quoted key. */
    String sqlKey() {
        return Sql.name(key);
    }

    /** The quoted geometry column. */
    String sqlGeometry() {
        return Sql.name(layer.geometryColumn());
    }

    /** The unquoted name of the spatial index. */
    String indexName() {
        return "rtree_" + layer.name() + "_" + layer.geometryColumn();
    }

    /** The column of this name, null where there is none. */
    Column column(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return null;
    }

    /** Why rows cannot be changed, null where they can. */
    Message readOnlyReason() {
        return layer.readOnlyReason();
    }
}
