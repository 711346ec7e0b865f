package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeatureType;

/** The layers of one open file, each looked up once. */
final class Layers {
    private final Database database;
    private final SpatialReferences references;
    private final Map<String, LayerAccess> known = new HashMap<>();
    private long schemaVersion = -1;

    Layers(Database database) {
        this.database = database;
        this.references = new SpatialReferences(database);
    }

    Database database() {
        return database;
    }

    SpatialReferences references() {
        return references;
    }

    /** The layer of this name, null where there is none that holds rows. */
    LayerAccess find(String name) {
        synchronized (known) {
            LayerAccess access = known.get(name);
            if (access == null) {
                access = database.read(connection -> read(connection, name));
                if (access != null) {
                    known.put(name, access);
                }
            }
            return access;
        }
    }

    /**
     * The layer of this name in the transaction of this connection, looked up anew where anybody has changed the schema
     * since: a trigger that another program has put in must be seen before it runs.
     */
    LayerAccess current(Connection connection, String name) throws SQLException {
        long version = schemaVersion(connection);
        synchronized (known) {
            if (version != schemaVersion) {
                known.clear();
                schemaVersion = version;
            }
            LayerAccess access = known.get(name);
            if (access == null) {
                access = read(connection, name);
                if (access != null) {
                    known.put(name, access);
                }
            }
            return access;
        }
    }

    /** What SQLite counts up whenever anybody changes the schema. */
    static long schemaVersion(Connection connection) throws SQLException {
        return Sql.number(connection, "PRAGMA schema_version");
    }

    /** What is known of the layers holds for this version too: whoever says so made the change. */
    void trust(long version) {
        synchronized (known) {
            schemaVersion = version;
        }
    }

    /** Reads what the tables say of a layer in the transaction of this connection; null where there is none. */
    LayerAccess read(Connection connection, String name) throws SQLException {
        LayerTable table = LayerTables.find(connection, name);
        if (table == null) {
            return null;
        }
        SimpleFeatureType type =
                FeatureTypes.of(table, references.crs(connection, table.layer().srsId()), null);
        return new LayerAccess(database, table, type);
    }

    /** Looks everything up again: the schema has changed. */
    void forget() {
        synchronized (known) {
            known.clear();
        }
    }
}
