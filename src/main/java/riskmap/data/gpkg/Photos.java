package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import riskmap.base.Message;
import riskmap.data.Photo;

/**
 * Photos of features as related media records inside the file: one media table for all layers, and for each layer that
 * has photos a mapping table that says which feature ({@code base_id}) has which photo ({@code related_id}). Rows are put
 * in and taken out by edits, as those of any layer; the tables themselves come with the first photo.
 *
 * <p><b>Source:</b> OGC 18-000 (GeoPackage Related Tables Extension 1.0), clause 7 and clause 10 (media).
 */
public final class Photos {
    /** The media table. */
    public static final String TABLE = "riskmap_photo";

    private static final String RELATIONS = "gpkgext_relations";
    private static final String EXTENSION = "gpkg_related_tables";
    private static final String DEFINITION = "http://www.geopackage.org/18-000.html";
    private static final String MEDIA_SQL =
            """
            CREATE TABLE riskmap_photo (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              data BLOB(%d) NOT NULL,
              content_type TEXT NOT NULL,
              name TEXT,
              added_on DATE,
              thumbnail BLOB
            )""";
    private static final String RELATIONS_SQL =
            """
            CREATE TABLE gpkgext_relations (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              base_table_name TEXT NOT NULL,
              base_primary_column TEXT NOT NULL DEFAULT 'id',
              related_table_name TEXT NOT NULL,
              related_primary_column TEXT NOT NULL DEFAULT 'id',
              relation_name TEXT NOT NULL,
              mapping_table_name TEXT NOT NULL UNIQUE
            )""";

    private final Layers layers;

    Photos(Layers layers) {
        this.layers = layers;
    }

    /** The table that ties photos to the features of a layer. */
    public static String mapping(String layer) {
        return TABLE + "_" + layer;
    }

    static boolean isOwn(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return name.equals(TABLE) || name.startsWith(TABLE + "_");
    }

    /** Whether features of this layer may have photos in this file: the tables are there. */
    public boolean arePrepared(String layer) {
        return layers.database().read(connection -> Sql.exists(connection, "table", mapping(layer)));
    }

    /** Makes what the photos of a layer need, where it is not there yet. */
    public void prepare(String layer) {
        if (arePrepared(layer)) {
            return;
        }
        String key = layers.find(layer).table().key();
        layers.database().write(connection -> {
            create(connection, layer, key);
            return null;
        });
        layers.forget();
    }

    private static void create(Connection connection, String layer, String key) throws SQLException {
        if (!Sql.exists(connection, "table", TABLE)) {
            Sql.script(connection, MEDIA_SQL.formatted(Photo.MOST_BYTES));
            PackageTables.registerAttributes(connection, TABLE, "riskmap");
        }
        if (!Sql.exists(connection, "table", RELATIONS)) {
            Sql.script(connection, RELATIONS_SQL);
        }
        String mapping = mapping(layer);
        Sql.script(
                connection,
                "CREATE TABLE " + Sql.name(mapping) + " (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
                        + " base_id INTEGER NOT NULL, related_id INTEGER NOT NULL)",
                "CREATE INDEX " + Sql.name(mapping + "_base") + " ON " + Sql.name(mapping) + " (base_id)");
        PackageTables.registerAttributes(connection, mapping, "riskmap");
        Extensions.declare(connection, RELATIONS, null, EXTENSION, DEFINITION, "read-write");
        Extensions.declare(connection, mapping, null, EXTENSION, DEFINITION, "read-write");
        Sql.run(
                connection,
                "INSERT INTO gpkgext_relations (base_table_name, base_primary_column, related_table_name,"
                        + " related_primary_column, relation_name, mapping_table_name) VALUES (?, ?, ?, 'id', 'media', ?)",
                layer,
                key,
                TABLE,
                mapping);
    }

    /** The photos of a feature in the order they were put in. */
    public List<Photo> of(String layer, long fid) {
        return layers.database().read(connection -> {
            List<Photo> result = new ArrayList<>();
            if (!Sql.exists(connection, "table", mapping(layer))) {
                return result;
            }
            for (Object[] row : Sql.rows(
                    connection,
                    "SELECT m.id, l.id, m.name, m.content_type, length(m.data), m.thumbnail FROM "
                            + Sql.name(mapping(layer)) + " l JOIN riskmap_photo m ON m.id=l.related_id"
                            + " WHERE l.base_id=? ORDER BY l.id",
                    fid)) {
                result.add(new Photo(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        row[2] == null ? "" : row[2].toString(),
                        row[3].toString(),
                        ((Number) row[4]).longValue(),
                        row[5] instanceof byte[] picture ? picture : null));
            }
            return result;
        });
    }

    /** The bytes of a photo, null where there is none of this key. */
    public byte[] data(long id) {
        return layers.database()
                .read(connection -> Sql.exists(connection, "table", TABLE)
                        ? (byte[]) Sql.value(connection, "SELECT data FROM riskmap_photo WHERE id=?", id)
                        : null);
    }

    /** Photos that belong to no feature, and features' photos that are not there, of one layer. */
    static List<Message> findings(Connection connection) throws SQLException {
        List<Message> found = new ArrayList<>();
        if (!Sql.exists(connection, "table", RELATIONS) || !Sql.exists(connection, "table", TABLE)) {
            return found;
        }
        for (Object[] row : Sql.rows(
                connection,
                "SELECT base_table_name, base_primary_column, mapping_table_name FROM gpkgext_relations"
                        + " WHERE related_table_name='riskmap_photo'")) {
            String mapping = row[2].toString();
            boolean whole =
                    Sql.exists(connection, "table", mapping) && (Sql.exists(connection, "table", row[0].toString()));
            if (!whole) {
                found.add(Message.of("data.gpkg-finding-table", mapping));
                continue;
            }
            for (Object[] link : Sql.rows(
                    connection,
                    "SELECT l.id, l.base_id, l.related_id FROM " + Sql.name(mapping)
                            + " l WHERE NOT EXISTS (SELECT 1 FROM "
                            + Sql.name(row[0].toString()) + " b WHERE b." + Sql.name(row[1].toString())
                            + "=l.base_id) OR NOT EXISTS (SELECT 1 FROM riskmap_photo m WHERE m.id=l.related_id)"
                            + " LIMIT " + Verification.MOST)) {
                found.add(Message.of(
                        "data.gpkg-finding-photo",
                        ((Number) link[2]).longValue(),
                        FeatureIds.of(row[0].toString(), ((Number) link[1]).longValue())));
            }
        }
        return found;
    }

    /** Drops what ties photos to a layer that is dropped, and photos that no other layer has. */
    static void drop(Connection connection, String layer) throws SQLException {
        String mapping = mapping(layer);
        if (!Sql.exists(connection, "table", mapping)) {
            return;
        }
        Sql.run(connection, "DELETE FROM riskmap_photo WHERE id IN (SELECT related_id FROM " + Sql.name(mapping) + ")");
        Sql.run(connection, "DELETE FROM gpkgext_relations WHERE mapping_table_name=? COLLATE NOCASE", mapping);
        Sql.run(connection, "DELETE FROM gpkg_contents WHERE table_name=? COLLATE NOCASE", mapping);
        Extensions.removeAll(connection, mapping);
        Sql.script(connection, "DROP TABLE " + Sql.name(mapping));
    }
}
