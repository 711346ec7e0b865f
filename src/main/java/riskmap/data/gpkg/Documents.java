package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The project's own texts: map documents, settings, run records, each JSON under a key. An ordinary attribute table to
 * other programs; with the integer key that GeoPackage demands (requirement 119).
 */
final class Documents {
    static final String TABLE = "riskmap_documents";

    private final Database database;

    Documents(Database database) {
        this.database = database;
    }

    static void create(Connection connection) throws SQLException {
        Sql.script(
                connection,
                """
                CREATE TABLE riskmap_documents (
                  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                  key TEXT NOT NULL UNIQUE,
                  json TEXT NOT NULL,
                  changed_at DATETIME NOT NULL
                )""");
        PackageTables.registerAttributes(connection, TABLE, "riskmap");
    }

    Optional<String> get(String key) {
        return database.read(connection -> Sql.exists(connection, "table", TABLE)
                ? Optional.ofNullable(
                        (String) Sql.value(connection, "SELECT json FROM riskmap_documents WHERE key=?", key))
                : Optional.empty());
    }

    void put(String key, String json) {
        database.write(connection -> put(connection, key, json));
    }

    /** Keeps a text in the transaction of this connection. */
    static int put(Connection connection, String key, String json) throws SQLException {
        if (!Sql.exists(connection, "table", TABLE)) {
            create(connection);
        }
        return Sql.run(
                connection,
                "INSERT INTO riskmap_documents (key, json, changed_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (key) DO UPDATE SET json=excluded.json, changed_at=excluded.changed_at",
                key,
                json,
                Clocks.now());
    }

    /** Keeps and removes texts in the transaction of this connection: key → text, null to remove it. */
    static void change(Connection connection, Map<String, String> changes) throws SQLException {
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (change.getValue() == null) {
                remove(connection, change.getKey());
            } else {
                put(connection, change.getKey(), change.getValue());
            }
        }
    }

    void remove(String key) {
        database.write(connection -> remove(connection, key));
    }

    /** Removes a text in the transaction of this connection. */
    static int remove(Connection connection, String key) throws SQLException {
        return Sql.exists(connection, "table", TABLE)
                ? Sql.run(connection, "DELETE FROM riskmap_documents WHERE key=?", key)
                : 0;
    }

    /** Keys that begin so; not that of the stamp, which is the store's own. */
    List<String> keys(String prefix) {
        return database.read(connection -> Sql.exists(connection, "table", TABLE)
                ? Sql.strings(
                        connection,
                        "SELECT key FROM riskmap_documents WHERE substr(key, 1, length(?1))=?1 AND key<>?2 ORDER BY key",
                        prefix,
                        LogStamp.KEY)
                : List.of());
    }
}
